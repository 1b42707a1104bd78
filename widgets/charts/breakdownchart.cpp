// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/breakdownchart.h"

#include "widgets/charts/chartpaint.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_barHeight = 12;
constexpr qreal c_widestWord = 0.4; ///< of the whole width
constexpr qreal c_leastBar = 24;

} // namespace

BreakdownChart::BreakdownChart(QString field, std::function<Look(const QString &)> look, DisplaySettings &settings,
                               QWidget *parent)
    : Chart(settings, parent)
    , m_field(std::move(field))
    , m_look(std::move(look))
{
    refresh();
}

void BreakdownChart::setCounts(const QList<ChartCount> &counts, qint64 total, bool hasBefore)
{
    m_counts = counts;
    m_total = total;
    m_hasBefore = hasBefore;
    m_current = std::min(m_current, int(rows().size()) - 1);
    refresh();
}

void BreakdownChart::refresh()
{
    setAccessibleName(fieldHeading(m_field));
    updateSummary();
    update();
}

int BreakdownChart::rowHeight() const
{
    return std::max(metrics::c_smallControlHeight, fontMetrics().height() + metrics::c_inner);
}

/** The known ones by count, then the unknown. */
QList<BreakdownChart::Row> BreakdownChart::rows() const
{
    QList<Row> rows;
    std::optional<Row> unknown;
    for (const ChartCount &count : m_counts) {
        if (count.value.isNull())
            unknown = Row{count.value, count.count, count.before, 0};
        else
            rows.append({count.value, count.count, count.before, 0});
    }
    const qsizetype room = std::max(2, height() / rowHeight()) - (unknown ? 1 : 0);
    if (rows.size() > room) {
        Row rest{QString(), 0, 0, int(rows.size() - room + 1)};
        while (rows.size() >= room && !rows.isEmpty()) {
            const Row last = rows.takeLast();
            rest.count += last.count;
            rest.before += last.before;
        }
        rows.append(rest);
    }
    if (unknown)
        rows.append(*unknown);
    return rows;
}

QString BreakdownChart::wordOf(const Row &row) const
{
    if (row.merged > 0)
        //: several values summed up in one row
        return tr("%n other(s)", nullptr, row.merged);
    return m_look(row.value).word;
}

QRectF BreakdownChart::rowRect(int row) const
{
    const int height = rowHeight();
    return {0, qreal(row * height), qreal(width()), qreal(height)};
}

int BreakdownChart::rowAt(const QPointF &position) const
{
    const int row = int(position.y()) / rowHeight();
    return position.y() >= 0 && row < rows().size() ? row : -1;
}

BreakdownChart::Columns BreakdownChart::columns(const QList<Row> &rows) const
{
    qreal words = 0;
    qreal counts = 0;
    const QFontMetricsF measure(font());
    for (const Row &row : rows) {
        words = std::max(words, measure.horizontalAdvance(wordOf(row)));
        counts = std::max(counts, tabularWidth(font(), locale().toString(row.count)));
    }
    const qreal shares = tabularWidth(font(), shareText(1000, 1000, locale()));
    Columns columns;
    columns.end = width();
    columns.share = columns.end - shares;
    columns.count = columns.share - metrics::c_between - counts;
    columns.word = metrics::c_icon + metrics::c_between;
    columns.bar = columns.word + std::min(words + 2, width() * c_widestWord) + metrics::c_between;
    columns.barWidth = columns.count - metrics::c_between - columns.bar;
    return columns;
}

/** From the leading edge, whichever that is. */
QRectF BreakdownChart::placed(const QRectF &rect) const
{
    if (layoutDirection() != Qt::RightToLeft)
        return rect;
    return {width() - rect.right(), rect.top(), rect.width(), rect.height()};
}

void BreakdownChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<Row> shown = rows();
    const Columns places = columns(shown);
    qint64 most = 1;
    for (const Row &row : shown)
        most = std::max({most, row.count, row.before});
    for (int i = 0; i < shown.size(); ++i) {
        const QRectF rect = rowRect(i);
        if (i == m_hovered)
            painter.fillRect(rect, colorsOf(palette())[ColorRole::Hover]);
        paintRow(painter, shown[i], rect, places, most);
        if (hasFocus() && i == std::max(0, m_current))
            outlineMark(painter, rect.adjusted(2, 2, -2, -2), colorsOf(palette()), true);
    }
}

