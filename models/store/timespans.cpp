// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/timespans.h"

#include <algorithm>

namespace earshot {

TimeSpan intersection(const TimeSpan &a, const TimeSpan &b)
{
    return {std::max(a.from, b.from), std::min(a.until, b.until)};
}

TimeSpans merged(TimeSpans spans)
{
    spans.removeIf([](const TimeSpan &span) { return span.isEmpty(); });
    std::ranges::sort(spans, {}, &TimeSpan::from);
    TimeSpans merged;
    for (const TimeSpan &span : std::as_const(spans)) {
        if (!merged.isEmpty() && span.from <= merged.last().until)
            merged.last().until = std::max(merged.last().until, span.until);
        else
            merged.append(span);
    }
    return merged;
}

TimeSpans intersection(const TimeSpans &spans, const TimeSpan &within)
{
    TimeSpans met;
    auto span = std::ranges::upper_bound(spans, within.from, {}, &TimeSpan::until);
    for (; span != spans.end() && span->from < within.until; ++span)
        met.append(intersection(*span, within));
    met.removeIf([](const TimeSpan &one) { return one.isEmpty(); });
    return met;
}

TimeSpans intersection(const TimeSpans &a, const TimeSpans &b)
{
    TimeSpans met;
    for (const TimeSpan &span : b)
        met.append(intersection(a, span));
    return met;
}

TimeSpans complement(const TimeSpans &spans, const TimeSpan &within)
{
    TimeSpans rest;
    Timestamp reached = within.from;
    for (const TimeSpan &span : intersection(spans, within)) {
        if (reached < span.from)
            rest.append({reached, span.from});
        reached = span.until;
    }
    if (reached < within.until)
        rest.append({reached, within.until});
    return rest;
}

std::chrono::microseconds length(const TimeSpans &spans)
{
    std::chrono::microseconds sum(0);
    for (const TimeSpan &span : spans)
        sum += span.length();
    return sum;
}

} // namespace earshot
