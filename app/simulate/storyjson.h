// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/phrases.h"
#include "app/simulate/simulatedrequest.h"
#include "models/base/clock.h"

#include <QJsonObject>
#include <QJsonValue>

namespace earshot {

/** The text, or null for one that is empty. */
QJsonValue textOrNull(const QString &text);

/** `2026-03-25T18:30:00Z`, to the second. */
QString isoSeconds(Timestamp time);

QByteArray compactJson(const QJsonObject &object);

/** A POST of @p body as `application/json`. */
SimulatedRequest jsonPost(const QJsonObject &body);

/** What platforms that name no User-Agent of theirs are given: our own. */
QByteArray simulatorUserAgent();

} // namespace earshot
