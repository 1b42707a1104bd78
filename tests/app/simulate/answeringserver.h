// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace earshot {

/** A request as it arrived at the test's server. */
struct ArrivedRequest {
    QByteArray method;
    QByteArray target;
    QByteArray head; ///< request line and header fields
    QByteArray body;
};

/** The smallest server that will do: reads requests with a Content-Length or without a body, keeps connections, answers
 *  what it is told. */
class AnsweringServer : public QTcpServer
{
    Q_OBJECT

public:
    /** The status for a request; 0: no answer at all, the connection is cut. */
    std::function<int(const ArrivedRequest &)> answer = [](const ArrivedRequest &) { return 200; };
    bool holdsAnswers = false; ///< requests are taken but not answered until releaseAnswers()
    QList<ArrivedRequest> arrived;

    explicit AnsweringServer(QObject *parent = nullptr)
        : QTcpServer(parent)
    {
        connect(this, &QTcpServer::newConnection, this, &AnsweringServer::takeConnections);
    }

    void releaseAnswers()
    {
        holdsAnswers = false;
        const QList<QTcpSocket *> waiting = std::exchange(m_waiting, {});
        for (QTcpSocket *socket : waiting)
            socket->write(answerText(200));
    }

    /** Stops listening and cuts every connection. */
    void die()
    {
        close();
        const QList<QTcpSocket *> sockets = m_buffers.keys();
        for (QTcpSocket *socket : sockets)
            socket->abort();
    }

private:
    void takeConnections()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            m_buffers.insert(socket, {});
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_buffers.remove(socket);
                m_waiting.removeAll(socket);
                socket->deleteLater();
            });
        }
    }

    static QByteArray answerText(int status)
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Length: 2\r\n\r\nok";
    }

    /** How long the request at the front of @p buffer is; -1 if it is not complete. */
    static qsizetype wholeLength(const QByteArray &buffer)
    {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return -1;
        const QByteArray head = buffer.left(headEnd).toLower();
        const qsizetype field = head.indexOf("\r\ncontent-length:");
        const qsizetype length =
            field < 0 ? 0 : head.mid(field + 17, head.indexOf("\r\n", field + 2) - field - 17).trimmed().toLongLong();
        const qsizetype whole = headEnd + 4 + length;
        return buffer.size() < whole ? -1 : whole;
    }

    void read(QTcpSocket *socket)
    {
        m_buffers[socket] += socket->readAll();
        for (qsizetype whole = wholeLength(m_buffers[socket]); whole > 0; whole = wholeLength(m_buffers[socket])) {
            const QByteArray bytes = m_buffers[socket].left(whole);
            m_buffers[socket].remove(0, whole);
            take(socket, bytes);
            if (!m_buffers.contains(socket))
                return; // cut, or dead
        }
    }

    void take(QTcpSocket *socket, const QByteArray &bytes)
    {
        const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
        const QList<QByteArray> line = bytes.left(bytes.indexOf("\r\n")).split(' ');
        arrived.append({line.value(0), line.value(1), bytes.left(headEnd), bytes.mid(headEnd + 4)});
        if (holdsAnswers) {
            m_waiting.append(socket);
            return;
        }
        const int status = answer(arrived.last());
        if (status == 0)
            socket->abort();
        else if (m_buffers.contains(socket))
            socket->write(answerText(status));
    }

    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<QTcpSocket *> m_waiting;
};

} // namespace earshot
