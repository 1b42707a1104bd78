// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace earshot {

/** A real Tryton with a database of its own, as Debian's packages tryton-server and tryton-modules-party have it. The
 * database is copied from one that is made once per build folder, since that takes seconds. */
class TrytonServer
{
public:
    /** Starts it; problem() says what went wrong. */
    TrytonServer();
    /** Kills it. */
    ~TrytonServer();

    /** Null if it runs. */
    QString problem() const { return m_problem; }

    quint16 port() const { return m_port; }

    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

    static QString database() { return QStringLiteral("crm"); }

    static QString admin() { return QStringLiteral("admin"); }

    static QByteArray password() { return "Admin-pass-2024!"; }

    /** On the same port, with the same database; false, and a problem, if it does not come up. */
    bool start();
    /** As a power cut does: with SIGKILL. */
    void kill();

    /** What the method gives to the administrator; `{"error": …}` where it fails. Not through any proxy. Blocks. */
    QJsonValue call(const QString &method, const QJsonArray &arguments, const QJsonObject &context = {});
    /** The records that fit, by id. */
    QJsonArray search(const QString &model, const QJsonArray &domain, const QStringList &fields);
    /** Makes one; its id. */
    qint64 create(const QString &model, const QJsonObject &fields);

    /** Removes all parties and notes. */
    bool clear();

    /** Has all sessions end, as if they were too old. */
    bool endSessions();

private:
    bool writeConfiguration() const;
    bool copyDatabase();

    QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;
    QString m_problem;
    QByteArray m_authorization;
};

} // namespace earshot
