// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/filter.h"
#include "models/store/outbox.h"
#include "tests/models/store/samplestore.h"

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;

} // namespace

class OutboxResendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsWithoutDoing();
    void onlyWhatWasGivenUp();
    void alsoWhatWasSentAsANewVersion();
    void onlyOneDestination();
    void onlyWhatTheFilterLetsPass();
    void spreadsThemOut();
    void anotherMappingMakesANewVersion();
    void theSameMappingSendsTheSameBytes();
    void whatWasRenderedBeforeMappingsIsOfTheFirst();
    void leavesRemovedDestinationsAlone();
    void withdrawsQuestions();

private:
    const Database &database() const { return m_store->database(); }

    qint64 addParked(const QString &outcome = {});

    OutboxRow row(qint64 id) const { return SampleStore::valueOf(outbox::one(database(), id)); }

    void changeMapping();

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
    int m_count = 0;
};

void OutboxResendTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
}

/** A row that was rendered by mapping 1 and refused. */
qint64 OutboxResendTest::addParked(const QString &outcome)
{
    const qint64 conversation = m_store->addConversation(QString::number(++m_count), outcome);
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, c_noon));
    const qint64 id = SampleStore::valueOf(outbox::ofConversation(database(), conversation)).first().id;
    SampleStore::valueOf(outbox::storeRendered(database(), id, {1, "{}", QStringLiteral("key"), 1}, c_noon));
    SampleStore::valueOf(outbox::storeParked(database(), {id, 1, 422, {}, QStringLiteral("no"), c_noon}));
    return id;
}

void OutboxResendTest::changeMapping()
{
    m_crm.mapping = QStringLiteral(".");
    SampleStore::valueOf(destinations::change(database(), m_crm));
}

void OutboxResendTest::countsWithoutDoing()
{
    const qint64 parked = addParked();
    addParked();
    QCOMPARE(outbox::countResend(database(), {}).value(), 2);
    QCOMPARE(row(parked).state, OutboxState::Parked);
}

void OutboxResendTest::onlyWhatWasGivenUp()
{
    const qint64 parked = addParked();
    const qint64 sent = addParked();
    const qint64 discarded = addParked();
    QVERIFY(outbox::storeSent(database(), {sent, 1, 200, {}, {}, c_noon}));
    QVERIFY(outbox::discard(database(), {discarded}, c_noon));
    QCOMPARE(outbox::resend(database(), {}, 0us, c_noon + 1h).value(), 1);
    QCOMPARE(row(parked).state, OutboxState::Waiting);
    QCOMPARE(row(parked).nextAt, c_noon + 1h);
    QVERIFY(row(parked).reason.isNull());
    QCOMPARE(row(sent).state, OutboxState::Sent);
    QCOMPARE(row(discarded).state, OutboxState::Discarded);
}

void OutboxResendTest::alsoWhatWasSentAsANewVersion()
{
    const qint64 sent = addParked();
    QVERIFY(outbox::storeSent(database(), {sent, 1, 200, {}, {}, c_noon}));
    ResendQuery query;
    query.alsoSent = true;
    QCOMPARE(outbox::countResend(database(), query).value(), 1);
    QCOMPARE(outbox::resend(database(), query, 0us, c_noon).value(), 1);
    QCOMPARE(row(sent).wanted, 2);
    QCOMPARE(row(sent).sent, 1);
    QCOMPARE(row(sent).state, OutboxState::Waiting);
}

void OutboxResendTest::onlyOneDestination()
{
    addParked();
    const Destination other = m_store->addDestination(QStringLiteral("Other"));
    QCOMPARE(outbox::resend(database(), {other.id, {}, false}, 0us, c_noon).value(), 0);
    QCOMPARE(outbox::resend(database(), {m_crm.id, {}, false}, 0us, c_noon).value(), 1);
}

