// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/coverage/coveragewords.h"
#include "widgets/style/displaysettings.h"

#include <QAbstractTableModel>

namespace earshot {

/** What a coverage tells of, a row each, newest first. Of the GUI thread. */
class CoverageTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, HowLong, What, Source, Amount, Why, ColumnCount };

    enum Role { KindRole = Qt::UserRole }; ///< CoverageRow::Kind as a number

    /** @p display must outlive it. */
    explicit CoverageTableModel(DisplaySettings &display, QObject *parent = nullptr);

    void setRows(const QList<CoverageRow> &rows);

    const QList<CoverageRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const CoverageRow &row, int column) const;

    DisplaySettings &m_display;
    QList<CoverageRow> m_rows;
};

} // namespace earshot
