// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/scopebutton.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QPainter>

namespace earshot {
namespace {

constexpr int c_margin = 10;
constexpr int c_chevron = 12;

} // namespace

ScopeButton::ScopeButton(Icon icon, QWidget *parent)
    : QToolButton(parent)
    , m_icon(icon)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ScopeButton::setIconOnly(bool iconOnly)
{
    if (std::exchange(m_isIconOnly, iconOnly) == iconOnly)
        return;
    updateGeometry();
    update();
}

void ScopeButton::setWord(const QString &word, bool muted)
{
    m_word = word;
    m_isMuted = muted;
    setText(word); // for accessible tools
    updateGeometry();
    update();
}

QSize ScopeButton::sizeHint() const
{
    const int height = std::max(metrics::c_controlHeight, fontMetrics().height() + 10);
    const int word = m_isIconOnly ? 0 : fontMetrics().horizontalAdvance(m_word) + 2 + metrics::c_between;
    return {2 * c_margin + metrics::c_icon + word + metrics::c_inner + c_chevron, height};
}

QSize ScopeButton::minimumSizeHint() const
{
    return sizeHint();
}

void ScopeButton::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    const bool isPressed = isDown() || (menu() && menu()->isVisible());
    const ColorRole fill = isPressed ? ColorRole::Selection : (underMouse() ? ColorRole::Hover : ColorRole::Surface);
    drawRounded(painter, rect(), metrics::c_controlRadius, colors[fill], colors[ColorRole::ButtonEdge]);
    if (hasFocus())
        drawFocusRing(painter, rect(), metrics::c_controlRadius, colors[ColorRole::Accent]);
    const auto mirrored = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const QRect icon(c_margin, (height() - metrics::c_icon) / 2, metrics::c_icon, metrics::c_icon);
    paintIcon(painter, m_icon, mirrored(icon), colors[m_isMuted ? ColorRole::Muted : ColorRole::TextSecond]);
    const QRect chevron(width() - c_margin - c_chevron, (height() - c_chevron) / 2, c_chevron, c_chevron);
    paintIcon(painter, Icon::ChevronDown, mirrored(chevron), colors[ColorRole::Muted]);
    if (m_isIconOnly)
        return;
    const int left = icon.right() + 1 + metrics::c_between;
    const QRect word(left, 0, chevron.left() - metrics::c_inner - left, height());
    painter.setPen(colors[m_isMuted ? ColorRole::Muted : ColorRole::Text]);
    painter.drawText(mirrored(word),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter))
                         | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_word, Qt::ElideRight, word.width()));
}

} // namespace earshot
