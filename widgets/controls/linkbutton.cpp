// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/linkbutton.h"

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_padding = 4;
constexpr int c_gap = 5;

} // namespace

LinkButton::LinkButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : LinkButton(parent)
{
    setText(text);
}

QSize LinkButton::sizeHint() const
{
    ensurePolished();
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    const int icon = this->icon().isNull() ? 0 : metrics::c_icon + (text > 0 ? c_gap : 0);
    return {icon + text + 2 * c_padding, std::max(metrics::c_smallControlHeight, fontMetrics().height() + 6)};
}

QSize LinkButton::minimumSizeHint() const
{
    return sizeHint();
}

void LinkButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void LinkButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    const QColor color = isEnabled() ? colors[ColorRole::Accent] : palette().color(QPalette::Disabled, QPalette::Text);
    QRect rest = rect().adjusted(c_padding, 0, -c_padding, 0);
    const auto visual = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    if (!icon().isNull()) {
        paintIcon(painter, icon(), visual(QRect(rest.left(), 0, metrics::c_icon, height())), color);
        rest.setLeft(rest.left() + metrics::c_icon + c_gap);
    }
    QFont linkFont = font();
    linkFont.setUnderline(isEnabled() && (underMouse() || isDown()));
    painter.setFont(linkFont);
    painter.setPen(color);
    painter.drawText(visual(rest),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | Qt::TextSingleLine | Qt::TextShowMnemonic | Qt::TextDontClip,
                     text());
    if (hasFocus())
        drawFocusRing(painter, rect(), metrics::c_controlRadius, colors[ColorRole::Accent]);
}

} // namespace earshot
