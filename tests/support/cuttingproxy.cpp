// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cuttingproxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace earshot {
namespace {

using Kind = NetworkFault::Kind;

/** How long the request is; 0 while that is not known. */
qsizetype lengthOf(const QByteArray &request)
{
    const qsizetype head = request.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const QByteArray fields = request.left(head).toLower();
    const qsizetype field = fields.indexOf("\r\ncontent-length:");
    if (field < 0)
        return head + 4;
    const qsizetype value = field + 17;
    const qsizetype end = fields.indexOf("\r\n", value);
    return head + 4 + fields.mid(value, end < 0 ? -1 : end - value).trimmed().toLongLong();
}

/** One connection of a client and what becomes of it. Goes when both ends are closed. */
class ProxiedRequest : public QObject
{
public:
    ProxiedRequest(QTcpSocket *client, quint16 target, const CuttingProxy::Chooser &choose, QObject *parent)
        : QObject(parent)
        , m_client(client)
        , m_target(target)
        , m_choose(choose)
    {
        client->setParent(this);
        connect(client, &QTcpSocket::readyRead, this, [this] { readRequest(); });
        connect(client, &QTcpSocket::disconnected, this, [this] { clientGone(); });
        readRequest();
    }

private:
    void readRequest()
    {
        m_request += m_client->readAll();
        const qsizetype length = lengthOf(m_request);
        if (m_isWhole || length == 0 || m_request.size() < length)
            return;
        m_isWhole = true;
        m_fault = m_choose(m_request);
        carryOut();
    }

    void carryOut()
    {
        switch (m_fault.kind) {
        case Kind::CutBeforeRequest:
            m_client->abort();
            return;
        case Kind::CutMidRequest:
            m_request.truncate(m_request.size() / 2);
            toServer();
            return;
        case Kind::CutBeforeAnswer:
            toServer();
            return;
        case Kind::GhostRequest:
            QTimer::singleShot(m_fault.delayMs, this, [this] { toServer(); });
            m_client->abort();
            return;
        case Kind::DelayRequest:
            QTimer::singleShot(m_fault.delayMs, this, [this] { toServer(); });
            return;
        case Kind::None:
        case Kind::CutMidAnswer:
        case Kind::DelayAnswer:
            toServer();
            return;
        }
    }

    void toServer()
    {
        m_server = new QTcpSocket(this);
        connect(m_server, &QTcpSocket::connected, this, [this] { sendOn(); });
        connect(m_server, &QTcpSocket::readyRead, this, [this] { m_answer += m_server->readAll(); });
        connect(m_server, &QTcpSocket::disconnected, this, [this] { answered(); });
        connect(m_server, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
            if (error == QAbstractSocket::ConnectionRefusedError)
                answered();
        });
        m_server->connectToHost(QHostAddress::LocalHost, m_target);
    }

    void sendOn()
    {
        m_server->write(m_request);
        if (m_fault.kind == Kind::CutMidRequest)
            m_server->disconnectFromHost(); // once that half is written
    }

    void answered()
    {
        m_answer += m_server->readAll();
        switch (m_fault.kind) {
        case Kind::CutMidAnswer:
            m_answer.truncate(m_answer.size() / 2);
            break;
        case Kind::CutBeforeAnswer:
        case Kind::CutMidRequest:
            m_answer.clear();
            break;
        case Kind::DelayAnswer:
            QTimer::singleShot(m_fault.delayMs, this, [this] { finish(); });
            return;
        default:
            break;
        }
        finish();
    }

    void finish()
    {
        m_isDone = true;
        if (m_client->state() != QAbstractSocket::ConnectedState) {
            deleteLater();
            return;
        }
        m_client->write(m_answer);
        m_client->disconnectFromHost();
    }

    /** What the server has to do goes on. */
    void clientGone()
    {
        if (m_isDone || !m_isWhole || m_fault.kind == Kind::CutBeforeRequest)
            deleteLater();
    }

    QTcpSocket *m_client;
    QTcpSocket *m_server = nullptr;
    const quint16 m_target;
    const CuttingProxy::Chooser &m_choose;
    QByteArray m_request;
    QByteArray m_answer;
    NetworkFault m_fault;
    bool m_isWhole = false;
    bool m_isDone = false;
};

/** Lives in the proxy's thread. */
class ProxyServer : public QTcpServer
{
public:
    ProxyServer(quint16 target, CuttingProxy::Chooser choose)
        : m_choose(std::move(choose))
    {
        connect(this, &QTcpServer::newConnection, this, [this, target] {
            while (QTcpSocket *client = nextPendingConnection())
                new ProxiedRequest(client, target, m_choose, this);
        });
    }

private:
    const CuttingProxy::Chooser m_choose;
};

} // namespace

CuttingProxy::CuttingProxy(quint16 target, Chooser choose)
{
    auto *server = new ProxyServer(target, std::move(choose));
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        server, [&] { m_port = server->listen(QHostAddress::LocalHost) ? server->serverPort() : quint16(0); },
        Qt::BlockingQueuedConnection);
    if (m_port == 0)
        qFatal("The proxy cannot listen.");
}

CuttingProxy::~CuttingProxy()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace earshot
