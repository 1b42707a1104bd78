// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outboxlog.h"

#include "models/store/outbox.h"
#include "tests/models/store/samplestore.h"

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;
using Outcome = AttemptOutcomeKind;

LoggedExchange exchange(const QString &purpose, std::optional<int> status)
{
    LoggedExchange made;
    made.purpose = purpose;
    made.method = QStringLiteral("POST");
    made.url = QStringLiteral("https://crm.example/calls");
    made.request = QStringLiteral("Content-Type: application/json\n\n{}");
    made.status = status;
    made.answer = status ? QStringLiteral("{\"id\":1}") : QString();
    made.failure = status ? QString() : QStringLiteral("nothing came");
    made.latency = 1500us;
    return made;
}

} // namespace

class OutboxLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasAskedAndAnswered();
    void anAttemptThatWasCutShortHasNoEnd();
    void givesTheLatestFirst();
    void keepsTheLatestOfEachRow();
    void anAttemptWhoseRowIsGoneEndsWithoutTrouble();
    void tellsHowTheDestinationDid_data();
    void tellsHowTheDestinationDid();
    void tellsOnlyOfTheTimeAskedFor();

private:
    const Database &database() const { return m_store->database(); }

    qint64 addRow(const QString &conversation) const;
    qint64 begin(qint64 row, int number, Timestamp at) const;

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
    qint64 m_row = 0;
};

void OutboxLogTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
    m_row = addRow(QStringLiteral("1"));
}

qint64 OutboxLogTest::addRow(const QString &conversation) const
{
    SampleStore::valueOf(outbox::enqueue(database(), {m_store->addConversation(conversation)}, m_crm.id, c_noon));
    return SampleStore::valueOf(outbox::list(database(), {})).last().id;
}

qint64 OutboxLogTest::begin(qint64 row, int number, Timestamp at) const
{
    return SampleStore::valueOf(outboxlog::begin(database(), row, m_crm.id, 1, number, at));
}

void OutboxLogTest::keepsWhatWasAskedAndAnswered()
{
    const qint64 id = begin(m_row, 3, c_noon);
    const QList<LoggedExchange> exchanges{exchange(QStringLiteral("find contact"), 200),
                                          exchange(QStringLiteral("write record"), std::nullopt)};
    QVERIFY(outboxlog::end(database(), id, Outcome::Retry, QStringLiteral("nothing came"), exchanges, c_noon + 1s));
    const auto attempts = outboxlog::ofRow(database(), m_row);
    QVERIFY(attempts && attempts->size() == 1);
    const LoggedAttempt &attempt = attempts->first();
    QCOMPARE(attempt.id, id);
    QCOMPARE(attempt.row, m_row);
    QCOMPARE(attempt.version, 1);
    QCOMPARE(attempt.number, 3);
    QCOMPARE(attempt.begunAt, c_noon);
    QCOMPARE(attempt.endedAt, std::optional(c_noon + 1s));
    QCOMPARE(attempt.outcome, std::optional(Outcome::Retry));
    QCOMPARE(attempt.reason, QStringLiteral("nothing came"));
    QCOMPARE(attempt.exchanges.size(), 2);
    QCOMPARE(attempt.exchanges.first().purpose, QStringLiteral("find contact"));
    QCOMPARE(attempt.exchanges.first().status, std::optional(200));
    QCOMPARE(attempt.exchanges.first().answer, QStringLiteral("{\"id\":1}"));
    QCOMPARE(attempt.exchanges.first().request, exchanges.first().request);
    QCOMPARE(attempt.exchanges.first().latency, 1500us);
    QVERIFY(attempt.exchanges.first().failure.isNull());
    QVERIFY(!attempt.exchanges.last().status);
    QCOMPARE(attempt.exchanges.last().failure, QStringLiteral("nothing came"));
}

void OutboxLogTest::anAttemptThatWasCutShortHasNoEnd()
{
    begin(m_row, 1, c_noon);
    const auto attempts = outboxlog::ofRow(database(), m_row);
    QCOMPARE(attempts->size(), 1);
    QVERIFY(!attempts->first().endedAt);
    QVERIFY(!attempts->first().outcome);
    QVERIFY(outboxlog::recent(database(), m_crm.id, c_noon)->isEmpty());
}

