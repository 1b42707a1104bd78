// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/statistics.h"

#include <QByteArray>

namespace earshot {

/** One line: `{"by":"outcome","zone":"UTC","total":15,"rows":[{"outcome":"booked","count":12,"duration_s":3765},…]}`.
 * Without a grouping `by` is null, there are no rows and `duration_s` stands beside the total. */
QByteArray statisticsJson(const Statistics &statistics, Grouping grouping, const QTimeZone &zone);

/** A table for people, with durations as `1:02:45`. */
QByteArray statisticsText(const Statistics &statistics, Grouping grouping);

} // namespace earshot
