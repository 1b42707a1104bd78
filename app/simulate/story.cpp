// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/story.h"

#include "app/simulate/eigistory.h"
#include "app/simulate/insightostory.h"
#include "app/simulate/vardastory.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

/** How a platform tells a conversation. */
struct Teller {
    QLatin1StringView platform;
    double callShare;
    QList<StoryBeat> (*beats)(const StoryScript &);
    SimulatedRequest (*request)(const StoryScript &, const StoryBeat &, Timestamp);
};

// A platform's place here is part of its seed: new ones go to the end.
constexpr std::array c_tellers = {
    Teller{QLatin1StringView("insighto"), 0.3, insightoBeats, insightoRequest},
    Teller{QLatin1StringView("eigi"), 0.85, eigiBeats, eigiRequest},
    Teller{QLatin1StringView("varda"), 0.6, vardaBeats, vardaRequest},
};

quint64 placeOf(const QString &platform)
{
    const auto found = std::ranges::find(c_tellers, platform, &Teller::platform);
    Q_ASSERT(found != c_tellers.end());
    return static_cast<quint64>(found - c_tellers.begin());
}

} // namespace

QStringList simulatedPlatforms()
{
    QStringList platforms;
    for (const Teller &teller : c_tellers)
        platforms.append(teller.platform);
    return platforms;
}

Story::Story(const QString &platform, quint64 seed, quint64 index)
    : m_platform(platform)
{
    const quint64 place = placeOf(platform);
    m_script = writeScript({place, seed, index}, c_tellers[place].callShare);
    m_beats = c_tellers[place].beats(m_script);
    Q_ASSERT(!m_beats.isEmpty());
    for (qsizetype i = 0; i < m_beats.size(); ++i)
        m_beats[i].place = static_cast<quint64>(i);
    std::ranges::sort(m_beats, {}, [](const StoryBeat &beat) { return std::pair(beat.offset, beat.place); });
}

QList<SimulatedRequest> Story::requests(Timestamp start) const
{
    const Teller &teller = c_tellers[m_script.number.platform];
    QList<SimulatedRequest> requests;
    for (const StoryBeat &beat : m_beats) {
        SimulatedRequest request = teller.request(m_script, beat, start);
        request.platform = m_platform;
        request.story = m_script.number.index;
        request.offset = beat.offset;
        requests.append(request);
    }
    return requests;
}

} // namespace earshot
