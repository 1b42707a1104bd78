// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/simulationsender.h"
#include "tests/app/simulate/answeringserver.h"
#include "tests/app/simulate/storytools.h"

#include <QSignalSpy>
#include <QtTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

class FixedClock final : public Clock
{
public:
    Timestamp now() const override { return testStart(); }
};

} // namespace

class SimulationSenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everythingArrivesAsTheStreamMadeIt();
    void hooksOfAPlatformTakeConversationsInTurn();
    void sendsWhenDueAndNotBefore();
    void aTimeJumpIsCaughtUp();
    void atMostSixtyFourAreInFlight();
    void otherAnswersThan2xxAreCounted();
    void redirectsAreNotFollowed();
    void aServerThatDiesMidwayIsSurvived();
    void nobodyListeningIsAFailureWithoutASecret();
    void stoppingWaitsForWhatIsInFlight();
    void aCountOfZeroIsDoneAtOnce();
    void progressIsToldAsTimePasses();

private:
    SimulationSettings settings(qint64 count, double rate = 1e6) const;
    QUrl hook(const char *token) const;
    SimulationSender::SteadyTime steadyTime();

    std::unique_ptr<AnsweringServer> m_server;
    FixedClock m_clock;
    std::chrono::nanoseconds m_now{};
    int m_looks = 0;
};

void SimulationSenderTest::init()
{
    m_server = std::make_unique<AnsweringServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_now = 1000s;
}

QUrl SimulationSenderTest::hook(const char *token) const
{
    return QUrl(
        QStringLiteral("http://127.0.0.1:%1/hook/%2").arg(m_server->serverPort()).arg(QLatin1StringView(token)));
}

SimulationSettings SimulationSenderTest::settings(qint64 count, double rate) const
{
    SimulationSettings settings;
    settings.platforms = simulatedPlatforms();
    settings.ratePerSecond = rate;
    settings.count = count;
    settings.seed = c_testSeed;
    settings.hooks = {{QStringLiteral("insighto"), {hook("insighto-token-1")}},
                      {QStringLiteral("eigi"), {hook("eigi-token-12345")}},
                      {QStringLiteral("varda"), {hook("varda-token-1234")}}};
    return settings;
}

/** Time that passes only when the test says so; it counts how often the sender looks. */
SimulationSender::SteadyTime SimulationSenderTest::steadyTime()
{
    return [this] {
        ++m_looks;
        return m_now;
    };
}

