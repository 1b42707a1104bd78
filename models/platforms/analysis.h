// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/platforms/warnings.h"

#include <QJsonObject>

namespace earshot {

/** One object of eigi's conversation_analysis, which is an array of free-form objects (or one, or null): every member
 * of all of them; where they disagree about a member, it becomes the array of its values, at most 100. */
QJsonObject mergedAnalysis(const QJsonValue &analysis, Warnings &warnings);

} // namespace earshot
