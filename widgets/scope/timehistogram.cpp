// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/timehistogram.h"

#include "widgets/scope/timerangebutton.h"
#include "widgets/style/colors.h"
#include "widgets/style/painting.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace earshot {
namespace {

constexpr int c_plotHeight = 36;
constexpr int c_leastBar = 3; // with its gap
constexpr qreal c_outside = 0.3; // what is not chosen stands back

QDateTime localTime(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone);
}

} // namespace

TimeHistogram::TimeHistogram(const Facets &facets, ViewScope &scope, const DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_facets(facets)
    , m_scope(scope)
    , m_settings(settings)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::CrossCursor);
    setLayoutDirection(Qt::LeftToRight); // time runs so everywhere
    connect(&facets, &Facets::changed, this, &TimeHistogram::takeBins);
    connect(&scope, &ViewScope::changed, this, qOverload<>(&QWidget::update));
    connect(&settings, &DisplaySettings::changed, this, &TimeHistogram::takeBins);
    takeBins();
}

QSize TimeHistogram::sizeHint() const
{
    const int labels = QFontMetrics(metrics::caption(font())).height();
    return {172, c_plotHeight + metrics::c_inner + labels};
}

QSize TimeHistogram::minimumSizeHint() const
{
    return {96, sizeHint().height()};
}

QRect TimeHistogram::plot() const
{
    return {2, 1, std::max(1, width() - 4), c_plotHeight};
}

void TimeHistogram::takeBins()
{
    const QList<Facets::HistogramBin> &bins = m_facets.histogram();
    const qsizetype room = std::max(1, plot().width() / c_leastBar);
    const qsizetype each = std::max<qsizetype>(1, (bins.size() + room - 1) / room);
    m_bars.clear();
    for (qsizetype i = 0; i < bins.size(); i += each) {
        const qsizetype after = std::min(i + each, bins.size());
        Bar bar{bins[i].from, after < bins.size() ? bins[after].from : m_facets.histogramEnd(), 0};
        for (qsizetype j = i; j < after; ++j)
            bar.count += bins[j].count;
        m_bars.append(bar);
    }
    if (m_cursor >= m_bars.size())
        m_cursor = m_cursorAnchor = -1;
    setAccessibleName(heading());
    if (!m_bars.isEmpty()) {
        const Bar &most = *std::ranges::max_element(m_bars, {}, &Bar::count);
        //: %1 is a bar of the histogram with its count, as in "11:00 – 12:00: 84"
        setAccessibleDescription(tr("Most at %1").arg(barText(most)));
    }
    update();
}

QString TimeHistogram::heading() const
{
    const QString range = m_facets.query().namesItsTime() && !chosen()
                              ? tr("By filter")
                              : timeRangeWord(m_facets.query().range(), m_settings.format().locale);
    //: heading over a histogram; %1 is a time range, as in "Today by hour"
    return m_facets.isHourly() ? tr("%1 by hour").arg(range) : tr("%1 by day").arg(range);
}

std::optional<std::pair<int, int>> TimeHistogram::chosen() const
{
    if (m_drag)
        return std::pair(std::min(m_drag->anchor, m_drag->end), std::max(m_drag->anchor, m_drag->end));
    const auto interval = startedInterval(m_scope.filter(), m_scope.query().zone(), m_settings.now());
    if (!interval || m_bars.isEmpty())
        return std::nullopt;
    int first = -1;
    int last = -1;
    for (int i = 0; i < barCount(); ++i) {
        const bool overlaps = (!interval->until || m_bars[i].from < *interval->until)
                              && (!interval->from || m_bars[i].until > *interval->from);
        if (!overlaps)
            continue;
        first = first < 0 ? i : first;
        last = i;
    }
    const bool isAll = first == 0 && last == barCount() - 1;
    return first < 0 || isAll ? std::nullopt : std::optional(std::pair(first, last));
}

