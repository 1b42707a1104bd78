// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/tunnel.h"
#include "tests/app/expose/sshserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr int c_patienceMs = 30'000;
constexpr TunnelPatience c_hasty{.base = 50ms, .cap = 400ms, .address = 30'000ms, .stable = 60'000ms, .grace = 2000ms};

/** Stands for the listener: answers whatever is sent with the same bytes. */
class Echo : public QTcpServer
{
public:
    Echo()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        });
        [this] { QVERIFY(listen(QHostAddress::LocalHost)); }();
    }

    QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
};

QByteArray echoThrough(const QString &publicBase)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(QUrl(publicBase).port()));
    const QByteArray said = "round the whole way";
    socket.write(said);
    QByteArray heard;
    const bool isAnswered = QTest::qWaitFor(
        [&] {
            heard += socket.readAll();
            return heard.size() >= said.size() || socket.state() == QAbstractSocket::UnconnectedState;
        },
        c_patienceMs);
    return isAnswered ? heard : QByteArray();
}

} // namespace

/** Against a real sshd on this computer. */
class SshTunnelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void cleanup() { m_server.reset(); }

    void leadsFromTheServersPortToTheListener();
    void comesBackWithTheServer();
    void saysWhatTheServerObjectsTo_data();
    void saysWhatTheServerObjectsTo();
    void saysThatThePortIsTaken();

private:
    std::unique_ptr<SshServer> m_server;
};

void SshTunnelTest::init()
{
    m_server = std::make_unique<SshServer>();
    QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
}

void SshTunnelTest::leadsFromTheServersPortToTheListener()
{
    const Echo listener;
    Tunnel tunnel(c_hasty);
    tunnel.carry(m_server->tunnel(), listener.base());
    QTRY_COMPARE_WITH_TIMEOUT(tunnel.state().kind, TunnelState::Kind::Up, c_patienceMs);
    QVERIFY(QUrl(tunnel.state().publicBase).port() != listener.serverPort());
    QCOMPARE(echoThrough(tunnel.state().publicBase), "round the whole way");
}

void SshTunnelTest::comesBackWithTheServer()
{
    const Echo listener;
    Tunnel tunnel(c_hasty);
    tunnel.carry(m_server->tunnel(), listener.base());
    QTRY_COMPARE_WITH_TIMEOUT(tunnel.state().kind, TunnelState::Kind::Up, c_patienceMs);
    m_server->stop();
    QTRY_VERIFY_WITH_TIMEOUT(tunnel.state().kind != TunnelState::Kind::Up, c_patienceMs);
    m_server->start();
    QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
    QTRY_COMPARE_WITH_TIMEOUT(tunnel.state().kind, TunnelState::Kind::Up, c_patienceMs);
    QCOMPARE(echoThrough(tunnel.state().publicBase), "round the whole way");
}

void SshTunnelTest::saysWhatTheServerObjectsTo_data()
{
    QTest::addColumn<bool>("knowsKey");
    QTest::addColumn<bool>("knowsHost");
    QTest::addColumn<QString>("said");
    QTest::newRow("a key it does not know") << false << true << "refuses the key";
    QTest::newRow("a server we do not know") << true << false << "by hand";
}

void SshTunnelTest::saysWhatTheServerObjectsTo()
{
    QFETCH(bool, knowsKey);
    QFETCH(bool, knowsHost);
    QFETCH(QString, said);
    TunnelSettings settings = m_server->tunnel();
    if (!knowsKey)
        settings.identityFile = m_server->strangersKey();
    if (!knowsHost)
        settings.sshOptions.prepend(QStringLiteral("UserKnownHostsFile=%1").arg(m_server->emptyKnownHosts()));
    TunnelPatience patience = c_hasty;
    patience.base = patience.cap = 60'000ms;
    Tunnel tunnel(patience);
    tunnel.carry(settings, QStringLiteral("http://127.0.0.1:1"));
    QTRY_COMPARE_WITH_TIMEOUT(tunnel.state().kind, TunnelState::Kind::Down, c_patienceMs);
    QVERIFY2(tunnel.state().reason.contains(said), qPrintable(tunnel.state().reason));
}

void SshTunnelTest::saysThatThePortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    TunnelSettings settings = m_server->tunnel();
    settings.remotePort = other.serverPort();
    TunnelPatience patience = c_hasty;
    patience.base = patience.cap = 60'000ms;
    Tunnel tunnel(patience);
    tunnel.carry(settings, QStringLiteral("http://127.0.0.1:1"));
    QTRY_COMPARE_WITH_TIMEOUT(tunnel.state().kind, TunnelState::Kind::Down, c_patienceMs);
    const QString port = QString::number(other.serverPort());
    QVERIFY2(tunnel.state().reason.contains(port), qPrintable(tunnel.state().reason));
}

QTEST_GUILESS_MAIN(SshTunnelTest)

#include "tst_sshtunnel.moc"
