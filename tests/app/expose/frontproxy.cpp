// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/expose/frontproxy.h"

#include <QSslSocket>
#include <QTest>

namespace earshot {
namespace {

QByteArray plainAnswer(const QByteArray &status, const QByteArray &fields = {}, const QByteArray &body = "proxy\n")
{
    return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + QByteArray::number(body.size())
           + "\r\nConnection: close\r\n\r\n" + body;
}

qsizetype contentLength(const QByteArray &head)
{
    const qsizetype field = head.toLower().indexOf("\r\ncontent-length:");
    if (field < 0)
        return 0;
    const qsizetype value = head.indexOf(':', field) + 1;
    return head.mid(value, head.indexOf('\r', value) - value).trimmed().toLongLong();
}

QByteArray withoutField(QByteArray head, const QByteArray &name)
{
    const qsizetype begin = head.toLower().indexOf(QByteArray("\r\n" + name.toLower() + ':'));
    return begin < 0 ? head : head.remove(begin, head.indexOf("\r\n", begin + 2) - begin);
}

} // namespace

FrontProxy::FrontProxy(Manner manner, quint16 backendPort, std::optional<QSslConfiguration> tls)
    : m_manner(manner)
    , m_backendPort(backendPort)
    , m_tls(std::move(tls))
{
    [this] { QVERIFY(listen(QHostAddress::LocalHost)); }();
}

QString FrontProxy::base() const
{
    return QStringLiteral("%1://%2:%3")
        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"),
             m_tls ? QStringLiteral("localhost") : QStringLiteral("127.0.0.1"))
        .arg(serverPort());
}

void FrontProxy::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
    serve(socket);
}

void FrontProxy::serve(QTcpSocket *front)
{
    auto request = std::make_shared<QByteArray>();
    connect(front, &QTcpSocket::readyRead, front, [this, front, request] {
        *request += front->readAll();
        take(front, *request);
    });
}

void FrontProxy::take(QTcpSocket *front, QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0 || request.size() < end + 4 + contentLength(request.first(end + 4)))
        return;
    const QByteArray head = request.first(end);
    const QByteArray body = request.sliced(end + 4);
    request.clear();
    if (m_manner == Manner::Silent)
        return;
    if (const auto answer = ownAnswer(body)) {
        front->write(*answer);
        front->disconnectFromHost();
        return;
    }
    pass(front, head, body);
}

std::optional<QByteArray> FrontProxy::ownAnswer(const QByteArray &body) const
{
    constexpr qsizetype c_limit = 64LL * 1024;
    switch (m_manner) {
    case Manner::Refuse502:
        return plainAnswer("502 Bad Gateway");
    case Manner::Redirect:
        return plainAnswer("301 Moved Permanently", "Location: https://elsewhere.example/health?secret=1\r\n");
    case Manner::AnswerItself:
        return plainAnswer("200 OK", "Content-Type: text/html\r\n", "<html>It works</html>");
    case Manner::LimitBody:
        return body.size() > c_limit ? std::optional(plainAnswer("413 Content Too Large")) : std::nullopt;
    default:
        return std::nullopt;
    }
}

void FrontProxy::pass(QTcpSocket *front, const QByteArray &head, const QByteArray &body)
{
    QByteArray sentHead = withoutField(withoutField(head, "connection"), "content-length");
    QByteArray sentBody = body;
    if (m_manner == Manner::DropProbe)
        sentHead = withoutField(sentHead, "x-earshot-probe");
    if (m_manner == Manner::ChangeBody)
        sentBody.replace(":", ": ");
    if (m_manner == Manner::NameSender)
        sentHead += "\r\nX-Forwarded-For: 198.51.100.7";
    auto *back = new QTcpSocket(front);
    connect(back, &QTcpSocket::readyRead, front, [front, back] { front->write(back->readAll()); });
    connect(back, &QTcpSocket::disconnected, front, [front] { front->disconnectFromHost(); });
    back->connectToHost(QHostAddress::LocalHost, m_backendPort);
    back->write(sentHead + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(sentBody.size())
                + "\r\n\r\n" + sentBody);
}

} // namespace earshot