void BreakdownChart::paintRow(QPainter &painter, const Row &row, const QRectF &rect, const Columns &places,
                              qint64 most) const
{
    const Colors &colors = colorsOf(palette());
    const auto cell = [&](qreal from, qreal until) {
        return placed(QRectF(from, rect.top(), std::max<qreal>(0, until - from), rect.height()));
    };
    if (row.merged == 0) {
        const Look look = m_look(row.value);
        paintIcon(painter, look.icon, cell(0, metrics::c_icon), colors[look.color]);
    }
    const QRectF words = cell(places.word, places.bar - metrics::c_between);
    painter.setPen(colors[row.merged > 0 ? ColorRole::Muted : ColorRole::Text]);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading,
                     fontMetrics().elidedText(wordOf(row), Qt::ElideRight, int(words.width()) + 1));
    if (places.barWidth >= c_leastBar)
        paintBar(painter, row, cell(places.bar, places.bar + places.barWidth), most);
    painter.setPen(colors[ColorRole::Text]);
    drawTabular(painter, cell(places.count, places.share - metrics::c_between), Qt::AlignVCenter | Qt::AlignRight,
                locale().toString(row.count));
    painter.setPen(colors[ColorRole::Muted]);
    drawTabular(painter, cell(places.share, places.end), Qt::AlignVCenter | Qt::AlignRight,
                shareText(row.count, m_total, locale()));
}

void BreakdownChart::paintBar(QPainter &painter, const Row &row, const QRectF &room, qint64 most) const
{
    const Colors &colors = colorsOf(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto length = [&](qint64 count) { return room.width() * double(count) / double(most); };
    QRectF bar(room.left(), room.center().y() - c_barHeight / 2.0, length(row.count), c_barHeight);
    if (mirrored)
        bar.moveRight(room.right());
    bar = snapped(bar, devicePixelRatioF());
    const bool isUnknown = row.merged == 0 && row.value.isNull();
    if (isUnknown) {
        fillHatched(painter, bar, colors);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(colors[row.merged > 0 ? ColorRole::OutcomeOther : m_look(row.value).color]);
        painter.drawRoundedRect(bar, 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (!m_hasBefore)
        return;
    const qreal distance = length(row.before);
    QRectF mark(mirrored ? room.right() - distance - 1 : room.left() + distance - 1, room.center().y() - 8, 2, 16);
    painter.fillRect(snapped(mark, devicePixelRatioF()), colors[ColorRole::Text]);
}

QString BreakdownChart::tipOf(const Row &row) const
{
    //: %1 a value, %2 a count, %3 a share as in 12 %
    QStringList lines = {
        tr("%1: %2, %3").arg(wordOf(row), locale().toString(row.count), shareText(row.count, m_total, locale()))};
    if (m_hasBefore)
        lines.append(tr("Period before: %1").arg(locale().toString(row.before)));
    if (row.merged == 0)
        lines.append(tr("Enter shows only these"));
    return lines.join(QLatin1Char('\n'));
}

void BreakdownChart::setHovered(int row, const QPointF &position)
{
    const QList<Row> shown = rows();
    showTip(position, row >= 0 && row < shown.size() ? tipOf(shown[row]) : QString());
    if (m_hovered == row)
        return;
    m_hovered = row;
    update();
}

void BreakdownChart::activate(int row)
{
    const QList<Row> shown = rows();
    if (row >= 0 && row < shown.size() && shown[row].merged == 0)
        Q_EMIT valueActivated(m_field, shown[row].value);
}

void BreakdownChart::keyPressEvent(QKeyEvent *event)
{
    const int last = int(rows().size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        m_current = std::clamp(m_current - 1, 0, std::max(0, last));
        break;
    case Qt::Key_Down:
        m_current = std::clamp(m_current + 1, 0, std::max(0, last));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activate(std::max(0, m_current));
    default:
        return Chart::keyPressEvent(event);
    }
    update();
}

void BreakdownChart::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(rowAt(event->position()), event->position());
}

void BreakdownChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return Chart::mouseReleaseEvent(event);
    m_current = std::max(0, rowAt(event->position()));
    activate(rowAt(event->position()));
}

void BreakdownChart::leaveEvent(QEvent *event)
{
    Chart::leaveEvent(event);
    setHovered(-1, {});
}

void BreakdownChart::focusInEvent(QFocusEvent *event)
{
    Chart::focusInEvent(event);
    update();
}

void BreakdownChart::focusOutEvent(QFocusEvent *event)
{
    Chart::focusOutEvent(event);
    update();
}

ChartTable BreakdownChart::table() const
{
    ChartTable table{{fieldHeading(m_field), tr("Conversations"), tr("Share")}, {}};
    if (m_hasBefore)
        table.headings.append(tr("Period before"));
    for (const ChartCount &count : m_counts) {
        QStringList row = {m_look(count.value).word, locale().toString(count.count),
                           shareText(count.count, m_total, locale())};
        if (m_hasBefore)
            row.append(locale().toString(count.before));
        table.rows.append(row);
    }
    return table;
}

QString BreakdownChart::summary() const
{
    if (m_counts.isEmpty() || m_total == 0)
        return tr("Bars. No conversations.");
    const ChartCount &most = m_counts.first();
    return tr("Bars, %n value(s). Most: %1, %2, %3.", nullptr, int(m_counts.size()))
        .arg(m_look(most.value).word, locale().toString(most.count), shareText(most.count, m_total, locale()));
}

QSize BreakdownChart::sizeHint() const
{
    return {300, rowHeight() * std::clamp(int(m_counts.size()), 3, 9)};
}

QSize BreakdownChart::minimumSizeHint() const
{
    return {160, rowHeight() * 3};
}

} // namespace earshot
