// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/tablecolumns.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>

namespace earshot {
namespace {

constexpr quint32 c_layoutVersion = 1;

} // namespace

TableColumns::TableColumns(QHeaderView &header, const CellWords &words, const QList<int> &fixed)
    : m_header(header)
    , m_words(words)
    , m_fixed(fixed)
{
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { m_menu.popup(m_header.mapToGlobal(at)); });
    connect(&m_menu, &QMenu::aboutToShow, this, &TableColumns::fillMenu);
    retranslate();
}

void TableColumns::retranslate()
{
    m_menu.setTitle(tr("Columns"));
    m_menu.setAccessibleName(tr("Columns"));
    fillMenu();
}

void TableColumns::fillMenu()
{
    m_menu.clear();
    for (int visual = 0; visual < m_header.count(); ++visual) {
        if (const int column = m_header.logicalIndex(visual); !m_fixed.contains(column))
            addColumn(column);
    }
    m_menu.addSeparator();
    connect(m_menu.addAction(tr("Reset columns")), &QAction::triggered, this, &TableColumns::reset);
}

void TableColumns::addColumn(int column)
{
    QAction *action = m_menu.addAction(m_words.columnName(column));
    const bool isShown = !m_header.isSectionHidden(column);
    action->setData(column);
    action->setCheckable(true);
    action->setChecked(isShown);
    action->setEnabled(!isShown || shownCount() > 1); // the last one cannot be hidden: its header would be gone
    connect(action, &QAction::toggled, this, [this, column](bool shown) { m_header.setSectionHidden(column, !shown); });
}

int TableColumns::shownCount() const
{
    int shown = 0;
    for (int column = 0; column < m_header.count(); ++column)
        shown += !m_header.isSectionHidden(column) && !m_fixed.contains(column) ? 1 : 0;
    return shown;
}

void TableColumns::hideByDefault(const QList<int> &columns)
{
    for (const int column : columns)
        m_header.hideSection(column);
}

void TableColumns::noteDefaultLayout()
{
    m_defaultLayout = m_header.saveState();
}

QByteArray TableColumns::save() const
{
    QByteArray layout;
    QDataStream stream(&layout, QIODevice::WriteOnly);
    stream << c_layoutVersion << m_header.count() << m_header.saveState();
    return layout;
}

bool TableColumns::restore(const QByteArray &layout)
{
    QDataStream stream(layout);
    quint32 version = 0;
    int count = 0;
    QByteArray state;
    stream >> version >> count >> state;
    if (stream.status() != QDataStream::Ok || version != c_layoutVersion || count != m_header.count())
        return false;
    return m_header.restoreState(state);
}

void TableColumns::reset()
{
    m_header.restoreState(m_defaultLayout);
    Q_EMIT wasReset();
}

} // namespace earshot
