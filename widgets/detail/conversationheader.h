// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/forwardingstate.h"
#include "widgets/detail/detaildata.h"
#include "widgets/style/displaysettings.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QToolButton;

namespace earshot {

class DotLabel;
class ElidedLabel;
class MonogramLabel;
class Pill;

/** Who a conversation is with, where it came from, and how it stands. */
class ConversationHeader final : public QWidget
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit ConversationHeader(DisplaySettings &settings, QWidget *parent = nullptr);

    void setConversation(const Conversation &conversation, const QList<ForwardingPlace> &forwarding);

    /** One line instead of three. */
    void setCompact(bool compact);

    QString title() const;

Q_SIGNALS:
    /** The pill that says how its forwarding stands was pressed. */
    void forwardingPressed();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void buildLayout();
    void refresh();
    void refreshFacts();
    void refreshPills();
    void refreshForwarding();
    void refreshDuration();
    void updateTimer();
    void copyReach();
    void fitPills();
    bool hasContent(const Pill *pill) const;
    bool isRunning() const;
    std::optional<qint64> shownSeconds() const;

    DisplaySettings &m_settings;
    Conversation m_conversation;
    QList<ForwardingPlace> m_forwarding;
    ElidedLabel *m_title;
    QWidget *m_factsLine;
    ElidedLabel *m_reach; ///< phone or e-mail
    QToolButton *m_copy;
    DotLabel *m_reachDot;
    MonogramLabel *m_monogram;
    ElidedLabel *m_source;
    DotLabel *m_channelDot;
    ElidedLabel *m_channel;
    QWidget *m_pillLine;
    Pill *m_status;
    Pill *m_outcome;
    Pill *m_duration;
    Pill *m_forwardingPill;
    QBoxLayout *m_titleRow;
    QBoxLayout *m_column;
    QTimer m_second;
    bool m_isCompact = false;
};

} // namespace earshot
