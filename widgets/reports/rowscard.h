// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/card.h"
#include "widgets/style/displaysettings.h"

class QLabel;

namespace earshot {

class ConversationTableModel;
class ConversationView;
class ElidedLabel;
class LinkButton;

/** The rows behind the charts. */
class RowsCard final : public Card
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    RowsCard(ConversationTableModel &rows, DisplaySettings &settings, QWidget *parent = nullptr);

    ConversationView &view() const { return *m_view; }

    /** "47,506 rows, newest first". */
    QString subtitle() const;

Q_SIGNALS:
    void conversationActivated(qint64 id);
    void openInLiveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showColumns();
    void updateCount();

    ConversationTableModel &m_rows;
    DisplaySettings &m_settings;
    ConversationView *m_view;
    QLabel *m_title;
    ElidedLabel *m_subtitle;
    LinkButton *m_openInLive;
    bool m_isUpdating = false;
};

} // namespace earshot
