// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QLocale>
#include <QTimeZone>

namespace earshot {

/** Which clock times of rows are read on. */
enum class TimeDisplay { Local, Utc, Relative };

/** How values are shown. A value: made anew when one of these changes. */
struct ValueFormat {
    QLocale locale;
    QTimeZone zone = QTimeZone::utc(); ///< of days, and of TimeDisplay::Local
    TimeDisplay timeDisplay = TimeDisplay::Local;
};

/** What stands where nothing is known: an en dash. */
QString noneText();

/** Today `14:32:07`; this week `Tue 14:32`; this year `12 Mar 14:32`; else `2025-03-12 14:32`; or "4 min ago". */
QString timeText(Timestamp time, const ValueFormat &format, Timestamp now);

/** `14:32:07.123`, with the date in front where it is not today's. */
QString timeWithMillisecondsText(Timestamp time, const ValueFormat &format, Timestamp now);

/** In the shown zone, in UTC and as a distance, to the microsecond: for a tooltip. */
QString timeTooltip(Timestamp time, const ValueFormat &format, Timestamp now);

/** "Wednesday, 13 May 2026", as the locale writes it. */
QString dayText(Timestamp time, const ValueFormat &format);

/** `4:05`, `1:02:45`. */
QString durationText(qint64 seconds);

/** "4 min 5 s", for sentences. */
QString durationSentence(qint64 seconds);

/** `≈ 7:32`: a value that was deduced. */
QString estimatedText(const QString &text);

/** @p minor units with their currency, two places; @p whole leaves out the places from 1,000 up, for tiles. Without a
 * currency the bare number. */
QString moneyText(qint64 minor, const QString &currency, const QLocale &locale, bool whole = false);

/** International and grouped: `+49 30 23125 204`; as it is where it is no E.164 number. */
QString phoneText(const QString &phone);

/** In full up to seven digits, above `12.3 M`. */
QString countText(qint64 count, const QLocale &locale);

/** `17.7 %`; an en dash of nothing. */
QString shareText(qint64 part, qint64 whole, const QLocale &locale);

/** `742 B`, `8.4 kB`. */
QString sizeText(qint64 bytes, const QLocale &locale);

/** "Europe/Berlin, UTC+2". */
QString zoneText(const QTimeZone &zone, Timestamp now);

} // namespace earshot
