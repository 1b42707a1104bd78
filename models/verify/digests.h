// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/proof.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace earshot {

/** The bytes of a text in their order, without copying a body. Views, valid as long as what they look at. */
using TextPieces = QList<QByteArrayView>;

/** The HMAC (RFC 2104) over all of @p pieces; null if GnuTLS refuses, as it may an algorithm under a FIPS policy. */
QByteArray hmac(SignatureScheme::Algorithm algorithm, const QByteArray &key, const TextPieces &pieces);

qsizetype digestSize(SignatureScheme::Algorithm algorithm);

/** `sha1`, `sha256`, `sha512`. */
QString algorithmWord(SignatureScheme::Algorithm algorithm);

QByteArray sha256(QByteArrayView data);

/** In constant time for digests of one size; false for others. */
bool areEqualDigests(const QByteArray &left, const QByteArray &right);

/** Compares by their SHA-256, so that not even the length of @p secret is told by the time it takes. */
bool isSecret(QByteArrayView presented, QByteArrayView secret);

/** Digits only, of either case; nothing for what is no hexadecimal. */
std::optional<QByteArray> fromHex(QByteArrayView text);

/** RFC 4648 sections 4 and 5, with or without padding; nothing for what is no Base64. */
std::optional<QByteArray> fromBase64(QByteArrayView text);

/** The key that a secret stands for: its bytes, or those that its Base64 after `whsec_` says. Nothing if it is empty or
 * cannot be read so. */
std::optional<QByteArray> keyOf(const QByteArray &secret, SignatureScheme::SecretForm form);

/** Checks an Ed25519 signature (RFC 8032) by a public key as Standard Webhooks writes it, `whpk_` and Base64. */
bool isEd25519Signature(const QByteArray &publicKey, const QByteArray &signature, const TextPieces &pieces);

/** Whether a secret of Standard Webhooks is a public key. */
inline bool isPublicKey(const QByteArray &secret)
{
    return secret.startsWith("whpk_");
}

/** Whether signatures can be checked with this secret, as a key that is shared or as a public one. */
bool isUsableSecret(const QByteArray &secret, SignatureScheme::SecretForm form);

} // namespace earshot
