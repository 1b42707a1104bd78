// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/shadowrun.h"

#include "models/store/outbox.h"
#include "tests/app/jq/jqwait.h"
#include "tests/models/store/samplestore.h"

#include <QElapsedTimer>

using namespace earshot;

class ShadowRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comparesWithWhatWasSent();
    void ofANewDestinationAllIsNew();
    void whatFailsSaysWhy();
    void takesTheLatestThatTheRuleLetsPass();
    void withoutARuleTheOutboxSaysWhich();
    void aRuleThatCannotBeReadIsAnError();
    void tellsHowFarItIs();
    void canBeCancelledWhileAMappingRuns();
    void withoutAHelperThereIsNoRun();
    void writesNothing();

private:
    const Database &database() const { return m_store->database(); }

    void send(qint64 conversation, const QByteArray &body) const;
    ShadowRequest request(const QString &mapping) const;

    Result<ShadowRun> run(const ShadowRequest &request, const QString &helper = helperProgram())
    {
        return runShadow(
            database(), helper, request,
            {[this](int done, int all) { m_progress.append({done, all}); }, [this] { return m_isCancelled(); }});
    }

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
    QList<std::pair<int, int>> m_progress;
    std::function<bool()> m_isCancelled = [] { return false; };
};

void ShadowRunTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"), QString());
    m_progress.clear();
    m_isCancelled = [] { return false; };
}

/** As if the destination had got that body. */
void ShadowRunTest::send(qint64 conversation, const QByteArray &body) const
{
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, SampleStore::c_noon));
    const auto due = SampleStore::valueOf(outbox::due(database(), m_crm.id, SampleStore::c_noon, 1, {}));
    const qint64 row = due.first().id;
    SampleStore::valueOf(
        outbox::storeRendered(database(), row, {1, body, QStringLiteral("key"), 1}, SampleStore::c_noon));
    AttemptOutcome outcome;
    outcome.row = row;
    outcome.version = 1;
    outcome.status = 200;
    outcome.at = SampleStore::c_noon;
    SampleStore::valueOf(outbox::storeSent(database(), outcome));
}

ShadowRequest ShadowRunTest::request(const QString &mapping) const
{
    ShadowRequest made{m_crm, m_crm.id, 100, SampleStore::c_noon};
    made.described.mapping = mapping;
    return made;
}

void ShadowRunTest::comparesWithWhatWasSent()
{
    const qint64 same = m_store->addConversation(QStringLiteral("1"), QStringLiteral("booked"));
    const qint64 changed = m_store->addConversation(QStringLiteral("2"), QStringLiteral("lost"));
    const qint64 isNew = m_store->addConversation(QStringLiteral("3"));
    send(same, R"({"n":"1","outcome":"booked"})");
    send(changed, R"({"outcome":"Lost","gone":true,"n":"2"})");
    const auto made = run(request(QStringLiteral("{outcome, n: .conversation_id}")));
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QCOMPARE(made->rows.size(), 3);
    QCOMPARE(made->rows.at(0).conversation, isNew); // the latest first
    QCOMPARE(made->rows.at(0).verdict, ShadowRow::Verdict::New);
    QCOMPARE(made->rows.at(1).conversation, changed);
    QCOMPARE(made->rows.at(1).verdict, ShadowRow::Verdict::Changed);
    QCOMPARE(made->rows.at(1).changes, (QList<ShadowChange>{{QStringLiteral("gone"), QStringLiteral("true"), {}},
                                                            {QStringLiteral("outcome"), QStringLiteral("\"Lost\""),
                                                             QStringLiteral("\"lost\"")}}));
    QCOMPARE(made->rows.at(2).conversation, same);
    QCOMPARE(made->rows.at(2).verdict, ShadowRow::Verdict::Same);
    QVERIFY(made->rows.at(2).changes.isEmpty());
    QCOMPARE(made->rows.at(2).contact, QStringLiteral("1")); // neither a name nor a number is known
}

void ShadowRunTest::ofANewDestinationAllIsNew()
{
    send(m_store->addConversation(QStringLiteral("1")), "{}");
    ShadowRequest fresh = request(QStringLiteral("{}"));
    fresh.kept.reset();
    const auto made = run(fresh);
    QVERIFY(made);
    QCOMPARE(made->count(ShadowRow::Verdict::New), 1);
}

