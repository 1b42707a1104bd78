// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/storyrandom.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace earshot {
namespace {

/** The finalizer of SplitMix64 (Steele, Lea and Flood 2014): neighbouring seeds end far apart. */
quint64 scattered(quint64 value)
{
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

} // namespace

quint64 combinedSeed(std::initializer_list<quint64> parts)
{
    quint64 seed = 0;
    for (const quint64 part : parts)
        seed = scattered(seed ^ scattered(part));
    return seed;
}

StoryRandom::StoryRandom(quint64 seed)
    : m_engine(seed)
{
}

quint64 StoryRandom::bits()
{
    return m_engine();
}

double StoryRandom::unit()
{
    return static_cast<double>(bits() >> 11) * 0x1.0p-53; // as many bits as a double holds
}

qint64 StoryRandom::between(qint64 low, qint64 high)
{
    Q_ASSERT(low <= high);
    const auto choices = static_cast<double>(high - low) + 1.0;
    return std::min(high, low + static_cast<qint64>(unit() * choices));
}

bool StoryRandom::chance(double probability)
{
    return unit() < probability;
}

double StoryRandom::logNormal(double median, double sigma)
{
    // Box and Muller's transform; 1 - unit() is never 0, whose logarithm does not exist.
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    const double normal = radius * std::cos(2.0 * std::numbers::pi * unit());
    return median * std::exp(sigma * normal);
}

std::size_t StoryRandom::weighted(std::span<const int> weights)
{
    const int total = std::accumulate(weights.begin(), weights.end(), 0);
    qint64 left = between(0, total - 1);
    std::size_t position = 0;
    while (left >= weights[position])
        left -= weights[position++];
    return position;
}

} // namespace earshot
