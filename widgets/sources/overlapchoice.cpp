// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/overlapchoice.h"

#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QRadioButton>

namespace earshot {

OverlapChoice::OverlapChoice(QWidget *parent)
    : QWidget(parent)
    , m_later(new QRadioButton)
    , m_atOnce(new QRadioButton)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addWidget(m_later);
    column->addWidget(m_atOnce);
    m_later->setChecked(true);
    m_later->setObjectName(QStringLiteral("overlapDay"));
    m_atOnce->setObjectName(QStringLiteral("overlapNone"));
    retranslate();
}

std::chrono::seconds OverlapChoice::overlap() const
{
    return m_later->isChecked() ? std::chrono::hours(24) : std::chrono::seconds(0);
}

void OverlapChoice::retranslate()
{
    m_later->setText(tr("The old one works for 24 hours more"));
    m_atOnce->setText(tr("The old one stops working at once"));
}

void OverlapChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
