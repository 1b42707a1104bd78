// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/headerparts.h"

#include "widgets/controls/monogram.h"
#include "widgets/style/metrics.h"

#include <QPainter>

namespace earshot {

MonogramLabel::MonogramLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void MonogramLabel::setText(const QString &text)
{
    m_text = text;
    update();
}

QSize MonogramLabel::sizeHint() const
{
    return monogramSize().toSize();
}

void MonogramLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    paintMonogram(painter, rect(), m_text, palette());
}

DotLabel::DotLabel(QWidget *parent)
    : QLabel(QStringLiteral("·"), parent)
{
    setForegroundRole(QPalette::PlaceholderText);
}

QToolButton *makeIconButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setProperty("smallControl", true);
    button->setIconSize({metrics::c_icon, metrics::c_icon});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void nameButton(QToolButton *button, const QString &name)
{
    button->setAccessibleName(name);
    button->setToolTip(name);
}

} // namespace earshot
