// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/pace.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace earshot {
namespace {

using std::chrono::seconds;

constexpr LeastRate c_least = {256, seconds(10)};
const Pace::Clock::time_point c_start(std::chrono::hours(2));

} // namespace

class PaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesWholeWindowsOnly();
    void judgesEachWindowByItself();
    void beginsAnewWithEachStep();
    void asksForBytesOnlyWhenAWindowEnds();
    void countsWhatTheSystemTook();
    void saysNothingWhileBytesLieUnread();
};

void PaceTest::judgesWholeWindowsOnly()
{
    Pace pace;
    QVERIFY(!pace.isTooSlow(c_least, c_start, 1, 1));
    QVERIFY(!pace.isTooSlow(c_least, c_start + seconds(9), 1, 1));
    QVERIFY(pace.isTooSlow(c_least, c_start + seconds(10), 1, 2560));
    Pace other;
    QVERIFY(!other.isTooSlow(c_least, c_start, 1, 1));
    QVERIFY(!other.isTooSlow(c_least, c_start + seconds(10), 1, 2561));
}

void PaceTest::judgesEachWindowByItself()
{
    Pace pace;
    QVERIFY(!pace.isTooSlow(c_least, c_start, 1, 0));
    QVERIFY(!pace.isTooSlow(c_least, c_start + seconds(10), 1, 1'000'000));
    QVERIFY(!pace.isTooSlow(c_least, c_start + seconds(20), 1, 1'002'560));
    QVERIFY(pace.isTooSlow(c_least, c_start + seconds(30), 1, 1'002'600));
}

void PaceTest::beginsAnewWithEachStep()
{
    Pace pace;
    QVERIFY(!pace.isTooSlow(c_least, c_start, 1, 0));
    QVERIFY(!pace.isTooSlow(c_least, c_start + seconds(11), 2, 1));
    QVERIFY(!pace.isTooSlow(c_least, c_start + seconds(20), 2, 2));
    QVERIFY(pace.isTooSlow(c_least, c_start + seconds(21), 2, 3));
}

void PaceTest::asksForBytesOnlyWhenAWindowEnds()
{
    Pace pace;
    QVERIFY(pace.isDue(c_least, c_start, 1));
    QVERIFY(!pace.isTooSlow(c_least, c_start, 1, 0));
    QVERIFY(!pace.isDue(c_least, c_start + seconds(9), 1));
    QVERIFY(pace.isDue(c_least, c_start + seconds(10), 1));
    QVERIFY(pace.isDue(c_least, c_start + seconds(1), 2));
}

void PaceTest::countsWhatTheSystemTook()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
    QTcpSocket sender;
    sender.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    QVERIFY(sender.waitForConnected(15'000));
    QVERIFY(server.waitForNewConnection(15'000));
    const std::unique_ptr<QTcpSocket> taken(server.nextPendingConnection());
    const auto descriptor = int(taken->socketDescriptor());
    QCOMPARE(receivedBytes(descriptor), std::nullopt); // nothing yet, or nobody counts
    sender.write("hello");
    sender.flush();
    QTRY_COMPARE(taken->bytesAvailable(), 5);
    QCOMPARE(receivedBytes(descriptor), std::optional<quint64>(5));
    sender.write(" world");
    sender.flush();
    QTRY_COMPARE(taken->bytesAvailable(), 11);
    QCOMPARE(receivedBytes(descriptor), std::optional<quint64>(11));
}

void PaceTest::saysNothingWhileBytesLieUnread()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress(QHostAddress::LocalHost)));
    QTcpSocket sender;
    sender.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    QVERIFY(sender.waitForConnected(15'000));
    QVERIFY(server.waitForNewConnection(15'000));
    const std::unique_ptr<QTcpSocket> taken(server.nextPendingConnection());
    taken->setReadBufferSize(1);
    sender.write(QByteArray(100'000, 'x'));
    sender.flush();
    QTRY_COMPARE(taken->bytesAvailable(), 1);
    QCOMPARE(receivedBytes(int(taken->socketDescriptor())), std::nullopt);
    QCOMPARE(receivedBytes(-1), std::nullopt);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::PaceTest)
#include "tst_pace.moc"
