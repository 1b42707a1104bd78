// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/latencyhistogram.h"

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr double c_firstMicroseconds = 10;
constexpr double c_step = 1.05;

} // namespace

void LatencyHistogram::add(std::chrono::nanoseconds latency)
{
    const double steps = std::log(static_cast<double>(latency.count()) / 1000 / c_firstMicroseconds) / std::log(c_step);
    const double bucket = std::clamp(std::ceil(steps), 0.0, double(c_buckets - 1));
    ++m_counts[static_cast<std::size_t>(bucket)];
    ++m_total;
}

std::chrono::microseconds LatencyHistogram::quantile(double share) const
{
    if (m_total == 0)
        return {};
    auto left = static_cast<qint64>(std::ceil(share * static_cast<double>(m_total)));
    std::size_t bucket = 0;
    while (bucket + 1 < c_buckets && (left -= m_counts[bucket]) > 0)
        ++bucket;
    return std::chrono::microseconds(std::llround(c_firstMicroseconds * std::pow(c_step, double(bucket))));
}

} // namespace earshot
