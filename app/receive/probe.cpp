// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/probe.h"

#include <QCryptographicHash>

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

namespace earshot {
namespace {

constexpr QByteArrayView c_version("v1");
constexpr qsizetype c_hmacBytes = 32;
constexpr std::chrono::minutes c_tolerance(2);
constexpr qsizetype c_longestProbe = 512;

QByteArray hmacOf(QByteArrayView text, QByteArrayView token)
{
    QByteArray hmac(c_hmacBytes, '\0');
    const int failed = gnutls_hmac_fast(GNUTLS_MAC_SHA256, token.data(), std::size_t(token.size()), text.data(),
                                        std::size_t(text.size()), hmac.data());
    return failed < 0 ? QByteArray() : hmac.toHex();
}

bool isEqual(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && gnutls_memcmp(left.data(), right.data(), std::size_t(left.size())) == 0;
}

} // namespace

QByteArray makeProbe(const QByteArray &token, const QByteArray &nonce, Timestamp now)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
    const QByteArray text = c_version + '.' + QByteArray::number(qint64(seconds.count())) + '.' + nonce.toHex();
    const QByteArray hmac = hmacOf(text, token);
    return hmac.isEmpty() ? QByteArray() : QByteArray(text + '.' + hmac);
}

bool isProbe(QByteArrayView field, QByteArrayView token, Timestamp now)
{
    if (field.size() > c_longestProbe)
        return false;
    const QByteArray text = field.toByteArray();
    const QList<QByteArray> parts = text.split('.');
    constexpr qsizetype c_parts = 4;
    if (parts.size() != c_parts || parts.first() != c_version)
        return false;
    bool isNumber = false;
    const std::chrono::seconds sent(parts.at(1).toLongLong(&isNumber));
    const auto apart = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()) - sent;
    if (!isNumber || std::chrono::abs(apart) > c_tolerance)
        return false;
    const QByteArray expected = hmacOf(QByteArrayView(text).first(text.lastIndexOf('.')), token);
    return !expected.isEmpty() && isEqual(expected, parts.last());
}

QJsonObject probeAnswer(const ProbeFacts &facts)
{
    const QByteArray digest = QCryptographicHash::hash(facts.body, QCryptographicHash::Sha256).toHex();
    return {{QStringLiteral("probe"), QStringLiteral("earshot")},
            {QStringLiteral("method"), QString::fromLatin1(facts.method)},
            {QStringLiteral("host"), QString::fromLatin1(facts.host)},
            {QStringLiteral("bytes"), facts.body.size()},
            {QStringLiteral("sha256"), QString::fromLatin1(digest)},
            {QStringLiteral("peer"), facts.peer.toString()},
            {QStringLiteral("sender"), facts.sender.toString()},
            {QStringLiteral("forwarded"), facts.isForwarded},
            {QStringLiteral("trusted"), facts.isProxyTrusted}};
}

} // namespace earshot
