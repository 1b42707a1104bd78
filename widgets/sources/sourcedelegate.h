// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/rowdelegate.h"

namespace earshot {

/** Paints the cells of a SourceTableModel. */
class SourceDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    bool isMuted(const QModelIndex &index) const override;

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int neededWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace earshot
