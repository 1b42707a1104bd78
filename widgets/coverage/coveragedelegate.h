// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/rowdelegate.h"
#include "widgets/coverage/coveragewords.h"

namespace earshot {

/** How a kind looks in the strip, its legend and the table. */
struct CoverageLook {
    Icon icon = Icon::NotListening;
    ColorRole fill = ColorRole::ErrorFill;
    ColorRole text = ColorRole::ErrorText; ///< of icon, edge and pattern
    Qt::BrushStyle pattern = Qt::NoBrush; ///< what tells it apart without colour
};

CoverageLook coverageLook(CoverageRow::Kind kind);

/** Paints the cells of a CoverageTableModel. */
class CoverageDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace earshot
