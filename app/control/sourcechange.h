// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/source.h"

#include <QJsonObject>

#include <chrono>

namespace earshot::operations {

/** For how long at most an old token or signing secret works beside a new one. */
constexpr std::chrono::seconds c_longestOverlap = std::chrono::days(90);

/** Sets of @p source what a request names of: `allow` (an array of networks), `proof` (as models/verify/presets.h reads
 * it; replaces all that was asked for before), `rate_limit`, `answer`, `retention` (as models/store/sourcesettings.h
 * reads them). Null takes one of them away. A secret that is given (see changeSecrets()) is asked for from then on,
 * null for `basic`, `bearer` or `header_secret` no longer, and one of the first two takes the other's place; a signing
 * secret for a source without a proof means what its platform signs with. Errors: BadArgument. */
Result<void> changeSettings(const QJsonObject &request, Source &source);

/** Sets of @p secrets what a request names of: `signing_secret`, beside which the one before works for
 * `signing_overlap_s`, `basic` (`user:password`), `bearer`, `header_secret`; each may be a reference
 * (models/store/secretreference.h). What @p proof does not ask for is forgotten. Errors: BadArgument, also for a secret
 * that @p proof asks for and that is not there. */
Result<void> changeSecrets(const QJsonObject &request, const SenderProof &proof, SourceSecrets &secrets, Timestamp now);

} // namespace earshot::operations
