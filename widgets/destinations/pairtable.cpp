// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/pairtable.h"

#include "widgets/style/metrics.h"

#include <QHeaderView>
#include <QTableWidget>

namespace earshot {
namespace {

constexpr int c_fewestRows = 3;

} // namespace

PairTable::PairTable(QWidget *parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, 2))
    , m_add(new QPushButton)
    , m_remove(new QPushButton)
{
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(metrics::Density::Normal));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false); // Tab leaves it, as it leaves every field
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setMinimumHeight(metrics::c_headerHeight + c_fewestRows * metrics::rowHeight(metrics::Density::Normal));
    m_table->installEventFilter(this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::c_between);
    for (QPushButton *const button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        button->setProperty("smallControl", true);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::itemChanged, this, &PairTable::edited);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    connect(m_add, &QPushButton::clicked, this, &PairTable::addRow);
    connect(m_remove, &QPushButton::clicked, this, &PairTable::removeRow);
    m_remove->setEnabled(false);
    retranslate();
}

PairTable::~PairTable()
{
    m_table->disconnect(this); // a cell that is being edited is kept as it goes, when this is half gone
}

void PairTable::append(const Pair &pair)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, 0, new QTableWidgetItem(pair.first));
    m_table->setItem(row, 1, new QTableWidgetItem(pair.second));
}

void PairTable::setPairs(const QList<Pair> &pairs)
{
    const QSignalBlocker blocker(m_table);
    m_table->setRowCount(0);
    for (const Pair &pair : pairs)
        append(pair);
    m_remove->setEnabled(false);
}

QList<PairTable::Pair> PairTable::pairs() const
{
    QList<Pair> pairs;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, 0)->text().trimmed();
        if (!name.isEmpty())
            pairs.append({name, m_table->item(row, 1)->text().trimmed()});
    }
    return pairs;
}

void PairTable::addRow()
{
    {
        const QSignalBlocker blocker(m_table);
        append({});
    }
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
    m_remove->setEnabled(true);
    m_table->setFocus();
    m_table->editItem(m_table->currentItem());
}

void PairTable::removeRow()
{
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    m_remove->setEnabled(m_table->currentRow() >= 0);
    Q_EMIT edited();
}

bool PairTable::eventFilter(QObject *watched, QEvent *event)
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

void PairTable::setTexts(const QString &name, const QString &first, const QString &second)
{
    m_name = name;
    m_table->setHorizontalHeaderLabels({first, second});
    retranslate();
}

void PairTable::retranslate()
{
    m_table->setAccessibleName(m_name);
    m_add->setText(tr("Add row"));
    m_remove->setText(tr("Remove row"));
    for (QPushButton *const button : {m_add, m_remove}) {
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(m_name);
    }
}

void PairTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
