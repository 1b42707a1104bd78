// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

class QTcpSocket;

namespace earshot {

/** Says @p head to one request, then @p drop over and over as fast as it is taken, until nobody listens or @p most
 * bytes have gone out. In a thread of its own and with what the system keeps for it, so that the memory of the process
 * is that of the client. */
class PouringServer
{
public:
    PouringServer(const QByteArray &head, const QByteArray &drop, qint64 most);
    ~PouringServer();

    QString url() const { return QStringLiteral("http://127.0.0.1:%1/hook").arg(m_port); }

    qint64 poured() const { return m_poured; }

private:
    void serve(QByteArray head, QByteArray drop, qint64 most);

    int m_listening = -1;
    int m_port = 0;
    std::atomic<qint64> m_poured = 0;
    std::thread m_thread;
};

/** Keeps what it is sent, as a CRM would, and then behaves as badly as it is told. On loopback. */
class HostileServer
{
public:
    /** Called with the whole request's connection. */
    using Trick = std::function<void(QTcpSocket &socket)>;

    enum class When { Connected, Head, Request };

    /** @p when the trick is played. Takes a QSslServer, too. */
    explicit HostileServer(Trick trick, When when = When::Request,
                           std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>());

    QString url() const;

    /** The bodies of requests that came whole: what a CRM would have stored. */
    const QList<QByteArray> &stored() const { return m_stored; }

    /** All that came, on all connections. */
    const QByteArray &heard() const { return m_heard; }

    /** Says @p bytes and leaves the connection open. */
    static Trick say(const QByteArray &bytes);
    /** Says @p bytes and closes. */
    static Trick sayAndClose(const QByteArray &bytes);
    /** Says @p bytes and resets the connection. */
    static Trick sayAndReset(const QByteArray &bytes);
    /** Says @p bytes one by one. */
    static Trick drip(const QByteArray &bytes, int everyMilliseconds);

private:
    void accept();
    void read(QTcpSocket *socket);

    Trick m_trick;
    When m_when;
    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_read;
    QList<QByteArray> m_stored;
    QByteArray m_heard;
};

} // namespace earshot
