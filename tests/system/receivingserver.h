// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QTcpServer>

namespace earshot {

struct ReceivedRequest {
    QByteArray head;
    QByteArray body;

    /** By its name in lower case. */
    QByteArray field(const QByteArray &name) const;
    QJsonObject json() const;
};

/** A destination: a plain HTTP server on a port of its own that keeps what it is sent. Answers in the test's event
 * loop. */
class ReceivingServer : public QObject
{
    Q_OBJECT

public:
    ReceivingServer();

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/in").arg(m_port); }

    QList<ReceivedRequest> requests() const { return m_requests; }

    void answerWith(int status) { m_status = status; }

    /** Whether what comes is kept and not answered: whoever sent it waits. */
    void holdAnswers(bool held) { m_isHolding = held; }

    /** Nobody is reached from then on. */
    void close() { m_server.close(); }

    /** On the same port. */
    bool listenAgain();

private:
    void serve(QTcpSocket *socket);

    QTcpServer m_server;
    quint16 m_port = 0;
    int m_status = 200;
    bool m_isHolding = false;
    QList<ReceivedRequest> m_requests;
};

} // namespace earshot
