// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/coverage/coveragestrip.h"

#include "widgets/coverage/coveragedelegate.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <array>

namespace earshot {
namespace {

constexpr int c_most = 6; // times along the axis
constexpr int c_barHeight = 12;
constexpr qreal c_leastWidth = 3; // of a mark: a minute in a week is seen
constexpr qreal c_leastHit = 6; // at each side
constexpr qreal c_tickHead = 3;
constexpr int c_beside = metrics::c_between + metrics::c_betweenGroups; // at both sides of a name

constexpr std::array c_steps = {
    std::chrono::minutes(15),        std::chrono::minutes(60),       std::chrono::minutes(180),
    std::chrono::minutes(360),       std::chrono::minutes(720),      std::chrono::minutes(1440),
    std::chrono::minutes(2 * 1440),  std::chrono::minutes(7 * 1440), std::chrono::minutes(14 * 1440),
    std::chrono::minutes(28 * 1440),
};

std::chrono::minutes stepFor(const TimeSpan &range)
{
    for (const auto step : c_steps) {
        if (range.length() / step <= c_most)
            return step;
    }
    return std::chrono::ceil<std::chrono::minutes>(range.length() / c_most);
}

QDateTime shown(Timestamp time, const ValueFormat &format)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count(), format.zone);
}

/** The first moment of the local day that @p time is in. */
Timestamp dayOf(Timestamp time, const ValueFormat &format)
{
    return Timestamp(std::chrono::milliseconds(shown(time, format).date().startOfDay(format.zone).toMSecsSinceEpoch()));
}

QString tickText(Timestamp time, std::chrono::minutes step, const ValueFormat &format)
{
    const QDateTime moment = shown(time, format);
    const bool isDay = step >= std::chrono::minutes(1440) || moment.time() == QTime(0, 0);
    //: A day and its weekday, in the letters of QLocale::toString(), as in "Thu 14 May"
    return format.locale.toString(moment, isDay ? CoverageStrip::tr("ddd d MMM") : QStringLiteral("HH:mm"));
}

/** @p rect in the pattern that tells the kind apart without colour. */
void paintPattern(QPainter &painter, const QRectF &rect, const CoverageLook &look, const QPalette &palette)
{
    const Colors &colors = colorsOf(palette);
    drawRounded(painter, rect, 2, colors[look.fill], colors[look.text]);
    if (look.pattern == Qt::SolidPattern)
        return;
    QPainterPath path;
    path.addRoundedRect(rect.adjusted(1, 1, -1, -1), 1, 1);
    painter.fillPath(path, QBrush(colors[look.text], look.pattern));
}

/** A stroke with a head, for what has no length to speak of. */
void paintTick(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.fillRect(QRectF(rect.left(), rect.top(), std::max(rect.width(), 2.0), rect.height()), color);
    const qreal x = rect.left() + std::max(rect.width(), 2.0) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({{x - c_tickHead - 1, rect.top() - c_tickHead},
                                   {x + c_tickHead + 1, rect.top() - c_tickHead},
                                   {x, rect.top() + c_tickHead}}));
}

} // namespace

CoverageStrip::CoverageStrip(DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&display, &DisplaySettings::changed, this, QOverload<>::of(&QWidget::update));
    describe();
}

void CoverageStrip::setCoverage(const Coverage &coverage, const QList<CoverageRow> &rows)
{
    m_coverage = coverage;
    m_rows = rows;
    m_current = -1;
    m_lanes = {{0, QString()}};
    for (const SourceCoverage &source : coverage.sources)
        m_lanes.append({source.sourceId, source.name});
    describe();
    updateGeometry();
    update();
}

void CoverageStrip::setCurrent(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    describe();
    update();
}

void CoverageStrip::describe()
{
    setAccessibleName(tr("Coverage over time"));
    QString text = tr("%n mark(s).", nullptr, int(m_rows.size()));
    if (m_current >= 0)
        text = toolTipOf(m_rows.at(m_current));
    setAccessibleDescription(text);
    if (!m_lanes.isEmpty())
        m_lanes.first().name = tr("Earshot");
    measureNames();
}

int CoverageStrip::laneHeight() const
{
    return std::max(22, fontMetrics().height() + 6);
}

void CoverageStrip::measureNames()
{
    m_widestName = 0;
    for (const Lane &lane : std::as_const(m_lanes))
        m_widestName = std::max(m_widestName, fontMetrics().horizontalAdvance(lane.name));
}

