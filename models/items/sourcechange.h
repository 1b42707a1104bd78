// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/proof.h"

#include <QStringList>

namespace earshot {

/** What a person sets anew for a source; what is empty stays as it is. Secrets may be references such as `env:NAME`
 * (models/store/secretreference.h). */
struct SourceChange {
    std::optional<SenderProof> proof; ///< replaces all that was asked for before
    std::optional<QByteArray> signingSecret;
    std::chrono::seconds signingOverlap{0}; ///< how long the signing secret before it counts beside it
    std::optional<QByteArray> basic; ///< `user:password`
    std::optional<QByteArray> bearer;
    std::optional<QByteArray> headerSecret;
    std::optional<QStringList> allow; ///< networks (CIDR); none: every address
    std::optional<std::optional<RateLimit>> rateLimit; ///< nothing within: any number
    std::optional<std::optional<ChosenAnswer>> answer; ///< nothing within: the usual 200
    std::optional<Retention> retention;
};

} // namespace earshot
