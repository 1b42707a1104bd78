// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace earshot {

/** A certificate and its key in PEM files. The certificate's file may hold the chain after it. */
struct CertificateFiles {
    QString certificate;
    QString key; ///< only its owner may read it

    friend bool operator==(const CertificateFiles &, const CertificateFiles &) = default;
};

/** Where the listener listens, and every limit it keeps to. */
struct ListenerSettings {
    QString address = QStringLiteral("127.0.0.1"); ///< an IPv4 or IPv6 address; `::` takes both families
    quint16 port = 8765; ///< 0 picks a free one

    std::optional<CertificateFiles> tls = {}; ///< HTTPS instead of HTTP
    QStringList trustedProxies = {}; ///< networks (CIDR) whose Forwarded and X-Forwarded-For are believed

    qsizetype maxBodyBytes =
        10LL * 1024 * 1024; ///< of one request, also once its content coding is undone; beyond: 413
    qint64 maxInFlightBytes = 256LL * 1024 * 1024; ///< of all bodies not stored yet; beyond: 503
    qsizetype maxRequestLineBytes = 256LL * 1024; ///< of a GET, whose query may carry a transcript; beyond: 414
    qsizetype maxHeaderBytes = 32LL * 1024; ///< request line and header of all but a GET; beyond: 414 or 431
    int maxConnections = 1024; ///< beyond: 503
    int maxConnectionsPerAddress = 128; ///< beyond: 503; not for trusted proxies. Of IPv6, per /64
    QStringList unlimitedNetworks = {QStringLiteral("127.0.0.0/8"),
                                     QStringLiteral("::1")}; ///< whose addresses may have any number of connections
    int maxTlsConnections = 256; ///< each takes as much memory as a GET's
    int maxGetConnections = 64; ///< with room for a long request line; beyond, a GET has maxHeaderBytes as others have

    std::chrono::milliseconds firstByteDeadline = std::chrono::seconds(10); ///< from the connect; then it is closed
    std::chrono::milliseconds headerDeadline = std::chrono::seconds(20); ///< from the first byte; then 408
    std::chrono::milliseconds bodyDeadline = std::chrono::seconds(60); ///< from the header's end; then 408
    qsizetype leastBytesPerSecond = 256; ///< of header and body, in every leastRateWindow; slower: 408
    std::chrono::milliseconds leastRateWindow = std::chrono::seconds(10);
    std::chrono::milliseconds answerDeadline = std::chrono::seconds(20); ///< for the sender to take its answer
    std::chrono::milliseconds idleTimeout =
        std::chrono::seconds(60); ///< of a kept connection, to the next request's target
    std::chrono::milliseconds lingerTime = std::chrono::seconds(5); ///< for a refused sender to stop writing
    std::chrono::seconds retryAfter = std::chrono::seconds(5); ///< what a 503 asks for
};

} // namespace earshot
