// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/conversationtablemodel.h"
#include "widgets/live/cellwords.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/words.h"

#include <QCoreApplication>

namespace earshot {

/** The name, else the phone number, else what else is known of who called or wrote; `–` of a stranger. */
QString contactText(const Conversation &record);

/** For how long it runs; nothing where it has ended, or where the length says nothing (a chat). */
std::optional<qint64> runningSeconds(const ConversationListRow &row, Timestamp now);

/** Whether its length was deduced, or one of the moments that it goes by. */
bool isDurationEstimated(const Conversation &record);

/** The status; nothing known looks like `–` without an icon's meaning. */
Look statusLookOf(const ConversationListRow &row);

/** How it stands on its way to its destinations, the worst of them; nothing where it goes nowhere. */
std::optional<Look> forwardingLookOf(const ConversationListRow &row);

/** The same, but only where it wants somebody: of a record that asks, or is parked. */
std::optional<Look> forwardingMarkOf(const ConversationListRow &row);

/** The cells of a conversation table in words. */
class ConversationWords final : public CellWords
{
    Q_DECLARE_TR_FUNCTIONS(earshot::ConversationWords)

public:
    /** @p display must outlive it. */
    explicit ConversationWords(const DisplaySettings &display);

    QString heading(int column) const override;
    QString columnName(int column) const override;
    bool isFigure(int column) const override;
    QString text(const QModelIndex &index) const override;
    QString spoken(const QModelIndex &index) const override;
    QString toolTip(const QModelIndex &index) const override;
    std::optional<CellTerm> term(const QModelIndex &index) const override;
    std::optional<ColorRole> tick(const QModelIndex &index) const override;

    QString durationText(const ConversationListRow &row) const;

    /** What was said last, or what there is to say instead; @p isSaid tells which. */
    QString lastLine(const ConversationListRow &row, bool *isSaid = nullptr) const;

    /** "×2", "Test": before the last line. */
    QStringList tags(const ConversationListRow &row) const;

private:
    QString columnText(const ConversationListRow &row, ConversationColumn column) const;
    QString channelText(const Conversation &record) const;
    QString valueText(const Conversation &record) const;
    QString gutterWords(const QModelIndex &index) const;
    QString gutterTip(const QModelIndex &index) const;

    const DisplaySettings &m_display;
};

} // namespace earshot
