// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a block that is laid out is painted.

#include "widgets/conversation/blocklayout.h"
#include "widgets/style/metrics.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace earshot {
namespace {

using Shape = TranscriptBlock::Shape;

constexpr qreal c_smallIcon = 14;
constexpr qreal c_padding = metrics::c_paneMargin;

struct BubbleColors {
    QColor fill;
    QColor edge;
};

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [&](int from, int to) { return int(from + (to - from) * share); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

BubbleColors bubbleColors(Shape shape, const Colors &colors)
{
    switch (shape) {
    case Shape::Assistant:
        return {colors[ColorRole::BubbleAssistant],
                mixed(colors[ColorRole::BubbleAssistant], colors[ColorRole::InfoText], 0.18)};
    case Shape::Agent:
        return {colors[ColorRole::BubbleAgent],
                mixed(colors[ColorRole::BubbleAgent], colors[ColorRole::GoodText], 0.25)};
    case Shape::Contact:
        return {colors[ColorRole::BubbleContact], colors[ColorRole::Line]};
    case Shape::Date:
    case Shape::Marker:
    case Shape::Closing:
        break;
    }
    return {colors[ColorRole::Surface], colors[ColorRole::Line]};
}

void paintDashes(QPainter &painter, const QRectF &rect, qreal textWidth, const QColor &color)
{
    const qreal half = textWidth > 0 ? textWidth / 2 + 10 : 0;
    const qreal y = std::floor(rect.center().y()) + 0.5;
    painter.setPen(QPen(color, 1, Qt::CustomDashLine));
    QPen pen = painter.pen();
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.center().x() - half, y));
    painter.drawLine(QPointF(rect.center().x() + half, y), QPointF(rect.right(), y));
}

QTextCharFormat formatOf(TextMark::Kind kind, const QFont &font, const Colors &colors)
{
    QTextCharFormat format;
    switch (kind) {
    case TextMark::Kind::Strong:
        format.setFontWeight(metrics::strong(font).weight());
        break;
    case TextMark::Kind::Muted:
        format.setForeground(colors[ColorRole::Muted]);
        break;
    case TextMark::Kind::Link:
        format.setForeground(colors[ColorRole::Accent]);
        format.setFontUnderline(true);
        break;
    }
    return format;
}

} // namespace

void BlockLayout::paint(QPainter &painter, const QPalette &palette, const BlockPaint &paint) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_pause.isEmpty())
        paintPause(painter, palette);
    if (!m_head.isEmpty())
        paintHead(painter, palette);
    if (!m_frame.isEmpty())
        paintFrame(painter, palette, paint.isCurrent);
    if (m_block.isMarker())
        paintMarker(painter, palette);
    if (!m_more.isEmpty())
        paintMore(painter, palette);
    paintText(painter, palette, paint);
}

void BlockLayout::paintPause(QPainter &painter, const QPalette &palette) const
{
    const Colors &colors = colorsOf(palette);
    const bool isOwnText = m_frame.isEmpty(); // the date's and the end's text is painted with all texts
    const QFont font = metrics::caption(m_style.font);
    const qreal width = isOwnText ? (m_text->lineCount() > 0 ? m_text->lineAt(0).naturalTextWidth() : 0)
                                  : QFontMetricsF(font).horizontalAdvance(m_block.pause);
    const QColor dashes = mixed(colors[ColorRole::Line], colors[ColorRole::Muted], 0.35);
    paintDashes(painter, m_pause, width, dashes);
    if (isOwnText)
        return;
    painter.setFont(font);
    painter.setPen(colors[ColorRole::Muted]);
    painter.drawText(m_pause, Qt::AlignCenter, m_block.pause);
}

void BlockLayout::paintHead(QPainter &painter, const QPalette &palette) const
{
    const Colors &colors = colorsOf(palette);
    const QFont strong = metrics::strong(metrics::caption(m_style.font));
    const QFont plain = metrics::caption(m_style.font);
    const qreal timeWidth = std::ceil(QFontMetricsF(plain).horizontalAdvance(m_block.time));
    const qreal gaps = c_smallIcon + 6 + (timeWidth > 0 ? 6 + timeWidth : 0);
    const QString name = QFontMetricsF(strong).elidedText(m_block.name, Qt::ElideRight, m_head.width() - gaps);
    const qreal nameWidth = std::ceil(QFontMetricsF(strong).horizontalAdvance(name));
    qreal x = m_block.shape == Shape::Contact ? m_head.left() : m_head.right() - gaps - nameWidth;

    const auto place = [&](qreal width) {
        const QRectF rect(x, m_head.top(), width, m_head.height());
        x += width + 6;
        return visual(rect);
    };
    paintIcon(painter, m_block.icon, place(c_smallIcon), colors[ColorRole::Muted]);
    painter.setFont(strong);
    painter.setPen(colors[ColorRole::TextSecond]);
    painter.drawText(place(nameWidth).adjusted(-1, 0, 1, 0), Qt::AlignCenter | Qt::TextSingleLine, name);
    painter.setFont(plain);
    painter.setPen(colors[ColorRole::Muted]);
    painter.drawText(place(timeWidth).adjusted(-1, 0, 1, 0), Qt::AlignCenter | Qt::TextSingleLine, m_block.time);
}