void SimulationSenderTest::everythingArrivesAsTheStreamMadeIt()
{
    const SimulationSettings chosen = settings(300);
    SimulationSender sender(chosen, m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(finished.size(), 1);

    const SimulationResult result = sender.result();
    QCOMPARE(result.sent, 300);
    QCOMPARE(result.answered2xx, 300);
    QCOMPARE(result.answered(), 300);
    QCOMPARE(result.failures, 0);
    QVERIFY(result.isClean());
    QVERIFY(!result.stopped);
    QVERIFY(result.elapsed > 0ns);
    QVERIFY(result.latencyP50 > 0us && result.latencyP50 <= result.latencyP99);

    QList<QByteArray> expected;
    SimulationStream stream(chosen, m_clock.now());
    while (const std::optional<SimulatedRequest> request = stream.next())
        expected.append(request->method + ' ' + QByteArray::fromPercentEncoding(request->query) + request->body);
    QList<QByteArray> got;
    for (const ArrivedRequest &request : std::as_const(m_server->arrived)) {
        const qsizetype mark = request.target.indexOf('?');
        const QByteArray query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
        got.append(request.method + ' ' + QByteArray::fromPercentEncoding(query) + request.body);
        const bool isVarda = request.target.startsWith("/hook/varda-token-1234");
        QCOMPARE(request.head.contains("X-Varda-Event: "), isVarda);
    }
    std::ranges::sort(expected);
    std::ranges::sort(got);
    QCOMPARE(got, expected);
}

void SimulationSenderTest::hooksOfAPlatformTakeConversationsInTurn()
{
    SimulationSettings chosen = settings(200);
    chosen.platforms = {QStringLiteral("varda")};
    chosen.hooks = {{QStringLiteral("varda"), {hook("first"), hook("second")}}};
    SimulationSender sender(chosen, m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(finished.size(), 1);

    QHash<qint64, QSet<QByteArray>> targets; // by conversation
    QSet<QByteArray> all;
    for (const ArrivedRequest &request : std::as_const(m_server->arrived)) {
        const QJsonValue data = QJsonDocument::fromJson(request.body).object().value(QStringLiteral("data"));
        const qint64 joined =
            data[QStringLiteral("conversation_id")].toInteger(data[QStringLiteral("call_session_id")].toInteger());
        if (joined != 0)
            targets[joined].insert(request.target);
        all.insert(request.target);
    }
    QCOMPARE(all, (QSet<QByteArray>{"/hook/first", "/hook/second"}));
    for (const QSet<QByteArray> &ofOne : std::as_const(targets))
        QCOMPARE(ofOne.size(), 1);
}

void SimulationSenderTest::sendsWhenDueAndNotBefore()
{
    SimulationSender sender(settings(100, 10), m_clock, steadyTime());
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(m_server->arrived.size(), 1); // the first is due at once
    QTRY_COMPARE(sender.result().answered2xx, 1);
    QCOMPARE(sender.result().sent, 1);

    m_now += 99ms;
    const int looks = m_looks;
    QTRY_VERIFY(m_looks > looks + 6); // it looked at the clock twice at least, and found nothing due
    QCOMPARE(sender.result().sent, 1);
    for (int tenths = 1; tenths < 5; ++tenths) {
        m_now = 1000s + tenths * 100ms;
        QTRY_COMPARE(m_server->arrived.size(), tenths + 1);
        QTRY_COMPARE(sender.result().answered2xx, tenths + 1);
        QCOMPARE(sender.result().sent, tenths + 1);
    }
    QCOMPARE(finished.size(), 0);
    m_now += 1h;
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(sender.result().sent, 100);
}

void SimulationSenderTest::aTimeJumpIsCaughtUp()
{
    SimulationSender sender(settings(1000, 10), m_clock, steadyTime());
    sender.start();
    m_now += 5s;
    QTRY_COMPARE(sender.result().answered2xx, 51);
    QCOMPARE(sender.result().sent, 51);
}

void SimulationSenderTest::atMostSixtyFourAreInFlight()
{
    m_server->holdsAnswers = true;
    SimulationSender sender(settings(200), m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_VERIFY(m_server->arrived.size() > 10);
    QTRY_COMPARE(sender.result().sent, 64);
    QCOMPARE(sender.result().answered(), 0);
    m_server->releaseAnswers();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(sender.result().answered2xx, 200);
}

void SimulationSenderTest::otherAnswersThan2xxAreCounted()
{
    int count = 0;
    m_server->answer = [&count](const ArrivedRequest &) { return ++count % 4 == 0 ? 503 : count % 5 == 0 ? 404 : 204; };
    SimulationSender sender(settings(100), m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(finished.size(), 1);
    const SimulationResult result = sender.result();
    QCOMPARE(result.byStatus, (QMap<int, qint64>{{204, 60}, {404, 15}, {503, 25}}));
    QCOMPARE(result.answered2xx, 60);
    QCOMPARE(result.failures, 0);
    QVERIFY(!result.isClean());
}

void SimulationSenderTest::redirectsAreNotFollowed()
{
    m_server->answer = [](const ArrivedRequest &) { return 307; };
    SimulationSender sender(settings(10), m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(sender.result().byStatus, (QMap<int, qint64>{{307, 10}}));
    QCOMPARE(m_server->arrived.size(), 10);
}

void SimulationSenderTest::aServerThatDiesMidwayIsSurvived()
{
    m_server->answer = [this](const ArrivedRequest &) {
        if (m_server->arrived.size() < 100)
            return 200;
        m_server->die();
        return 0;
    };
    SimulationSender sender(settings(300), m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(finished.size(), 1);
    const SimulationResult result = sender.result();
    QCOMPARE(result.sent, 300);
    QVERIFY(result.answered2xx > 0 && result.answered2xx < 100);
    QCOMPARE(result.answered() + result.failures, 300);
    QVERIFY(!result.isClean());
}

void SimulationSenderTest::nobodyListeningIsAFailureWithoutASecret()
{
    const SimulationSettings chosen = settings(5);
    m_server->close();
    SimulationSender sender(chosen, m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(sender.result().failures, 5);
    QCOMPARE(sender.result().firstFailure, QStringLiteral("ConnectionRefusedError"));
}

void SimulationSenderTest::stoppingWaitsForWhatIsInFlight()
{
    m_server->holdsAnswers = true;
    SimulationSender sender(settings(1000, 10), m_clock, steadyTime());
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(m_server->arrived.size(), 1);
    sender.stop();
    m_now += 1h;
    const int looks = m_looks;
    QTRY_VERIFY(m_looks > looks + 6);
    QCOMPARE(finished.size(), 0);
    m_server->releaseAnswers();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(sender.result().sent, 1);
    QCOMPARE(sender.result().answered2xx, 1);
    QVERIFY(sender.result().stopped);
}

void SimulationSenderTest::aCountOfZeroIsDoneAtOnce()
{
    SimulationSender sender(settings(0), m_clock);
    QSignalSpy finished(&sender, &SimulationSender::finished);
    sender.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(sender.result().isClean());
    QVERIFY(m_server->arrived.isEmpty());
}

void SimulationSenderTest::progressIsToldAsTimePasses()
{
    SimulationSender sender(settings(1000, 10), m_clock, steadyTime());
    QSignalSpy progressed(&sender, &SimulationSender::progressed);
    sender.start();
    QTRY_COMPARE(sender.result().answered2xx, 1);
    QCOMPARE(progressed.size(), 0);
    m_now += 300ms;
    QTRY_COMPARE(progressed.size(), 1);
    QTRY_COMPARE(sender.result().answered2xx, 4);
    QCOMPARE(progressed.size(), 1);
}

QTEST_GUILESS_MAIN(SimulationSenderTest)
#include "tst_simulationsender.moc"
