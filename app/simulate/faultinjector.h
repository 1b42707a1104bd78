// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/fault.h"
#include "app/simulate/simulatedrequest.h"
#include "app/simulate/storyrandom.h"
#include "models/base/clock.h"

#include <functional>
#include <list>
#include <optional>

namespace earshot {

/** How often each fault strikes, per delivery. */
constexpr double c_duplicateShare = 0.05;
constexpr double c_reorderShare = 0.05;
constexpr double c_lateShare = 0.02;
constexpr double c_badSignatureShare = 0.05; ///< of Varda's deliveries
constexpr double c_malformedShare = 0.02;

/** Stands between a floor and the wire and makes the chosen faults. It draws from a chance of its own: what it leaves
 *  alone is sent as without it. */
class FaultInjector
{
public:
    /** Gives the next delivery as it should be; null when there are no more. */
    using Supply = std::function<std::optional<SimulatedRequest>()>;

    FaultInjector(const QSet<Fault> &faults, quint64 seed);

    /** The next delivery, to be sent at @p now. Once @p more has none, those that are held back come; null after the
     *  last. At most one fault strikes a delivery. */
    std::optional<SimulatedRequest> next(Timestamp now, const Supply &more);

    /** How many deliveries are held back. */
    qsizetype held() const { return std::ssize(m_held); }

private:
    struct Held {
        SimulatedRequest request;
        qint64 place = 0; // it goes out as soon as this many went before it
        bool waitsForNeighbour = false; // or right after the next one of its conversation
    };

    std::optional<Fault> draw(const SimulatedRequest &request);
    std::optional<SimulatedRequest> takeReady();
    std::optional<SimulatedRequest> takeOldest();
    SimulatedRequest take(std::list<Held>::iterator held);
    bool holdsOneOf(const SimulatedRequest &request) const;
    void hold(const SimulatedRequest &request, qint64 places, bool waitsForNeighbour = false);
    void releaseNeighbour(const SimulatedRequest &request);
    std::optional<SimulatedRequest> disturbed(const SimulatedRequest &request, Fault fault, Timestamp now);
    void holdRepeat(const SimulatedRequest &request);
    void forgeSignature(SimulatedRequest &request, Timestamp now);

    QSet<Fault> m_faults;
    StoryRandom m_random;
    qint64 m_place = 0; // how many went out
    std::list<Held> m_held;
};

} // namespace earshot
