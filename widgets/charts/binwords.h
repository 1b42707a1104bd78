// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"

#include <QLocale>
#include <QMap>

namespace earshot {

/** A bin in words: "14 May", "14 May, 10:00 – 11:00", "Week 20, 11 – 17 May". */
QString binText(const ChartBin &bin, BinStep step, const QTimeZone &zone, const QLocale &locale);

/** Its place on an axis: "14 May", "10:00", "May 2026". */
QString binTick(const ChartBin &bin, BinStep step, const QTimeZone &zone, const QLocale &locale);

/** Which bins are named on an axis that has room for @p most names: round days and hours, and today's with that word.
 */
QMap<double, QString> binTicks(const ChartData &data, int most, const QLocale &locale);

/** The days of an interval: "14 May 2026", "4 – 8 May 2026", "14 Apr – 13 May 2026"; hours where it is less than a day.
 * Without years if @p withYear is false. */
QString intervalText(const TimeInterval &interval, const QTimeZone &zone, const QLocale &locale, bool withYear = true);

} // namespace earshot
