// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/rowform.h"

#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace earshot {

RowForm::RowForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::c_betweenGroups);
    m_grid->setVerticalSpacing(metrics::c_between);
    m_grid->setColumnStretch(1, 1);
}

int RowForm::addRow(QWidget *field, QWidget *buddy)
{
    Row row{new QLabel, new QWidget, buddy == nullptr ? field : buddy, new MutedLabel, new FieldError};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setBuddy(row.buddy);
    row.hint->setCaption(true);
    row.hint->hide();
    auto *column = new QVBoxLayout(row.cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(field);
    column->addWidget(row.hint);
    column->addWidget(row.error);
    row.label->setMinimumHeight(metrics::c_controlHeight);
    const int place = m_grid->rowCount();
    m_grid->addWidget(row.label, place, 0, Qt::AlignTop);
    m_grid->addWidget(row.cell, place, 1);
    m_rows.append(row);
    return int(m_rows.size()) - 1;
}

void RowForm::setRow(int number, const QString &label, const QString &hint)
{
    const Row &row = m_rows[number];
    row.label->setText(label);
    row.buddy->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    setHint(number, hint);
}

void RowForm::setHint(int number, const QString &hint)
{
    const Row &row = m_rows[number];
    row.hint->setText(hint);
    row.hint->setVisible(!hint.isEmpty());
    row.buddy->setAccessibleDescription(hint);
}

bool RowForm::setProblem(int number, const QString &problem)
{
    const Row &row = m_rows[number];
    row.error->setError(problem, row.buddy);
    if (problem.isEmpty())
        row.buddy->setAccessibleDescription(row.hint->text());
    return problem.isEmpty();
}

QString RowForm::problem(int number) const
{
    return m_rows[number].error->error();
}

void RowForm::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void RowForm::setRowVisible(int number, bool visible)
{
    m_rows[number].label->setVisible(visible);
    m_rows[number].cell->setVisible(visible);
}

void RowForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
