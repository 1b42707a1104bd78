// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QTest>

#include <future>

namespace earshot {
namespace {

Hook hookAnswering(const ChosenAnswer &answer)
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.answer = answer;
    return hook;
}

ChosenAnswer answerOf(int status, const QByteArray &body = {})
{
    ChosenAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

} // namespace

/** What a person has a source's sender hear, and how many it may send. */
class ChosenAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsChosen_data();
    void answersAsChosen();
    void closesWithoutAnAnswer();
    void choosesOneInSoMany();
    void answersAfterADelay();
    void servesOthersDuringADelay();
    void stopsDuringADelay();
    void saysHonestlyWhatIsNotStored();
    void refusesBeyondTheRate();
    void keepsTheRateWhileHooksChange();
    void countsRefusalsBySource();
    void countsWhatTheLibraryRefuses();
};

void ChosenAnswerTest::answersAsChosen_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("200 with a body") << 200 << QByteArray("welcome");
    QTest::newRow("202") << 202 << QByteArray();
    QTest::newRow("204") << 204 << QByteArray();
    QTest::newRow("302") << 302 << QByteArray();
    QTest::newRow("410") << 410 << QByteArray("gone");
    QTest::newRow("500") << 500 << QByteArray("an error,\nin two lines");
    QTest::newRow("599") << 599 << QByteArray("x");
}

void ChosenAnswerTest::answersAsChosen()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ListenerHarness harness({}, hookAnswering(answerOf(status, body)));
    RawSender sender(harness.port);
    for (int i = 0; i < 2; ++i) { // on the same connection
        const RawSender::Reply reply = sender.ask(hookRequest("POST", "{}"));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.body, body);
        QCOMPARE(reply.field("Content-Type"), body.isEmpty() ? QByteArray() : "text/plain; charset=utf-8");
    }
    const Delivery stored = harness.sink.deliveries().value(1);
    QCOMPARE(stored.answered, status == 200 ? std::nullopt : std::optional(status));
    QCOMPARE(harness.listener.counts().stored, quint64(2));
    QCOMPARE(harness.listener.counts().answers, (std::map<int, quint64>{{status, 2}}));
}

void ChosenAnswerTest::closesWithoutAnAnswer()
{
    ChosenAnswer answer;
    answer.drop = true;
    ListenerHarness harness({}, hookAnswering(answer));
    RawSender sender(harness.port);
    sender.send(hookRequest("POST", "{}"));
    QVERIFY(sender.isClosed());
    QCOMPARE(sender.read().status, 0);
    QCOMPARE(harness.sink.deliveries().value(0).answered, std::optional(0));
    QCOMPARE(harness.listener.takeRefusals(), (QList<Refusals>{{c_sourceId, 0, 1}}));
}

void ChosenAnswerTest::choosesOneInSoMany()
{
    ChosenAnswer answer = answerOf(500);
    answer.oneIn = 3;
    ListenerHarness harness({}, hookAnswering(answer));
    RawSender sender(harness.port);
    for (const int status : {200, 200, 500, 200, 200, 500})
        QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, status);
    QCOMPARE(harness.sink.deliveries().value(1).answered, std::nullopt);
    QCOMPARE(harness.sink.deliveries().value(2).answered, std::optional(500));
    QCOMPARE(sender.ask(hookRequest("GET")).status, 200); // no delivery, so it takes no turn
    harness.listener.setHooks({hookAnswering(answer)});
    for (const int status : {200, 200, 500})
        QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, status);
}

void ChosenAnswerTest::answersAfterADelay()
{
    ChosenAnswer answer = answerOf(503, "later");
    answer.delay = std::chrono::milliseconds(150);
    ListenerHarness harness({}, hookAnswering(answer));
    RawSender sender(harness.port);
    const auto start = std::chrono::steady_clock::now();
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, 503);
    QVERIFY(std::chrono::steady_clock::now() - start >= answer.delay);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).body, QByteArray("later"));
}

void ChosenAnswerTest::servesOthersDuringADelay()
{
    ListenerSettings settings;
    settings.maxInFlightBytes = 1000;
    ChosenAnswer answer;
    answer.delay = std::chrono::seconds(60);
    Hook other = hookOf(8, "another-token-of-16");
    ListenerHarness harness(settings, hookAnswering(answer));
    harness.listener.setHooks({hookAnswering(answer), other});
    RawSender waiting(harness.port);
    waiting.send(hookRequest("POST", QByteArray(1000, 'x')));
    QTRY_COMPARE(harness.sink.deliveries().size(), 1);
    // Its body is the journal's by now, so it takes up no room.
    const auto isServed = [&harness] {
        const QByteArray lines = "Content-Length: 1000\r\n\r\n" + QByteArray(1000, 'y');
        return RawSender(harness.port).ask(requestTo("POST", "/hook/another-token-of-16", lines)).status == 200;
    };
    bool served = false;
    QTRY_VERIFY((served = served || isServed()));
    QVERIFY(waiting.isConnected());
}

