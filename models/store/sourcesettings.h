// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/proof.h"

#include <QJsonObject>

namespace earshot {

// What is set for a source, as it is stored and asked for. Proofs are in models/verify/presets.h. The readers' errors
// are BadArgument and name the member.

/** `{"per_minute":600,"burst":60}`. */
QJsonObject toJson(const RateLimit &limit);
/** 1 to 1,000,000 a minute; a burst of 1 to 1,000,000, missing: a tenth of a minute's, at least 1. */
Result<RateLimit> rateLimitFromJson(const QJsonObject &json);

/** `{"status":503,"body":"later","delay_ms":2000,"drop":false,"one_in":3}`. */
QJsonObject toJson(const ChosenAnswer &answer);
/** A status of 200 to 599, a body of at most 4 KiB, a delay of at most 60 s, one in 1 to 1,000,000. */
Result<ChosenAnswer> chosenAnswerFromJson(const QJsonObject &json);

/** `{"whole_days":365,"bytes_days":30,"max_bytes":2147483648}`, each if it is set. */
QJsonObject toJson(const Retention &retention);
/** 1 to 36,500 days, at least 1 MiB. */
Result<Retention> retentionFromJson(const QJsonObject &json);

} // namespace earshot
