// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/verify/presets.h"
#include "models/verify/verifier.h"

namespace earshot {

/** A request that a test makes up; its SignedRequest looks at it. */
struct MadeRequest {
    QList<HeaderField> headers;
    QByteArray body;
    QByteArray url;

    SignedRequest view() const
    {
        const auto values = [this](QByteArrayView name) {
            QList<QByteArrayView> found;
            for (const HeaderField &field : headers) {
                if (field.name.compare(name, Qt::CaseInsensitive) == 0)
                    found.append(field.value);
            }
            return found;
        };
        return {values, url, body};
    }

    /** The value of a field that is there. */
    QByteArray &value(const QByteArray &name)
    {
        const auto found = std::find_if(headers.begin(), headers.end(),
                                        [&name](const HeaderField &field) { return field.name == name; });
        Q_ASSERT(found != headers.end());
        return found->value;
    }
};

inline Timestamp atSecond(qint64 seconds)
{
    return Timestamp(std::chrono::seconds(seconds));
}

inline SourceSecrets signingSecrets(const QByteArrayList &newestFirst)
{
    SourceSecrets secrets;
    for (const QByteArray &secret : newestFirst)
        secrets.signing.append({secret, std::nullopt});
    return secrets;
}

inline SenderProof signedBy(const SignatureScheme &scheme)
{
    SenderProof proof;
    proof.signature = scheme;
    return proof;
}

/** A scheme from JSON that is known to be right. */
inline SignatureScheme schemeFrom(const char *json)
{
    const QJsonObject signature = QJsonDocument::fromJson(json).object();
    const auto proof = proofFromJson({{QStringLiteral("signature"), signature}});
    if (!proof)
        qFatal("%s: %s", json, qPrintable(proof.error().detail));
    return *proof->signature;
}

} // namespace earshot
