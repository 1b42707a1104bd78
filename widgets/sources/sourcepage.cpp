// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/sourcepage.h"

#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace earshot {

SourcePage::SourcePage(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(metrics::c_betweenGroups);
    m_grid->setVerticalSpacing(metrics::c_between);
    m_grid->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::c_dialogMargin, metrics::c_dialogMargin, metrics::c_dialogMargin,
                               metrics::c_dialogMargin);
    layout->addLayout(m_grid);
    layout->addStretch(1);
}

int SourcePage::addRow(QWidget *field, QWidget *buddy)
{
    Row row;
    row.label = new QLabel(this);
    row.label->setTextFormat(Qt::PlainText);
    row.label->setMinimumHeight(metrics::c_controlHeight);
    row.buddy = buddy == nullptr ? field : buddy;
    row.label->setBuddy(row.buddy);
    row.cell = new QWidget(this);
    row.hint = new MutedLabel;
    row.hint->setCaption(true);
    row.error = new FieldError;
    auto *column = new QVBoxLayout(row.cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(field);
    column->addWidget(row.hint);
    column->addWidget(row.error);
    const int place = m_grid->rowCount();
    m_grid->addWidget(row.label, place, 0, Qt::AlignTop);
    m_grid->addWidget(row.cell, place, 1);
    m_rows.append(row);
    return int(m_rows.size()) - 1;
}

void SourcePage::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void SourcePage::setRow(int number, const QString &label, const QString &hint)
{
    const Row &row = m_rows[number];
    row.label->setText(label);
    row.buddy->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    setHint(number, hint);
}

void SourcePage::setHint(int number, const QString &hint)
{
    const Row &row = m_rows[number];
    row.hint->setText(hint);
    row.hint->setVisible(!hint.isEmpty());
    row.buddy->setAccessibleDescription(hint);
}

void SourcePage::setRowVisible(int number, bool visible)
{
    m_rows[number].label->setVisible(visible);
    m_rows[number].cell->setVisible(visible);
}

bool SourcePage::setProblem(int number, const QString &problem)
{
    const Row &row = m_rows[number];
    row.error->setError(problem, row.buddy);
    if (!problem.isEmpty())
        row.buddy->setFocus();
    return problem.isEmpty();
}

void SourcePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
