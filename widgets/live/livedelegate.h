// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/rowdelegate.h"
#include "widgets/live/cellwords.h"

namespace earshot {

/** The base of the delegates of live tables: words and tooltips from CellWords, soft bars for rows on their way. */
class LiveDelegate : public RowDelegate
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    LiveDelegate(DisplaySettings &display, const CellWords &words, QObject *parent);

    /** Whether the current cell is marked within its row: while it is moved by keys. */
    void setCellMarked(bool marked) { m_isCellMarked = marked; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QString cellText(const QModelIndex &index) const override;
    QString toolTip(const QModelIndex &index) const override;

protected:
    /** A plain text, or `–` where nothing is known. */
    QRect paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const QString &text, ColorRole color = ColorRole::Text) const;

    /** Right-aligned, digits under digits. */
    QRect paintFigure(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                      const QString &text, ColorRole color = ColorRole::Text) const;

    /** An icon in the middle of a narrow cell. */
    void paintLoneIcon(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, Icon icon,
                       ColorRole color) const;

    /** A small icon at the gutter's far end, where the dot of what is new leaves room. */
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, Icon icon,
                   ColorRole color) const;

    void paintUnread(QPainter *painter, const QStyleOptionViewItem &option) const;
    static void paintSkeleton(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index);

private:
    const CellWords &m_words;
    bool m_isCellMarked = false;
};

} // namespace earshot
