// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartbins.h"
#include "widgets/style/displaysettings.h"

namespace earshot {

/** Always the same moment: 13 May 2026, 12:00 UTC. */
class NoonClock final : public Clock
{
public:
    Timestamp now() const override { return startOfDay(QDate(2026, 5, 13), QTimeZone::utc()) + std::chrono::hours(12); }
};

/** Numbers for charts without a store: days of May 2026 in Berlin up to the 13th, each with its day of the month of
 * booked conversations, twice as many untagged, and one each of spam. */
inline ChartData sampleData(int days)
{
    const QTimeZone zone("Europe/Berlin");
    ChartTally tally(zone);
    ChartData counted;
    counted.scope = ScopeQuery({}, {TimeRange::Kind::Days, QDate(2026, 5, 14 - days), QDate(2026, 5, 13)}, zone);
    counted.computedAt = NoonClock().now();
    for (int day = 14 - days; day <= 13; ++day) {
        const Timestamp start = startOfDay(QDate(2026, 5, day), zone);
        const auto add = [&](const QString &outcome, int count) {
            for (int i = 0; i < count; ++i) {
                ChartedConversation one;
                one.time = start + std::chrono::hours(9) + std::chrono::minutes(i % 300);
                one.outcome = outcome;
                one.status = QStringLiteral("completed");
                one.durationSeconds = 30 * i;
                ++counted.durations[std::size_t(std::min(i, ChartData::c_durationBins - 1))];
                tally.add(one);
            }
        };
        add(QStringLiteral("booked"), day);
        add({}, 2 * day);
        add(QStringLiteral("spam"), 1);
    }
    counted.figures = tally.total().figures();
    counted.outcomes = tally.outcomes();
    counted.statuses = tally.statuses();
    counted.series = seriesOf(counted.outcomes);
    fillBins(counted, tally, intervalOf(counted.scope.range(), zone, counted.computedAt));
    return counted;
}

} // namespace earshot
