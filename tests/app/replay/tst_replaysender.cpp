// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/replaysender.h"
#include "tests/app/forward/scriptedserver.h"
#include "tests/models/store/plaindecoder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);

StoredDelivery deliveryOf(qint64 id)
{
    StoredDelivery stored;
    stored.hasBytes = true;
    stored.delivery.id = id;
    stored.delivery.method = "POST";
    stored.delivery.target = "/hook/****";
    stored.delivery.headers = {{"Content-Type", "application/json"}, {"X-Varda-Event", "call.ended"}};
    stored.delivery.body = QByteArray("{\"n\": \x00\xff", 8) + QByteArray::number(id);
    return stored;
}

ReplayPlan planTo(const QString &url, int count, const ReplayPace &pace = {})
{
    ReplayPlan plan;
    plan.url = QUrl(url);
    plan.pace = pace;
    for (int i = 0; i < count; ++i)
        plan.arrivals.append({i + 1, c_noon + std::chrono::seconds(i), true});
    return plan;
}

/** A replay and what is heard of it. */
struct Replay {
    ManualClock clock{c_noon};
    QList<ReplayOutcome> outcomes;
    ReplaySender sender;
    QSignalSpy finished{&sender, &ReplaySender::finished};

    explicit Replay(const ReplayPlan &plan, ReplayLimits limits = {20s, 20s}, DeliveryLoader loader = loadAtOnce())
        : sender(plan, std::move(loader), clock, limits)
    {
        QObject::connect(&sender, &ReplaySender::answered, &sender,
                         [this](const ReplayOutcome &outcome) { outcomes.append(outcome); });
    }

    static DeliveryLoader loadAtOnce()
    {
        return [](qint64 id, const std::function<void(Result<StoredDelivery>)> &done) { done(deliveryOf(id)); };
    }

    bool run()
    {
        sender.start();
        return QTest::qWaitFor([this] { return !finished.isEmpty(); }, 60'000);
    }
};

} // namespace

class ReplaySenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatIsStored();
    void sendsAGetWithItsQuery();
    void tellsWhatCameBack();
    void oneAfterTheOther();
    void severalAtOnce();
    void keepsItsPace();
    void followsNoRedirect();
    void sendsNoCookieBack();
    void keepsSoMuchOfAnAnswer();
    void blotsSecretsOut();
    void nobodyThere();
    void cutOffInTheMiddle();
    void closedWithoutAnAnswer();
    void noAnswerInTime();
    void goesOnAfterAProblem();
    void oneThatCannotBeRead();
    void stopsInTheMiddle();
    void goesInTheMiddle();
    void nothingToSend();
};

void ReplaySenderTest::sendsWhatIsStored()
{
    ScriptedServer server;
    Replay replay(planTo(server.url(QLatin1StringView("/in?key=1")), 1));
    QVERIFY(replay.run());
    QCOMPARE(server.requests().size(), 1);
    const ReceivedRequest request = server.requests().first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/in?key=1"));
    QCOMPARE(request.body, deliveryOf(1).delivery.body);
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(request.headers.value("x-varda-event"), QByteArray("call.ended"));
    QCOMPARE(request.headers.value("x-earshot-replay"), QByteArray("1"));
    QVERIFY(request.headers.value("user-agent").startsWith("Earshot/"));
    QCOMPARE(replay.outcomes.size(), 1);
    QVERIFY(replay.outcomes.first().isAccepted());
    QCOMPARE(replay.outcomes.first().total, 1);
}

void ReplaySenderTest::sendsAGetWithItsQuery()
{
    ScriptedServer server;
    Replay replay(planTo(server.url(), 1), {20s, 20s},
                  [](qint64 id, const std::function<void(Result<StoredDelivery>)> &done) {
                      StoredDelivery stored = deliveryOf(id);
                      stored.delivery.method = "GET";
                      stored.delivery.target = "/hook/****?event=call.ended&text=a%20%26%20b+c";
                      stored.delivery.headers.clear();
                      stored.delivery.body.clear();
                      done(stored);
                  });
    QVERIFY(replay.run());
    QCOMPARE(server.requests().first().method, QByteArray("GET"));
    QCOMPARE(server.requests().first().target, QByteArray("/hook?event=call.ended&text=a%20%26%20b+c"));
    QVERIFY(!server.requests().first().headers.contains("content-type"));
}

