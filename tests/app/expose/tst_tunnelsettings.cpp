// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/tunnelsettings.h"

#include <QTest>

using namespace earshot;

namespace {

TunnelSettings sshTunnel()
{
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Ssh;
    settings.sshTarget = QStringLiteral("hooks@example.org");
    settings.remotePort = 8080;
    settings.publicUrl = QStringLiteral("https://hooks.example.org");
    return settings;
}

TunnelSettings commandTunnel(const QString &command)
{
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Command;
    settings.command = command;
    return settings;
}

} // namespace

class TunnelSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWasKept();
    void emptyIsNoTunnel();
    void refusesWhatCannotBeRun_data();
    void refusesWhatCannotBeRun();
    void anSshTunnelLeadsToTheListener();
    void aListenerOnEveryAddressIsReachedByLoopback();
    void ownOptionsComeFirst();
    void aCommandsMarksBecomeTheListener();
    void aCommandHasNoShell();
};

void TunnelSettingsTest::comesBackAsItWasKept()
{
    TunnelSettings ssh = sshTunnel();
    ssh.sshPort = 2222;
    ssh.remoteAddress = QStringLiteral("0.0.0.0");
    ssh.identityFile = QStringLiteral("/home/me/.ssh/hooks");
    ssh.sshOptions = {QStringLiteral("StrictHostKeyChecking=accept-new")};
    TunnelSettings command = commandTunnel(QStringLiteral("lt --port {port}"));
    command.urlPattern = QStringLiteral("your url is: (\\S+)");
    for (const TunnelSettings &settings : {ssh, command}) {
        const auto back = tunnelSettingsFromJson(toJson(settings));
        QVERIFY(back);
        QCOMPARE(*back, settings);
    }
}

void TunnelSettingsTest::emptyIsNoTunnel()
{
    const auto settings = tunnelSettingsFromJson({});
    QVERIFY(settings);
    QCOMPARE(settings->kind, TunnelSettings::Kind::None);
    QVERIFY(toJson(*settings).isEmpty());
    QVERIFY(!tunnelCommandLine(*settings, QStringLiteral("http://127.0.0.1:1")));
}

void TunnelSettingsTest::refusesWhatCannotBeRun_data()
{
    QTest::addColumn<QJsonObject>("json");
    QTest::addColumn<QString>("named");
    const auto with = [](const TunnelSettings &settings, const char *field, const QJsonValue &value) {
        QJsonObject json = toJson(settings);
        json.insert(QString::fromLatin1(field), value);
        return json;
    };
    const TunnelSettings command = commandTunnel(QStringLiteral("program"));
    QTest::newRow("unknown kind") << QJsonObject{{QStringLiteral("kind"), QStringLiteral("carrier pigeon")}}
                                  << "carrier pigeon";
    QTest::newRow("no server") << with(sshTunnel(), "target", QString()) << "no server";
    QTest::newRow("an option for a server")
        << with(sshTunnel(), "target", QStringLiteral("-oProxyCommand=id")) << "no server";
    QTest::newRow("two words for a server") << with(sshTunnel(), "target", QStringLiteral("a b")) << "no server";
    QTest::newRow("port too large") << with(sshTunnel(), "remote_port", 65536) << "65535";
    QTest::newRow("negative port") << with(sshTunnel(), "ssh_port", -1) << "65535";
    QTest::newRow("an option for an address")
        << with(sshTunnel(), "remote_address", QStringLiteral("-v")) << "no address";
    QTest::newRow("an option without a value")
        << with(sshTunnel(), "options", QJsonArray{QStringLiteral("Compression")}) << "Compression";
    QTest::newRow("no public address") << with(sshTunnel(), "public_url", QString()) << "under which address";
    QTest::newRow("no web address") << with(sshTunnel(), "public_url", QStringLiteral("ftp://x")) << "ftp://x";
    QTest::newRow("no program") << with(command, "command", QStringLiteral("  ")) << "which program";
    QTest::newRow("no pattern") << with(command, "url_pattern", QStringLiteral("(")) << "regular expression";
}

void TunnelSettingsTest::refusesWhatCannotBeRun()
{
    QFETCH(QJsonObject, json);
    QFETCH(QString, named);
    const auto settings = tunnelSettingsFromJson(json);
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::BadArgument);
    QVERIFY2(settings.error().detail.contains(named), qPrintable(settings.error().detail));
}

void TunnelSettingsTest::anSshTunnelLeadsToTheListener()
{
    TunnelSettings settings = sshTunnel();
    settings.sshPort = 2222;
    settings.identityFile = QStringLiteral("/keys/my key");
    settings.remoteAddress = QStringLiteral("0.0.0.0");
    const QStringList words = *tunnelCommandLine(settings, QStringLiteral("http://[::1]:8765"));
    QCOMPARE(words.first(), QStringLiteral("ssh"));
    QCOMPARE(words.at(words.indexOf(QStringLiteral("-R")) + 1), QStringLiteral("0.0.0.0:8080:[::1]:8765"));
    QCOMPARE(words.at(words.indexOf(QStringLiteral("-p")) + 1), QStringLiteral("2222"));
    QCOMPARE(words.at(words.indexOf(QStringLiteral("-i")) + 1), QStringLiteral("/keys/my key"));
    QVERIFY(words.contains(QStringLiteral("BatchMode=yes"))); // nobody is there to type a password
    QVERIFY(words.contains(QStringLiteral("ExitOnForwardFailure=yes")));
    QCOMPARE(words.sliced(words.size() - 2), QStringList({QStringLiteral("--"), settings.sshTarget}));
}

void TunnelSettingsTest::aListenerOnEveryAddressIsReachedByLoopback()
{
    const QStringList words = *tunnelCommandLine(sshTunnel(), QStringLiteral("https://0.0.0.0:8765"));
    QCOMPARE(words.at(words.indexOf(QStringLiteral("-R")) + 1), QStringLiteral("8080:127.0.0.1:8765"));
}

void TunnelSettingsTest::ownOptionsComeFirst()
{
    TunnelSettings settings = sshTunnel();
    settings.sshOptions = {QStringLiteral("ConnectTimeout=1")};
    const QStringList words = *tunnelCommandLine(settings, QStringLiteral("http://127.0.0.1:1"));
    QVERIFY(words.indexOf(QStringLiteral("ConnectTimeout=1")) < words.indexOf(QStringLiteral("ConnectTimeout=15")));
}

void TunnelSettingsTest::aCommandsMarksBecomeTheListener()
{
    const TunnelSettings settings = commandTunnel(QStringLiteral("tun --url {base} --to {address}:{port}"));
    const QStringList words = *tunnelCommandLine(settings, QStringLiteral("http://127.0.0.1:8765"));
    QCOMPARE(words,
             QStringList({QStringLiteral("tun"), QStringLiteral("--url"), QStringLiteral("http://127.0.0.1:8765"),
                          QStringLiteral("--to"), QStringLiteral("127.0.0.1:8765")}));
}

void TunnelSettingsTest::aCommandHasNoShell()
{
    const TunnelSettings settings = commandTunnel(QStringLiteral("tun \"a b\" ; rm $HOME"));
    const QStringList words = *tunnelCommandLine(settings, QStringLiteral("http://127.0.0.1:1"));
    QCOMPARE(words, QStringList({QStringLiteral("tun"), QStringLiteral("a b"), QStringLiteral(";"),
                                 QStringLiteral("rm"), QStringLiteral("$HOME")}));
}

QTEST_GUILESS_MAIN(TunnelSettingsTest)

#include "tst_tunnelsettings.moc"