void OutboxLogTest::givesTheLatestFirst()
{
    begin(m_row, 1, c_noon);
    const qint64 latest = begin(m_row, 2, c_noon + 1s);
    QCOMPARE(outboxlog::ofRow(database(), m_row, 1)->size(), 1);
    QCOMPARE(outboxlog::ofRow(database(), m_row, 1)->first().id, latest);
}

void OutboxLogTest::keepsTheLatestOfEachRow()
{
    const qint64 other = addRow(QStringLiteral("2"));
    const qint64 untouched = begin(other, 1, c_noon);
    for (int number = 1; number <= outboxlog::c_kept + 3; ++number) {
        const qint64 id = begin(m_row, number, c_noon);
        QVERIFY(outboxlog::end(database(), id, Outcome::Retry, {}, {exchange(QStringLiteral("x"), 503)}, c_noon));
    }
    const auto kept = outboxlog::ofRow(database(), m_row, 1000);
    QCOMPARE(kept->size(), outboxlog::c_kept);
    QCOMPARE(kept->first().number, outboxlog::c_kept + 3);
    QCOMPARE(kept->last().number, 4);
    QCOMPARE(database().value(QStringLiteral("SELECT count(*) FROM outbox_exchange"))->toInt(), outboxlog::c_kept);
    QCOMPARE(outboxlog::ofRow(database(), other)->first().id, untouched);
}

void OutboxLogTest::anAttemptWhoseRowIsGoneEndsWithoutTrouble()
{
    const qint64 id = begin(m_row, 1, c_noon);
    QVERIFY(database().run(QStringLiteral("DELETE FROM outbox WHERE \"id\" = ?"), {m_row}));
    QVERIFY(outboxlog::end(database(), id, Outcome::Sent, {}, {exchange(QStringLiteral("x"), 200)}, c_noon));
    QCOMPARE(database().value(QStringLiteral("SELECT count(*) FROM outbox_exchange"))->toInt(), 0);
}

void OutboxLogTest::tellsHowTheDestinationDid_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<bool>("works");
    QTest::newRow("sent") << int(Outcome::Sent) << true;
    QTest::newRow("parked") << int(Outcome::Parked) << true;
    QTest::newRow("asks") << int(Outcome::Asks) << true;
    QTest::newRow("paused") << int(Outcome::Paused) << true;
    QTest::newRow("retry") << int(Outcome::Retry) << false;
}

void OutboxLogTest::tellsHowTheDestinationDid()
{
    QFETCH(int, outcome);
    QFETCH(bool, works);
    QVERIFY(outboxlog::end(database(), begin(m_row, 1, c_noon), Outcome(outcome), {}, {}, c_noon + 1s));
    const auto ends = outboxlog::recent(database(), m_crm.id, c_noon);
    QCOMPARE(ends->size(), 1);
    QCOMPARE(ends->first().first, c_noon + 1s);
    QCOMPARE(ends->first().second, works);
}

void OutboxLogTest::tellsOnlyOfTheTimeAskedFor()
{
    const qint64 first = begin(m_row, 1, c_noon);
    const qint64 second = begin(addRow(QStringLiteral("2")), 1, c_noon);
    QVERIFY(outboxlog::end(database(), second, Outcome::Retry, {}, {}, c_noon + 1s));
    QVERIFY(outboxlog::end(database(), first, Outcome::Sent, {}, {}, c_noon + 2s));
    const auto ends = outboxlog::recent(database(), m_crm.id, c_noon + 1s);
    QCOMPARE(ends->size(), 2);
    QVERIFY(!ends->first().second); // in the order in which they ended
    QCOMPARE(outboxlog::recent(database(), m_crm.id, c_noon + 2s)->size(), 1);
    QVERIFY(outboxlog::recent(database(), m_crm.id + 1, c_noon)->isEmpty());
}

QTEST_GUILESS_MAIN(OutboxLogTest)
#include "tst_outboxlog.moc"
