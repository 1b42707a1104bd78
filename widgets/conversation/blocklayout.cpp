// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/blocklayout.h"

#include "widgets/style/metrics.h"

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr qreal c_margin = metrics::c_paneMargin;
constexpr qreal c_paddingAcross = metrics::c_paneMargin;
constexpr qreal c_paddingDown = 7; // a bubble of one line is as high as a control and a hairline
constexpr qreal c_gapBeforeHead = metrics::c_paneMargin;
constexpr qreal c_gapAfterHead = metrics::c_inner;
constexpr int c_bubbleCharacters = 68;
constexpr qreal c_bubbleShare = 0.78;
constexpr qreal c_smallIcon = 14;

qreal lineHeight(const QFont &font)
{
    return std::ceil(QFontMetricsF(font).height());
}

qreal pauseHeight(const BlockStyle &style)
{
    return metrics::c_paneMargin + lineHeight(metrics::caption(style.font));
}

qreal gapBefore(const TranscriptBlock &block)
{
    return block.isBubble() && !block.hasHead ? metrics::c_inner : c_gapBeforeHead;
}

qreal headHeight(const BlockStyle &style)
{
    return std::max(c_smallIcon, lineHeight(metrics::caption(style.font)));
}

/** The widest that text in a bubble may be. */
qreal bubbleTextWidth(const BlockStyle &style)
{
    const qreal room = std::max(style.width - 2 * c_margin, 40.0);
    const qreal byShare = room * c_bubbleShare - 2 * c_paddingAcross;
    const qreal byCharacters = QFontMetricsF(style.font).averageCharWidth() * c_bubbleCharacters;
    return std::max(24.0, std::floor(std::min(byShare, byCharacters)));
}

} // namespace

BlockMeasures::BlockMeasures(const BlockStyle &style)
    : character(std::max(1.0, QFontMetricsF(style.font).averageCharWidth()))
    , line(lineHeight(style.font))
    , head(headHeight(style))
    , pause(pauseHeight(style))
    , bubble(bubbleTextWidth(style))
    , marker(std::max(40.0, style.width - 100))
{
}

BlockLayout::BlockLayout(const TranscriptBlock &block, const BlockStyle &style)
    : m_block(block)
    , m_style(style)
{
    qreal top = 0;
    if (!block.pause.isEmpty()) {
        const qreal height = pauseHeight(style);
        m_pause = QRectF(c_margin, metrics::c_paneMargin, style.width - 2 * c_margin, height - metrics::c_paneMargin);
        top = height;
    }
    m_height = top;
    if (block.isBubble())
        layOutBubble();
    else if (block.isMarker())
        layOutMarker();
    else
        layOutLine();
}

qreal BlockLayout::layOutText(qreal width)
{
    QString text = m_block.shownText();
    const bool isRightToLeft = text.isRightToLeft();
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    m_text = std::make_unique<QTextLayout>(
        text, m_block.isBubble() || m_block.isMarker() ? m_style.font : metrics::caption(m_style.font));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    m_text->setTextOption(option);
    m_text->setFormats(formats({}, {}));
    m_text->setCacheEnabled(true);

    qreal natural = 0;
    m_text->beginLayout();
    for (QTextLine line = m_text->createLine(); line.isValid(); line = m_text->createLine()) {
        line.setLineWidth(width);
        natural = std::max(natural, line.naturalTextWidth());
    }
    m_text->endLayout();
    return std::min(std::ceil(natural), width);
}

/** Sets the lines below each other, each at the side where its text begins. */
void BlockLayout::placeText(QPointF topLeft, qreal width)
{
    m_textPlace = topLeft;
    const bool isRightToLeft = m_text->textOption().textDirection() == Qt::RightToLeft;
    qreal y = 0;
    for (int i = 0; i < m_text->lineCount(); ++i) {
        QTextLine line = m_text->lineAt(i);
        line.setPosition({isRightToLeft ? std::max(0.0, width - line.naturalTextWidth()) : 0.0, y});
        y += std::ceil(line.height());
    }
}

