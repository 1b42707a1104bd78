// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/forwarder.h"
#include "app/forward/webhookconnector.h"

#include "models/platforms/phone.h"
#include "tests/app/forward/forwardingharness.h"
#include "tests/app/forward/scriptedserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const QString c_crm = QStringLiteral("CRM");
const std::optional<QString> c_every = QStringLiteral("");
const std::optional<QString> c_byHand;
const QString c_phone = QStringLiteral("+33612345678");

QString textOf(const ReceivedRequest &request, const char *field)
{
    return QJsonDocument::fromJson(request.body).object().value(QLatin1StringView(field)).toString();
}

} // namespace

/** When records go, and which of them at once. */
class ForwardingPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatKeepsFailingIsLeftAlone();
    void isTriedAgainWithOneAtATime();
    void aFailedProbeLeavesItAloneForLonger();
    void aRestartKnowsThatItIsLeftAlone();
    void aRestartGoesOnCounting();
    void resumingTriesAllAtOnce();
    void recordsThatAreWrongDoNotCount();
    void whoAsksForAPauseIsLeftAlone();
    void aLongerPauseIsNotCutShort();
    void recordsOfOneContactGoInTheirOrder();
    void oneContactIsWrittenToByOneAtATime_data();
    void oneContactIsWrittenToByOneAtATime();
    void sendsAsManyAtOnceAsIsSet();
    void keepsTheRateThatIsSet();
    void aKindThatNobodyKnowsIsPaused();

private:
    ForwardingHarness &harness() { return *m_harness; }

    Destination addCrm(QJsonObject options = {});

    Destination crm() { return harness().destination(c_crm); }

    void deliver(int count);
    /** So many conversations have failed, and the forwarder has stored it. */
    void failAll(int count);
    /** Waits until the forwarder has looked at the whole outbox again: then it has begun what it would begin. */
    void letARoundPass();
    bool allAre(OutboxState state);

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ForwardingHarness> m_harness;
};

void ForwardingPaceTest::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_harness = std::make_unique<ForwardingHarness>();
}

void ForwardingPaceTest::cleanup()
{
    m_harness.reset();
    m_server.reset();
}

Destination ForwardingPaceTest::addCrm(QJsonObject options)
{
    Destination destination;
    destination.name = c_crm;
    destination.url = m_server->url();
    destination.rule = c_every;
    if (!options.contains(QLatin1StringView("rate")))
        options.insert(QStringLiteral("rate"), 1000);
    destination.options = options;
    return harness().addDestination(destination);
}

void ForwardingPaceTest::deliver(int count)
{
    for (int i = 0; i < count; ++i)
        harness().deliver(QString::number(i));
}

void ForwardingPaceTest::failAll(int count)
{
    for (int i = 0; i < count; ++i)
        m_server->then(ScriptedReply::answer(500));
    deliver(count);
    QTRY_COMPARE(m_server->requests().size(), count);
    QTRY_VERIFY(std::ranges::none_of(harness().rows(), [](const OutboxRow &row) { return row.reason.isNull(); }));
}

void ForwardingPaceTest::letARoundPass()
{
    ScriptedServer other;
    const QString name = QStringLiteral("Other %1").arg(other.url());
    Destination destination;
    destination.name = QString(name).remove(QLatin1Char('/'));
    destination.url = other.url();
    const Destination added = harness().addDestination(destination);
    harness().enqueue(QStringLiteral("0"), added);
    QTRY_COMPARE(other.requests().size(), 1);
    harness().run<void>([id = added.id, now = harness().now()](const Database &database) {
        return destinations::remove(database, id, now);
    });
}

bool ForwardingPaceTest::allAre(OutboxState state)
{
    return QTest::qWaitFor([&] {
        const QList<OutboxRow> rows = harness().rows();
        return std::ranges::all_of(
            rows, [&](const OutboxRow &row) { return row.destinationName != c_crm || row.state == state; });
    });
}

void ForwardingPaceTest::whatKeepsFailingIsLeftAlone()
{
    addCrm();
    harness().start();
    failAll(12);
    QTRY_COMPARE(crm().breaker, BreakerState::Open);
    QCOMPARE(crm().holdUntil, std::optional(ForwardingHarness::c_noon + 30s));
    QCOMPARE(crm().holdReason, QStringLiteral("it keeps failing: answered 500"));
    harness().advance(10s); // all of them would be due
    letARoundPass();
    QCOMPARE(m_server->requests().size(), 12);
    for (const OutboxRow &row : harness().rows())
        QVERIFY(row.attempts == 1 || row.destinationName != c_crm);
}

