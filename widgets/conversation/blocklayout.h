// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/transcriptblock.h"

#include <QFont>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace earshot {

/** How blocks are laid out: what changes with the widget, not with the transcript. */
struct BlockStyle {
    QFont font; ///< the widget's
    qreal width = 0; ///< of the whole view's content
    bool isRightToLeft = false;

    friend bool operator==(const BlockStyle &, const BlockStyle &) = default;
};

/** What heights are guessed from, measured once for all blocks. */
struct BlockMeasures {
    BlockMeasures() = default;
    explicit BlockMeasures(const BlockStyle &style);

    qreal character = 8; ///< width of an average one
    qreal line = 16; ///< height
    qreal head = 16; ///< height
    qreal pause = 28; ///< height
    qreal bubble = 200; ///< the widest that text in a bubble may be
    qreal marker = 200; ///< the same of a marker
};

/** What is painted over a block besides its text. */
struct BlockPaint {
    TextStretch selection; ///< in the block's text
    QList<TextStretch> hits;
    int currentHit = -1; ///< of hits
    bool isCurrent = false; ///< the keyboard is here
    qsizetype cursor = -1; ///< where in the text; negative for none
};

/** One block at a width: where its parts are, relative to its top at x = 0, and how it is painted. */
class BlockLayout
{
public:
    BlockLayout(const TranscriptBlock &block, const BlockStyle &style);

    qreal height() const { return m_height; }

    /** The bubble, or the marker's frame; empty for lines. */
    QRectF frame() const { return m_frame; }

    /** Where the words that unfold it stand; empty if it is short. */
    QRectF moreRect() const { return m_more; }

    /** True where a click folds or unfolds it. */
    bool isFoldingPlace(QPointF point) const;

    /** The place in the text nearest to a point. */
    qsizetype positionAt(QPointF point) const;

    /** Whether the point is on the text itself. */
    bool isOnText(QPointF point) const;

    /** The line of text a place is in: its rectangle as wide as the cursor. */
    QRectF cursorRect(qsizetype position) const;

    /** The place one line up or down at @p x; nothing where there is no such line. */
    std::optional<qsizetype> verticalMove(qsizetype position, int lines, qreal x) const;

    /** The place in the first or last line that is nearest to @p x. */
    qsizetype edgePosition(bool last, qreal x) const;

    qsizetype nextPosition(qsizetype position, bool byWord) const;
    qsizetype previousPosition(qsizetype position, bool byWord) const;

    /** Where a part of the text stands, a rectangle for each line. */
    QList<QRectF> spanRects(TextStretch span) const;

    void paint(QPainter &painter, const QPalette &palette, const BlockPaint &paint) const;

    /** A guess at the height without laying out, for scroll bars. */
    static qreal estimatedHeight(const TranscriptBlock &block, const BlockMeasures &measures);

private:
    void layOutBubble();
    void layOutMarker();
    void layOutLine();
    qreal layOutText(qreal width);
    void placeText(QPointF topLeft, qreal width);
    QRectF visual(const QRectF &rect) const;
    QList<QTextLayout::FormatRange> formats(const QPalette &palette, const BlockPaint &paint) const;
    void paintPause(QPainter &painter, const QPalette &palette) const;
    void paintHead(QPainter &painter, const QPalette &palette) const;
    void paintFrame(QPainter &painter, const QPalette &palette, bool isCurrent) const;
    void paintMarker(QPainter &painter, const QPalette &palette) const;
    void paintMore(QPainter &painter, const QPalette &palette) const;
    void paintText(QPainter &painter, const QPalette &palette, const BlockPaint &paint) const;

    TranscriptBlock m_block;
    BlockStyle m_style;
    std::unique_ptr<QTextLayout> m_text;
    QPointF m_textPlace;
    QRectF m_pause;
    QRectF m_head;
    QRectF m_frame;
    QRectF m_more;
    qreal m_height = 0;
};

} // namespace earshot
