// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace earshot {

/** How a request and its answer cross the control socket: one JSON object a line, at most c_longestControlLine bytes
 * with its line end. */
inline constexpr qsizetype c_longestControlLine = qsizetype(1024) * 1024;

QByteArray toControlLine(const QJsonObject &message);

/** JsonSyntax where the line holds no JSON object. */
Result<QJsonObject> fromControlLine(const QByteArray &line);

/** `{"ok":…}` or `{"error":{"code":…,"detail":…}}`. */
QJsonObject toControlAnswer(const Result<QJsonObject> &result);

/** What toControlAnswer() was made of; JsonSyntax where it is neither. */
Result<QJsonObject> fromControlAnswer(const QJsonObject &answer);

} // namespace earshot