void ForwardingPaceTest::isTriedAgainWithOneAtATime()
{
    addCrm();
    harness().start();
    failAll(12);
    QTRY_COMPARE(crm().breaker, BreakerState::Open);
    m_server->hold();
    harness().advance(30s);
    QTRY_COMPARE(m_server->requests().size(), 13);
    QCOMPARE(crm().breaker, BreakerState::Probing);
    QVERIFY(!crm().holdUntil);
    letARoundPass();
    QCOMPARE(m_server->requests().size(), 13);
    m_server->release();
    QVERIFY(allAre(OutboxState::Sent));
    QCOMPARE(crm().breaker, BreakerState::Closed);
    QCOMPARE(m_server->requests().size(), 24);
}

void ForwardingPaceTest::aFailedProbeLeavesItAloneForLonger()
{
    addCrm();
    harness().start();
    failAll(12);
    QTRY_COMPARE(crm().breaker, BreakerState::Open);
    m_server->then(ScriptedReply::answer(500));
    harness().advance(30s);
    QTRY_COMPARE(m_server->requests().size(), 13);
    QTRY_COMPARE(crm().holdUntil, std::optional(harness().now() + 60s));
    QCOMPARE(crm().breaker, BreakerState::Open);
    harness().advance(61s);
    QVERIFY(allAre(OutboxState::Sent)); // nothing was lost meanwhile
}

void ForwardingPaceTest::aRestartKnowsThatItIsLeftAlone()
{
    addCrm();
    harness().start();
    failAll(12);
    QTRY_COMPARE(crm().breaker, BreakerState::Open);
    harness().crash();
    harness().start();
    harness().advance(10s);
    letARoundPass();
    QCOMPARE(m_server->requests().size(), 12);
    harness().advance(21s);
    QVERIFY(allAre(OutboxState::Sent));
    QCOMPARE(crm().breaker, BreakerState::Closed);
}

void ForwardingPaceTest::aRestartGoesOnCounting()
{
    addCrm();
    harness().start();
    failAll(9);
    QCOMPARE(crm().breaker, BreakerState::Closed);
    harness().crash();
    harness().start();
    m_server->then(ScriptedReply::answer(500));
    harness().deliver(QStringLiteral("tenth"));
    QTRY_COMPARE(crm().breaker, BreakerState::Open);
}

void ForwardingPaceTest::resumingTriesAllAtOnce()
{
    addCrm();
    harness().start();
    failAll(12);
    QTRY_COMPARE(crm().breaker, BreakerState::Open);
    m_server->hold();
    harness().resume(crm());
    QTRY_COMPARE(m_server->requests().size(), 12 + 4);
    m_server->release();
    QVERIFY(allAre(OutboxState::Sent));
    QCOMPARE(crm().breaker, BreakerState::Closed);
}

void ForwardingPaceTest::recordsThatAreWrongDoNotCount()
{
    addCrm();
    harness().start();
    for (int i = 0; i < 15; ++i)
        m_server->then(ScriptedReply::answer(422));
    deliver(15);
    QTRY_COMPARE(m_server->requests().size(), 15);
    QVERIFY(allAre(OutboxState::Parked));
    QCOMPARE(crm().breaker, BreakerState::Closed);
}

void ForwardingPaceTest::whoAsksForAPauseIsLeftAlone()
{
    addCrm({{QStringLiteral("concurrency"), 1}});
    m_server->then(ScriptedReply::answer(429, "{}", {"Retry-After: 60"}));
    deliver(2);
    harness().start();
    QTRY_COMPARE(crm().holdUntil, std::optional(ForwardingHarness::c_noon + 60s));
    QCOMPARE(crm().holdReason, QStringLiteral("answered 429"));
    QCOMPARE(crm().breaker, BreakerState::Closed);
    harness().advance(59s);
    letARoundPass();
    QCOMPARE(m_server->requests().size(), 1);
    harness().advance(1s);
    QVERIFY(allAre(OutboxState::Sent));
    QVERIFY(!crm().holdUntil);
    QCOMPARE(m_server->requests().size(), 3);
}

void ForwardingPaceTest::aLongerPauseIsNotCutShort()
{
    addCrm({{QStringLiteral("concurrency"), 2}});
    m_server->then(ScriptedReply::answer(429, "{}", {"Retry-After: 3600"}));
    m_server->then(ScriptedReply::answer(429, "{}", {"Retry-After: 60"}));
    m_server->hold();
    deliver(2);
    harness().start();
    QTRY_COMPARE(m_server->requests().size(), 2);
    m_server->release();
    QTRY_VERIFY(std::ranges::none_of(harness().rows(), [](const OutboxRow &row) { return row.reason.isNull(); }));
    QCOMPARE(crm().holdUntil, std::optional(ForwardingHarness::c_noon + 1h));
}

