// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/coverage/coveragedelegate.h"

#include "widgets/coverage/coveragetablemodel.h"

namespace earshot {

CoverageLook coverageLook(CoverageRow::Kind kind)
{
    switch (kind) {
    case CoverageRow::Kind::Gap:
        return {Icon::NotListening, ColorRole::ErrorFill, ColorRole::ErrorText, Qt::BDiagPattern};
    case CoverageRow::Kind::Missed:
        return {Icon::StatusNoEndYet, ColorRole::ErrorFill, ColorRole::ErrorText, Qt::BDiagPattern};
    case CoverageRow::Kind::Silence:
        return {Icon::Hourglass, ColorRole::WarningFill, ColorRole::WarningText, Qt::Dense6Pattern};
    case CoverageRow::Kind::Refusal:
        return {Icon::StatusFailed, ColorRole::ErrorFill, ColorRole::ErrorText, Qt::SolidPattern};
    }
    Q_UNREACHABLE();
}

void CoverageDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect content = contentRect(option);
    const QString text = index.data().toString();
    TextStyle style;
    switch (index.column()) {
    case CoverageTableModel::What: {
        const CoverageLook look = coverageLook(CoverageRow::Kind(index.data(CoverageTableModel::KindRole).toInt()));
        paintIconAndText(painter, option, index, content, look.icon, look.text, text);
        return;
    }
    case CoverageTableModel::When:
        style.tabular = true;
        break;
    case CoverageTableModel::HowLong:
        style.tabular = true;
        style.alignment = Qt::AlignTrailing;
        break;
    case CoverageTableModel::Why:
        style.color = ColorRole::TextSecond;
        break;
    default:
        break;
    }
    paintCellText(painter, option, index, content, text, style);
}

} // namespace earshot
