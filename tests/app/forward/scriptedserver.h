// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>

#include <memory>

class QTcpSocket;

namespace earshot {

/** A request as it came. */
struct ReceivedRequest {
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/** What the server does with a request. */
struct ScriptedReply {
    enum class Then { Keep, Close };
    QByteArray bytes;
    Then then = Then::Keep;

    static ScriptedReply answer(int status, const QByteArray &body = "{}", const QList<QByteArray> &fields = {});

    static ScriptedReply silence() { return {}; }

    static ScriptedReply drop(const QByteArray &bytes = {}) { return {bytes, Then::Close}; }
};

/** An HTTP server on loopback that keeps what it gets and answers as told, one reply a request; `200 {}` when it was
 * told no more. */
class ScriptedServer
{
public:
    /** Takes a QSslServer, too. */
    explicit ScriptedServer(std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>());

    QString url(QLatin1StringView path = QLatin1StringView("/hook")) const;

    void then(const ScriptedReply &reply) { m_script.append(reply); }

    const QList<ReceivedRequest> &requests() const { return m_requests; }

    /** Says this to the next connection, before it is asked anything. */
    void greet(const ScriptedReply &reply) { m_greetings.append(reply); }

    /** How many there have been. */
    int connections() const { return m_connections; }

    /** How many there are. */
    int open() const { return m_open; }

    /** Requests that nothing was said to yet. */
    int unanswered() const { return m_unanswered; }

    /** Answers from now on only when released. */
    void hold() { m_holding = true; }

    /** Answers what is held, and from now on at once. */
    void release();

private:
    void accept();
    void read(QTcpSocket *socket);
    void reply(QTcpSocket *socket);
    void say(QTcpSocket *socket, const ScriptedReply &reply);

    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_read;
    QList<QTcpSocket *> m_held;
    QList<ScriptedReply> m_script;
    QList<ReceivedRequest> m_requests;
    QList<ScriptedReply> m_greetings;
    int m_connections = 0;
    int m_open = 0;
    int m_unanswered = 0;
    bool m_holding = false;
};

} // namespace earshot
