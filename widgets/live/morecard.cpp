// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/morecard.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace earshot {
namespace {

constexpr int c_width = 48;

} // namespace

MoreCard::MoreCard(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    retranslate();
    hide();
}

int MoreCard::widthFor(const QFont &font)
{
    return std::max(c_width, QFontMetrics(font).horizontalAdvance(QStringLiteral("+99")) + metrics::c_betweenGroups);
}

void MoreCard::setCount(int count)
{
    setVisible(count > 0);
    if (count == m_count)
        return;
    m_count = count;
    retranslate();
}

void MoreCard::retranslate()
{
    //: on a card that stands for more cards; %1 is their number
    setText(tr("+%1").arg(locale().toString(m_count)));
    setAccessibleName(tr("%n more running", nullptr, m_count));
    setToolTip(accessibleName());
    update();
}

void MoreCard::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(colors[ColorRole::FieldEdge], 1, Qt::DashLine);
    if (hasFocus())
        pen = QPen(colors[ColorRole::Accent], metrics::c_focusRing);
    painter.setPen(pen);
    painter.setBrush(underMouse() ? QBrush(colors[ColorRole::Hover]) : QBrush(Qt::NoBrush));
    const qreal half = pen.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), metrics::c_cardRadius,
                            metrics::c_cardRadius);
    painter.setPen(colors[ColorRole::TextSecond]);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

void MoreCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

} // namespace earshot
