// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/icons.h"

#include <QStyledItemDelegate>

#include <optional>

namespace earshot {

/** The base of delegates that paint the cells of a DataTable. A subclass overrides paintCell() and cellText();
 * background, hairline, focus and tooltip are done here. Text is always plain. */
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit RowDelegate(DisplaySettings &settings, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /** What the cell says in words: for its tooltip when it is cut, and for a copy. The display role unless told
     * otherwise. */
    virtual QString cellText(const QModelIndex &index) const;

    /** The whole tooltip of a cell, shown whether it is cut or not; null for "cellText() if cut". */
    virtual QString toolTip(const QModelIndex &index) const;

    /** Whether the row stands back: its texts are muted and its icons too. */
    virtual bool isMuted(const QModelIndex &index) const;

protected:
    /** How a text is painted in a cell. */
    struct TextStyle {
        ColorRole color = ColorRole::Text;
        Qt::Alignment alignment = Qt::AlignLeading;
        Qt::TextElideMode elide = Qt::ElideRight;
        std::optional<QFont> font = {}; ///< the option's unless set
        bool tabular = false; ///< digits on the widest digit's advance
        bool ownDirection = true; ///< by its first strong letter, aligned to the column; else left to right
    };

    DisplaySettings &settings() const { return m_settings; }

    /** Paints what stands in the cell; @p option.rect is the whole cell. The background is there already. */
    virtual void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    /** Surface, hover or selection, the hairline, and the focus ring's part of this cell. */
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    /** The cell without its padding. */
    static QRect contentRect(const QStyleOptionViewItem &option);

    /** Of the option's palette; muted for every role in a muted row. */
    QColor colorFor(const QStyleOptionViewItem &option, const QModelIndex &index, ColorRole role) const;

    // Each paints at the leading edge of rect and returns what is left of it for what follows.
    QRect paintCellText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                        const QRect &rect, const QString &text, const TextStyle &style) const;
    QRect paintCellIcon(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                        const QRect &rect, Icon icon, ColorRole color) const;
    QRect paintIconAndText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const QRect &rect, Icon icon, ColorRole iconColor, const QString &text) const;
    QRect paintSource(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                      const QRect &rect, const QString &monogram, const QString &name) const;
    QRect paintTag(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &rect,
                   const QString &word) const;

    /** A bar of 3 px at the cell's leading edge, for a first column. */
    void paintEdge(QPainter *painter, const QStyleOptionViewItem &option, ColorRole color) const;

    /** A cell narrower than this counts as cut beside one in which a painted text is; 0 unless told otherwise. */
    virtual int neededWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    /** Whether any text of the cell is cut at the option's width: found by painting it nowhere. */
    bool isCut(const QStyleOptionViewItem &option, const QModelIndex &index) const;

private:
    DisplaySettings &m_settings;
    mutable bool m_wasCut = false; ///< set by paintCellText()
};

} // namespace earshot