void TimeHistogram::choose(const Brush &brush)
{
    if (m_bars.isEmpty())
        return;
    const Bar &first = m_bars[std::min(brush.anchor, brush.end)];
    const Bar &last = m_bars[std::max(brush.anchor, brush.end)];
    (void)m_scope.setFilter(withStarted(m_scope.filter(), {first.from, last.until}, m_scope.query().zone()));
}

void TimeHistogram::clearChoice()
{
    m_cursor = m_cursorAnchor = -1;
    (void)m_scope.setFilter(withoutStarted(m_scope.filter()));
}

QRect TimeHistogram::barPlace(int bar) const
{
    const QRect room = plot();
    const int left = room.left() + room.width() * bar / barCount();
    const int right = room.left() + room.width() * (bar + 1) / barCount();
    return {left, room.top(), right - left, room.height()};
}

int TimeHistogram::barAt(int x) const
{
    const QRect room = plot();
    return std::clamp((x - room.left()) * barCount() / room.width(), 0, std::max(0, barCount() - 1));
}

QString TimeHistogram::barText(const Bar &bar) const
{
    const QLocale &locale = m_settings.format().locale;
    const QTimeZone &zone = m_facets.query().zone();
    const QDateTime from = localTime(bar.from, zone);
    const QDateTime until = localTime(bar.until, zone);
    const QString count = countText(bar.count, locale);
    if (m_facets.isHourly()) {
        const QString format = QStringLiteral("HH:mm");
        //: from one time to another: how many
        return tr("%1 – %2: %3").arg(from.toString(format), until.toString(format), count);
    }
    const QDate last = until.addSecs(-1).date();
    const QString first = locale.toString(from.date(), locale.dateFormat(QLocale::ShortFormat));
    if (last == from.date())
        //: a day and how many
        return tr("%1: %2").arg(first, count);
    return tr("%1 – %2: %3").arg(first, locale.toString(last, locale.dateFormat(QLocale::ShortFormat)), count);
}

void TimeHistogram::paintBars(QPainter &painter) const
{
    const Colors &colors = colorsOf(palette());
    const QRect room = plot();
    const auto brushed = chosen();
    if (brushed) {
        const QRect from = barPlace(brushed->first);
        const QRect to = barPlace(brushed->second);
        const QRect tint(from.left(), room.top(), to.right() + 1 - from.left(), room.height());
        painter.fillRect(tint, mixed(colors[ColorRole::Accent], colors[ColorRole::Window], 0.12));
        drawVerticalLine(painter, tint.left(), room.top(), room.bottom() + 1, colors[ColorRole::Accent]);
        drawVerticalLine(painter, tint.right(), room.top(), room.bottom() + 1, colors[ColorRole::Accent]);
    }
    const qint64 most = std::max<qint64>(1, std::ranges::max_element(m_bars, {}, &Bar::count)->count);
    for (int i = 0; i < barCount(); ++i) {
        const QRect place = barPlace(i);
        const qreal height = qreal(room.height() - 2) * qreal(m_bars[i].count) / qreal(most);
        const int gap = place.width() > 4 ? 2 : 1;
        const bool isOutside = brushed && (i < brushed->first || i > brushed->second);
        const QColor color = mixed(colors[ColorRole::Accent], colors[ColorRole::Window], isOutside ? c_outside : 0.85);
        if (m_bars[i].count > 0)
            painter.fillRect(QRectF(place.left(), room.bottom() + 1 - std::max<qreal>(1, height), place.width() - gap,
                                    std::max<qreal>(1, height)),
                             color);
    }
    drawHorizontalLine(painter, room.left(), room.right() + 1, room.bottom() + 1, colors[ColorRole::Line]);
}

/** Where the day has come to. */
void TimeHistogram::paintNow(QPainter &painter) const
{
    const Timestamp now = m_settings.now();
    if (!m_facets.isHourly() || now < m_bars.first().from || now >= m_bars.last().until)
        return;
    const auto span = double((m_bars.last().until - m_bars.first().from).count());
    const qreal part = double((now - m_bars.first().from).count()) / span;
    const QRect room = plot();
    const qreal x = room.left() + part * room.width();
    painter.setPen(QPen(colorsOf(palette())[ColorRole::Accent], 1, Qt::DotLine));
    painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
}

