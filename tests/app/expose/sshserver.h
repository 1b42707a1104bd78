// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/expose/tunnelsettings.h"

#include <QProcess>
#include <QTemporaryDir>

namespace earshot {

/** A real sshd on a free port of the loopback interface, with keys of its own, which lets this user in. */
class SshServer
{
public:
    SshServer();
    ~SshServer();
    Q_DISABLE_COPY_MOVE(SshServer)

    /** Why it cannot run here; empty if it does. */
    QString problem() const { return m_problem; }

    void start();
    /** Ends it and every connection of it. */
    void stop();

    /** A tunnel through it that this server accepts. */
    TunnelSettings tunnel() const;

    /** A key it does not know. */
    QString strangersKey() const { return m_folder.filePath(QStringLiteral("stranger")); }

    /** A file of known hosts without it. */
    QString emptyKnownHosts() const { return m_folder.filePath(QStringLiteral("nobody")); }

private:
    bool makeKey(const QString &name);
    bool writeConfiguration();
    bool writeKnownHosts();

    QTemporaryDir m_folder;
    QString m_problem;
    quint16 m_port = 0;
    QProcess m_server;
};

} // namespace earshot