void ReplaySenderTest::tellsWhatCameBack()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(422, "{\"error\":\"no such call\"}"));
    Replay replay(planTo(server.url(), 1));
    QVERIFY(replay.run());
    const ReplayOutcome outcome = replay.outcomes.first();
    QCOMPARE(outcome.delivery, 1);
    QCOMPARE(outcome.status, std::optional(422));
    QCOMPARE(outcome.answer, QStringLiteral("{\"error\":\"no such call\"}"));
    QVERIFY(outcome.problem.isNull());
    QVERIFY(!outcome.isAccepted());
}

void ReplaySenderTest::oneAfterTheOther()
{
    ScriptedServer server;
    server.hold();
    Replay replay(planTo(server.url(), 3));
    replay.sender.start();
    QTRY_COMPARE(server.requests().size(), 1);
    server.release();
    QTRY_COMPARE(replay.finished.size(), 1);
    QCOMPARE(server.requests().size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(replay.outcomes.at(i).delivery, i + 1);
        QCOMPARE(server.requests().at(i).headers.value("x-earshot-replay"), QByteArray::number(i + 1));
    }
}

void ReplaySenderTest::severalAtOnce()
{
    ScriptedServer server;
    server.hold();
    Replay replay(planTo(server.url(), 40, {.atOnce = 24}));
    replay.sender.start();
    QTRY_COMPARE(server.requests().size(), 24);
    server.release();
    QTRY_COMPARE(replay.finished.size(), 1);
    QCOMPARE(server.requests().size(), 40);
}

void ReplaySenderTest::keepsItsPace()
{
    ScriptedServer server;
    Replay replay(planTo(server.url(), 4, {.speed = 10})); // one every 100 ms
    std::chrono::nanoseconds now{0};
    replay.sender.setSteadyTime([&now] { return now; });
    replay.sender.start();
    QTRY_COMPARE(replay.outcomes.size(), 1);
    now = 99ms;
    now = 100ms;
    QTRY_COMPARE(replay.outcomes.size(), 2);
    now = 1s; // late: what is due follows at once
    QTRY_COMPARE(replay.finished.size(), 1);
    QCOMPARE(replay.outcomes.size(), 4);
}

void ReplaySenderTest::followsNoRedirect()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(302, "", {"Location: https://new.example/login?token=s3cret"}));
    Replay replay(planTo(server.url(), 1));
    QVERIFY(replay.run());
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(replay.outcomes.first().status, std::optional(302));
    QCOMPARE(replay.outcomes.first().answer, QStringLiteral("Location: https://new.example/login"));
    QVERIFY(!replay.outcomes.first().isAccepted());
}

void ReplaySenderTest::sendsNoCookieBack()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(200, "{}", {"Set-Cookie: session=1; Path=/"}));
    Replay replay(planTo(server.url(), 2));
    QVERIFY(replay.run());
    QVERIFY(!server.requests().last().headers.contains("cookie"));
}

