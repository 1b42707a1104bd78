// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/scriptedserver.h"

#include <QSslServer>
#include <QTcpSocket>

#include <optional>

namespace earshot {
namespace {

/** The first whole request in @p bytes, taken out of them. */
std::optional<ReceivedRequest> takeRequest(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    ReceivedRequest request;
    QList<QByteArray> lines = bytes.left(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> first = lines.takeFirst().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype size = request.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + size)
        return std::nullopt;
    request.body = bytes.mid(end + 4, size);
    bytes.remove(0, end + 4 + size);
    return request;
}

} // namespace

ScriptedReply ScriptedReply::answer(int status, const QByteArray &body, const QList<QByteArray> &fields)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const QByteArray &field : fields)
        bytes += field + "\r\n";
    bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return {bytes, Then::Keep};
}

ScriptedServer::ScriptedServer(std::unique_ptr<QTcpServer> server)
    : m_server(std::move(server))
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("the test's server cannot listen");
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] { accept(); });
}

QString ScriptedServer::url(QLatin1StringView path) const
{
    const bool secure = qobject_cast<QSslServer *>(m_server.get()) != nullptr;
    return QStringLiteral("%1://127.0.0.1:%2%3")
        .arg(secure ? QStringLiteral("https") : QStringLiteral("http"))
        .arg(m_server->serverPort())
        .arg(path);
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        ++m_open;
        QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(), [this, socket] { read(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, m_server.get(), [this, socket] {
            m_read.remove(socket);
            m_held.removeAll(socket);
            --m_open;
            socket->deleteLater();
        });
        if (!m_greetings.isEmpty())
            say(socket, m_greetings.takeFirst());
        read(socket); // what came with the connection was told before anybody listened
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    m_read[socket] += socket->readAll();
    while (auto request = takeRequest(m_read[socket])) {
        m_requests.append(*request);
        if (m_holding)
            m_held.append(socket);
        else
            reply(socket);
    }
}

void ScriptedServer::reply(QTcpSocket *socket)
{
    const ScriptedReply reply = m_script.isEmpty() ? ScriptedReply::answer(200) : m_script.takeFirst();
    m_unanswered += reply.bytes.isEmpty() && reply.then == ScriptedReply::Then::Keep ? 1 : 0;
    say(socket, reply);
}

void ScriptedServer::say(QTcpSocket *socket, const ScriptedReply &reply)
{
    socket->write(reply.bytes);
    if (reply.then == ScriptedReply::Then::Close)
        socket->disconnectFromHost();
}

void ScriptedServer::release()
{
    m_holding = false;
    const QList<QTcpSocket *> held = std::exchange(m_held, {});
    for (QTcpSocket *socket : held)
        reply(socket);
}

} // namespace earshot
