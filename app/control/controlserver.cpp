// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/controlserver.h"

#include "app/control/controlconnection.h"
#include "models/base/logging.h"

#include <QFile>

#include <sys/socket.h>
#include <unistd.h>

namespace earshot {
namespace {

constexpr int c_mostConnections = 32;

// sun_path holds 108 bytes with its end, and QLocalServer first binds "<path>.XXXXXX/s".
constexpr qsizetype c_longestSocketPath = 90;

/** Whether the other end is a process of our own user. The socket's mode says the same, but not on every file system.
 */
bool isOwnUser(qintptr descriptor)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return getsockopt(int(descriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == geteuid();
}

} // namespace

ControlServer::ControlServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::takeConnections);
}

ControlServer::~ControlServer() = default;

Result<QString> ControlServer::socketPathFor(const StoreLocation &location)
{
    if (QFile::encodeName(location.socketPath()).size() <= c_longestSocketPath)
        return location.socketPath();
    m_folder = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/earshot-XXXXXX")); // made with mode 0700
    if (!m_folder->isValid())
        return failure(ErrorCode::ListenFailed, m_folder->errorString());
    return m_folder->filePath(QStringLiteral("control.sock"));
}

Result<void> ControlServer::listen(const StoreLocation &location)
{
    const auto path = socketPathFor(location);
    if (!path)
        return std::unexpected(path.error());
    QLocalServer::removeServer(*path);
    if (!m_server.listen(*path))
        return failure(ErrorCode::ListenFailed,
                       QStringLiteral("%1 cannot be listened on: %2").arg(*path, m_server.errorString()));
    return {};
}

QString ControlServer::path() const
{
    return m_server.fullServerName();
}

void ControlServer::takeConnections()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        const bool tooMany = findChildren<ControlConnection *>(Qt::FindDirectChildrenOnly).size() >= c_mostConnections;
        if (tooMany || !isOwnUser(socket->socketDescriptor())) {
            qCWarning(lcApp, "A connection to the control socket was refused: %s",
                      tooMany ? "too many" : "another user");
            socket->abort();
            socket->deleteLater();
            continue;
        }
        const auto *connection = new ControlConnection(socket, m_handler, m_requestTimeout, this);
        connect(connection, &ControlConnection::performed, this, &ControlServer::performed);
    }
}

} // namespace earshot