int CoverageStrip::namesWidth() const
{
    return std::min(m_widestName + c_beside, width() / 4);
}

QSize CoverageStrip::sizeHint() const
{
    const int lanes = std::max(1, int(m_lanes.size()));
    return {600, lanes * laneHeight() + fontMetrics().height() + 2 * metrics::c_inner + metrics::c_between};
}

QSize CoverageStrip::minimumSizeHint() const
{
    return {280, sizeHint().height()};
}

/** Time runs from left to right in every language. */
QRect CoverageStrip::plot() const
{
    const int names = namesWidth();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    return {isMirrored ? metrics::c_inner : names, metrics::c_inner, width() - names - metrics::c_inner,
            std::max(1, int(m_lanes.size())) * laneHeight()};
}

QRect CoverageStrip::laneRect(int lane) const
{
    return {plot().left(), plot().top() + lane * laneHeight(), plot().width(), laneHeight()};
}

int CoverageStrip::laneOf(const CoverageRow &row) const
{
    const auto found = std::ranges::find(m_lanes, row.sourceId, &Lane::sourceId);
    return found == m_lanes.end() ? 0 : int(found - m_lanes.begin());
}

qreal CoverageStrip::xOf(Timestamp time) const
{
    const TimeSpan &range = m_coverage.range;
    if (range.isEmpty())
        return plot().left();
    const double share = double((time - range.from).count()) / double(range.length().count());
    return plot().left() + std::clamp(share, 0.0, 1.0) * plot().width();
}

QRectF CoverageStrip::markRect(const CoverageRow &row) const
{
    const QRect lane = laneRect(laneOf(row));
    const qreal left = xOf(row.span.from);
    const qreal right = std::max(xOf(row.span.until), left + c_leastWidth);
    const qreal top = lane.top() + (lane.height() - c_barHeight) / 2.0;
    return {left, top, right - left, c_barHeight};
}

int CoverageStrip::rowAt(const QPoint &position) const
{
    int found = -1;
    qreal narrowest = width() + 1;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const QRectF mark = markRect(m_rows.at(i));
        const qreal extra = std::max(0.0, c_leastHit - mark.width() / 2);
        if (mark.adjusted(-extra, -4, extra, 4).contains(position) && mark.width() < narrowest) {
            found = i;
            narrowest = mark.width();
        }
    }
    return found;
}

QString CoverageStrip::toolTipOf(const CoverageRow &row) const
{
    QStringList lines{QStringLiteral("%1: %2").arg(coverageKindWord(row.kind), row.what)};
    if (!row.source.isNull())
        lines.prepend(row.source);
    lines.append(spanWords(row.span, m_display.format()));
    if (!row.amount.isNull())
        lines.append(row.amount);
    return lines.join(QLatin1Char('\n'));
}

bool CoverageStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(),
                               toolTipOf(m_rows.at(row)).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        describe();
    return QWidget::event(event);
}

void CoverageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(palette());
    drawRounded(painter, rect(), metrics::c_cardRadius, colors[ColorRole::Surface], colors[ColorRole::Line],
                hairline(painter));
    paintAxis(painter);
    for (int lane = 0; lane < int(m_lanes.size()); ++lane)
        paintLane(painter, lane);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i)
        paintMark(painter, i);
    if (hasFocus())
        drawFocusRing(painter, rect(), metrics::c_cardRadius, colors[ColorRole::Accent]);
}

void CoverageStrip::paintLane(QPainter &painter, int lane) const
{
    const Colors &colors = colorsOf(palette());
    const QRect area = laneRect(lane);
    const int names = namesWidth() - c_beside + 1;
    const QRect name = layoutDirection() == Qt::RightToLeft
                           ? QRect(area.right() + metrics::c_between, area.top(), names, area.height())
                           : QRect(metrics::c_between, area.top(), names, area.height());
    painter.setPen(colors[lane == 0 ? ColorRole::Text : ColorRole::TextSecond]);
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_lanes.at(lane).name, Qt::ElideRight, names));
    const qreal middle = area.center().y() + 0.5;
    for (const TimeSpan &span : m_coverage.listened) {
        const QRectF line(xOf(span.from), middle - 2, std::max(1.0, xOf(span.until) - xOf(span.from)), 4);
        drawRounded(painter, line, 2, colors[ColorRole::GoodText], {});
    }
}

