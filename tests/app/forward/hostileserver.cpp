// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/hostileserver.h"

#include <QPointer>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <array>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace earshot {
namespace {

qsizetype lengthIn(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    return at < 0 ? 0 : lower.mid(at + 17).split('\r').first().trimmed().toLongLong();
}

bool sendAll(int socket, const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const auto sent = send(socket, bytes.constData() + at, std::size_t(bytes.size() - at), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
    }
    return true;
}

} // namespace

PouringServer::PouringServer(const QByteArray &head, const QByteArray &drop, qint64 most)
    : m_listening(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(m_listening, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(m_listening, 8) != 0
        || getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("the test's server cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread(&PouringServer::serve, this, head, drop, most);
}

PouringServer::~PouringServer()
{
    shutdown(m_listening, SHUT_RDWR);
    m_thread.join();
    close(m_listening);
}

void PouringServer::serve(QByteArray head, QByteArray drop, qint64 most)
{
    const int socket = accept4(m_listening, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0)
        return;
    std::array<char, 65'536> request{};
    bool isHeard = recv(socket, request.data(), request.size(), 0) > 0 && sendAll(socket, head);
    while (isHeard && m_poured < most) {
        isHeard = sendAll(socket, drop);
        m_poured += drop.size();
    }
    close(socket);
}

HostileServer::HostileServer(Trick trick, When when, std::unique_ptr<QTcpServer> server)
    : m_trick(std::move(trick))
    , m_when(when)
    , m_server(std::move(server))
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("the test's server cannot listen");
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] { accept(); });
}

QString HostileServer::url() const
{
    const bool secure = qobject_cast<QSslServer *>(m_server.get()) != nullptr;
    return QStringLiteral("%1://127.0.0.1:%2/hook")
        .arg(secure ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(m_server->serverPort());
}

void HostileServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(), [this, socket] { read(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, m_server.get(), [this, socket] {
            m_read.remove(socket);
            socket->deleteLater();
        });
        if (m_when == When::Connected)
            m_trick(*socket);
        read(socket); // what came with the connection was told before anybody listened
    }
}

void HostileServer::read(QTcpSocket *socket)
{
    const QByteArray came = socket->readAll();
    m_heard += came;
    QByteArray &bytes = m_read[socket];
    const bool hadHead = bytes.contains("\r\n\r\n");
    bytes += came;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    if (m_when == When::Head && !hadHead)
        m_trick(*socket);
    const qsizetype size = lengthIn(bytes.left(end + 2));
    if (bytes.size() < end + 4 + size)
        return;
    m_stored.append(bytes.mid(end + 4, size));
    bytes.clear();
    if (m_when == When::Request)
        m_trick(*socket);
}

HostileServer::Trick HostileServer::say(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) { socket.write(bytes); };
}

HostileServer::Trick HostileServer::sayAndClose(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        socket.write(bytes);
        socket.disconnectFromHost();
    };
}

HostileServer::Trick HostileServer::sayAndReset(const QByteArray &bytes)
{
    return [bytes](QTcpSocket &socket) {
        socket.write(bytes);
        socket.flush();
        const linger atOnce{1, 0};
        setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        socket.abort();
    };
}

HostileServer::Trick HostileServer::drip(const QByteArray &bytes, int everyMilliseconds)
{
    return [bytes, everyMilliseconds](QTcpSocket &socket) {
        auto *timer = new QTimer(&socket);
        const auto at = std::make_shared<qsizetype>(0);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket, bytes, at] {
            if (*at < bytes.size())
                socket.write(bytes.mid((*at)++, 1));
        });
        timer->start(everyMilliseconds);
    };
}

} // namespace earshot
