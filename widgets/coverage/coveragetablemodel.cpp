// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/coverage/coveragetablemodel.h"

namespace earshot {

CoverageTableModel::CoverageTableModel(DisplaySettings &display, QObject *parent)
    : QAbstractTableModel(parent)
    , m_display(display)
{
}

void CoverageTableModel::setRows(const QList<CoverageRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int CoverageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CoverageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString CoverageTableModel::textOf(const CoverageRow &row, int column) const
{
    switch (column) {
    case When:
        return timeText(row.span.from, m_display.format(), m_display.now());
    case HowLong:
        return durationText(std::chrono::round<std::chrono::seconds>(row.span.length()).count());
    case What:
        return coverageKindWord(row.kind);
    case Source:
        if (!row.source.isNull())
            return row.source;
        return row.kind == CoverageRow::Kind::Refusal ? tr("No source") : tr("Every source");
    case Why:
        return row.what;
    case Amount:
        return row.amount.isNull() ? noneText() : row.amount;
    default:
        return {};
    }
}

QVariant CoverageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CoverageRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(headerData(index.column(), Qt::Horizontal).toString(),
                                            textOf(row, index.column()));
    case KindRole:
        return int(row.kind);
    default:
        return {};
    }
}

QVariant CoverageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        //: heading: when something began
        return tr("From");
    case HowLong:
        return tr("How long");
    case What:
        return tr("What");
    case Source:
        return tr("Source");
    case Why:
        return tr("Why");
    case Amount:
        return tr("How much");
    default:
        return {};
    }
}

} // namespace earshot
