// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/tabular.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace earshot {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

qreal widestDigit(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isTabular(const QFontMetricsF &metrics)
{
    return qFuzzyCompare(metrics.horizontalAdvance(u'0'), metrics.horizontalAdvance(u'1'));
}

/** The text cut into digits and what stands between them, each with its width. */
template <typename Visit>
void eachPart(const QFontMetricsF &metrics, const QString &text, Visit visit)
{
    const qreal digitWidth = widestDigit(metrics);
    qsizetype at = 0;
    while (at < text.size()) {
        if (isDigit(text.at(at))) {
            visit(text.mid(at, 1), digitWidth, true);
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !isDigit(text.at(end)))
            ++end;
        const QString part = text.mid(at, end - at);
        visit(part, metrics.horizontalAdvance(part), false);
        at = end;
    }
}

} // namespace

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment flags, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const int lineFlags = int(flags) | Qt::TextSingleLine;
    if (isTabular(metrics)) {
        painter.drawText(rect, lineFlags, text);
        return;
    }
    const QSizeF size(tabularWidth(painter.font(), text), metrics.height());
    const QRectF line = QRectF(rect.topLeft(), size)
                            .translated(flags & Qt::AlignRight     ? rect.width() - size.width()
                                        : flags & Qt::AlignHCenter ? (rect.width() - size.width()) / 2
                                                                   : 0,
                                        0);
    qreal x = line.left();
    eachPart(metrics, text, [&](const QString &part, qreal width, bool digit) {
        const QRectF place(x, rect.top(), width, rect.height());
        const Qt::Alignment across = digit ? Qt::AlignHCenter : Qt::AlignLeft;
        painter.drawText(place, int((flags & Qt::AlignVertical_Mask) | across) | Qt::TextSingleLine | Qt::TextDontClip,
                         part);
        x += width;
    });
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    const QFontMetricsF metrics(font);
    if (isTabular(metrics))
        return metrics.horizontalAdvance(text);
    qreal width = 0;
    eachPart(metrics, text, [&width](const QString &, qreal partWidth, bool) { width += partWidth; });
    return width;
}

} // namespace earshot
