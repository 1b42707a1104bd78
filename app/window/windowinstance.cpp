// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowinstance.h"

#include "models/base/logging.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

namespace earshot {
namespace {

constexpr QByteArrayView c_raise("raise");
constexpr QByteArrayView c_raised("raised\n");
constexpr qint64 c_longestLine = 512;

// sun_path holds 108 bytes with its end, and QLocalServer first binds "<path>.XXXXXX/s".
constexpr qsizetype c_longestSocketPath = 90;

bool isOwnUser(qintptr descriptor)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return getsockopt(int(descriptor), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == geteuid();
}

/** Asks who listens there to come to the front. */
bool raiseOther(const QString &socketPath, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(int(deadline.remainingTime())) || !isOwnUser(socket.socketDescriptor()))
        return false;
    // https://wayland.app/protocols/xdg-activation-v1: who is started from a launcher may take the focus, or pass that
    // on.
    const QByteArray line = c_raise + ' ' + qgetenv("XDG_ACTIVATION_TOKEN").left(256).simplified() + '\n';
    if (socket.write(line) != line.size())
        return false;
    while (!socket.canReadLine()) {
        if (deadline.hasExpired() || !socket.waitForReadyRead(int(deadline.remainingTime())))
            return false;
    }
    return socket.readLine(c_longestLine) == c_raised;
}

} // namespace

WindowInstance::WindowInstance(QObject *parent)
    : QObject(parent)
{
}

WindowInstance::~WindowInstance()
{
    release();
}

QString WindowInstance::lockPath(const StoreLocation &store)
{
    return store.path + QLatin1StringView(".window.lock");
}

QString WindowInstance::socketPath(const StoreLocation &store)
{
    const QString beside = store.path + QLatin1StringView(".window");
    if (QFile::encodeName(beside).size() <= c_longestSocketPath)
        return beside;
    const QByteArray digest = QCryptographicHash::hash(QFile::encodeName(QFileInfo(store.path).absoluteFilePath()),
                                                       QCryptographicHash::Sha256);
    return QStringLiteral("%1/earshot-%2-%3.window")
        .arg(QDir::tempPath())
        .arg(geteuid())
        .arg(QString::fromLatin1(digest.toHex().first(16)));
}

WindowInstance::Found WindowInstance::claim(const StoreLocation &store, std::chrono::milliseconds patience)
{
    if (store.path == m_claimed)
        return Found::Nobody;
    release();
    FileDescriptor lock(::open(QFile::encodeName(lockPath(store)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!lock.isValid()) {
        qCDebug(lcApp) << "whether another window is open cannot be known:" << qt_error_string(errno);
        return Found::Nobody; // the store will say what is wrong with its folder
    }
    if (flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
        return patience.count() > 0 && raiseOther(socketPath(store), patience) ? Found::Raised : Found::NoAnswer;
    m_lock = std::move(lock);
    m_claimed = store.path;
    listen(store);
    return Found::Nobody;
}

void WindowInstance::release()
{
    m_server.reset(); // takes its socket away, while the lock still keeps another from making one
    m_lock = FileDescriptor();
    m_claimed.clear();
}

void WindowInstance::listen(const StoreLocation &store)
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &WindowInstance::takeConnections);
    QLocalServer::removeServer(socketPath(store)); // of one that was killed, since the lock is ours
    if (!m_server->listen(socketPath(store)))
        qCWarning(lcApp) << "a second window will not find this one:" << m_server->errorString();
}

void WindowInstance::takeConnections()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOwnUser(socket->socketDescriptor())) {
            socket->abort();
            continue;
        }
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { takeLine(*socket); });
        if (socket->bytesAvailable() > 0)
            takeLine(*socket);
    }
}

void WindowInstance::takeLine(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() >= c_longestLine)
            socket.abort();
        return;
    }
    const QByteArray line = socket.readLine(c_longestLine);
    const qsizetype space = line.indexOf(' ');
    if (line.first(std::max<qsizetype>(space, 0)) != c_raise) {
        socket.abort();
        return;
    }
    Q_EMIT raiseRequested(line.sliced(space).trimmed());
    socket.write(c_raised.data(), c_raised.size());
    socket.disconnectFromServer(); // once it is written
}

} // namespace earshot
