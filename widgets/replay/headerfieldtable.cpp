// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/headerfieldtable.h"

#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableWidget>

namespace earshot {

HeaderFieldTable::HeaderFieldTable(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2))
    , m_add(new QPushButton)
    , m_remove(new QPushButton)
{
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab leaves it, as it leaves every field
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->installEventFilter(this);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(metrics::c_between);
    for (QPushButton *const button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_between);
    row->addWidget(m_table, 1);
    row->addLayout(buttons);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::itemChanged, this, &HeaderFieldTable::changed);
    connect(m_table, &QTableWidget::currentCellChanged, this,
            [this](int current) { m_remove->setEnabled(current >= 0); });
    connect(m_add, &QPushButton::clicked, this, &HeaderFieldTable::addRow);
    connect(m_remove, &QPushButton::clicked, this, &HeaderFieldTable::removeRow);
    m_remove->setEnabled(false);
    retranslate();
}

void HeaderFieldTable::append(const HeaderField &field)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(QString::fromUtf8(field.name)));
    m_table->setItem(row, 1, new QTableWidgetItem(QString::fromUtf8(field.value)));
}

void HeaderFieldTable::setFields(const QList<HeaderField> &fields)
{
    const QSignalBlocker blocker(m_table);
    m_table->setRowCount(0);
    for (const HeaderField &field : fields)
        append(field);
    m_table->resizeColumnToContents(0);
}

QList<HeaderField> HeaderFieldTable::fields() const
{
    QList<HeaderField> fields;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QByteArray name = m_table->item(row, 0)->text().trimmed().toUtf8();
        if (!name.isEmpty())
            fields.append({name, m_table->item(row, 1)->text().trimmed().toUtf8()});
    }
    return fields;
}

void HeaderFieldTable::addRow()
{
    {
        const QSignalBlocker blocker(m_table);
        append({});
    }
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
    m_table->setFocus();
    m_table->editItem(m_table->currentItem());
}

void HeaderFieldTable::removeRow()
{
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    m_remove->setEnabled(m_table->currentRow() >= 0);
    Q_EMIT changed();
}

bool HeaderFieldTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete)
            removeRow();
        else if (key == Qt::Key_Insert)
            addRow();
        if (key == Qt::Key_Delete || key == Qt::Key_Insert)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HeaderFieldTable::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("Header"), tr("Value")});
    m_table->setAccessibleName(tr("Header fields"));
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(tr("Add a header field"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the header field"));
}

void HeaderFieldTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
