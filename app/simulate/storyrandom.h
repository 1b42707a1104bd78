// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <initializer_list>
#include <iterator>
#include <random>
#include <span>

namespace earshot {

/** One seed out of several numbers; each of them changes it whole. */
quint64 combinedSeed(std::initializer_list<quint64> parts);

/** The chance in made-up conversations. The distributions are our own, so that a seed means the same with every
 *  standard library. */
class StoryRandom
{
public:
    explicit StoryRandom(quint64 seed);

    quint64 bits();

    /** From 0 up to, but without, 1. */
    double unit();

    /** Both ends included; @p low is not above @p high. */
    qint64 between(qint64 low, qint64 high);

    bool chance(double probability);

    /** Half of the draws lie below @p median; @p sigma is the spread of their logarithms. */
    double logNormal(double median, double sigma);

    /** The position of one of @p weights, drawn by its weight; they are not negative and not all zero. */
    std::size_t weighted(std::span<const int> weights);

    /** One of a range that is not empty. */
    template <typename Range>
    const auto &pick(const Range &range)
    {
        return *(std::begin(range) + between(0, std::ssize(range) - 1));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace earshot
