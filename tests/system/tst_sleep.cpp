// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/coverageledger.h"
#include "models/store/migrations.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/logindmock.h"
#include "tests/system/senderload.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

/** Retries at once, and no look that the test did not ask for. */
QStringList quickly()
{
    return {QStringLiteral("--listen-retry-base-ms"), QStringLiteral("20"),
            QStringLiteral("--listen-retry-cap-ms"),  QStringLiteral("100"),
            QStringLiteral("--listen-check-ms"),      QStringLiteral("3600000")};
}

bool isHeard(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected();
}

/** Why listening ended, each time, as the coverage ledger has it. Reports leave gaps of less than a second out. */
QStringList endsOfListening(const EarshotProcess &earshot)
{
    const auto database = openToRead(earshot.location().path);
    const auto spans = database ? coverageledger::spans(*database, {}) : std::unexpected(database.error());
    QStringList reasons;
    for (const ListeningSpan &span : spans.value_or(QList<ListeningSpan>()))
        reasons.append(span.ended ? downReasonText(*span.ended) : QString());
    return reasons;
}

bool waitUntilHeard(quint16 port, bool heard)
{
    return QTest::qWaitFor([port, heard] { return isHeard(port) == heard; }, c_patience);
}

} // namespace

/** A `serve` on a computer that sleeps and wakes. */
class SleepTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sleepIsDelayedUntilSendersAreAnswered();
    void aPortTakenMeanwhileIsTriedAgain();
    void aServeWithoutALoginManagerReceives();

private:
    std::unique_ptr<LogindMock> m_logind;
};

void SleepTest::init()
{
    m_logind = std::make_unique<LogindMock>();
    QVERIFY2(m_logind->started(), "dbus-daemon or python3-dbusmock is missing.");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_logind->address().toUtf8());
}

void SleepTest::cleanup()
{
    m_logind.reset();
}

void SleepTest::sleepIsDelayedUntilSendersAreAnswered()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve(quickly()));
    QTRY_COMPARE_WITH_TIMEOUT(m_logind->delayLocks(), 1, c_patience);
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost(token, endedCall(1))), 200);

    m_logind->prepareForSleep(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_logind->delayLocks(), 0, c_patience); // only now may it sleep
    QVERIFY(!isHeard(earshot.port()));

    m_logind->prepareForSleep(false);
    QVERIFY(waitUntilHeard(earshot.port(), true));
    QTRY_COMPARE_WITH_TIMEOUT(m_logind->delayLocks(), 1, c_patience); // for the next time
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost(token, endedCall(2))), 200);
    QCOMPARE(earshot.stop(SIGTERM), 0);
    QCOMPARE(earshot.exported(QStringLiteral("deliveries")).size(), 2);
    QCOMPARE(m_logind->delayLocks(), 0);
    QCOMPARE(endsOfListening(earshot), (QStringList{QStringLiteral("sleep"), QStringLiteral("stop")}));
}

void SleepTest::aPortTakenMeanwhileIsTriedAgain()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve(quickly()));
    QTRY_COMPARE_WITH_TIMEOUT(m_logind->delayLocks(), 1, c_patience);
    m_logind->prepareForSleep(true);
    QVERIFY(waitUntilHeard(earshot.port(), false));
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, earshot.port()));
    m_logind->prepareForSleep(false);
    const QByteArray words = "used by another program (tst_sleep, process " + QByteArray::number(getpid()) + ")";
    const auto isSaid = [&earshot, &words, said = QByteArray()]() mutable {
        said += earshot.served();
        return said.contains(words);
    };
    QVERIFY(QTest::qWaitFor(isSaid, c_patience));
    other.close();
    QVERIFY(QTest::qWaitFor([&] { return HttpSender(earshot.port()).send(jsonPost(token, endedCall(1))) == 200; },
                            c_patience));
    QCOMPARE(earshot.stop(SIGTERM), 0);
    // One gap, which sleep began and the port prolonged.
    QCOMPARE(endsOfListening(earshot),
             (QStringList{QStringLiteral("sleep"), QStringLiteral("port"), QStringLiteral("stop")}));
}

void SleepTest::aServeWithoutALoginManagerReceives()
{
    m_logind.reset(); // the address leads nowhere now
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost(token, endedCall(1))), 200);
    QCOMPARE(earshot.stop(SIGTERM), 0);
    QCOMPARE(earshot.served(), QByteArray());
}

QTEST_GUILESS_MAIN(SleepTest)
#include "tst_sleep.moc"
