// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/detailtabs.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QStyleOptionTab>
#include <QStylePainter>

namespace earshot {
namespace {

constexpr int c_padding = 8; // at both sides of a tab's words
constexpr int c_gap = 6;
constexpr int c_lead = metrics::c_paneMargin - c_padding; // so that the first words stand over the content

} // namespace

DetailTabs::DetailTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setDocumentMode(true);
}

void DetailTabs::setCount(int index, const QString &count)
{
    if (countText(index) == count)
        return;
    setTabData(index, count);
    const QString words = tabText(index);
    setAccessibleTabName(index, count.isEmpty() ? words : QStringLiteral("%1, %2").arg(words, count));
    setIconSize(iconSize()); // lays the tabs out anew
    updateGeometry();
    update();
}

QString DetailTabs::countText(int index) const
{
    return tabData(index).toString();
}

QSize DetailTabs::tabSizeHint(int index) const
{
    const int words = QFontMetrics(metrics::strong(font())).horizontalAdvance(tabText(index));
    const int number = countText(index).isEmpty() ? 0 : c_gap + fontMetrics().horizontalAdvance(countText(index));
    return {2 * c_padding + words + number + 2 + (index == 0 ? c_lead : 0), metrics::c_viewsHeight};
}

QSize DetailTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void DetailTabs::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), colors[ColorRole::Surface]);
    painter.fillRect(0, height() - 1, width(), 1, colors[ColorRole::Line]);
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void DetailTabs::paintTab(QPainter &painter, int index) const
{
    const Colors &colors = colorsOf(palette());
    QRect rect = tabRect(index);
    if (index == 0)
        rect = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(c_lead, 0, 0, 0));
    const bool isFront = index == currentIndex();
    const QFont words = isFront ? metrics::strong(font()) : font();
    const int wordsWidth = QFontMetrics(words).horizontalAdvance(tabText(index)) + 2;
    const QRect inner = rect.adjusted(c_padding, 0, -c_padding, 0);
    painter.setFont(words);
    painter.setPen(colors[isFront ? ColorRole::Text : ColorRole::TextSecond]);
    painter.drawText(
        QStyle::visualRect(layoutDirection(), inner, {inner.left(), inner.top(), wordsWidth, inner.height()}),
        Qt::AlignCenter, tabText(index));
    const int left = inner.left() + wordsWidth - 2 + c_gap;
    painter.setFont(font());
    painter.setPen(colors[ColorRole::Muted]);
    painter.drawText(
        QStyle::visualRect(layoutDirection(), inner, {left, inner.top(), inner.right() - left + 3, inner.height()}),
        Qt::AlignCenter, countText(index));
    if (isFront)
        painter.fillRect(QRect(inner.left(), rect.bottom() - 1, inner.width(), 2), colors[ColorRole::Accent]);
    if (isFront && hasFocus()) {
        painter.setPen(QPen(colors[ColorRole::Accent], metrics::c_focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 3, -1, -3), metrics::c_controlRadius,
                                metrics::c_controlRadius);
    }
}

} // namespace earshot
