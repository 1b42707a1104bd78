// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/recordqueries.h"

#include <QTimeZone>

namespace earshot {

/** What conversations are counted by. */
enum class Grouping { None, Outcome, Status, Platform, Channel, Day, Hour, Agent, Campaign };

/** The word on the command line and in files; null for None. */
QString groupingText(Grouping grouping);
std::optional<Grouping> groupingFromText(QStringView text);
/** Every grouping but None. */
std::span<const Grouping> groupings();

/** How many, and how long together. */
struct Tally {
    qint64 count = 0;
    qint64 durationSeconds = 0; ///< of those whose duration is known; stays at the largest number rather than pass it

    Tally &operator+=(const Tally &other);
    friend bool operator==(const Tally &, const Tally &) = default;
};

/** The conversations that share one value. */
struct StatisticsRow {
    QString value; ///< null where it is unknown; of a day `2026-05-14`, of an hour `2026-05-14T14:00:00+02:00`
    Tally tally;

    friend bool operator==(const StatisticsRow &, const StatisticsRow &) = default;
};

struct Statistics {
    Tally total;
    QList<StatisticsRow>
        rows; ///< days and hours in their order, all else by count downwards, then by value, the unknown last
};

/** Counts the chosen conversations, each in one row and none left out. Days and hours are those of @p zone and go by
 * the time that ranges go by; where clocks are set back, an hour that comes twice is two rows. Days and hours without a
 * conversation have no row. */
Result<Statistics> countConversations(const Database &database, const RecordSelection &selection, Grouping grouping,
                                      const QTimeZone &zone);

} // namespace earshot