void ReplaySenderTest::keepsSoMuchOfAnAnswer()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(200, QByteArray(100'000, 'x')));
    Replay one(planTo(server.url(), 1));
    QVERIFY(one.run());
    QCOMPARE(one.outcomes.first().answer.size(), 65'536);
    server.then(ScriptedReply::answer(200, QByteArray(100'000, 'x')));
    Replay many(planTo(server.url(), 2));
    QVERIFY(many.run());
    QCOMPARE(many.outcomes.first().answer.size(), 1024);
}

void ReplaySenderTest::blotsSecretsOut()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(400, "you sent Bearer t0ken-t0ken"));
    ReplayPlan plan = planTo(server.url(), 1);
    plan.hidden = {"t0ken-t0ken", ""};
    Replay replay(plan);
    QVERIFY(replay.run());
    QCOMPARE(replay.outcomes.first().answer, QStringLiteral("you sent Bearer ****"));
}

void ReplaySenderTest::nobodyThere()
{
    QString url;
    {
        const ScriptedServer server;
        url = server.url(QLatin1StringView("/hook/s3cret"));
    }
    Replay replay(planTo(url, 1));
    QVERIFY(replay.run());
    QVERIFY(!replay.outcomes.first().status);
    QVERIFY(!replay.outcomes.first().problem.isEmpty());
    QVERIFY(!replay.outcomes.first().problem.contains(QLatin1StringView("s3cret")));
}

void ReplaySenderTest::cutOffInTheMiddle()
{
    ScriptedServer server;
    server.then(ScriptedReply::drop("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":"));
    Replay replay(planTo(server.url(), 1));
    QVERIFY(replay.run());
    QCOMPARE(replay.outcomes.first().status, std::optional(200));
    QVERIFY(!replay.outcomes.first().problem.isEmpty());
    QVERIFY(!replay.outcomes.first().isAccepted());
}

void ReplaySenderTest::closedWithoutAnAnswer()
{
    ScriptedServer server;
    for (int i = 0; i < 8; ++i)
        server.then(ScriptedReply::drop());
    Replay replay(planTo(server.url(), 1));
    QVERIFY(replay.run());
    QVERIFY(!replay.outcomes.first().status);
    QVERIFY(!replay.outcomes.first().problem.isEmpty());
    QCOMPARE(server.requests().size(), 1); // nothing is sent twice behind a person's back
}

void ReplaySenderTest::noAnswerInTime()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    Replay replay(planTo(server.url(), 1), {50ms, 20s});
    QVERIFY(replay.run());
    QVERIFY(!replay.outcomes.first().status);
    QCOMPARE(replay.outcomes.first().problem, QStringLiteral("nothing in time"));
}

void ReplaySenderTest::goesOnAfterAProblem()
{
    ScriptedServer server;
    server.then(ScriptedReply::drop("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"));
    server.then(ScriptedReply::answer(500));
    Replay replay(planTo(server.url(), 3));
    QVERIFY(replay.run());
    QCOMPARE(replay.outcomes.size(), 3);
    QVERIFY(!replay.outcomes.at(0).problem.isNull());
    QCOMPARE(replay.outcomes.at(1).status, std::optional(500));
    QVERIFY(replay.outcomes.at(2).isAccepted());
}

void ReplaySenderTest::oneThatCannotBeRead()
{
    ScriptedServer server;
    Replay replay(planTo(server.url(), 3), {20s, 20s},
                  [](qint64 id, const std::function<void(Result<StoredDelivery>)> &done) {
                      StoredDelivery sealed = deliveryOf(id);
                      sealed.hasBytes = id != 1;
                      done(id == 2 ? failure(ErrorCode::StoreFailed, QStringLiteral("the disk is gone"))
                                   : Result<StoredDelivery>(sealed));
                  });
    QVERIFY(replay.run());
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(replay.outcomes.at(0).problem.contains(QLatin1StringView("no longer kept")));
    QCOMPARE(replay.outcomes.at(1).problem, QStringLiteral("the disk is gone"));
    QVERIFY(replay.outcomes.at(2).isAccepted());
}

void ReplaySenderTest::stopsInTheMiddle()
{
    ScriptedServer server;
    server.then(ScriptedReply::answer(200));
    server.then(ScriptedReply::silence());
    Replay replay(planTo(server.url(), 5));
    replay.sender.start();
    QTRY_COMPARE(server.unanswered(), 1);
    replay.sender.stop();
    QTRY_COMPARE(replay.finished.size(), 1);
    QCOMPARE(replay.outcomes.size(), 2);
    QVERIFY(replay.outcomes.at(1).problem.contains(QLatin1StringView("may have arrived")));
    QCOMPARE(server.requests().size(), 2);
}

void ReplaySenderTest::goesInTheMiddle()
{
    ScriptedServer server;
    server.then(ScriptedReply::silence());
    auto replay = std::make_unique<Replay>(planTo(server.url(), 5));
    replay->sender.start();
    QTRY_COMPARE(server.unanswered(), 1);
    replay.reset();
    QCOMPARE(server.requests().size(), 1);
}

void ReplaySenderTest::nothingToSend()
{
    Replay replay(planTo(QStringLiteral("http://127.0.0.1:1/"), 0));
    QVERIFY(replay.run());
    QVERIFY(replay.outcomes.isEmpty());
}

QTEST_GUILESS_MAIN(ReplaySenderTest)
#include "tst_replaysender.moc"
