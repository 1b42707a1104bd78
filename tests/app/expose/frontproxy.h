// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

namespace earshot {

/** What stands between the internet and a listener, well or badly set up. One request a connection. */
class FrontProxy final : public QTcpServer
{
    Q_OBJECT

public:
    enum class Manner {
        Pass, ///< as it came
        NameSender, ///< with X-Forwarded-For
        Refuse502, ///< nothing behind it
        Redirect, ///< to https
        ChangeBody, ///< writes the JSON anew
        LimitBody, ///< 413 over 64 KiB
        DropProbe, ///< only fields it knows
        AnswerItself, ///< 200 and a page of its own
        Silent, ///< takes connections and says nothing
    };

    /** Before the listener at @p backendPort. With @p tls it speaks HTTPS. */
    FrontProxy(Manner manner, quint16 backendPort, std::optional<QSslConfiguration> tls = {});

    QString base() const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void serve(QTcpSocket *front);
    void take(QTcpSocket *front, QByteArray &request);
    void pass(QTcpSocket *front, const QByteArray &head, const QByteArray &body);
    std::optional<QByteArray> ownAnswer(const QByteArray &body) const;

    const Manner m_manner;
    const quint16 m_backendPort;
    const std::optional<QSslConfiguration> m_tls;
};

} // namespace earshot
