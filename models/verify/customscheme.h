// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/proof.h"

#include <QJsonObject>

namespace earshot {

/** The word of a scheme that is no preset but all spelled out. */
inline constexpr QLatin1StringView c_customPreset("custom");

/** A token of RFC 9110 section 5.6.2, as header fields are named by. */
bool isFieldName(const QByteArray &name);

/** A scheme from all of its fields. Errors: BadArgument, which names the field and what it may be, also where fields do
 * not go together, such as `{timestamp}` without a place where it stands. */
Result<SignatureScheme> customSchemeFromJson(const QJsonObject &json);

/** @p preset with its `tolerance_s` changed, if the JSON says so; nothing else may be. */
Result<SignatureScheme> presetFromJson(const QJsonObject &json, SignatureScheme preset);

/** What the two above read: the preset's word and tolerance where that is another, or all fields that differ from a
 * custom scheme's defaults. */
QJsonObject schemeToJson(const SignatureScheme &scheme, const std::optional<SignatureScheme> &preset);

} // namespace earshot
