// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/reports/tilerow.h"

#include "widgets/reports/reportwords.h"
#include "widgets/style/format.h"

#include <QGridLayout>

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr int c_gap = 10;
constexpr int c_leastLetters = 25; ///< of a tile's width

int direction(double now, double before)
{
    return now > before ? 1 : now < before ? -1 : 0;
}

double shareOf(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : 0;
}

/** The rounded difference of two shares in points; 0 where it would be shown as such. */
double points(double now, double before)
{
    return std::round((now - before) * 1000) / 10;
}

template <typename Value>
QList<double> course(const ChartData &counted, Value value)
{
    QList<double> values;
    for (const ChartBin &bin : counted.bins) {
        if (bin.from <= counted.computedAt)
            values.append(value(bin.figures));
    }
    return values;
}

const MoneySum *sumOf(const QList<MoneySum> &sums, const QString &currency)
{
    const auto found = std::ranges::find(sums, currency, &MoneySum::currency);
    return found == sums.end() ? nullptr : &*found;
}

} // namespace

TileRow::TileRow(DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_grid(new QGridLayout(this))
    , m_conversations(new Tile(Tile::Good::More, this))
    , m_answered(new Tile(Tile::Good::More, this))
    , m_booked(new Tile(Tile::Good::More, this))
    , m_median(new Tile(Tile::Good::Neither, this))
{
    m_grid->setContentsMargins({});
    m_grid->setSpacing(c_gap);
    arrange();
}

void TileRow::setData(const ChartData &counted)
{
    const ReportWords words(counted, locale());
    showConversations(counted, words);
    showAnswered(counted, words);
    showBooked(counted, words);
    showMedian(counted, words);
    showMoney(counted, words);
}

void TileRow::showConversations(const ChartData &counted, const ReportWords &words)
{
    const qint64 total = counted.figures.total;
    m_conversations->setLabel(tr("Conversations"));
    m_conversations->setFigure(countText(total, locale()));
    Tile::Change change;
    if (counted.before) {
        const qint64 before = counted.before->total;
        change.direction = direction(double(total), double(before));
        if (before > 0 && change.direction != 0)
            change.amount = shareText(std::abs(total - before), before, locale());
        //: what a figure was in the period before
        change.before = tr("from %1").arg(countText(before, locale()));
    }
    m_conversations->setChange(change);
    m_conversations->setCourse(course(counted, [](const PeriodFigures &bin) { return double(bin.total); }));
    m_conversations->setExplanation(words.explanation(
        m_conversations->label(), tr("Calls and chats that match the filter and lie in the range by their start (else "
                                     "their end, else their first event).")));
}

void TileRow::showAnswered(const ChartData &counted, const ReportWords &words)
{
    const PeriodFigures &now = counted.figures;
    m_answered->setLabel(tr("Answered"));
    m_answered->setFigure(shareText(now.answered, now.settled, locale()));
    Tile::Change change;
    if (counted.before && counted.before->settled > 0 && now.settled > 0) {
        const PeriodFigures &before = *counted.before;
        const double by = points(shareOf(now.answered, now.settled), shareOf(before.answered, before.settled));
        change.direction = direction(by, 0);
        //: a difference of two percentages
        change.amount = tr("%1 points").arg(locale().toString(std::abs(by), 'f', 1));
        change.before = tr("from %1").arg(shareText(before.answered, before.settled, locale()));
    }
    m_answered->setChange(change);
    m_answered->setCourse(course(counted, [](const PeriodFigures &bin) { return shareOf(bin.answered, bin.settled); }));
    m_answered->setExplanation(words.explanation(
        m_answered->label(),
        tr("The share of conversations that were not missed. Missed are those tagged as no answer, those abandoned or "
           "failed, and those disconnected without a duration. What is still ringing is not counted."),
        now.answered));
}

void TileRow::showBooked(const ChartData &counted, const ReportWords &words)
{
    const PeriodFigures &now = counted.figures;
    m_booked->setLabel(tr("Booked"));
    m_booked->setFigure(countText(now.booked, locale()));
    m_booked->setNote(now.total > 0 ? shareText(now.booked, now.total, locale()) : QString());
    Tile::Change change;
    if (counted.before && counted.before->total > 0 && now.total > 0) {
        const PeriodFigures &before = *counted.before;
        const double by = points(shareOf(now.booked, now.total), shareOf(before.booked, before.total));
        change.direction = direction(by, 0);
        change.amount = tr("%1 points").arg(locale().toString(std::abs(by), 'f', 1));
        change.before = tr("from %1").arg(shareText(before.booked, before.total, locale()));
    }
    m_booked->setChange(change);
    m_booked->setCourse(course(counted, [](const PeriodFigures &bin) { return double(bin.booked); }));
    m_booked->setExplanation(words.explanation(
        m_booked->label(), tr("Conversations whose outcome is booked, and their share of all."), now.booked));
}

void TileRow::showMedian(const ChartData &counted, const ReportWords &words)
{
    const DurationSummary &now = counted.figures.duration;
    m_median->setLabel(tr("Median duration"));
    m_median->setFigure(now.median ? durationText(*now.median) : noneText());
    Tile::Change change;
    if (counted.before && counted.before->duration.median && now.median) {
        const qint64 before = *counted.before->duration.median;
        change.direction = direction(double(*now.median), double(before));
        if (change.direction != 0)
            change.amount = durationSentence(std::abs(*now.median - before));
        change.before = tr("from %1").arg(durationText(before));
    }
    if (now.p90) {
        //: nine of ten are not longer
        const QString p90 = tr("p90 %1").arg(durationText(*now.p90));
        change.before = change.before.isEmpty() ? p90 : QString(change.before + QStringLiteral(" · ") + p90);
    }
    m_median->setChange(change);
    m_median->setCourse(
        course(counted, [](const PeriodFigures &bin) { return double(bin.duration.median.value_or(0)); }));
    m_median->setExplanation(words.explanation(
        m_median->label(),
        tr("Half of the conversations with a duration are no longer than this. It is one that occurred: the smallest "
           "that at least half do not exceed (nearest rank), p90 likewise for nine of ten."),
        now.known));
}

void TileRow::showMoney(const ChartData &counted, const ReportWords &words)
{
    const QList<MoneySum> sums = counted.figures.money.first(std::min(c_mostCurrencies, counted.figures.money.size()));
    const bool isOtherCount = sums.size() != m_money.size();
    while (m_money.size() > sums.size())
        delete m_money.takeLast();
    while (m_money.size() < sums.size())
        m_money.append(new Tile(Tile::Good::More, this));
    for (qsizetype i = 0; i < sums.size(); ++i) {
        const MoneySum &sum = sums[i];
        Tile &tile = *m_money[i];
        const QString label = tr("Booked value, estimated");
        tile.setLabel(sum.currency.isNull() ? QString(label + QLatin1StringView(", ") + tr("no currency")) : label);
        tile.setFigure(moneyText(sum.minor, sum.currency, locale(), true));
        Tile::Change change;
        if (const MoneySum *before = counted.before ? sumOf(counted.before->money, sum.currency) : nullptr) {
            change.direction = direction(double(sum.minor), double(before->minor));
            if (before->minor > 0 && change.direction != 0)
                change.amount =
                    shareText(qint64(std::abs(double(sum.minor) - double(before->minor))), before->minor, locale());
            change.before = tr("from %1").arg(moneyText(before->minor, sum.currency, locale(), true));
        }
        tile.setChange(change);
        tile.setCourse(course(counted, [&sum](const PeriodFigures &bin) {
            const MoneySum *own = sumOf(bin.money, sum.currency);
            return own ? double(own->minor) : 0;
        }));
        tile.setExplanation(
            words.explanation(tile.label(),
                              tr("The sum of the estimated values of booked conversations, as the platforms sent them. "
                                 "Currencies are never added up."),
                              sum.conversations));
    }
    if (isOtherCount)
        arrange();
}

void TileRow::arrange()
{
    const QList<Tile *> tiles = QList<Tile *>{m_conversations, m_answered, m_booked, m_median} + m_money;
    const int least = fontMetrics().averageCharWidth() * c_leastLetters;
    const int fitting = std::max(1, (width() + c_gap) / (least + c_gap));
    const int rows = int((tiles.size() + fitting - 1) / fitting);
    const int columns = int((tiles.size() + rows - 1) / rows);
    for (int i = 0; i < std::max(columns, m_columns); ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    m_columns = columns;
    for (int i = 0; i < tiles.size(); ++i)
        m_grid->addWidget(tiles[i], i / columns, i % columns);
    QWidget *before = nullptr;
    for (Tile *tile : tiles) {
        if (before)
            setTabOrder(before, tile);
        before = tile;
    }
}

void TileRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace earshot
