// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/senderproof.h"

#include "models/verify/verifier.h"

#include <algorithm>

namespace earshot {
namespace {

/** The newest live one; empty if there is none. */
QByteArray signingSecret(const SourceSecrets &secrets, Timestamp now)
{
    const auto isLive = [now](const TimedSecret &secret) { return secret.isLiveAt(now); };
    const auto found = std::ranges::find_if(secrets.signing, isLive);
    return found == secrets.signing.end() ? QByteArray() : found->value;
}

bool lacksASecret(const SenderProof &proof, const SourceSecrets &secrets, Timestamp now)
{
    return (proof.signature && signingSecret(secrets, now).isEmpty()) || (proof.basic && secrets.basic.isEmpty())
           || (proof.bearer && secrets.bearer.isEmpty()) || (!proof.secretHeader.isEmpty() && secrets.header.isEmpty());
}

} // namespace

Result<QList<HeaderField>> proofFields(const SenderProof &proof, const SourceSecrets &secrets, QByteArrayView body,
                                       const QByteArray &url, const QByteArray &id, Timestamp now)
{
    if (lacksASecret(proof, secrets, now))
        return failure(ErrorCode::NotFound,
                       QStringLiteral("what the source asks for cannot be shown: a secret is missing"));
    QList<HeaderField> fields;
    if (proof.signature) {
        const auto made = sign(*proof.signature, signingSecret(secrets, now), body, url, id, now);
        if (!made)
            return made;
        fields = *made;
    }
    if (proof.basic)
        fields.append({QByteArrayLiteral("Authorization"), "Basic " + secrets.basic.toBase64()});
    if (proof.bearer)
        fields.append({QByteArrayLiteral("Authorization"), "Bearer " + secrets.bearer});
    if (!proof.secretHeader.isEmpty())
        fields.append({proof.secretHeader, secrets.header});
    return fields;
}

} // namespace earshot
