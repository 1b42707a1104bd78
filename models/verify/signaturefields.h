// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/verify/digests.h"
#include "models/verify/verifier.h"

namespace earshot {

/** What a request's header fields say about its signature. Views into the request. */
struct SignatureFields {
    QList<QByteArrayView> signatures; ///< as they stand there, without the scheme's prefix; at most c_mostSignatures
    QList<QByteArrayView> ed25519Signatures; ///< those of the version `v1a` (Standard Webhooks)
    QByteArrayView timestamp;
    QByteArrayView id;
};

/** More signatures than this are not looked at; a sender that rotates its secret sends two. */
constexpr qsizetype c_mostSignatures = 16;

/** Takes the fields apart as @p scheme says. The error is a verdict's reason: `signature-missing`,
 * `signature-unreadable` (none of the scheme's parts there, or times that contradict each other), `timestamp-missing`,
 * `id-missing`. */
std::expected<SignatureFields, QString> readSignatureFields(const SignatureScheme &scheme,
                                                            const SignedRequest &request);

/** What stands for the placeholders of a signed text. */
struct SignedValues {
    QByteArrayView id;
    QByteArrayView timestamp;
    QByteArrayView url;
    QByteArrayView body;
};

/** The bytes that are signed: @p signedText with `{id}`, `{timestamp}`, `{url}` and `{body}` filled in. Views into both
 * arguments. */
TextPieces signedPieces(QByteArrayView signedText, const SignedValues &values);

/** Whole seconds since 1970; nothing for what is not only digits or too long for a time. */
std::optional<qint64> readSeconds(QByteArrayView timestamp, SignatureScheme::TimeUnit unit);

} // namespace earshot
