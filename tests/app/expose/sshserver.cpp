// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/expose/sshserver.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace earshot {
namespace {

constexpr int c_patienceMs = 20'000;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** Its connections are processes of their own, in sessions of their own. */
void killTree(qint64 pid)
{
    const QByteArray children = read(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    ::kill(pid_t(pid), SIGKILL);
    for (const QByteArray &child : children.simplified().split(' ')) {
        if (!child.isEmpty())
            killTree(child.toLongLong());
    }
}

QString sshdPath()
{
    return QStandardPaths::findExecutable(QStringLiteral("sshd"),
                                          {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
}

} // namespace

SshServer::SshServer()
    : m_port(freePort())
{
    if (sshdPath().isEmpty())
        m_problem = QStringLiteral("there is no sshd");
    else if (::geteuid() == 0 && !QDir().mkpath(QStringLiteral("/run/sshd")))
        m_problem = QStringLiteral("/run/sshd cannot be made");
    else if (!makeKey(QStringLiteral("host")) || !makeKey(QStringLiteral("client"))
             || !makeKey(QStringLiteral("stranger")))
        m_problem = QStringLiteral("ssh-keygen makes no keys");
    else if (!writeConfiguration() || !writeKnownHosts() || !write(emptyKnownHosts(), {}))
        m_problem = QStringLiteral("the folder takes no files");
    else
        start();
}

SshServer::~SshServer()
{
    stop();
}

bool SshServer::makeKey(const QString &name)
{
    return QProcess::execute(QStringLiteral("ssh-keygen"),
                             {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                              QStringLiteral("-N"), QString(), QStringLiteral("-f"), m_folder.filePath(name)})
           == 0;
}

bool SshServer::writeConfiguration()
{
    const QByteArray folder = m_folder.path().toUtf8();
    const QByteArray text = "Port " + QByteArray::number(m_port)
                            + "\nAddressFamily inet\nListenAddress 127.0.0.1\nHostKey " + folder
                            + "/host\nAuthorizedKeysFile " + folder
                            + "/client.pub\nPidFile none\nUsePAM no\nStrictModes no\nPermitRootLogin yes\n"
                              "PasswordAuthentication no\nKbdInteractiveAuthentication no\nAllowTcpForwarding yes\n";
    return write(m_folder.filePath(QStringLiteral("sshd_config")), text);
}

bool SshServer::writeKnownHosts()
{
    const QByteArray key = read(m_folder.filePath(QStringLiteral("host.pub")));
    return write(m_folder.filePath(QStringLiteral("known_hosts")),
                 "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + key);
}

void SshServer::start()
{
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_server.start(sshdPath(), {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"),
                                m_folder.filePath(QStringLiteral("sshd_config"))});
    const auto answers = [this] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        return socket.waitForConnected(c_patienceMs);
    };
    if (!QTest::qWaitFor([&] { return m_server.state() == QProcess::NotRunning || answers(); }, c_patienceMs)
        || m_server.state() == QProcess::NotRunning)
        m_problem = QStringLiteral("sshd does not start: %1").arg(QString::fromUtf8(m_server.readAllStandardError()));
}

void SshServer::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    killTree(m_server.processId());
    m_server.waitForFinished(c_patienceMs);
}

TunnelSettings SshServer::tunnel() const
{
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Ssh;
    settings.sshTarget = QStringLiteral("127.0.0.1");
    settings.sshPort = m_port;
    settings.identityFile = m_folder.filePath(QStringLiteral("client"));
    settings.sshOptions = {
        QStringLiteral("UserKnownHostsFile=%1").arg(m_folder.filePath(QStringLiteral("known_hosts"))),
        QStringLiteral("IdentitiesOnly=yes"), QStringLiteral("StrictHostKeyChecking=yes")};
    settings.publicUrl = QStringLiteral("http://127.0.0.1:{port}");
    return settings;
}

} // namespace earshot