void CoverageStrip::paintMark(QPainter &painter, int number) const
{
    const CoverageRow &row = m_rows.at(number);
    const CoverageLook look = coverageLook(row.kind);
    const QRectF mark = markRect(row);
    if (row.kind == CoverageRow::Kind::Refusal)
        paintTick(painter, mark, colorsOf(palette())[look.text]);
    else
        paintPattern(painter, mark, look, palette());
    if (number == m_current)
        drawRounded(painter, mark.adjusted(-3, -4, 3, 4), 3, {}, colorsOf(palette())[ColorRole::Accent], 2);
}

void CoverageStrip::paintAxis(QPainter &painter) const
{
    if (m_coverage.range.isEmpty())
        return;
    const Colors &colors = colorsOf(palette());
    const auto step = stepFor(m_coverage.range);
    painter.setFont(metrics::caption(font()));
    const QFontMetrics measure(painter.font());
    qreal free = plot().left();
    for (Timestamp at = dayOf(m_coverage.range.from, m_display.format()); at < m_coverage.range.until; at += step) {
        if (at < m_coverage.range.from)
            continue;
        const qreal x = xOf(at);
        drawVerticalLine(painter, x, plot().top(), plot().bottom(), colors[ColorRole::RowLine]);
        const QString text = tickText(at, step, m_display.format());
        const qreal width = measure.horizontalAdvance(text);
        const qreal left = std::min(x - width / 2, plot().right() - width);
        if (left < free)
            continue;
        painter.setPen(colors[ColorRole::Muted]);
        painter.drawText(QRectF(left, plot().bottom() + metrics::c_inner, width + 1, measure.height()),
                         Qt::AlignLeft | Qt::TextSingleLine, text);
        free = left + width + metrics::c_between;
    }
    painter.setFont(font());
}

/** Rows are the newest first, so that backwards in time is onwards in the list. */
void CoverageStrip::walk(int step)
{
    if (m_rows.isEmpty())
        return;
    const int last = int(m_rows.size()) - 1;
    setCurrent(m_current < 0 ? (step > 0 ? 0 : last) : std::clamp(m_current + step, 0, last));
    Q_EMIT chosen(m_current);
}

void CoverageStrip::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(1);
    case Qt::Key_Right:
        return walk(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void CoverageStrip::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->pos());
    if (row < 0)
        return;
    setCurrent(row);
    Q_EMIT chosen(row);
}

CoverageLegend::CoverageLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

static constexpr std::array c_legend = {CoverageRow::Kind::Gap, CoverageRow::Kind::Silence, CoverageRow::Kind::Refusal};
static constexpr int c_swatch = 18;

QSize CoverageLegend::sizeHint() const
{
    const QFontMetrics measure(metrics::caption(font()));
    int width = 0;
    for (const CoverageRow::Kind kind : c_legend)
        width +=
            c_swatch + metrics::c_inner + measure.horizontalAdvance(coverageKindWord(kind)) + metrics::c_betweenGroups;
    width += c_swatch + metrics::c_inner + measure.horizontalAdvance(tr("Listening"));
    return {width, std::max(c_barHeight + 6, measure.height())};
}

void CoverageLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(metrics::caption(font()));
    const QFontMetrics measure(painter.font());
    const Colors &colors = colorsOf(palette());
    qreal x = 0;
    const auto place = [&](const QString &word, auto paintSwatch) {
        const qreal entry = c_swatch + metrics::c_inner + measure.horizontalAdvance(word);
        const qreal left = layoutDirection() == Qt::RightToLeft ? width() - x - entry : x;
        paintSwatch(QRectF(left, (height() - c_barHeight) / 2.0, c_swatch, c_barHeight));
        painter.setPen(colors[ColorRole::TextSecond]);
        painter.drawText(QRectF(left + c_swatch + metrics::c_inner, 0, entry, height()),
                         Qt::AlignVCenter | Qt::AlignLeft, word);
        x += entry + metrics::c_betweenGroups;
    };
    place(tr("Listening"), [&](const QRectF &swatch) {
        drawRounded(painter, swatch.adjusted(0, 4, 0, -4), 2, colors[ColorRole::GoodText], {});
    });
    for (const CoverageRow::Kind kind : c_legend) {
        place(coverageKindWord(kind), [&](const QRectF &swatch) {
            const CoverageLook look = coverageLook(kind);
            if (kind == CoverageRow::Kind::Refusal)
                paintTick(painter, QRectF(swatch.center().x() - 1, swatch.top(), 2, swatch.height()),
                          colors[look.text]);
            else
                paintPattern(painter, swatch, look, palette());
        });
    }
}

} // namespace earshot
