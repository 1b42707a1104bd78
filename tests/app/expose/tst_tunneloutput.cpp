// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/sshfailure.h"
#include "app/expose/tunneloutput.h"

#include <QTest>

using namespace earshot;

namespace {

TunnelSettings commandTunnel(const QString &pattern = {}, const QString &publicUrl = {})
{
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Command;
    settings.command = QStringLiteral("program");
    settings.urlPattern = pattern;
    settings.publicUrl = publicUrl;
    return settings;
}

TunnelSettings sshTunnel(int remotePort, const QString &publicUrl)
{
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Ssh;
    settings.sshTarget = QStringLiteral("host");
    settings.remotePort = remotePort;
    settings.publicUrl = publicUrl;
    return settings;
}

} // namespace

class TunnelOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePublicAddress_data();
    void findsThePublicAddress();
    void findsItInWhateverPiecesItComes();
    void theFirstAddressCounts();
    void sshTellsThePortThatItWasGiven();
    void sshTellsThatAPortIsOurs();
    void isBoundedHoweverMuchComes();
    void aGivenAddressCountsOnceThePatternFits();
    void sshsFailuresSayWhatToDo_data();
    void sshsFailuresSayWhatToDo();
};

void TunnelOutputTest::findsThePublicAddress_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("address");
    QTest::newRow("alone") << "" << QByteArray("https://quick-brown-fox.example.com\n")
                           << "https://quick-brown-fox.example.com";
    QTest::newRow("in a box") << "" << QByteArray("INF |  https://a-b.example.com                 |\n")
                              << "https://a-b.example.com";
    QTest::newRow("in JSON") << ""
                             << QByteArray(R"({"url":"https://a.example.com","x":1})"
                                           "\n")
                             << "https://a.example.com";
    QTest::newRow("in colour") << ""
                               << QByteArray("\x1b[32mForwarding\x1b[0m \x1b[1mhttps://a.example.com:4443\x1b[0m\r\n")
                               << "https://a.example.com:4443";
    QTest::newRow("own pattern with a group")
        << "your url is: (\\S+)" << QByteArray("see https://docs.example\nyour url is: http://a.example.com/\n")
        << "http://a.example.com";
    QTest::newRow("own pattern without one")
        << "http://\\S+" << QByteArray("at http://a.example.com now\n") << "http://a.example.com";
    QTest::newRow("none") << "" << QByteArray("connecting\nhttp://127.0.0.1:4040\n") << "";
    QTest::newRow("a pattern that finds nonsense") << "url=(\\S+)" << QByteArray("url=nonsense\n") << "";
    QTest::newRow("no line's end yet") << "" << QByteArray("https://a.example.c") << "";
}

void TunnelOutputTest::findsThePublicAddress()
{
    QFETCH(QString, pattern);
    QFETCH(QByteArray, output);
    QFETCH(QString, address);
    TunnelOutput reader(commandTunnel(pattern));
    reader.add(output);
    QCOMPARE(reader.publicBase(), address);
}

void TunnelOutputTest::findsItInWhateverPiecesItComes()
{
    TunnelOutput reader(commandTunnel());
    for (const char byte : QByteArrayLiteral("noise\nat https://a.example.com .\n"))
        reader.add(QByteArray(1, byte));
    QCOMPARE(reader.publicBase(), QStringLiteral("https://a.example.com"));
}

void TunnelOutputTest::theFirstAddressCounts()
{
    TunnelOutput reader(commandTunnel());
    reader.add("https://first.example.com\nhttps://second.example.com\n");
    QCOMPARE(reader.publicBase(), QStringLiteral("https://first.example.com"));
}

void TunnelOutputTest::sshTellsThePortThatItWasGiven()
{
    TunnelOutput reader(sshTunnel(0, QStringLiteral("http://host.example:{port}")));
    reader.add("debug1: Authentication succeeded (publickey).\r\n");
    QVERIFY(reader.publicBase().isEmpty());
    reader.add("Allocated port 40123 for remote forward to 127.0.0.1:8765\r\n");
    QCOMPARE(reader.publicBase(), QStringLiteral("http://host.example:40123"));
}

void TunnelOutputTest::sshTellsThatAPortIsOurs()
{
    TunnelOutput reader(sshTunnel(8080, QStringLiteral("https://hooks.example")));
    reader.add("debug1: Remote connections from LOCALHOST:8080 forwarded to local address 127.0.0.1:8765\n");
    QVERIFY(reader.publicBase().isEmpty());
    reader.add("debug1: remote forward success for: listen 8080, connect 127.0.0.1:8765\n");
    QCOMPARE(reader.publicBase(), QStringLiteral("https://hooks.example"));
}

void TunnelOutputTest::isBoundedHoweverMuchComes()
{
    TunnelOutput reader(commandTunnel());
    for (int i = 0; i < 64; ++i)
        reader.add(QByteArray(64 * 1024, 'x'));
    QVERIFY(reader.lastWords().size() <= 4096);
}

void TunnelOutputTest::aGivenAddressCountsOnceThePatternFits()
{
    TunnelOutput reader(commandTunnel(QStringLiteral("tunnel is up"), QStringLiteral("https://mine.example")));
    reader.add("starting\n");
    QVERIFY(reader.publicBase().isEmpty());
    reader.add("tunnel is up\n");
    QCOMPARE(reader.publicBase(), QStringLiteral("https://mine.example"));
}

void TunnelOutputTest::sshsFailuresSayWhatToDo_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown host key") << "Host key verification failed." << "by hand";
    QTest::newRow("refused key") << "me@host: Permission denied (publickey,password)." << "publickey,password";
    QTest::newRow("port taken") << "Error: remote port forwarding failed for listen port 8080" << "port 8080";
    QTest::newRow("no such host") << "ssh: Could not resolve hostname nowhere.example: Name or service not known"
                                  << "nowhere.example";
    QTest::newRow("no sshd") << "ssh: connect to host 127.0.0.1 port 1: Connection refused" << "takes no ssh";
    QTest::newRow("silence") << "Timeout, server host.example not responding." << "no longer answers";
    QTest::newRow("something new") << "a message of tomorrow" << "a message of tomorrow";
    QTest::newRow("only chatter") << "debug1: hello" << "";
}

void TunnelOutputTest::sshsFailuresSayWhatToDo()
{
    QFETCH(QString, line);
    QFETCH(QString, said);
    const QString failure = sshFailure({QStringLiteral("debug1: before"), line, QStringLiteral("debug1: after")});
    QVERIFY2(failure.contains(said), qPrintable(failure));
    QCOMPARE(failure.isEmpty(), said.isEmpty());
}

QTEST_GUILESS_MAIN(TunnelOutputTest)

#include "tst_tunneloutput.moc"