static qreal textHeight(const QTextLayout &text)
{
    if (text.lineCount() == 0)
        return 0;
    const QTextLine last = text.lineAt(text.lineCount() - 1);
    return last.y() + std::ceil(last.height());
}

QRectF BlockLayout::visual(const QRectF &rect) const
{
    if (!m_style.isRightToLeft)
        return rect;
    return {m_style.width - rect.right(), rect.top(), rect.width(), rect.height()};
}

void BlockLayout::layOutBubble()
{
    qreal y = m_height + gapBefore(m_block);
    if (m_block.hasHead) {
        m_head = QRectF(c_margin, y, m_style.width - 2 * c_margin, headHeight(m_style));
        y = m_head.bottom() + c_gapAfterHead;
    }
    const qreal most = bubbleTextWidth(m_style);
    qreal width = layOutText(most);
    const QFontMetricsF small(metrics::caption(m_style.font));
    if (!m_block.more.isEmpty())
        width = std::max(width, std::min(most, std::ceil(small.horizontalAdvance(m_block.more))));
    placeText({}, width);

    const qreal moreHeight = m_block.more.isEmpty() ? 0 : metrics::c_inner + lineHeight(metrics::caption(m_style.font));
    const qreal height = textHeight(*m_text) + moreHeight + 2 * c_paddingDown;
    const qreal full = width + 2 * c_paddingAcross;
    const bool leads = m_block.shape == TranscriptBlock::Shape::Contact;
    const qreal x = leads ? c_margin : m_style.width - c_margin - full;
    m_frame = visual({x, y, full, height});
    m_textPlace = m_frame.topLeft() + QPointF(c_paddingAcross, c_paddingDown);
    if (moreHeight > 0)
        m_more = QRectF(m_textPlace.x(), m_frame.bottom() - c_paddingDown - moreHeight + metrics::c_inner, width,
                        moreHeight - metrics::c_inner);
    m_height = m_frame.bottom();
}

void BlockLayout::layOutMarker()
{
    const qreal y = m_height + c_gapBeforeHead;
    const QFontMetricsF small(metrics::caption(m_style.font));
    const qreal lead = c_paddingAcross - 2 + metrics::c_icon + metrics::c_between;
    const qreal trail = c_paddingAcross
                        + (m_block.time.isEmpty() ? 0 : std::ceil(small.horizontalAdvance(m_block.time)) + 12)
                        + (m_block.isFoldable ? metrics::c_icon : 0);
    const qreal full = m_style.width - 2 * c_margin;
    const qreal width = std::max(24.0, full - lead - trail);
    layOutText(width);
    placeText({}, width);

    const qreal moreHeight = m_block.more.isEmpty() ? 0 : metrics::c_inner + lineHeight(metrics::caption(m_style.font));
    const qreal height = std::max<qreal>(textHeight(*m_text) + moreHeight + 10, metrics::c_controlHeight);
    m_frame = visual({c_margin, y, full, height});
    const QRectF inner = visual({c_margin + lead, y, width, height});
    const qreal down = std::floor((height - textHeight(*m_text) - moreHeight) / 2);
    m_textPlace = {inner.x(), y + down};
    if (moreHeight > 0)
        m_more = QRectF(inner.x(), m_frame.bottom() - down - moreHeight + metrics::c_inner, width,
                        moreHeight - metrics::c_inner);
    m_height = m_frame.bottom();
}

void BlockLayout::layOutLine()
{
    const bool isDate = m_block.shape == TranscriptBlock::Shape::Date;
    const qreal full = m_style.width - 2 * c_margin;
    const qreal width = layOutText(std::max(24.0, full - 48));
    placeText({}, width);
    const qreal y = m_height + (isDate ? metrics::c_between : c_gapBeforeHead);
    m_textPlace = {std::floor((m_style.width - width) / 2), y};
    m_pause = QRectF(c_margin, y, full, textHeight(*m_text));
    m_height = y + textHeight(*m_text) + (isDate ? 0 : metrics::c_betweenGroups);
}

