// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/columnfit.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace earshot {

ColumnFit::ColumnFit(QTableView &table)
    : m_table(table)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &ColumnFit::fit);
    connect(table.horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int column, int /*before*/, int width) { noteWidth(column, width); });
    table.viewport()->installEventFilter(this);
}

void ColumnFit::setColumns(int stretched, int leastWidth, const QList<Flexible> &flexible)
{
    m_stretched = stretched;
    m_leastStretched = leastWidth;
    m_flexible = flexible;
    for (const Flexible &giving : flexible) {
        if (!m_wanted.contains(giving.column))
            m_wanted.insert(giving.column, m_table.columnWidth(giving.column));
    }
    m_later.start();
}

void ColumnFit::adopt()
{
    for (const Flexible &giving : std::as_const(m_flexible)) {
        if (!m_table.isColumnHidden(giving.column))
            m_wanted.insert(giving.column, m_table.columnWidth(giving.column));
    }
    m_later.start();
}

void ColumnFit::noteWidth(int column, int width)
{
    if (m_isFitting || column == m_stretched)
        return;
    const bool isFlexible = std::ranges::find(m_flexible, column, &Flexible::column) != m_flexible.end();
    if (isFlexible && width > 0) // a hidden one has none
        m_wanted.insert(column, width);
    if (QGuiApplication::mouseButtons() == Qt::NoButton) // else it would pull against the hand
        m_later.start();
}

int ColumnFit::wantedWidth(int column) const
{
    return m_table.isColumnHidden(column) ? 0 : m_wanted.value(column, m_table.columnWidth(column));
}

void ColumnFit::setWidth(int column, int width)
{
    if (!m_table.isColumnHidden(column) && m_table.columnWidth(column) != width)
        m_table.setColumnWidth(column, width);
}

void ColumnFit::relax()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    for (const Flexible &giving : std::as_const(m_flexible))
        setWidth(giving.column, wantedWidth(giving.column));
}

void ColumnFit::fit()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    const QHeaderView *header = m_table.horizontalHeader();
    int missing = -m_table.viewport()->width();
    for (int column = 0; column < header->count(); ++column) {
        if (!header->isSectionHidden(column))
            missing += column == m_stretched ? m_leastStretched : wantedWidth(column);
    }
    QHash<int, int> widths;
    for (const Flexible &giving : std::as_const(m_flexible)) {
        const int before = widths.value(giving.column, wantedWidth(giving.column));
        const int given = std::clamp(missing, 0, std::max(0, before - giving.leastWidth));
        widths.insert(giving.column, before - given);
        missing -= given;
    }
    for (auto width = widths.cbegin(); width != widths.cend(); ++width)
        setWidth(width.key(), width.value());
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace earshot
