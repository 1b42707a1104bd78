// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/conversationwords.h"
#include "widgets/live/livedelegate.h"

namespace earshot {

/** Paints the cells of a conversation table: what runs in the accent, what was deduced with `≈` and dots, what stands
 * back (no end yet, assumed ended) muted. */
class ConversationDelegate final : public LiveDelegate
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    ConversationDelegate(DisplaySettings &display, const ConversationWords &words, QObject *parent);

    bool isMuted(const QModelIndex &index) const override;

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell {
        QPainter *painter;
        const QStyleOptionViewItem &option;
        const QModelIndex &index;
        const ConversationListRow &row;
    };

    void paintGutter(const Cell &cell) const;
    void paintColumn(const Cell &cell, ConversationColumn column) const;
    void paintSourceOf(const Cell &cell) const;
    void paintLook(const Cell &cell, const Look &look) const;
    void paintDuration(const Cell &cell) const;
    void paintLastLine(const Cell &cell) const;
    void paintDots(const Cell &cell, const QString &text) const;

    const ConversationWords &m_words;
};

} // namespace earshot
