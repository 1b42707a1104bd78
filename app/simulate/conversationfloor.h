// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/story.h"

#include <QHash>

#include <optional>
#include <vector>

namespace earshot {

/** How the floor plays its stories. */
struct FloorSettings {
    QStringList platforms; ///< of simulatedPlatforms(), not empty
    quint64 seed = 1;
    double speed = 1.0; ///< how much faster than life a conversation is played; at least 1
    bool pastOnly = false; ///< each conversation is over, by its own times, before its first request is handed out
};

/** Several conversations under way at one time, as in a call centre, and their requests one after another. Whenever
 *  none is due yet, another conversation begins: so there are as many of them as the asked-for rate keeps busy. */
class ConversationFloor
{
public:
    explicit ConversationFloor(const FloorSettings &settings);

    /** The next request, to be sent at @p now, which never goes back. With `pastOnly`, @p remaining says how many are
     *  still wanted, this one included: no further conversation begins once those under way have as many. */
    SimulatedRequest next(Timestamp now, std::optional<qint64> remaining);

private:
    struct Waiting {
        Timestamp due;
        quint64 order = 0; // of two that are due at once the one that was added first
        SimulatedRequest request;
    };

    static bool isLater(const Waiting &a, const Waiting &b);

    bool hasDue(Timestamp now, std::optional<qint64> remaining) const;
    void beginStory(Timestamp now);
    Timestamp startOf(const Story &story, Timestamp now) const;
    std::chrono::microseconds played(std::chrono::milliseconds span) const;
    SimulatedRequest takeFirst();

    FloorSettings m_settings;
    StoryRandom m_random;
    QHash<QString, quint64> m_begun; // by platform
    quint64 m_order = 0;
    std::vector<Waiting> m_waiting; // a heap, the earliest first
};

} // namespace earshot
