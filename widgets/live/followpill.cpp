// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/followpill.h"

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QPainter>

namespace earshot {
namespace {

constexpr int c_shadow = 3; // pixels of shadow at every side
constexpr int c_shadowAlpha = 22;
constexpr int c_arrow = 14;

} // namespace

FollowPill::FollowPill(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus); // Ctrl+Home and L do the same from the table
    retranslate();
    hide();
}

void FollowPill::setCount(int count)
{
    if (count != m_count) {
        m_count = count;
        retranslate();
    }
    setVisible(count > 0);
}

void FollowPill::retranslate()
{
    //: rows that have arrived meanwhile
    setText(tr("%n new", nullptr, m_count));
    setAccessibleName(text());
    setToolTip(tr("Show them and follow (L)"));
    updateGeometry();
    resize(sizeHint());
    update();
}

QSize FollowPill::sizeHint() const
{
    const QFontMetrics fonts(metrics::strong(font()));
    const int height = std::max(metrics::c_smallControlHeight, fonts.height() + 2 * metrics::c_inner);
    const int width = 2 * metrics::c_paneMargin + c_arrow + metrics::c_inner + fonts.horizontalAdvance(text());
    return {width + 2 * c_shadow, height + 2 * c_shadow};
}

void FollowPill::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF body = QRectF(rect()).adjusted(c_shadow, c_shadow, -c_shadow, -c_shadow);
    for (int i = c_shadow; i > 0; --i) {
        const QRectF shade = body.adjusted(-i, -i + 1, i, i);
        painter.setBrush(QColor(0, 0, 0, c_shadowAlpha));
        painter.drawRoundedRect(shade, shade.height() / 2, shade.height() / 2);
    }
    painter.setBrush(isDown() ? colors[ColorRole::Accent].darker(115) : colors[ColorRole::Accent]);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);

    const QRectF content = body.adjusted(metrics::c_paneMargin, 0, -metrics::c_paneMargin, 0);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QRectF arrow(0, 0, c_arrow, c_arrow);
    arrow.moveCenter(content.center());
    mirrored ? arrow.moveRight(content.right()) : arrow.moveLeft(content.left());
    paintIcon(painter, Icon::ArrowUp, arrow, colors[ColorRole::OnAccent]);
    painter.setPen(colors[ColorRole::OnAccent]);
    painter.setFont(metrics::strong(font()));
    const int taken = c_arrow + metrics::c_inner;
    painter.drawText(mirrored ? content.adjusted(0, 0, -taken, 0) : content.adjusted(taken, 0, 0, 0),
                     Qt::AlignCenter | Qt::TextSingleLine, text());
}

void FollowPill::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

} // namespace earshot
