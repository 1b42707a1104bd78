// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/verify/signaturefields.h"

namespace earshot {

/** The secrets of one source as they stand at one moment, newest first. */
struct SigningSecrets {
    QList<QByteArray> live;
    QList<QByteArray> ended;
};

/** One signature that did not fit, and what it was compared with. References and views, valid for one call. */
struct FailedSignature {
    const SignatureScheme &scheme;
    const SignatureFields &fields;
    const SignedRequest &request;
    const SigningSecrets &secrets;
};

/** Why it did not fit: the word of what would have, else `mismatch`. Anybody may cause this work, so it is bounded:
 * bodies over 1 MiB are not looked at, JSON over 128 KiB is not
 * written anew, and not more than 4 MiB are hashed. */
QString diagnose(const FailedSignature &failed);

/** All texts that @p scheme takes for signed, and the bytes that some of them are made of. */
struct SignedTexts {
    QByteArrayList made; ///< what the pieces look at, where that is no part of the request
    QList<TextPieces> texts;
};

SignedTexts signedTexts(const SignatureScheme &scheme, const SignedValues &values);

/** Whether @p digest is one of @p signatures, compared in constant time. */
bool isAmong(const QByteArray &digest, const QList<QByteArrayView> &signatures, SignatureScheme::Encoding encoding);

} // namespace earshot
