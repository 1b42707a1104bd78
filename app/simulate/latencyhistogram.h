// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>

namespace earshot {

/** How long answers took, in constant memory however many there are: a quantile is off by at most 5 %. */
class LatencyHistogram
{
public:
    void add(std::chrono::nanoseconds latency);

    /** The latency that @p share (0 to 1) of the answers did not exceed; 0 if there were none. */
    std::chrono::microseconds quantile(double share) const;

private:
    static constexpr std::size_t c_buckets = 360; // from 10 µs in steps of 5 % to beyond five minutes
    std::array<qint64, c_buckets> m_counts{};
    qint64 m_total = 0;
};

} // namespace earshot
