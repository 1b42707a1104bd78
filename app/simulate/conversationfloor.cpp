// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/conversationfloor.h"

#include <algorithm>
#include <tuple>

namespace earshot {
namespace {

constexpr quint64 c_floorSeed = 0x666c6f6f72; // keeps the floor's draws apart from the stories'

} // namespace

ConversationFloor::ConversationFloor(const FloorSettings &settings)
    : m_settings(settings)
    , m_random(combinedSeed({settings.seed, c_floorSeed}))
{
    Q_ASSERT(!settings.platforms.isEmpty() && settings.speed >= 1.0);
}

SimulatedRequest ConversationFloor::next(Timestamp now, std::optional<qint64> remaining)
{
    if (!hasDue(now, remaining))
        beginStory(now); // its first request is due at once
    return takeFirst();
}

bool ConversationFloor::isLater(const Waiting &a, const Waiting &b)
{
    return std::tie(a.due, a.order) > std::tie(b.due, b.order);
}

bool ConversationFloor::hasDue(Timestamp now, std::optional<qint64> remaining) const
{
    if (m_waiting.empty())
        return false;
    const bool fillsTheRest = remaining && m_settings.pastOnly && std::ssize(m_waiting) >= *remaining;
    return fillsTheRest || m_waiting.front().due <= now;
}

void ConversationFloor::beginStory(Timestamp now)
{
    const QString platform = m_random.pick(m_settings.platforms);
    const Story story(platform, m_settings.seed, m_begun[platform]++);
    const QList<SimulatedRequest> requests = story.requests(startOf(story, now));
    for (const SimulatedRequest &request : requests) {
        m_waiting.push_back({now + played(request.offset - story.firstOffset()), m_order++, request});
        std::ranges::push_heap(m_waiting, isLater);
    }
}

/** A story that is played faster than life begins in the past, so that its end is reported about when it happens and
 *  never before. */
Timestamp ConversationFloor::startOf(const Story &story, Timestamp now) const
{
    if (m_settings.pastOnly)
        return std::chrono::floor<std::chrono::milliseconds>(now - story.lastOffset());
    const std::chrono::milliseconds span = story.lastOffset() - story.firstOffset();
    return std::chrono::floor<std::chrono::milliseconds>(now - story.firstOffset() - span + played(span));
}

std::chrono::microseconds ConversationFloor::played(std::chrono::milliseconds span) const
{
    return std::chrono::floor<std::chrono::microseconds>(span / m_settings.speed);
}

SimulatedRequest ConversationFloor::takeFirst()
{
    std::ranges::pop_heap(m_waiting, isLater);
    SimulatedRequest request = std::move(m_waiting.back().request);
    m_waiting.pop_back();
    return request;
}

} // namespace earshot