bool BlockLayout::isFoldingPlace(QPointF point) const
{
    if (m_more.contains(point))
        return true;
    QRectF line = m_frame;
    line.setHeight(metrics::c_controlHeight);
    return m_block.isFoldable && line.contains(point);
}

bool BlockLayout::isOnText(QPointF point) const
{
    const QList<QRectF> rects = spanRects({0, m_text->text().size()});
    return std::ranges::any_of(rects, [&](const QRectF &rect) { return rect.contains(point); });
}

qsizetype BlockLayout::positionAt(QPointF point) const
{
    const QPointF inside = point - m_textPlace;
    for (int i = 0; i < m_text->lineCount(); ++i) {
        const QTextLine line = m_text->lineAt(i);
        if (inside.y() < line.y() + std::ceil(line.height()) || i == m_text->lineCount() - 1)
            return line.xToCursor(inside.x());
    }
    return 0;
}

QRectF BlockLayout::cursorRect(qsizetype position) const
{
    if (m_text->lineCount() == 0)
        return {m_textPlace, QSizeF(1, lineHeight(m_style.font))};
    const int place = int(std::clamp<qsizetype>(position, 0, m_text->text().size()));
    const QTextLine line = m_text->lineForTextPosition(place);
    return {m_textPlace.x() + line.cursorToX(place), m_textPlace.y() + line.y(), 1, std::ceil(line.height())};
}

std::optional<qsizetype> BlockLayout::verticalMove(qsizetype position, int lines, qreal x) const
{
    if (m_text->lineCount() == 0)
        return std::nullopt;
    const int place = int(std::clamp<qsizetype>(position, 0, m_text->text().size()));
    const int wanted = m_text->lineForTextPosition(place).lineNumber() + lines;
    if (wanted < 0 || wanted >= m_text->lineCount())
        return std::nullopt;
    return m_text->lineAt(wanted).xToCursor(x - m_textPlace.x());
}

qsizetype BlockLayout::edgePosition(bool last, qreal x) const
{
    if (m_text->lineCount() == 0)
        return 0;
    return m_text->lineAt(last ? m_text->lineCount() - 1 : 0).xToCursor(x - m_textPlace.x());
}

qsizetype BlockLayout::nextPosition(qsizetype position, bool byWord) const
{
    return m_text->nextCursorPosition(int(position), byWord ? QTextLayout::SkipWords : QTextLayout::SkipCharacters);
}

qsizetype BlockLayout::previousPosition(qsizetype position, bool byWord) const
{
    return m_text->previousCursorPosition(int(position), byWord ? QTextLayout::SkipWords : QTextLayout::SkipCharacters);
}

QList<QRectF> BlockLayout::spanRects(TextStretch span) const
{
    QList<QRectF> rects;
    for (int i = 0; i < m_text->lineCount(); ++i) {
        const QTextLine line = m_text->lineAt(i);
        const int from = std::max(int(span.from), line.textStart());
        const int to = std::min(int(span.end()), line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const qreal a = line.cursorToX(from);
        const qreal b = line.cursorToX(to);
        rects.append(
            {m_textPlace.x() + std::min(a, b), m_textPlace.y() + line.y(), std::abs(b - a), std::ceil(line.height())});
    }
    return rects;
}

qreal BlockLayout::estimatedHeight(const TranscriptBlock &block, const BlockMeasures &measures)
{
    const qreal width = block.isBubble() ? measures.bubble : measures.marker;
    const qreal lines = std::max(1.0, std::ceil(double(block.shown) * measures.character / width));
    qreal height = gapBefore(block) + lines * measures.line + (block.isBubble() ? 2 * c_paddingDown : 10);
    if (!block.pause.isEmpty())
        height += measures.pause;
    if (block.hasHead)
        height += measures.head + c_gapAfterHead;
    return std::ceil(height);
}

} // namespace earshot
