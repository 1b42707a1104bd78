// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outbox.h"

#include "models/filter/filter.h"
#include "tests/models/store/samplestore.h"

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;
const SqlCondition c_every{QStringLiteral("1"), {}};

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPersonsWishIsDueAtOnce();
    void anUnknownConversationIsRefusedWhole();
    void askingAgainRaisesTheVersion();
    void aChangeIsMatchedWithTheRule();
    void aChangeRespectsTheWait();
    void aPersonsWishDoesNot();
    void aChangeWakesWhatWasGivenUp_data();
    void aChangeWakesWhatWasGivenUp();
    void givesDueRowsByTheirTime();
    void leavesOutWhatIsBeingSent();
    void knowsWhenTheNextIsDue();
    void countsAttemptsAndKeepsTheirBytes();
    void isDueAgainWhenAnAttemptWasCutShort();
    void sentIsSent();
    void aVersionWantedMeanwhileIsSentAfterwards();
    void aVersionWantedMeanwhileIsNotParkedWithTheOld();
    void discardedWhileSendingStaysDiscarded();
    void whatArrivedThoughDiscardedIsSent();
    void aNewerVersionThatWasDiscardedStaysSo();
    void retriesWithTheSameBytes();
    void leavesSentRowsAlone();
    void retriesAllParkedOfOneDestination();
    void refusesUnknownRows();
    void listsByDestinationAndState();
    void listsInPages();
    void listsOneConversation();
    void readsTheWordsOfItsStates();

private:
    const Database &database() const { return m_store->database(); }

    QList<qint64> addConversations(int count) const;
    DueRow onlyDue(Timestamp now) const;
    OutboxRow onlyRow() const;
    qint64 enqueueOne() const;

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
};

void OutboxTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
}

QList<qint64> OutboxTest::addConversations(int count) const
{
    QList<qint64> ids;
    for (int i = 0; i < count; ++i)
        ids.append(m_store->addConversation(QString::number(i)));
    return ids;
}

DueRow OutboxTest::onlyDue(Timestamp now) const
{
    const auto rows = SampleStore::valueOf(outbox::due(database(), m_crm.id, now, 10, {}));
    if (rows.size() != 1)
        throw std::runtime_error("not one due row");
    return rows.first();
}

OutboxRow OutboxTest::onlyRow() const
{
    const auto rows = SampleStore::valueOf(outbox::list(database(), {}));
    if (rows.size() != 1)
        throw std::runtime_error("not one row");
    return rows.first();
}

/** The id of the conversation. */
qint64 OutboxTest::enqueueOne() const
{
    const QList<qint64> one = addConversations(1);
    SampleStore::valueOf(outbox::enqueue(database(), one, m_crm.id, c_noon));
    return one.first();
}

void OutboxTest::aPersonsWishIsDueAtOnce()
{
    const auto ids = addConversations(3);
    QCOMPARE(outbox::enqueue(database(), ids, m_crm.id, c_noon).value(), 3);
    const auto due = outbox::due(database(), m_crm.id, c_noon, 10, {});
    QCOMPARE(due->size(), 3);
    QCOMPARE(due->first().conversation, ids.first());
    QCOMPARE(due->first().wanted, 1);
    QCOMPARE(due->first().bodyVersion, 0);
    QVERIFY(outbox::due(database(), m_crm.id, c_noon - 1us, 10, {})->isEmpty());
}

void OutboxTest::anUnknownConversationIsRefusedWhole()
{
    const auto refused = outbox::enqueue(database(), addConversations(1) + QList<qint64>{999}, m_crm.id, c_noon);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QVERIFY(refused.error().detail.contains(QLatin1StringView("999")));
    QVERIFY(outbox::list(database(), {})->isEmpty());
}

void OutboxTest::askingAgainRaisesTheVersion()
{
    const qint64 conversation = enqueueOne();
    QVERIFY(outbox::enqueue(database(), {conversation}, m_crm.id, c_noon));
    QCOMPARE(onlyRow().wanted, 2);
}

