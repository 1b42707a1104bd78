// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace earshot {

/** Where the listener listens, and every limit it keeps to. */
struct ListenerSettings {
    QString address = QStringLiteral("127.0.0.1"); ///< an IPv4 or IPv6 address; `::` takes both families
    quint16 port = 8765; ///< 0 picks a free one

    qsizetype maxBodyBytes =
        10LL * 1024 * 1024; ///< of one request, also once its content coding is undone; beyond: 413
    qint64 maxInFlightBytes = 256LL * 1024 * 1024; ///< of all bodies not stored yet; beyond: 503
    qsizetype maxRequestLineBytes = 256LL * 1024; ///< of a GET, whose query may carry a transcript; beyond: 414
    qsizetype maxHeaderBytes = 32LL * 1024; ///< request line and header of all but a GET; beyond: 414 or 431
    int maxConnections = 1024; ///< beyond: 503
    int maxGetConnections = 64; ///< with room for a long request line; beyond, a GET has maxHeaderBytes as others have

    std::chrono::milliseconds firstByteDeadline = std::chrono::seconds(10); ///< from the connect; then it is closed
    std::chrono::milliseconds headerDeadline = std::chrono::seconds(20); ///< from the first byte; then 408
    std::chrono::milliseconds bodyDeadline = std::chrono::seconds(60); ///< from the header's end; then 408
    std::chrono::milliseconds answerDeadline = std::chrono::seconds(20); ///< for the sender to take its answer
    std::chrono::milliseconds idleTimeout =
        std::chrono::seconds(60); ///< of a kept connection, to the next request's target
    std::chrono::milliseconds lingerTime = std::chrono::seconds(5); ///< for a refused sender to stop writing
    std::chrono::seconds retryAfter = std::chrono::seconds(5); ///< what a 503 asks for
};

} // namespace earshot
