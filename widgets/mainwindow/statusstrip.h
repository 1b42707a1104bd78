// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/storeactivity.h"
#include "widgets/style/icons.h"

#include <QStatusBar>

class QToolButton;

namespace earshot {

class DisplaySettings;
class Sparkline;

/** The window's last line: whether and where Earshot receives, how busy it is, what waits to be forwarded, how much is
 * shown, and the zone. Every part says itself in words; those that lead somewhere are buttons. */
class StatusStrip final : public QStatusBar
{
    Q_OBJECT

public:
    /** @p activity and @p display must outlive it. */
    StatusStrip(const StoreActivity &activity, DisplaySettings &display, QWidget *parent = nullptr);

    void setListener(const ListenerState &state);

    /** Host under which senders reach us, beside the port; null where they go by the listener's own address. */
    void setPublicHost(const QString &host);
    void setSourceCount(qsizetype count);

    /** "1,284 shown", as the perspective puts it. */
    void setShown(const QString &text);

    /** Drops what is dear at narrow windows. */
    void setNarrow(bool narrow);

Q_SIGNALS:
    void listenerPressed(); ///< its state: copy the address, or see why there is none
    void sourcesPressed();
    void outboxPressed();
    void zonePressed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(void (StatusStrip::*pressed)());
    void retranslate();
    void paintMessage(QPainter &painter) const;
    void showListener();
    void showActivity();
    QString outboxText() const;

    const StoreActivity &m_activity;
    DisplaySettings &m_display;
    ListenerState m_state;
    QString m_publicHost;
    qsizetype m_sourceCount = 0;
    QToolButton *m_listener;
    QToolButton *m_sources;
    QLabel *m_rate;
    Sparkline *m_minute;
    QToolButton *m_outbox;
    QLabel *m_behind;
    QLabel *m_shown;
    QLabel *m_size;
    QToolButton *m_zone;
};

} // namespace earshot
