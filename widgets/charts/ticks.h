// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace earshot {

/** An axis from 0 in round steps (1, 2, 5 times a power of ten; never less than 1). */
struct RoundScale {
    qint64 step = 1;
    qint64 top = 1; ///< a multiple of step
};

/** With at most @p steps steps, and at least @p largest high. */
RoundScale roundScale(qint64 largest, int steps);

/** The same, but holds still: keeps @p current as long as @p largest fits it and fills at least half. */
RoundScale steadyScale(const RoundScale &current, qint64 largest, int steps);

} // namespace earshot
