// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/charttally.h"

#include "models/domain/conversation.h"

#include <QDateTime>

#include <algorithm>
#include <limits>

namespace earshot {
namespace {

using std::chrono::floor;
using std::chrono::seconds;

bool isRinging(const ChartedConversation &conversation)
{
    return conversation.status == statusText(Status::Ringing);
}

bool isMissed(const ChartedConversation &conversation)
{
    if (conversation.outcome == QLatin1StringView("no_answer"))
        return true;
    const auto status = statusFromText(conversation.status);
    if (status == Status::Disconnected)
        return !conversation.durationSeconds && !conversation.hasAnswerTime;
    return status == Status::Abandoned || status == Status::Failed;
}

bool isBooked(const ChartedConversation &conversation)
{
    return conversation.outcome == QLatin1StringView("booked");
}

qint64 sumWithin(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (!qAddOverflow(a, b, &sum))
        return sum;
    return b < 0 ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
}

/** The smallest value that @p percent of them do not exceed. */
qint64 nearestRank(std::vector<qint64> &values, std::size_t percent)
{
    const std::size_t rank = std::max<std::size_t>(1, (values.size() * percent + 99) / 100);
    const auto place = values.begin() + std::ptrdiff_t(rank - 1);
    std::ranges::nth_element(values, place);
    return *place;
}

/** By count downwards, then by value, the unknown last among equals. */
bool comesBefore(qint64 count, const QString &value, qint64 otherCount, const QString &other)
{
    if (count != otherCount)
        return count > otherCount;
    if (value.isNull() != other.isNull())
        return other.isNull();
    return value < other;
}

/** A hash takes null for empty, the store does not: so the unknown is kept under a word that no platform sends. */
QString keyOf(const QString &value)
{
    return value.isNull() ? QString(QChar(QChar::Null)) : value;
}

QString valueOf(const QString &key)
{
    return key == keyOf({}) ? QString() : key;
}

QList<ChartCount> sorted(const QHash<QString, qint64> &counts)
{
    QList<ChartCount> rows;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        rows.append({valueOf(it.key()), it.value(), 0});
    std::ranges::sort(
        rows, [](const ChartCount &a, const ChartCount &b) { return comesBefore(a.count, a.value, b.count, b.value); });
    return rows;
}

} // namespace

DurationSummary summaryOf(std::vector<qint64> durations)
{
    DurationSummary summary;
    summary.known = qint64(durations.size());
    if (durations.empty())
        return summary;
    summary.median = nearestRank(durations, 50);
    summary.p90 = nearestRank(durations, 90);
    summary.p95 = nearestRank(durations, 95);
    return summary;
}

void FigureSum::add(const ChartedConversation &conversation)
{
    ++m_figures.total;
    if (!isRinging(conversation)) {
        ++m_figures.settled;
        m_figures.answered += isMissed(conversation) ? 0 : 1;
    }
    if (conversation.durationSeconds)
        m_durations.push_back(*conversation.durationSeconds);
    if (!isBooked(conversation))
        return;
    ++m_figures.booked;
    if (conversation.valueMinor)
        addMoney({conversation.currency, *conversation.valueMinor, 1});
}

void FigureSum::add(const FigureSum &other)
{
    m_figures.total += other.m_figures.total;
    m_figures.settled += other.m_figures.settled;
    m_figures.answered += other.m_figures.answered;
    m_figures.booked += other.m_figures.booked;
    for (const MoneySum &sum : other.m_figures.money)
        addMoney(sum);
    m_durations.insert(m_durations.end(), other.m_durations.begin(), other.m_durations.end());
}

void FigureSum::addMoney(const MoneySum &sum)
{
    const auto found = std::ranges::find(m_figures.money, sum.currency, &MoneySum::currency);
    if (found == m_figures.money.end()) {
        m_figures.money.append(sum);
        return;
    }
    found->minor = sumWithin(found->minor, sum.minor);
    found->conversations += sum.conversations;
}

PeriodFigures FigureSum::figures() const
{
    PeriodFigures figures = m_figures;
    figures.duration = summaryOf(m_durations);
    std::ranges::sort(figures.money, [](const MoneySum &a, const MoneySum &b) {
        return comesBefore(a.conversations, a.currency, b.conversations, b.currency);
    });
    return figures;
}

QDate ChartTally::Hour::localDate() const
{
    return QDateTime::fromSecsSinceEpoch((start + offset).time_since_epoch().count(), Qt::UTC).date();
}

int ChartTally::Hour::localHour() const
{
    return QDateTime::fromSecsSinceEpoch((start + offset).time_since_epoch().count(), Qt::UTC).time().hour();
}

qint64 ChartTally::Cell::count(const QString &outcome) const
{
    return outcomes.value(keyOf(outcome));
}

ChartTally::Hour ChartTally::hourOf(Timestamp time)
{
    const seconds offset = m_offsets.at(time);
    return {floor<std::chrono::hours>(floor<seconds>(time) + offset) - offset, offset};
}

void ChartTally::add(const ChartedConversation &conversation)
{
    const QString outcome = keyOf(conversation.outcome);
    Cell &cell = m_hours[hourOf(conversation.time)];
    cell.time = conversation.time;
    cell.sum.add(conversation);
    ++cell.outcomes[outcome];
    ++m_outcomes[outcome];
    ++m_statuses[keyOf(conversation.status)];
    m_agents[keyOf(conversation.agent)].add(conversation);
}

FigureSum ChartTally::total() const
{
    FigureSum total;
    for (const auto &[hour, cell] : m_hours)
        total.add(cell.sum);
    return total;
}

QList<ChartCount> ChartTally::outcomes() const
{
    return sorted(m_outcomes);
}

QList<ChartCount> ChartTally::statuses() const
{
    return sorted(m_statuses);
}

QList<AgentCount> ChartTally::agents() const
{
    QList<AgentCount> agents;
    for (auto it = m_agents.begin(); it != m_agents.end(); ++it)
        agents.append({valueOf(it.key()), it->total(), it->booked(), summaryOf(it->durations()).median});
    std::ranges::sort(agents, [](const AgentCount &a, const AgentCount &b) {
        return comesBefore(a.count, a.agent, b.count, b.agent);
    });
    return agents;
}

} // namespace earshot
