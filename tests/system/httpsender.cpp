// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/httpsender.h"

#include <QHostAddress>

namespace earshot {
namespace {

constexpr int c_patience = 60'000; // milliseconds

bool isLengthField(const QByteArray &line)
{
    return line.toLower().startsWith("content-length:");
}

} // namespace

bool HttpSender::connectIfNeeded()
{
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        return true;
    m_socket.abort();
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    return m_socket.waitForConnected(c_patience);
}

bool HttpSender::readUntil(const QByteArray &end, QByteArray &head)
{
    while (!head.endsWith(end)) {
        char byte = 0;
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(c_patience))
            return false;
        if (m_socket.getChar(&byte))
            head.append(byte);
    }
    return true;
}

int HttpSender::send(const QByteArray &request)
{
    m_body.clear();
    if (!connectIfNeeded() || m_socket.write(request) != request.size())
        return 0;
    QByteArray head;
    if (!readUntil("\r\n\r\n", head))
        return 0;
    const qsizetype lengthAt = head.toLower().indexOf("content-length:");
    const qsizetype length =
        lengthAt < 0 ? 0 : head.mid(lengthAt + 15, head.indexOf('\r', lengthAt) - lengthAt - 15).trimmed().toLongLong();
    while (m_body.size() < length) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(c_patience))
            return 0;
        m_body += m_socket.read(length - m_body.size());
    }
    if (head.toLower().contains("connection: close"))
        m_socket.disconnectFromHost();
    return head.mid(9, 3).toInt();
}

QByteArray jsonPost(const QByteArray &token, const QByteArray &json)
{
    return "POST /hook/" + token + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
           + QByteArray::number(json.size()) + "\r\n\r\n" + json;
}

QByteArray requestFromSample(const QByteArray &sample, const QByteArray &token)
{
    const qsizetype headEnd = sample.indexOf("\r\n\r\n");
    const QByteArray body = sample.mid(headEnd + 4);
    QList<QByteArray> lines = sample.left(headEnd).replace("\r\n", "\n").split('\n');
    lines.removeIf(isLengthField);
    lines[0].replace("****", token);
    if (!body.isEmpty() || !lines[0].startsWith("GET "))
        lines.append("Content-Length: " + QByteArray::number(body.size()));
    return lines.join("\r\n") + "\r\n\r\n" + body;
}

} // namespace earshot