void TimeHistogram::paintLabels(QPainter &painter) const
{
    const QTimeZone &zone = m_facets.query().zone();
    const QRect room = plot();
    painter.setFont(metrics::caption(font()));
    painter.setPen(colorsOf(palette())[ColorRole::Muted]);
    const int top = room.bottom() + 1 + metrics::c_inner;
    const QRect line(room.left(), top, room.width(), height() - top);
    if (m_facets.isHourly()) {
        for (int i = 0; i < barCount(); ++i) {
            const QTime time = localTime(m_bars[i].from, zone).time();
            if (time.hour() % 6 == 0 && time.minute() == 0)
                painter.drawText(QRect(barPlace(i).left(), top, room.width(), line.height()), Qt::AlignLeft,
                                 time.toString(QStringLiteral("HH")));
        }
        return;
    }
    const QLocale &locale = m_settings.format().locale;
    const auto dayWord = [&](Timestamp time) {
        return locale.toString(localTime(time, zone).date(),
                               m_bars.last().until - m_bars.first().from > std::chrono::days(400)
                                   ? QStringLiteral("MMM yyyy")
                                   : QStringLiteral("d MMM"));
    };
    painter.drawText(line, Qt::AlignLeft, dayWord(m_bars.first().from));
    painter.drawText(line, Qt::AlignRight, dayWord(m_bars.last().until - std::chrono::seconds(1)));
}

void TimeHistogram::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    if (m_bars.isEmpty()) {
        const QRect room = plot();
        drawHorizontalLine(painter, room.left(), room.right() + 1, room.bottom() + 1, colors[ColorRole::Line]);
    } else {
        paintBars(painter);
        paintNow(painter);
        paintLabels(painter);
        if (hasFocus() && m_cursor >= 0)
            drawRounded(painter, barPlace(m_cursor), 2, QColor(), colors[ColorRole::Accent], 1);
    }
    if (hasFocus())
        drawFocusRing(painter, rect(), metrics::c_controlRadius, colors[ColorRole::Accent]);
}

void TimeHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_bars.isEmpty()) {
        event->ignore();
        return;
    }
    const int bar = barAt(int(event->position().x()));
    m_drag = Brush{bar, bar};
    update();
}

void TimeHistogram::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    m_drag->end = barAt(int(event->position().x()));
    update();
}

void TimeHistogram::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drag)
        return;
    const Brush drag = *m_drag;
    m_drag.reset();
    const auto before = chosen();
    const bool isSame = before && drag.anchor == drag.end && *before == std::pair(drag.anchor, drag.anchor);
    if (isSame) // the chosen bar again
        clearChoice();
    else
        choose(drag);
    update();
}

void TimeHistogram::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : (event->key() == Qt::Key_Right ? 1 : 0);
    if (by != 0 && !m_bars.isEmpty()) {
        const bool isBrush = event->modifiers().testFlag(Qt::ShiftModifier);
        const int before = m_cursor < 0 ? (by > 0 ? -1 : barCount()) : m_cursor;
        if (isBrush && m_cursorAnchor < 0)
            m_cursorAnchor = std::clamp(before < 0 ? 0 : before, 0, barCount() - 1);
        m_cursor = isBrush && before < 0 ? 0 : std::clamp(before + by, 0, barCount() - 1);
        if (isBrush)
            choose({m_cursorAnchor, m_cursor});
        else
            m_cursorAnchor = -1;
        update();
        return;
    }
    if (event->key() == Qt::Key_Escape && chosen()) {
        clearChoice();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) && m_cursor >= 0) {
        choose({m_cursor, m_cursor});
        return;
    }
    QWidget::keyPressEvent(event);
}

bool TimeHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), barText(m_bars[barAt(help->pos().x())]), this);
        return true;
    }
    return QWidget::event(event);
}

void TimeHistogram::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        takeBins();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void TimeHistogram::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    takeBins();
}

} // namespace earshot
