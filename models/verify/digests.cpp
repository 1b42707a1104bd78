// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/digests.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

#include <array>

namespace earshot {
namespace {

using Algorithm = SignatureScheme::Algorithm;
using PublicKey = std::unique_ptr<gnutls_pubkey_st, decltype(&gnutls_pubkey_deinit)>;

constexpr QByteArrayView c_secretPrefix = "whsec_";
constexpr QByteArrayView c_publicKeyPrefix = "whpk_";

gnutls_mac_algorithm_t macOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::Sha1:
        return GNUTLS_MAC_SHA1;
    case Algorithm::Sha256:
        return GNUTLS_MAC_SHA256;
    case Algorithm::Sha512:
        return GNUTLS_MAC_SHA512;
    }
    return GNUTLS_MAC_UNKNOWN;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

gnutls_datum_t datumOf(QByteArrayView data)
{
    // GnuTLS takes data to read by a pointer that is not const.
    return {reinterpret_cast<unsigned char *>(const_cast<char *>(data.data())), static_cast<unsigned>(data.size())};
}

/** The 32 bytes of an Ed25519 key after `whpk_`. */
std::optional<QByteArray> publicPoint(const QByteArray &publicKey)
{
    constexpr qsizetype c_pointSize = 32;
    const auto point = fromBase64(QByteArrayView(publicKey).sliced(c_publicKeyPrefix.size()).trimmed());
    return point && point->size() == c_pointSize ? point : std::nullopt;
}

PublicKey ed25519Key(QByteArrayView point)
{
    gnutls_pubkey_t raw = nullptr;
    if (gnutls_pubkey_init(&raw) < 0)
        return {nullptr, &gnutls_pubkey_deinit};
    PublicKey key(raw, &gnutls_pubkey_deinit);
    const gnutls_datum_t x = datumOf(point);
    if (gnutls_pubkey_import_ecc_raw(raw, GNUTLS_ECC_CURVE_ED25519, &x, nullptr) < 0)
        key.reset();
    return key;
}

} // namespace

QByteArray hmac(Algorithm algorithm, const QByteArray &key, const TextPieces &pieces)
{
    gnutls_hmac_hd_t running = nullptr;
    if (gnutls_hmac_init(&running, macOf(algorithm), key.constData(), std::size_t(key.size())) < 0)
        return {};
    bool isFed = true;
    for (const QByteArrayView piece : pieces)
        isFed = isFed && (piece.isEmpty() || gnutls_hmac(running, piece.data(), std::size_t(piece.size())) >= 0);
    QByteArray digest(digestSize(algorithm), '\0');
    gnutls_hmac_deinit(running, digest.data());
    return isFed ? digest : QByteArray();
}

qsizetype digestSize(Algorithm algorithm)
{
    return gnutls_hmac_get_len(macOf(algorithm));
}

QString algorithmWord(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::Sha1:
        return QStringLiteral("sha1");
    case Algorithm::Sha256:
        return QStringLiteral("sha256");
    case Algorithm::Sha512:
        return QStringLiteral("sha512");
    }
    return {};
}

QByteArray sha256(QByteArrayView data)
{
    QByteArray digest(gnutls_hash_get_len(GNUTLS_DIG_SHA256), '\0');
    if (gnutls_hash_fast(GNUTLS_DIG_SHA256, data.data(), std::size_t(data.size()), digest.data()) < 0)
        return {};
    return digest;
}

bool areEqualDigests(const QByteArray &left, const QByteArray &right)
{
    return !left.isEmpty() && left.size() == right.size()
           && gnutls_memcmp(left.constData(), right.constData(), std::size_t(left.size())) == 0;
}

bool isSecret(QByteArrayView presented, QByteArrayView secret)
{
    return areEqualDigests(sha256(presented), sha256(secret));
}

std::optional<QByteArray> fromHex(QByteArrayView text)
{
    if (text.isEmpty() || text.size() % 2 != 0)
        return std::nullopt;
    QByteArray bytes;
    bytes.reserve(text.size() / 2);
    for (qsizetype i = 0; i < text.size(); i += 2) {
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.append(char(high * 16 + low));
    }
    return bytes;
}

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    for (int padding = 0; padding < 2 && text.endsWith('='); ++padding)
        text.chop(1);
    if (text.isEmpty() || text.size() % 4 == 1 || text.contains('='))
        return std::nullopt;
    QByteArray standard = text.toByteArray();
    standard.replace('-', '+').replace('_', '/');
    auto read = QByteArray::fromBase64Encoding(std::move(standard), QByteArray::AbortOnBase64DecodingErrors);
    if (!read)
        return std::nullopt;
    return std::move(read.decoded);
}

std::optional<QByteArray> keyOf(const QByteArray &secret, SignatureScheme::SecretForm form)
{
    if (form == SignatureScheme::SecretForm::Text)
        return secret.isEmpty() ? std::nullopt : std::optional(secret);
    QByteArrayView encoded = secret;
    if (encoded.startsWith(c_secretPrefix))
        encoded = encoded.sliced(c_secretPrefix.size());
    return fromBase64(encoded.trimmed());
}

bool isUsableSecret(const QByteArray &secret, SignatureScheme::SecretForm form)
{
    if (form == SignatureScheme::SecretForm::StandardWebhooks && isPublicKey(secret))
        return publicPoint(secret).has_value();
    return keyOf(secret, form).has_value();
}

bool isEd25519Signature(const QByteArray &publicKey, const QByteArray &signature, const TextPieces &pieces)
{
    constexpr qsizetype c_signatureSize = 64;
    const auto point = publicPoint(publicKey);
    if (!point || signature.size() != c_signatureSize)
        return false;
    const PublicKey key = ed25519Key(*point);
    QByteArray text;
    for (const QByteArrayView piece : pieces)
        text.append(piece);
    const gnutls_datum_t data = datumOf(text);
    const gnutls_datum_t signatureData = datumOf(signature);
    return key && gnutls_pubkey_verify_data2(key.get(), GNUTLS_SIGN_EDDSA_ED25519, 0, &data, &signatureData) >= 0;
}

} // namespace earshot
