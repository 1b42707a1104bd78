// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/displaysettings.h"

#include <QStyledItemDelegate>

namespace earshot {

struct FacetRow;

/** Paints the rows of a FacetListModel: icon, word, bar, count. */
class FacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit FacetDelegate(const DisplaySettings &settings, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row) const;
    void paintValue(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row) const;
    void paintSign(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row,
                   const QRect &place) const;
    void paintBar(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row, const QRect &place) const;
    void paintMore(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row) const;

    const DisplaySettings &m_settings;
};

} // namespace earshot
