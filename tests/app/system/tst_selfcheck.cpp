// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/selfcheck.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace earshot;
using namespace std::chrono_literals;

using Outcome = SelfCheck::Outcome;

class SelfCheckTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesHowAListenerIs_data();
    void seesHowAListenerIs();
    void noticesThatNobodyListens();
    void asksWhereSendersWouldReachUs_data();
    void asksWhereSendersWouldReachUs();

private:
    static Outcome check(quint16 port);
};

Outcome SelfCheckTest::check(quint16 port)
{
    SelfCheck check(500ms);
    Outcome found = Outcome::Answers;
    QSignalSpy finished(&check, &SelfCheck::finished);
    connect(&check, &SelfCheck::finished, &check, [&found](Outcome outcome) { found = outcome; });
    check.start(QStringLiteral("http://127.0.0.1:%1").arg(port));
    if (!finished.wait())
        qWarning("The check does not end.");
    return found;
}

void SelfCheckTest::seesHowAListenerIs_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<Outcome>("expected");
    QTest::newRow("well") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") << false << Outcome::Answers;
    QTest::newRow("full") << QByteArray("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n") << false
                          << Outcome::Answers;
    QTest::newRow("closed at once") << QByteArray() << true << Outcome::Answers;
    QTest::newRow("silent") << QByteArray() << false << Outcome::Silent;
}

void SelfCheckTest::seesHowAListenerIs()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    QFETCH(Outcome, expected);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray asked;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&asked, socket, answer, closes] {
            asked += socket->readAll();
            socket->write(answer);
            if (closes)
                socket->disconnectFromHost();
        });
    });
    QCOMPARE(int(check(server.serverPort())), int(expected));
    QVERIFY2(asked.startsWith("GET /health HTTP/1.1\r\n"), asked.constData());
}

void SelfCheckTest::noticesThatNobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QCOMPARE(int(check(port)), int(Outcome::Unreachable));
}

void SelfCheckTest::asksWhereSendersWouldReachUs_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("asked");
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8765")
                              << QStringLiteral("http://127.0.0.1:8765/health");
    QTest::newRow("all") << QStringLiteral("http://0.0.0.0:8765") << QStringLiteral("http://127.0.0.1:8765/health");
    QTest::newRow("both families") << QStringLiteral("https://[::]:8765")
                                   << QStringLiteral("https://[::1]:8765/health");
    QTest::newRow("one") << QStringLiteral("http://192.0.2.7:80") << QStringLiteral("http://192.0.2.7:80/health");
}

void SelfCheckTest::asksWhereSendersWouldReachUs()
{
    QFETCH(QString, base);
    QFETCH(QString, asked);
    QCOMPARE(healthUrl(base).toString(), asked);
}

QTEST_GUILESS_MAIN(SelfCheckTest)
#include "tst_selfcheck.moc"
