// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace earshot {

/** A sender as platforms are: keeps its connection and waits for each answer. Blocks; in one thread of any kind. */
class HttpSender
{
public:
    explicit HttpSender(quint16 port)
        : m_port(port)
    {
    }

    /** Sends the bytes and reads the answer; its status, or 0 where none came whole. */
    int send(const QByteArray &request);

    /** Of the last answer. */
    QByteArray body() const { return m_body; }

private:
    bool connectIfNeeded();
    bool readUntil(const QByteArray &end, QByteArray &head);

    quint16 m_port;
    QTcpSocket m_socket;
    QByteArray m_body;
};

/** A POST of JSON to a hook. */
QByteArray jsonPost(const QByteArray &token, const QByteArray &json);

/** A sample file as a request to a hook: the target's token and the length are put right, all else is as in the file.
 */
QByteArray requestFromSample(const QByteArray &sample, const QByteArray &token);

} // namespace earshot