void OutboxResendTest::onlyWhatTheFilterLetsPass()
{
    const qint64 booked = addParked(QStringLiteral("booked"));
    const qint64 spam = addParked(QStringLiteral("spam"));
    const auto filter = Filter::parse(QStringLiteral("outcome:booked source:\"Web chat\""), conversationSchema());
    QVERIFY(filter);
    const ResendQuery query{m_crm.id, filter->toSql({QTimeZone::utc(), c_noon}), false};
    QCOMPARE(outbox::countResend(database(), query).value(), 1);
    QCOMPARE(outbox::resend(database(), query, 0us, c_noon).value(), 1);
    QCOMPARE(row(booked).state, OutboxState::Waiting);
    QCOMPARE(row(spam).state, OutboxState::Parked);
    const auto blank = Filter::parse(QStringLiteral(" "), conversationSchema());
    QCOMPARE(outbox::countResend(database(), {{}, blank->toSql({QTimeZone::utc(), c_noon}), false}).value(), 1);
}

void OutboxResendTest::spreadsThemOut()
{
    const QList<qint64> rows{addParked(), addParked(), addParked()};
    QVERIFY(outbox::resend(database(), {}, 20s, c_noon));
    QCOMPARE(row(rows.at(0)).nextAt, c_noon);
    QCOMPARE(row(rows.at(1)).nextAt, c_noon + 20s);
    QCOMPARE(row(rows.at(2)).nextAt, c_noon + 40s);
    QCOMPARE(outbox::due(database(), m_crm.id, c_noon + 20s, 10, {})->size(), 2);
}

void OutboxResendTest::anotherMappingMakesANewVersion()
{
    const qint64 parked = addParked();
    changeMapping();
    QVERIFY(outbox::resend(database(), {}, 0us, c_noon));
    const DueRow due = outbox::due(database(), m_crm.id, c_noon, 1, {})->first();
    QCOMPARE(due.id, parked);
    QCOMPARE(due.wanted, 2);
    QCOMPARE(due.bodyVersion, 1); // so it is rendered anew
}

void OutboxResendTest::theSameMappingSendsTheSameBytes()
{
    addParked();
    QVERIFY(outbox::resend(database(), {}, 0us, c_noon));
    const DueRow due = outbox::due(database(), m_crm.id, c_noon, 1, {})->first();
    QCOMPARE(due.wanted, 1);
    QCOMPARE(due.bodyVersion, 1);
    QCOMPARE(due.attemptKey, QStringLiteral("key"));
}

void OutboxResendTest::whatWasRenderedBeforeMappingsIsOfTheFirst()
{
    const qint64 parked = addParked();
    QVERIFY(database().run(QStringLiteral("UPDATE outbox SET \"body_mapping\" = NULL")));
    QVERIFY(outbox::resend(database(), {}, 0us, c_noon));
    QCOMPARE(row(parked).wanted, 1);
    QVERIFY(outbox::storeParked(database(), {parked, 1, 422, {}, {}, c_noon}));
    changeMapping();
    QVERIFY(outbox::resend(database(), {}, 0us, c_noon));
    QCOMPARE(row(parked).wanted, 2);
}

void OutboxResendTest::leavesRemovedDestinationsAlone()
{
    const qint64 sent = addParked();
    QVERIFY(outbox::storeSent(database(), {sent, 1, 200, {}, {}, c_noon}));
    QVERIFY(destinations::remove(database(), m_crm.id, c_noon));
    ResendQuery query;
    query.alsoSent = true;
    QCOMPARE(outbox::countResend(database(), query).value(), 0);
}

void OutboxResendTest::withdrawsQuestions()
{
    const qint64 asking = addParked();
    QVERIFY(outbox::retry(database(), {asking}, c_noon));
    QVERIFY(outbox::storeQuestion(database(), {asking, 1, {}, {}, {}, c_noon}, OutboxQuestion::PerhapsWritten));
    QCOMPARE(outbox::resend(database(), {}, 0us, c_noon).value(), 1);
    QVERIFY(!row(asking).question);
}

QTEST_GUILESS_MAIN(OutboxResendTest)
#include "tst_outboxresend.moc"
