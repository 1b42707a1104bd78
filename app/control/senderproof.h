// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/delivery.h"
#include "models/domain/proof.h"

namespace earshot {

/** The header fields by which a made-up delivery shows what a source asks of its sender. @p secrets are looked up
 * already,
 * @p url is the public one with its query, @p id new for each delivery. None where nothing is asked for. Errors: those
 * of sign(); NotFound where a secret is missing. */
Result<QList<HeaderField>> proofFields(const SenderProof &proof, const SourceSecrets &secrets, QByteArrayView body,
                                       const QByteArray &url, const QByteArray &id, Timestamp now);

} // namespace earshot
