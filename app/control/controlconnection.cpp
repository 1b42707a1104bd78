// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/controlconnection.h"

#include "app/control/controlmessage.h"
#include "models/base/logging.h"

namespace earshot {

ControlConnection::ControlConnection(QLocalSocket *socket, const ControlServer::Handler &handler,
                                     std::chrono::milliseconds requestTimeout, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(handler)
{
    socket->setParent(this);
    socket->setReadBufferSize(c_longestControlLine); // the rest waits with its sender
    connect(socket, &QLocalSocket::readyRead, this, &ControlConnection::readRequest);
    connect(socket, &QLocalSocket::disconnected, this, &ControlConnection::leaveIfDone);
    connect(&m_work, &QFutureWatcherBase::finished, this, &ControlConnection::finish);
    connect(&m_timer, &QTimer::timeout, socket, &QLocalSocket::abort);
    m_timer.setSingleShot(true);
    m_timer.start(requestTimeout);
    readRequest();
}

void ControlConnection::readRequest()
{
    if (m_isRead)
        return;
    if (m_socket->canReadLine())
        return start(m_socket->readLine(c_longestControlLine + 1));
    if (m_socket->bytesAvailable() >= c_longestControlLine) {
        m_isRead = true;
        answer(failure(ErrorCode::TooLarge,
                       QStringLiteral("the request is longer than %1 bytes").arg(c_longestControlLine)));
    }
}

void ControlConnection::start(const QByteArray &line)
{
    m_isRead = true;
    m_timer.stop();
    const auto request = fromControlLine(line);
    if (!request)
        return answer(request);
    m_isWorking = true;
    m_work.setFuture(m_handler(*request));
}

void ControlConnection::finish()
{
    m_isWorking = false;
    const QFuture<Result<QJsonObject>> work = m_work.future();
    if (work.resultCount() == 0)
        return answer(failure(ErrorCode::Cancelled, QStringLiteral("Earshot stopped before this was done")));
    const Result<QJsonObject> result = work.result();
    if (result)
        Q_EMIT performed();
    answer(result);
}

void ControlConnection::answer(const Result<QJsonObject> &result)
{
    if (m_socket->state() != QLocalSocket::ConnectedState)
        return leaveIfDone();
    const QByteArray line = toControlLine(toControlAnswer(result));
    if (m_socket->write(line) != line.size())
        qCWarning(lcApp, "An answer on the control socket was not sent: %ls", qUtf16Printable(m_socket->errorString()));
    m_socket->disconnectFromServer(); // once all is written
}

void ControlConnection::leaveIfDone()
{
    if (!m_isWorking && m_socket->state() == QLocalSocket::UnconnectedState)
        deleteLater();
}

} // namespace earshot