void OutboxTest::aChangeIsMatchedWithTheRule()
{
    const qint64 booked = m_store->addConversation(QStringLiteral("a"), QStringLiteral("booked"));
    const qint64 spam = m_store->addConversation(QStringLiteral("b"), QStringLiteral("spam"));
    m_store->addConversation(QStringLiteral("unchanged"), QStringLiteral("booked"));
    const auto filter = Filter::parse(QStringLiteral("outcome:booked"), conversationSchema());
    QVERIFY(filter);
    const SqlCondition rule = filter->toSql({QTimeZone::utc(), c_noon});
    QVERIFY(outbox::enqueueChanged(database(), {booked, spam}, rule, m_crm.id, c_noon));
    QCOMPARE(onlyRow().conversation, booked);
    QVERIFY(outbox::enqueueChanged(database(), {spam}, rule, m_crm.id, c_noon));
    QCOMPARE(onlyRow().wanted, 1);
}

void OutboxTest::aChangeRespectsTheWait()
{
    const qint64 conversation = enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QVERIFY(outbox::beginAttempt(database(), row, c_noon));
    QVERIFY(outbox::storeRetry(database(), {row.id, 1, 429, {}, {}, c_noon}, c_noon + 1h));
    QVERIFY(outbox::enqueueChanged(database(), {conversation}, c_every, m_crm.id, c_noon + 1min));
    QCOMPARE(onlyRow().nextAt, c_noon + 1h);
    QCOMPARE(onlyRow().wanted, 2);
    QCOMPARE(onlyRow().attempts, 0);
    QVERIFY(!onlyRow().firstAttemptAt);
}

void OutboxTest::aPersonsWishDoesNot()
{
    const qint64 conversation = enqueueOne();
    QVERIFY(outbox::storeRetry(database(), {onlyDue(c_noon).id, 1, 429, {}, {}, c_noon}, c_noon + 1h));
    QVERIFY(outbox::enqueue(database(), {conversation}, m_crm.id, c_noon + 1min));
    QCOMPARE(onlyRow().nextAt, c_noon + 1min);
}

void OutboxTest::aChangeWakesWhatWasGivenUp_data()
{
    QTest::addColumn<QString>("state");
    QTest::newRow("sent") << "sent";
    QTest::newRow("parked") << "parked";
    QTest::newRow("discarded") << "discarded";
}

void OutboxTest::aChangeWakesWhatWasGivenUp()
{
    QFETCH(QString, state);
    const qint64 conversation = enqueueOne();
    QVERIFY(database().run(QStringLiteral("UPDATE outbox SET \"state\" = ?, \"attempts\" = 12, \"next_at\" = ?"),
                           {state, toMicroseconds(c_noon + 5h)}));
    QVERIFY(outbox::enqueueChanged(database(), {conversation}, c_every, m_crm.id, c_noon));
    const DueRow row = onlyDue(c_noon);
    QCOMPARE(row.wanted, 2);
    QCOMPARE(row.attempts, 0);
}

void OutboxTest::givesDueRowsByTheirTime()
{
    const auto ids = addConversations(3);
    QVERIFY(outbox::enqueue(database(), {ids[2]}, m_crm.id, c_noon));
    QVERIFY(outbox::enqueue(database(), {ids[0]}, m_crm.id, c_noon + 1s));
    QVERIFY(outbox::enqueue(database(), {ids[1]}, m_crm.id, c_noon + 2s));
    const auto due = outbox::due(database(), m_crm.id, c_noon + 2s, 2, {});
    QCOMPARE(due->size(), 2);
    QCOMPARE(due->at(0).conversation, ids[2]);
    QCOMPARE(due->at(1).conversation, ids[0]);
}

void OutboxTest::leavesOutWhatIsBeingSent()
{
    QVERIFY(outbox::enqueue(database(), addConversations(2), m_crm.id, c_noon));
    const auto all = outbox::due(database(), m_crm.id, c_noon, 10, {});
    const auto others = outbox::due(database(), m_crm.id, c_noon, 10, {all->first().id});
    QCOMPARE(others->size(), 1);
    QCOMPARE(others->first().id, all->last().id);
}

