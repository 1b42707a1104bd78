// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/receivingserver.h"

#include <QJsonDocument>
#include <QTcpSocket>

#include <memory>

namespace earshot {

QByteArray ReceivedRequest::field(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QJsonObject ReceivedRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

ReceivingServer::ReceivingServer()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            serve(socket);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
    m_port = m_server.serverPort();
}

bool ReceivingServer::listenAgain()
{
    return m_server.listen(QHostAddress::LocalHost, m_port);
}

void ReceivingServer::serve(QTcpSocket *socket)
{
    const auto received = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
        *received += socket->readAll();
        const qsizetype headEnd = received->indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        ReceivedRequest request{received->left(headEnd), received->mid(headEnd + 4)};
        if (request.body.size() < request.field("content-length").toLongLong())
            return;
        received->clear();
        m_requests.append(request);
        if (m_isHolding)
            return;
        socket->write("HTTP/1.1 " + QByteArray::number(m_status)
                      + " Answer\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        socket->disconnectFromHost();
    });
}

} // namespace earshot
