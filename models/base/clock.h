// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

#include <QString>
#include <QTimeZone>

#include <optional>

namespace earshot {

/** A moment in UTC, to the microsecond. A zone is chosen only where a moment is shown or read. */
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/** Where "now" comes from. Passed in, so that a test says what time it is. Any thread. */
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

/** The system's clock. */
class SystemClock final : public Clock
{
public:
    Timestamp now() const override;
};

/** Microseconds since 1970, as the store keeps a moment. */
constexpr qint64 toMicroseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

constexpr Timestamp fromMicroseconds(qint64 microseconds)
{
    return Timestamp(std::chrono::microseconds(microseconds));
}

/** The zone of an IANA name (`UTC`, `Europe/Berlin`); nothing if there is none of that name. QTimeZone alone would take
 * any word for a POSIX abbreviation of UTC. */
std::optional<QTimeZone> zoneNamed(const QString &name);

/** ISO 8601 in @p zone with an offset: `2026-05-14T12:21:33+02:00`, in UTC `…Z`; milli- or microseconds only if there
 * are any. */
QString toIsoText(Timestamp time, const QTimeZone &zone);

/** A time stamp as platforms write it, and whether its zone had to be assumed. */
struct ReadTime {
    Timestamp time;
    bool zoneAssumed = false; ///< the text named no zone and was read in the caller's
};

/** Reads ISO 8601 with `T` or a space, 0–9 decimals (cut to microseconds), `Z`, `+hh:mm`, `+hhmm`, ` UTC` or no zone,
 * which is then
 *  @p naiveZone; nothing for what is no date or lies outside the years 1970–2200. */
std::optional<ReadTime> readIsoText(QStringView text, const QTimeZone &naiveZone);

/** Epoch numbers by magnitude: below 1e11 seconds, below 1e14 milliseconds, below 1e17 microseconds; nothing outside
 * 2000–2100. */
std::optional<Timestamp> readEpoch(double number);

} // namespace earshot