void OutboxTest::knowsWhenTheNextIsDue()
{
    QVERIFY(!outbox::nextDue(database(), c_noon).value());
    const auto ids = addConversations(2);
    const Destination paused = m_store->addDestination(QStringLiteral("Paused"));
    QVERIFY(outbox::enqueue(database(), {ids[0]}, m_crm.id, c_noon + 2h));
    QVERIFY(outbox::enqueue(database(), {ids[1]}, m_crm.id, c_noon + 3h));
    QVERIFY(outbox::enqueue(database(), {ids[0]}, paused.id, c_noon + 1h));
    QVERIFY(destinations::pause(database(), paused.id, QString()));
    QCOMPARE(outbox::nextDue(database(), c_noon).value(), std::optional(c_noon + 2h));
    QCOMPARE(outbox::nextDue(database(), c_noon + 2h).value(), std::optional(c_noon + 3h));
    QVERIFY(destinations::remove(database(), m_crm.id, c_noon));
    QVERIFY(!outbox::nextDue(database(), c_noon).value());
}

void OutboxTest::countsAttemptsAndKeepsTheirBytes()
{
    enqueueOne();
    const DueRow row = onlyDue(c_noon);
    const outbox::RenderedBody rendered{row.wanted, QByteArray("{\"text\":\"\0\xc3\xab\"}", 14), QStringLiteral("key"),
                                        1};
    QVERIFY(outbox::beginAttempt(database(), row, c_noon));
    QVERIFY(outbox::storeRendered(database(), row.id, rendered, c_noon));
    const DueRow again = onlyDue(c_noon);
    QVERIFY(outbox::beginAttempt(database(), again, c_noon + 1min));

    const DueRow kept = onlyDue(c_noon);
    QCOMPARE(kept.attempts, 2);
    QCOMPARE(kept.firstAttemptAt, std::optional(c_noon));
    QCOMPARE(kept.body, rendered.body);
    QCOMPARE(kept.bodyVersion, 1);
    QCOMPARE(kept.attemptKey, rendered.attemptKey);
}

void OutboxTest::isDueAgainWhenAnAttemptWasCutShort()
{
    enqueueOne();
    QVERIFY(outbox::beginAttempt(database(), onlyDue(c_noon), c_noon));
    QCOMPARE(onlyDue(c_noon).attempts, 1);
}

void OutboxTest::sentIsSent()
{
    enqueueOne();
    QVERIFY(outbox::storeSent(database(), {onlyDue(c_noon).id, 1, 201, QStringLiteral("{}"), {}, c_noon + 1s}));
    const OutboxRow row = onlyRow();
    QCOMPARE(row.state, OutboxState::Sent);
    QCOMPARE(row.sent, 1);
    QCOMPARE(row.lastStatus, std::optional(201));
    QCOMPARE(row.lastAnswer, QStringLiteral("{}"));
    QCOMPARE(row.updatedAt, c_noon + 1s);
    QVERIFY(outbox::due(database(), m_crm.id, c_noon + 1s, 10, {})->isEmpty());
    QVERIFY(database().value(QStringLiteral("SELECT \"body\" FROM outbox"))->isNull());
}

void OutboxTest::aVersionWantedMeanwhileIsSentAfterwards()
{
    const qint64 conversation = enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QVERIFY(outbox::enqueueChanged(database(), {conversation}, c_every, m_crm.id, c_noon));
    QVERIFY(outbox::storeSent(database(), {row.id, 1, 200, {}, {}, c_noon}));
    QCOMPARE(onlyRow().sent, 1);
    QCOMPARE(onlyDue(c_noon).wanted, 2);
}

