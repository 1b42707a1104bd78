// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/ticks.h"

#include <algorithm>

namespace earshot {

RoundScale roundScale(qint64 largest, int steps)
{
    constexpr qint64 highest = 1'000'000'000'000'000'000;
    const qint64 wanted = std::clamp<qint64>(largest, 1, highest);
    for (qint64 power = 1; power < highest; power *= 10) {
        for (const qint64 factor : {1, 2, 5}) {
            const qint64 step = power * factor;
            if (const qint64 count = (wanted + step - 1) / step; count <= steps)
                return {step, step * count};
        }
    }
    return {highest, highest};
}

RoundScale steadyScale(const RoundScale &current, qint64 largest, int steps)
{
    const bool fits = largest <= current.top && largest >= current.top / 2 && current.top / current.step <= steps;
    return fits ? current : roundScale(largest, steps);
}

} // namespace earshot