void BlockLayout::paintFrame(QPainter &painter, const QPalette &palette, bool isCurrent) const
{
    const Colors &colors = colorsOf(palette);
    const BubbleColors bubble = bubbleColors(m_block.shape, colors);
    const qreal radius = m_block.isBubble() ? metrics::c_bubbleRadius : metrics::c_controlRadius;
    painter.setBrush(bubble.fill);
    painter.setPen(QPen(bubble.edge, 1));
    painter.drawRoundedRect(m_frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (!isCurrent)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors[ColorRole::Accent], metrics::c_focusRing));
    painter.drawRoundedRect(m_frame, radius, radius);
}

void BlockLayout::paintMarker(QPainter &painter, const QPalette &palette) const
{
    const Colors &colors = colorsOf(palette);
    QRectF line = visual(m_frame); // from here as if left to right
    line.setHeight(metrics::c_controlHeight);
    const QRectF icon(line.left() + c_padding - 2, line.top(), metrics::c_icon, line.height());
    paintIcon(painter, m_block.icon, visual(icon), colors[m_block.iconColor]);
    line.setRight(line.right() - c_padding);
    if (m_block.isFoldable) {
        const QRectF chevron(line.right() - c_smallIcon, line.top(), c_smallIcon, line.height());
        paintIcon(painter, m_block.isFolded() ? Icon::ChevronDown : Icon::ChevronUp, visual(chevron),
                  colors[ColorRole::Muted]);
        line.setRight(chevron.left() - metrics::c_inner);
    }
    painter.setFont(metrics::caption(m_style.font));
    painter.setPen(colors[ColorRole::Muted]);
    const QRectF rest = visual(line);
    painter.drawText(rest, Qt::AlignVCenter | (m_style.isRightToLeft ? Qt::AlignLeft : Qt::AlignRight), m_block.time);
}

void BlockLayout::paintMore(QPainter &painter, const QPalette &palette) const
{
    painter.setFont(metrics::caption(m_style.font));
    painter.setPen(colorsOf(palette)[ColorRole::Accent]);
    painter.drawText(m_more, Qt::AlignVCenter | (m_style.isRightToLeft ? Qt::AlignRight : Qt::AlignLeft), m_block.more);
}

QList<QTextLayout::FormatRange> BlockLayout::formats(const QPalette &palette, const BlockPaint &paint) const
{
    const Colors &colors = colorsOf(palette);
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](TextStretch span, const QTextCharFormat &format) {
        const qsizetype end = std::min(span.end(), m_block.shown);
        if (span.from < end)
            ranges.append({int(span.from), int(end - span.from), format});
    };
    for (const TextMark &mark : m_block.marks)
        add(mark.span, formatOf(mark.kind, m_style.font, colors));
    QTextCharFormat hit;
    hit.setBackground(colors[ColorRole::FindHit]);
    hit.setForeground(colors[ColorRole::FindHitText]);
    for (const TextStretch &span : paint.hits)
        add(span, hit);
    QTextCharFormat selected;
    selected.setBackground(
        mixed(colors[ColorRole::Selection], colors[ColorRole::Accent], 0.25)); // also seen on a bubble
    selected.setForeground(colors[ColorRole::Text]);
    add(paint.selection, selected);
    return ranges;
}

void BlockLayout::paintText(QPainter &painter, const QPalette &palette, const BlockPaint &paint) const
{
    const Colors &colors = colorsOf(palette);
    const bool isQuiet = m_frame.isEmpty();
    painter.setPen(colors[isQuiet ? ColorRole::Muted : m_block.isMarker() ? ColorRole::TextSecond : ColorRole::Text]);
    m_text->draw(&painter, m_textPlace, formats(palette, paint));
    if (paint.currentHit >= 0 && paint.currentHit < paint.hits.size()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors[ColorRole::Accent], metrics::c_focusRing));
        for (const QRectF &rect : spanRects(paint.hits.at(paint.currentHit)))
            painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3);
    }
    if (paint.cursor >= 0) {
        QRectF cursor = cursorRect(paint.cursor);
        cursor.setWidth(1.5);
        painter.fillRect(cursor, colors[ColorRole::Accent]);
    }
}

} // namespace earshot