void ChosenAnswerTest::stopsDuringADelay()
{
    ChosenAnswer answer = answerOf(500);
    answer.delay = std::chrono::seconds(60);
    ListenerHarness harness({}, hookAnswering(answer));
    RawSender delayed(harness.port);
    RawSender held(harness.port);
    delayed.send(hookRequest("POST", "a"));
    QTRY_COMPARE(harness.sink.deliveries().size(), 1);
    harness.sink.setMode(FakeSink::Mode::Hold);
    held.send(hookRequest("POST", "b"));
    QTRY_COMPARE(harness.sink.heldCount(), 1);

    std::future<void> stopped = std::async(std::launch::async, [&harness] { harness.listener.stop(); });
    QCOMPARE(delayed.read().status, 500);
    harness.sink.release(true);
    QCOMPARE(held.read().status, 500);
    QCOMPARE(stopped.wait_for(std::chrono::seconds(15)), std::future_status::ready);
}

void ChosenAnswerTest::saysHonestlyWhatIsNotStored()
{
    ListenerHarness harness({}, hookAnswering(answerOf(201)));
    harness.sink.setMode(FakeSink::Mode::Fail);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, 503);
    QCOMPARE(harness.listener.counts().stored, quint64(0));
}

void ChosenAnswerTest::refusesBeyondTheRate()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.rateLimit = RateLimit{1, 2};
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("GET")).status, 200); // no delivery
    QCOMPARE(sender.ask(hookRequest("POST", "a")).status, 200);
    QCOMPARE(sender.ask(requestTo("GET", hookPath("?b"))).status, 200);
    const RawSender::Reply refused = sender.ask(hookRequest("POST", "c"));
    QCOMPARE(refused.status, 429);
    const int wait = refused.field("Retry-After").toInt();
    QVERIFY2(wait > 0 && wait <= 60, refused.head.constData());
    QVERIFY(sender.isClosed()); // it was answered before its body
    QCOMPARE(harness.sink.deliveries().size(), 2);
    QCOMPARE(harness.listener.takeRefusals(), (QList<Refusals>{{c_sourceId, 429, 1}}));
}

void ChosenAnswerTest::keepsTheRateWhileHooksChange()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.rateLimit = RateLimit{1, 1};
    ListenerHarness harness({}, hook);
    QCOMPARE(RawSender(harness.port).ask(hookRequest("POST", "a")).status, 200);
    harness.listener.setHooks({hook});
    QCOMPARE(RawSender(harness.port).ask(hookRequest("POST", "b")).status, 429);
    hook.rateLimit = RateLimit{1, 5};
    harness.listener.setHooks({hook});
    QCOMPARE(RawSender(harness.port).ask(hookRequest("POST", "c")).status, 200);
}

void ChosenAnswerTest::countsRefusalsBySource()
{
    Hook hook = hookOf(c_sourceId, c_token);
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, 200);
    QCOMPARE(sender.ask(hookRequest("DELETE")).status, 405);
    QCOMPARE(sender.ask(hookRequest("DELETE")).status, 405);
    QCOMPARE(sender.ask(requestTo("GET", "/hook/unknown-token-000")).status, 404);
    harness.sink.setMode(FakeSink::Mode::Fail);
    QCOMPARE(sender.ask(hookRequest("POST", "{}")).status, 503);
    const QList<Refusals> expected = {{0, 404, 1}, {c_sourceId, 405, 2}, {c_sourceId, 503, 1}};
    QCOMPARE(harness.listener.takeRefusals(), expected);
    QVERIFY(harness.listener.takeRefusals().isEmpty());
    QCOMPARE(harness.listener.counts().answers.at(405), quint64(2));
}

void ChosenAnswerTest::countsWhatTheLibraryRefuses()
{
    ListenerHarness harness;
    RawSender sender(harness.port);
    const QByteArray filler = "X-Filler: " + QByteArray(40 * 1024, 'x') + "\r\n";
    QCOMPARE(sender.ask(hookRequest("POST", "{}", filler)).status, 431);
    QVERIFY(sender.isClosed());
    QList<Refusals> refusals;
    QTRY_VERIFY(!(refusals += harness.listener.takeRefusals()).isEmpty());
    QCOMPARE(refusals, (QList<Refusals>{{0, 431, 1}}));
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::ChosenAnswerTest)
#include "tst_chosenanswer.moc"
