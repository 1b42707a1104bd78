// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/conversationlistrow.h"
#include "widgets/live/cellwords.h"
#include "widgets/style/displaysettings.h"

#include <QCoreApplication>

namespace earshot {

/** For how long a card's conversation has run. */
qint64 laneSeconds(const ConversationListRow &row, Timestamp now);

/** The cards of the live lane in words. */
class LaneWords final : public CellWords
{
    Q_DECLARE_TR_FUNCTIONS(earshot::LaneWords)

public:
    /** @p display must outlive it. */
    explicit LaneWords(const DisplaySettings &display);

    QString heading(int column) const override;

    bool isFigure(int) const override { return false; }

    QString text(const QModelIndex &index) const override;
    QString spoken(const QModelIndex &index) const override;
    QString toolTip(const QModelIndex &index) const override;

    std::optional<CellTerm> term(const QModelIndex &) const override { return std::nullopt; }

    std::optional<ColorRole> tick(const QModelIndex &) const override { return std::nullopt; }

    /** "Now: 7 calls". */
    QString now(const QAbstractItemModel &rows) const;

    /** "longest 21:48"; null where nothing runs. */
    QString longest(const QAbstractItemModel &rows) const;

    /** "1 without an end"; null where there is none. */
    QString overdue(const QAbstractItemModel &rows) const;

    /** "Reminders and Web chat report when they end": of sources whose silence is not calm. */
    QString silent(const QStringList &sources) const;

private:
    const DisplaySettings &m_display;
};

} // namespace earshot
