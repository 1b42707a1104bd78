// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/faultinjector.h"

#include "app/simulate/eigistory.h"
#include "app/simulate/malformed.h"
#include "app/simulate/storyids.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr quint64 c_faultSeed = 0x6661756c74; // keeps these draws apart from the stories' and the floor's

// In places, that is in deliveries of whichever conversation that go out before.
constexpr qint64 c_nearestRepeat = 1;
constexpr qint64 c_farthestRepeat = 12;
constexpr qint64 c_nearestLate = 30;
constexpr qint64 c_farthestLate = 200;
constexpr qint64 c_longestReorder = 400; // no neighbour came: it was the conversation's last

constexpr std::array c_shares = {
    std::pair{Fault::Duplicates, c_duplicateShare},
    std::pair{Fault::Reorder, c_reorderShare},
    std::pair{Fault::Late, c_lateShare},
    std::pair{Fault::BadSignature, c_badSignatureShare},
    std::pair{Fault::Malformed, c_malformedShare},
};

bool isOfOneConversation(const SimulatedRequest &a, const SimulatedRequest &b)
{
    return a.story == b.story && a.platform == b.platform;
}

} // namespace

FaultInjector::FaultInjector(const QSet<Fault> &faults, quint64 seed)
    : m_faults(faults)
    , m_random(combinedSeed({seed, c_faultSeed}))
{
}

std::optional<SimulatedRequest> FaultInjector::next(Timestamp now, const Supply &more)
{
    std::optional<SimulatedRequest> request = takeReady();
    while (!request) {
        const std::optional<SimulatedRequest> fresh = more();
        if (!fresh) {
            request = takeOldest();
            break;
        }
        const std::optional<Fault> fault = draw(*fresh);
        releaseNeighbour(*fresh);
        request = fault ? disturbed(*fresh, *fault, now) : fresh;
    }
    ++m_place;
    return request;
}

/** Draws once for each fault that is on, so that each has its own share. */
std::optional<Fault> FaultInjector::draw(const SimulatedRequest &request)
{
    std::optional<Fault> drawn;
    for (const auto &[fault, share] : c_shares) {
        if (m_faults.contains(fault) && m_random.chance(share) && !drawn)
            drawn = fault;
    }
    if (drawn == Fault::BadSignature && request.platform != QLatin1StringView("varda"))
        return std::nullopt;
    // What follows one that is held back must pass it, or nothing would be out of order.
    if ((drawn == Fault::Reorder || drawn == Fault::Late) && holdsOneOf(request))
        return std::nullopt;
    return drawn;
}

std::optional<SimulatedRequest> FaultInjector::takeReady()
{
    const auto ready = std::ranges::find_if(m_held, [this](const Held &held) { return held.place <= m_place; });
    return ready == m_held.end() ? std::nullopt : std::optional(take(ready));
}

std::optional<SimulatedRequest> FaultInjector::takeOldest()
{
    return m_held.empty() ? std::nullopt : std::optional(take(m_held.begin()));
}

SimulatedRequest FaultInjector::take(std::list<Held>::iterator held)
{
    SimulatedRequest request = std::move(held->request);
    m_held.erase(held);
    return request;
}

bool FaultInjector::holdsOneOf(const SimulatedRequest &request) const
{
    return std::ranges::any_of(m_held, [&](const Held &held) { return isOfOneConversation(held.request, request); });
}

void FaultInjector::hold(const SimulatedRequest &request, qint64 places, bool waitsForNeighbour)
{
    m_held.push_back({request, m_place + places, waitsForNeighbour});
}

void FaultInjector::releaseNeighbour(const SimulatedRequest &request)
{
    for (Held &held : m_held) {
        if (held.waitsForNeighbour && isOfOneConversation(held.request, request))
            held.place = m_place + 1;
    }
}

/** What goes out in place of @p request; null if it is held back. */
std::optional<SimulatedRequest> FaultInjector::disturbed(const SimulatedRequest &request, Fault fault, Timestamp now)
{
    SimulatedRequest changed = request;
    switch (fault) {
    case Fault::Duplicates:
        holdRepeat(request);
        return request;
    case Fault::Reorder:
        hold(request, c_longestReorder, true);
        return std::nullopt;
    case Fault::Late:
        hold(request, m_random.between(c_nearestLate, c_farthestLate));
        return std::nullopt;
    case Fault::BadSignature:
        forgeSignature(changed, now);
        return changed;
    case Fault::Malformed:
        return malformed(request, m_random);
    }
    Q_UNREACHABLE();
}

void FaultInjector::holdRepeat(const SimulatedRequest &request)
{
    const qint64 places = m_random.between(c_nearestRepeat, c_farthestRepeat);
    hold(withFreshBoundary(request, m_random), places);
}

void FaultInjector::forgeSignature(SimulatedRequest &request, Timestamp now)
{
    const auto since = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch();
    const QByteArray time = QByteArray::number(qint64(since.count()));
    setHeader(request, QByteArrayLiteral("X-Varda-Signature"),
              QByteArray("t=" + time + ",v1=" + hexDigits(64, m_random)));
}

} // namespace earshot
