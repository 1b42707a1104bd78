// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QHostAddress>
#include <QJsonObject>

namespace earshot {

/** The header field that marks a request as our own test of the way to a hook. It goes the whole way of a delivery, is
 * answered with what arrived, and is not stored. */
inline constexpr QByteArrayView c_probeHeader("X-Earshot-Probe");

/** A probe's field: version, time in Unix seconds, @p nonce and their HMAC-SHA256 with the hook's token, all joined by
 * dots. Whoever can make one knows the token and could post deliveries, so its answer gives nothing away. Empty if the
 * system can make no HMAC. */
QByteArray makeProbe(const QByteArray &token, const QByteArray &nonce, Timestamp now);

/** Is @p field a probe for the hook of @p token, made less than two minutes from @p now? */
bool isProbe(QByteArrayView field, QByteArrayView token, Timestamp now);

/** What arrived, for the one who sent the probe. */
struct ProbeFacts {
    QHostAddress peer; ///< the connection's other end
    QHostAddress sender; ///< as the trusted proxies tell it
    QByteArrayView method;
    QByteArrayView host;
    bool isForwarded = false; ///< Forwarded or X-Forwarded-For is there
    bool isProxyTrusted = false; ///< and believed, since the peer is a trusted proxy
    QByteArrayView body;
};

QJsonObject probeAnswer(const ProbeFacts &facts);

} // namespace earshot
