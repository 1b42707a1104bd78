// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/simulationstream.h"

#include "app/simulate/vardastory.h"

#include <algorithm>

namespace earshot {
namespace {

// How long a conversation lasts and how many requests it makes, roughly, over all platforms.
constexpr double c_typicalSeconds = 240;
constexpr double c_typicalRequests = 4;
constexpr double c_mostConversations = 40; // under way at one time; a faster rate plays them faster instead
constexpr double c_lifetimesOfARun = 4; // a counted run should see conversations from their start to their end

double playingSpeed(const SimulationSettings &settings)
{
    const double crowded = settings.ratePerSecond * c_typicalSeconds / (c_typicalRequests * c_mostConversations);
    double hurried = 1.0;
    if (settings.count && *settings.count > 0)
        hurried = c_lifetimesOfARun * c_typicalSeconds * settings.ratePerSecond / static_cast<double>(*settings.count);
    return std::max({1.0, crowded, hurried});
}

FloorSettings floorSettings(const SimulationSettings &settings)
{
    return {settings.platforms, settings.seed, playingSpeed(settings), settings.count.has_value()};
}

} // namespace

SimulationStream::SimulationStream(const SimulationSettings &settings, Timestamp start)
    : m_settings(settings)
    , m_start(start)
    , m_schedule(settings.ratePerSecond)
    , m_floor(floorSettings(settings))
    , m_faults(settings.faults, settings.seed)
{
}

std::optional<SimulatedRequest> SimulationStream::next()
{
    const Timestamp now = m_start + std::chrono::floor<std::chrono::microseconds>(m_schedule.dueTime(m_made));
    std::optional<SimulatedRequest> request = m_faults.next(now, [this, now] { return undisturbed(now); });
    if (!request)
        return std::nullopt;
    if (const QByteArray secret = secretFor(*request); !secret.isEmpty())
        signVardaRequest(*request, secret, now);
    ++m_made;
    return request;
}

/** That of the hook which the conversation keeps to. */
QByteArray SimulationStream::secretFor(const SimulatedRequest &request) const
{
    const QList<QByteArray> &secrets = m_settings.vardaSecrets;
    if (request.platform != QLatin1StringView("varda") || secrets.isEmpty())
        return {};
    return secrets.at(static_cast<qsizetype>(request.story % static_cast<quint64>(secrets.size())));
}

/** How many the floor may still hand out, if the run has an end: those held back come on top. */
std::optional<qint64> SimulationStream::remaining() const
{
    if (!m_settings.count)
        return std::nullopt;
    return *m_settings.count - m_made - m_faults.held();
}

std::optional<SimulatedRequest> SimulationStream::undisturbed(Timestamp now)
{
    const std::optional<qint64> left = remaining();
    if (left && *left <= 0)
        return std::nullopt;
    return m_floor.next(now, left);
}

} // namespace earshot
