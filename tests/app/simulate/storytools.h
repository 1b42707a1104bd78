// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/story.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace earshot {

constexpr quint64 c_testSeed = 20260514;

/** 14 May 2026, 10:18:01.250 UTC. */
inline Timestamp testStart()
{
    return fromMicroseconds(1'778'753'881'250'000);
}

inline QJsonObject jsonBody(const SimulatedRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

/** The first @p count stories of a platform. */
inline QList<Story> stories(const char16_t *platform, quint64 count)
{
    QList<Story> made;
    for (quint64 index = 0; index < count; ++index)
        made.append(Story(QString::fromUtf16(platform), c_testSeed, index));
    return made;
}

/** Their requests, each story's started at testStart(). */
inline QList<SimulatedRequest> requestsOf(const char16_t *platform, quint64 count)
{
    QList<SimulatedRequest> requests;
    for (const Story &story : stories(platform, count))
        requests += story.requests(testStart());
    return requests;
}

} // namespace earshot
