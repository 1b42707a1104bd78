// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/rhythm.h"

#include <cmath>

namespace earshot {
namespace {

constexpr double c_enoughHours = 2.5;
constexpr double c_tail = 0.05; // at each end
constexpr double c_tailDeviations = 1.6449; // the normal distribution's for c_tail
constexpr double c_largeMean = 2000; // from here on a normal distribution is as good

double hoursIn(std::chrono::microseconds length)
{
    return double(length.count()) / 3.6e9;
}

qint64 counted(double number)
{
    return qint64(std::llround(std::max(number, 0.0)));
}

CountRange normalRange(const Expectation &expectation)
{
    const double deviation = c_tailDeviations * std::sqrt(expectation.variance);
    return {counted(expectation.mean - deviation), counted(expectation.mean), counted(expectation.mean + deviation)};
}

/** The chances of 0, 1, 2 … one after the other: p(0), and p(k + 1) from p(k). */
struct Chances {
    double first = 0;
    double mean = 0;
    double size = 0; ///< of the negative binomial; 0: a Poisson distribution

    double next(double chance, qint64 k) const
    {
        if (size == 0)
            return chance * mean / double(k + 1);
        return chance * (double(k) + size) / double(k + 1) * mean / (mean + size);
    }
};

Chances chancesOf(const Expectation &expectation)
{
    const double mean = expectation.mean;
    const double over = expectation.variance - mean;
    if (over <= mean * 1e-9)
        return {std::exp(-mean), mean, 0};
    const double size = mean * mean / over;
    return {std::exp(size * std::log(size / (size + mean))), mean, size};
}

} // namespace

CountRange countRange(const Expectation &expectation)
{
    if (!(expectation.mean > 0))
        return {};
    if (expectation.mean > c_largeMean)
        return normalRange(expectation);
    const Chances chances = chancesOf(expectation);
    const auto most = qint64(20 * (expectation.mean + std::sqrt(expectation.variance))) + 20;
    CountRange range{-1, counted(expectation.mean), most};
    double chance = chances.first;
    double sum = chance;
    for (qint64 k = 0; k < most; ++k) {
        if (range.low < 0 && sum >= c_tail)
            range.low = k;
        if (sum >= 1 - c_tail) {
            range.high = k;
            break;
        }
        chance = chances.next(chance, k);
        sum += chance;
    }
    range.low = std::clamp<qint64>(range.low, 0, range.likely);
    range.high = std::max(range.high, range.likely);
    return range;
}

void Rhythm::Slot::add(const Slot &other)
{
    hours += other.hours;
    arrivals += other.arrivals;
}

Rhythm::Rhythm(const QList<ArrivalCount> &arrivals, const TimeSpans &listened, const QTimeZone &zone)
    : m_offsets(zone)
{
    const Hours hours = hoursOf(listened);
    for (std::size_t i = 0; i < c_week; ++i)
        m_week[i].hours = hours[i];
    for (const ArrivalCount &arrival : arrivals)
        m_week[hourOfWeek(arrival.quarter)].arrivals += double(arrival.count);
    for (std::size_t i = 0; i < c_week; ++i) {
        m_day[i % c_day].add(m_week[i]);
        m_all.add(m_week[i]);
    }
}

std::size_t Rhythm::hourOfWeek(Timestamp time) const
{
    const auto hour = std::chrono::floor<std::chrono::hours>(time + m_offsets.at(time)).time_since_epoch().count();
    return std::size_t(((hour % qint64(c_week)) + qint64(c_week)) % qint64(c_week));
}

Rhythm::Hours Rhythm::hoursOf(const TimeSpans &spans) const
{
    Hours hours = {};
    for (const TimeSpan &span : spans) {
        for (Timestamp at = span.from; at < span.until;) {
            const Timestamp next = std::min<Timestamp>(
                std::chrono::floor<std::chrono::duration<qint64, std::ratio<900>>>(at) + c_quarter, span.until);
            hours[hourOfWeek(at)] += hoursIn(next - at);
            at = next;
        }
    }
    return hours;
}

const Rhythm::Slot &Rhythm::slotFor(std::size_t hour) const
{
    if (m_week[hour].hours >= c_enoughHours)
        return m_week[hour];
    const Slot &day = m_day[hour % c_day];
    return day.hours >= c_enoughHours ? day : m_all;
}

Expectation Rhythm::expected(const TimeSpans &spans) const
{
    const Hours hours = hoursOf(spans);
    Expectation expectation;
    for (std::size_t i = 0; i < c_week; ++i) {
        const Slot &slot = slotFor(i);
        if (hours[i] <= 0 || slot.hours <= 0)
            continue;
        const double mean = slot.arrivals / slot.hours * hours[i];
        expectation.mean += mean;
        expectation.variance += mean * (1 + hours[i] / slot.hours);
    }
    return expectation;
}

} // namespace earshot