void ForwardingPaceTest::recordsOfOneContactGoInTheirOrder()
{
    addCrm();
    harness().start();
    m_server->then(ScriptedReply::answer(500));
    harness().deliver(QStringLiteral("first"), {}, c_phone);
    QTRY_COMPARE(m_server->requests().size(), 1);
    harness().deliver(QStringLiteral("second"), {}, c_phone);
    harness().deliver(QStringLiteral("0"), {}, QStringLiteral("+33687654321"));
    QTRY_COMPARE(m_server->requests().size(), 2);
    QCOMPARE(textOf(m_server->requests().last(), "conversation_id"), QStringLiteral("0"));
    letARoundPass();
    QCOMPARE(m_server->requests().size(), 2); // the first still waits for its next attempt
    harness().advance(1h);
    QVERIFY(allAre(OutboxState::Sent));
    QCOMPARE(textOf(m_server->requests().at(2), "conversation_id"), QStringLiteral("first"));
    QCOMPARE(textOf(m_server->requests().at(3), "conversation_id"), QStringLiteral("second"));
}

void ForwardingPaceTest::oneContactIsWrittenToByOneAtATime_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("the same number") << c_phone << 1;
    if (normalizedPhone(QStringLiteral("0612345678"), QStringLiteral("FR")) == c_phone) // built with libphonenumber
        QTest::newRow("as it is dialled at home") << "06 12 34 56 78" << 1;
    QTest::newRow("another number") << "+33687654321" << 2;
    QTest::newRow("no number") << QString() << 2;
}

void ForwardingPaceTest::oneContactIsWrittenToByOneAtATime()
{
    QFETCH(QString, other);
    QFETCH(int, atOnce);
    harness().setConnector(QStringLiteral("hubspot"), std::make_unique<WebhookConnector>()); // whose kind has regions
    Destination destination;
    destination.name = c_crm;
    destination.kind = QStringLiteral("hubspot");
    destination.url = m_server->url();
    destination.rule = c_every;
    destination.mapping = QStringLiteral("{record: .}");
    destination.options = {{QStringLiteral("region"), QStringLiteral("FR")}, {QStringLiteral("rate"), 1000}};
    harness().addDestination(destination);
    harness().deliver(QStringLiteral("0"), {}, c_phone);
    harness().deliver(QStringLiteral("1"), {}, other);
    m_server->hold();
    harness().start();
    QTRY_COMPARE(m_server->requests().size(), atOnce);
    letARoundPass();
    QCOMPARE(m_server->requests().size(), atOnce);
    m_server->release();
    QVERIFY(allAre(OutboxState::Sent));
}

void ForwardingPaceTest::sendsAsManyAtOnceAsIsSet()
{
    addCrm({{QStringLiteral("concurrency"), 2}});
    m_server->hold();
    deliver(5);
    harness().start();
    QTRY_COMPARE(m_server->requests().size(), 2);
    letARoundPass();
    QCOMPARE(m_server->requests().size(), 2);
    m_server->release();
    QVERIFY(allAre(OutboxState::Sent));
}

void ForwardingPaceTest::keepsTheRateThatIsSet()
{
    addCrm({{QStringLiteral("rate"), 20}});
    deliver(10);
    QElapsedTimer timer;
    timer.start();
    harness().start();
    QTRY_COMPARE(m_server->requests().size(), 10);
    QVERIFY2(timer.elapsed() >= 300, qPrintable(QString::number(timer.elapsed()))); // four at once, then one each 50 ms
}

void ForwardingPaceTest::aKindThatNobodyKnowsIsPaused()
{
    const Destination added = addCrm();
    deliver(1);
    harness().run<void>([id = added.id](const Database &database) -> Result<void> {
        const auto done =
            database.run(QStringLiteral("UPDATE destination SET \"kind\" = 'vtiger' WHERE \"id\" = ?"), {id});
        return done ? Result<void>() : std::unexpected(done.error());
    });
    harness().start();
    QTRY_COMPARE(crm().state, DestinationState::Paused);
    QCOMPARE(crm().reason, QStringLiteral("this version knows no kind \"vtiger\""));
    QVERIFY(m_server->requests().isEmpty());
}

QTEST_GUILESS_MAIN(ForwardingPaceTest)

#include "tst_forwardingpace.moc"
