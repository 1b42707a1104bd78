// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/charttally.h"

namespace earshot {

/** The step for a range of that many days of a zone; at least one. */
BinStep stepFor(qint64 days);

/** The first day of the period of @p step that @p day lies in; of Hour the day itself. */
QDate periodStart(const QDate &day, BinStep step);
QDate nextPeriod(const QDate &start, BinStep step);

/** Midnight of @p zone, or what comes first where clocks skip it. */
Timestamp startOfDay(const QDate &day, const QTimeZone &zone);
QDate localDate(Timestamp time, const QTimeZone &zone);

/** The commonest outcomes of @p outcomes, at most ChartData::c_namedSeries, in the order of legends, then the rest
 * together, then those without. */
QList<ChartSeries> seriesOf(const QList<ChartCount> &outcomes);

/** Fills interval, step, bins and weekHours of @p data from @p tally; its scope, series and computedAt are set. What is
 * open in @p asked ends with today or the last conversation, and begins with the first. */
void fillBins(ChartData &data, ChartTally &tally, const TimeInterval &asked);

} // namespace earshot