void OutboxTest::aVersionWantedMeanwhileIsNotParkedWithTheOld()
{
    const qint64 conversation = enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QVERIFY(outbox::enqueueChanged(database(), {conversation}, c_every, m_crm.id, c_noon));
    QVERIFY(outbox::storeParked(database(), {row.id, 1, 422, {}, QStringLiteral("answered 422"), c_noon}));
    QCOMPARE(onlyDue(c_noon).wanted, 2);
    QVERIFY(outbox::storeParked(database(), {row.id, 2, 422, {}, QStringLiteral("answered 422"), c_noon}));
    QCOMPARE(onlyRow().state, OutboxState::Parked);
    QCOMPARE(onlyRow().reason, QStringLiteral("answered 422"));
}

void OutboxTest::discardedWhileSendingStaysDiscarded()
{
    enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QCOMPARE(outbox::discard(database(), {row.id}, c_noon).value(), 1);
    QVERIFY(outbox::storeRetry(database(), {row.id, 1, 503, {}, {}, c_noon}, c_noon));
    QCOMPARE(onlyRow().state, OutboxState::Discarded);
    QVERIFY(outbox::storeParked(database(), {row.id, 1, 422, {}, {}, c_noon}));
    QCOMPARE(onlyRow().state, OutboxState::Discarded);
}

void OutboxTest::whatArrivedThoughDiscardedIsSent()
{
    enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QVERIFY(outbox::discard(database(), {row.id}, c_noon));
    QVERIFY(outbox::storeSent(database(), {row.id, 1, 200, {}, {}, c_noon}));
    QCOMPARE(onlyRow().state, OutboxState::Sent);
}

void OutboxTest::aNewerVersionThatWasDiscardedStaysSo()
{
    const qint64 conversation = enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QVERIFY(outbox::enqueueChanged(database(), {conversation}, c_every, m_crm.id, c_noon));
    QVERIFY(outbox::discard(database(), {row.id}, c_noon));
    QVERIFY(outbox::storeSent(database(), {row.id, 1, 200, {}, {}, c_noon}));
    QCOMPARE(onlyRow().state, OutboxState::Discarded);
    QCOMPARE(onlyRow().sent, 1);
}

void OutboxTest::retriesWithTheSameBytes()
{
    enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QVERIFY(outbox::storeRendered(database(), row.id, {1, "{}", QStringLiteral("key"), 1}, c_noon));
    QVERIFY(outbox::beginAttempt(database(), row, c_noon));
    QVERIFY(outbox::storeParked(database(), {row.id, 1, 422, {}, {}, c_noon}));
    QCOMPARE(outbox::retry(database(), {row.id}, c_noon + 1h).value(), 1);
    const DueRow again = onlyDue(c_noon + 1h);
    QCOMPARE(again.attempts, 0);
    QCOMPARE(again.body, QByteArray("{}"));
    QCOMPARE(again.attemptKey, QStringLiteral("key"));
    QCOMPARE(again.bodyVersion, again.wanted);
}

void OutboxTest::leavesSentRowsAlone()
{
    enqueueOne();
    const DueRow row = onlyDue(c_noon);
    QVERIFY(outbox::storeSent(database(), {row.id, 1, 200, {}, {}, c_noon}));
    QCOMPARE(outbox::retry(database(), {row.id}, c_noon).value(), 0);
    QCOMPARE(outbox::discard(database(), {row.id}, c_noon).value(), 0);
    QCOMPARE(onlyRow().state, OutboxState::Sent);
}

void OutboxTest::retriesAllParkedOfOneDestination()
{
    const Destination other = m_store->addDestination(QStringLiteral("Other"));
    const auto ids = addConversations(2);
    QVERIFY(outbox::enqueue(database(), ids, m_crm.id, c_noon));
    QVERIFY(outbox::enqueue(database(), ids, other.id, c_noon));
    const auto rows = outbox::list(database(), {});
    for (const OutboxRow &row : *rows)
        QVERIFY(outbox::storeParked(database(), {row.id, 1, 422, {}, {}, c_noon}));
    QCOMPARE(outbox::retryParked(database(), m_crm.id, c_noon).value(), 2);
    QCOMPARE(outbox::counts(database(), m_crm.id)->value(OutboxState::Waiting), 2);
    QCOMPARE(outbox::counts(database(), other.id)->value(OutboxState::Parked), 2);
}

