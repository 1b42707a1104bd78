// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewscope.h"
#include "models/store/database.h"

#include <QList>

#include <array>
#include <atomic>
#include <optional>

namespace earshot {

/** How long the bins of a volume chart are, by what they cover: hours up to two days, days up to 92 of them, ISO weeks
 * up to five years, then months, then (past 25 years) years. All in the zone of the scope. */
enum class BinStep { Hour, Day, Week, Month, Year };

/** One value of a field, how often it is there, and how often it was in the period before. */
struct ChartCount {
    QString value; ///< as stored; null where it is unknown
    qint64 count = 0;
    qint64 before = 0; ///< 0 where there is no period before

    friend bool operator==(const ChartCount &, const ChartCount &) = default;
};

/** One layer of the stacked columns. */
struct ChartSeries {
    enum class Kind { Outcome, Others, Untagged };

    Kind kind = Kind::Outcome;
    QString outcome; ///< of Outcome
    int merged = 0; ///< of Others: how many outcomes it stands for
    qint64 count = 0;

    friend bool operator==(const ChartSeries &, const ChartSeries &) = default;
};

/** Durations that are known. A percentile is by nearest rank: the smallest duration that at least this share of them do
 * not exceed; so it is one that occurred. */
struct DurationSummary {
    qint64 known = 0;
    std::optional<qint64> median; ///< seconds, as all of them
    std::optional<qint64> p90;
    std::optional<qint64> p95;

    friend bool operator==(const DurationSummary &, const DurationSummary &) = default;
};

/** Estimated values of booked conversations. Currencies are never added up. */
struct MoneySum {
    QString currency; ///< null where it is unknown
    qint64 minor = 0; ///< stays at the largest number rather than pass it
    qint64 conversations = 0;
};

/** The figures of a period. */
struct PeriodFigures {
    qint64 total = 0;
    /** Conversations that are not ringing any more: what the answered share is of. */
    qint64 settled = 0;
    /** Of the settled, those that were not missed. Missed are: outcome `no_answer`, status `abandoned` or `failed`, and
     * `disconnected` with neither a duration nor a time of answer. */
    qint64 answered = 0;
    qint64 booked = 0; ///< outcome `booked`
    DurationSummary duration;
    QList<MoneySum> money; ///< the currency of the most conversations first
};

/** An hour, day, week… of the scope. */
struct ChartBin {
    Timestamp from; ///< cut to the scope's interval
    Timestamp until; ///< not included
    PeriodFigures figures;
    QList<qint64> counts; ///< one for each of ChartData::series
};

struct AgentCount {
    QString agent; ///< null where there is none
    qint64 count = 0;
    qint64 booked = 0;
    std::optional<qint64> medianSeconds;
};

/** All that the reports show of one scope, counted in one pass and so of one moment. The counts are those of
 * countConversations() for the same selection. */
struct ChartData {
    static constexpr int c_durationBinSeconds = 30;
    static constexpr int c_durationBins = 21; ///< the last one is ten minutes and more
    static constexpr int c_namedSeries = 5; ///< at most; what is over them is Others

    ScopeQuery scope;
    Timestamp computedAt;
    TimeInterval interval; ///< both ends set: what the bins cover
    BinStep step = BinStep::Day;
    PeriodFigures figures;
    std::optional<TimeInterval> intervalBefore; ///< as many days before; as far into them as the scope is into its own
    std::optional<PeriodFigures> before;
    QList<ChartCount> outcomes; ///< by count downwards, then by value, the unknown last; so are the next two
    QList<ChartCount> statuses;
    QList<AgentCount> agents;
    QList<ChartSeries> series; ///< in stacking order: the commonest outcomes in the order of legends, Others, Untagged
    QList<ChartBin> bins; ///< ascending, without gaps
    std::array<qint64, c_durationBins> durations{};
    std::array<std::array<qint64, 24>, 7> weekHours{}; ///< [0] is Monday; local hours
    std::optional<qint64> leftOut; ///< conversations of the range that the filter leaves out; nothing without a range
};

/** Counts the conversations of @p scope. Long for many: calls for a thread of its own. Errors: Cancelled once @p stop
 * is true, or those of the store. */
Result<ChartData> countForCharts(const Database &database, const ScopeQuery &scope, Timestamp now,
                                 const std::atomic_bool &stop);

} // namespace earshot