void ShadowRunTest::whatFailsSaysWhy()
{
    m_store->addConversation(QStringLiteral("1"), QStringLiteral("booked"));
    m_store->addConversation(QStringLiteral("2"));
    const auto made = run(request(QStringLiteral("if .outcome then {} else error(\"no outcome\") end")));
    QVERIFY(made);
    QCOMPARE(made->count(ShadowRow::Verdict::Fails), 1);
    QCOMPARE(made->rows.first().problem, QStringLiteral("no outcome"));
    const auto unreadable = run(request(QStringLiteral("{")));
    QVERIFY(unreadable);
    QCOMPARE(unreadable->count(ShadowRow::Verdict::Fails), 2);
    QCOMPARE(unreadable->rows.first().problem,
             QStringLiteral("line 1, column 2: syntax error, unexpected end of the program"));
}

void ShadowRunTest::takesTheLatestThatTheRuleLetsPass()
{
    QList<qint64> booked;
    for (int i = 0; i < 10; ++i) {
        const bool isBooked = i % 2 == 0;
        const qint64 id =
            m_store->addConversation(QString::number(i), isBooked ? QStringLiteral("booked") : QStringLiteral("lost"));
        if (isBooked)
            booked.prepend(id);
    }
    ShadowRequest some = request(QStringLiteral("{}"));
    some.described.rule = QStringLiteral("outcome:booked");
    some.most = 3;
    QCOMPARE(shadowConversations(database(), some).value(), booked.first(3));
    const auto made = run(some);
    QVERIFY(made);
    QCOMPARE(made->rows.size(), 3);
}

void ShadowRunTest::withoutARuleTheOutboxSaysWhich()
{
    const qint64 sent = m_store->addConversation(QStringLiteral("1"));
    m_store->addConversation(QStringLiteral("2"));
    send(sent, "{}");
    ShadowRequest byHand = request(QStringLiteral("{}"));
    byHand.described.rule.reset();
    QCOMPARE(shadowConversations(database(), byHand).value(), QList<qint64>{sent});
    byHand.kept.reset();
    QVERIFY(shadowConversations(database(), byHand).value().isEmpty());
}

void ShadowRunTest::aRuleThatCannotBeReadIsAnError()
{
    ShadowRequest wrong = request({});
    wrong.described.rule = QStringLiteral("nope:1");
    const auto made = run(wrong);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::FilterSyntax);
}

void ShadowRunTest::tellsHowFarItIs()
{
    for (int i = 0; i < 3; ++i)
        m_store->addConversation(QString::number(i));
    QVERIFY(run(request(QStringLiteral("{}"))));
    QCOMPARE(m_progress, (QList<std::pair<int, int>>{{0, 3}, {1, 3}, {2, 3}, {3, 3}}));
}

void ShadowRunTest::canBeCancelledWhileAMappingRuns()
{
    m_store->addConversation(QStringLiteral("1"));
    QElapsedTimer time;
    time.start();
    m_isCancelled = [&time] { return time.elapsed() > 200; };
    const auto made = run(request(QStringLiteral("last(repeat(1))")));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Cancelled);
    QVERIFY2(time.elapsed() < 1900, qPrintable(QString::number(time.elapsed()))); // before the mapping's deadline
}

void ShadowRunTest::withoutAHelperThereIsNoRun()
{
    m_store->addConversation(QStringLiteral("1"));
    const auto made = run(request(QStringLiteral("{}")), QStringLiteral("/nowhere/earshot"));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::FileFailed);
}

void ShadowRunTest::writesNothing()
{
    send(m_store->addConversation(QStringLiteral("1")), "{}");
    const auto changes = [this] { return database().value(QStringLiteral("SELECT total_changes()"))->toLongLong(); };
    const qint64 before = changes();
    QVERIFY(run(request(QStringLiteral("{a: 1}"))));
    QCOMPARE(changes(), before);
}

QTEST_GUILESS_MAIN(ShadowRunTest)
#include "tst_shadowrun.moc"