void OutboxTest::refusesUnknownRows()
{
    enqueueOne();
    const qint64 known = onlyRow().id;
    const auto retried = outbox::retry(database(), {known, 77}, c_noon);
    QVERIFY(!retried);
    QCOMPARE(retried.error().code, ErrorCode::NotFound);
    const auto discarded = outbox::discard(database(), {77}, c_noon);
    QVERIFY(!discarded);
    QCOMPARE(discarded.error().code, ErrorCode::NotFound);
}

void OutboxTest::listsByDestinationAndState()
{
    const Destination other = m_store->addDestination(QStringLiteral("Other"));
    const auto ids = addConversations(2);
    QVERIFY(outbox::enqueue(database(), ids, m_crm.id, c_noon));
    QVERIFY(outbox::enqueue(database(), {ids[0]}, other.id, c_noon));
    const qint64 row = outbox::list(database(), {other.id, {}, 0, 1})->first().id;
    QVERIFY(outbox::storeParked(database(), {row, 1, {}, {}, {}, c_noon}));
    QCOMPARE(outbox::list(database(), {})->size(), 3);
    const auto parked = outbox::list(database(), {{}, OutboxState::Parked, 0, 10});
    QCOMPARE(parked->size(), 1);
    QCOMPARE(parked->first().destinationName, other.name);
    QVERIFY(!parked->first().lastStatus);
    QVERIFY(outbox::list(database(), {m_crm.id, OutboxState::Parked, 0, 10})->isEmpty());
    const auto counted = outbox::counts(database());
    QCOMPARE(counted->value(OutboxState::Waiting), 2);
    QCOMPARE(counted->value(OutboxState::Parked), 1);
}

void OutboxTest::listsInPages()
{
    QVERIFY(outbox::enqueue(database(), addConversations(5), m_crm.id, c_noon));
    OutboxQuery query;
    query.most = 2;
    QList<qsizetype> sizes;
    QSet<qint64> seen;
    for (auto page = outbox::list(database(), query); !page->isEmpty(); page = outbox::list(database(), query)) {
        sizes.append(page->size());
        for (const OutboxRow &row : *page)
            seen.insert(row.id);
        query.after = page->last().id;
    }
    QCOMPARE(sizes, QList<qsizetype>({2, 2, 1}));
    QCOMPARE(seen.size(), 5);
}

void OutboxTest::listsOneConversation()
{
    const QList<qint64> ids = addConversations(2);
    const Destination archive = m_store->addDestination(QStringLiteral("archive"));
    QVERIFY(outbox::enqueue(database(), ids, m_crm.id, c_noon));
    QVERIFY(outbox::enqueue(database(), {ids[1]}, archive.id, c_noon));
    const auto rows = SampleStore::valueOf(outbox::ofConversation(database(), ids[1]));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].destinationName, QStringLiteral("archive"));
    QCOMPARE(rows[1].destinationName, QStringLiteral("CRM"));
    QCOMPARE(rows[1].conversation, ids[1]);
    QCOMPARE(rows[1].wanted, 1);
    QVERIFY(SampleStore::valueOf(outbox::ofConversation(database(), 999)).isEmpty());
}

void OutboxTest::readsTheWordsOfItsStates()
{
    for (const OutboxState state :
         {OutboxState::Waiting, OutboxState::Sent, OutboxState::Parked, OutboxState::Discarded})
        QCOMPARE(outboxStateFromText(outboxStateText(state)), std::optional(state));
    QVERIFY(!outboxStateFromText(u"Sent"));
    QVERIFY(!outboxStateFromText(u""));
}

QTEST_GUILESS_MAIN(OutboxTest)

#include "tst_outbox.moc"
