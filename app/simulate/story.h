// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/simulatedrequest.h"
#include "app/simulate/storyscript.h"

#include <QLatin1StringView>
#include <QList>
#include <QStringList>

namespace earshot {

/** The platforms that can be simulated: `insighto`, `eigi`, `varda`. */
QStringList simulatedPlatforms();

/** One thing that a platform reports of a conversation. */
struct StoryBeat {
    QLatin1StringView event; ///< the platform's name for it
    std::chrono::milliseconds offset{};
    qsizetype turn = -1; ///< which turn it is about, where it is about one
    quint64 place = 0; ///< its place in the order in which the platform's rules name the beats
};

/** One conversation as its platform reports it. The same (platform, seed, index, start) always makes the same bytes. */
class Story
{
public:
    /** The conversation number @p index (from 0) of @p platform, which is one of simulatedPlatforms(). */
    Story(const QString &platform, quint64 seed, quint64 index);

    const StoryScript &script() const { return m_script; }

    /** When the first and the last request are due, from the start of the conversation; known before a start is chosen.
     */
    std::chrono::milliseconds firstOffset() const { return m_beats.first().offset; }

    std::chrono::milliseconds lastOffset() const { return m_beats.last().offset; }

    /** All requests of the conversation if it starts at @p start, in the order of their offsets; never none. */
    QList<SimulatedRequest> requests(Timestamp start) const;

private:
    QString m_platform;
    StoryScript m_script;
    QList<StoryBeat> m_beats; // by offset
};

} // namespace earshot
