// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/controlclient.h"

#include "app/control/controlmessage.h"

#include <QLocalSocket>

namespace earshot {
namespace {

constexpr int c_connectMilliseconds = 5'000;
constexpr int c_tickMilliseconds = 5'000;

Error lostContact()
{
    return {ErrorCode::Cancelled, QStringLiteral("the Earshot that holds the store stopped before it answered")};
}

Result<void> send(QLocalSocket &socket, const QByteArray &line)
{
    if (line.size() > c_longestControlLine)
        return failure(ErrorCode::TooLarge,
                       QStringLiteral("the request is longer than %1 bytes").arg(c_longestControlLine));
    if (socket.write(line) != line.size())
        return std::unexpected(lostContact());
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(c_tickMilliseconds) && socket.state() != QLocalSocket::ConnectedState)
            return std::unexpected(lostContact());
    }
    return {};
}

/** A line is here, or none will come. */
bool isReadable(const QLocalSocket &socket)
{
    return socket.canReadLine() || socket.bytesAvailable() >= c_longestControlLine
           || socket.state() != QLocalSocket::ConnectedState;
}

Result<QByteArray> awaitLine(QLocalSocket &socket, const std::function<void()> &stillWaiting)
{
    while (!isReadable(socket)) {
        if (!socket.waitForReadyRead(c_tickMilliseconds) && !isReadable(socket) && stillWaiting)
            stillWaiting();
    }
    if (!socket.canReadLine())
        return std::unexpected(lostContact());
    return socket.readLine(c_longestControlLine + 1);
}

} // namespace

Result<QJsonObject> askHolder(const QString &socketPath, const QJsonObject &request,
                              const std::function<void()> &stillWaiting)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(c_connectMilliseconds))
        return failure(ErrorCode::NetworkFailed,
                       QStringLiteral("%1 cannot be reached: %2").arg(socketPath, socket.errorString()));
    if (const auto sent = send(socket, toControlLine(request)); !sent)
        return std::unexpected(sent.error());
    const auto line = awaitLine(socket, stillWaiting);
    if (!line)
        return std::unexpected(line.error());
    const auto answer = fromControlLine(*line);
    return answer ? fromControlAnswer(*answer) : answer;
}

} // namespace earshot
