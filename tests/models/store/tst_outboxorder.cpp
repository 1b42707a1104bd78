// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The order in which records of one contact go to a destination.

#include "models/store/outbox.h"
#include "tests/models/store/samplestore.h"

#include <QElapsedTimer>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;
const SqlCondition c_every{QStringLiteral("1"), {}};
const QString c_alice = QStringLiteral("+33612345678");
const QString c_bob = QStringLiteral("+4930123456");

} // namespace

class OutboxOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void knowsAContactByPhoneElseByMail_data();
    void knowsAContactByPhoneElseByMail();
    void aChangeTellsWhoItIsNow();
    void onlyTheFirstOfAContactIsDue();
    void theNextOneFollows();
    void aRowThatWaitsForItsNextAttemptHoldsLaterOnesBack();
    void nothingOfAContactIsDueWhileOneIsBeingSent();
    void whatWasGivenUpHoldsNobodyBack();
    void destinationsDoNotWaitForEachOther();
    void withoutAContactRowsGoByThemselves();
    void isQuickWithManyRows_data();
    void isQuickWithManyRows();

private:
    const Database &database() const { return m_store->database(); }

    qint64 addConversation(const QString &phone, const QString &email = {});
    qint64 enqueue(qint64 conversation, Timestamp at) const;
    QList<qint64> due(Timestamp now, const QList<qint64> &sending = {}) const;
    QString contactKey() const;
    void fill(int rows, int contacts) const;

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
    int m_count = 0;
};

void OutboxOrderTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
}

qint64 OutboxOrderTest::addConversation(const QString &phone, const QString &email)
{
    const qint64 id = m_store->addConversation(QString::number(++m_count));
    SampleStore::valueOf(database().run(
        QStringLiteral("UPDATE conversation SET \"contact_phone\" = ?, \"contact_email\" = ? WHERE \"id\" = ?"),
        {phone, email, id}));
    return id;
}

/** The row's id. */
qint64 OutboxOrderTest::enqueue(qint64 conversation, Timestamp at) const
{
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, at));
    return SampleStore::valueOf(outbox::ofConversation(database(), conversation)).first().id;
}

QList<qint64> OutboxOrderTest::due(Timestamp now, const QList<qint64> &sending) const
{
    QList<qint64> ids;
    for (const DueRow &row : SampleStore::valueOf(outbox::due(database(), m_crm.id, now, 10, sending)))
        ids.append(row.id);
    return ids;
}

QString OutboxOrderTest::contactKey() const
{
    return SampleStore::valueOf(outbox::due(database(), m_crm.id, c_noon, 1, {})).first().contactKey;
}

void OutboxOrderTest::knowsAContactByPhoneElseByMail_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("key");
    const QString mail = QStringLiteral("a@x.example");
    QTest::newRow("both") << c_alice << mail << c_alice;
    QTest::newRow("mail only") << QString() << mail << mail;
    QTest::newRow("mail in capitals") << QString() << " A@X.example " << mail;
    QTest::newRow("no country") << "0612345678" << mail << mail;
    QTest::newRow("blanks in the number") << "+33 6 12 34 56 78" << mail << mail;
    QTest::newRow("no digit can follow") << "+0612345678" << mail << mail;
    QTest::newRow("too long") << "+1234567890123456" << mail << mail;
    QTest::newRow("too short") << "+123456" << mail << mail;
    QTest::newRow("a word") << "+anonymous" << QString() << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("an empty mail") << QString() << " " << QString();
}

void OutboxOrderTest::knowsAContactByPhoneElseByMail()
{
    QFETCH(QString, phone);
    QFETCH(QString, email);
    QFETCH(QString, key);
    enqueue(addConversation(phone, email), c_noon);
    QCOMPARE(contactKey(), key);
    QCOMPARE(contactKey().isNull(), key.isNull());
}

void OutboxOrderTest::aChangeTellsWhoItIsNow()
{
    const qint64 conversation = addConversation({});
    enqueue(conversation, c_noon);
    QVERIFY(contactKey().isNull());
    QVERIFY(database().run(QStringLiteral("UPDATE conversation SET \"contact_phone\" = ?"), {c_alice}));
    QVERIFY(outbox::enqueueChanged(database(), {conversation}, c_every, m_crm.id, c_noon));
    QCOMPARE(contactKey(), c_alice);
}

void OutboxOrderTest::onlyTheFirstOfAContactIsDue()
{
    const qint64 first = enqueue(addConversation(c_alice), c_noon);
    enqueue(addConversation(c_alice), c_noon);
    const qint64 bobs = enqueue(addConversation(c_bob), c_noon);
    QCOMPARE(due(c_noon), QList<qint64>({first, bobs}));
}

void OutboxOrderTest::theNextOneFollows()
{
    const qint64 first = enqueue(addConversation(c_alice), c_noon);
    const qint64 second = enqueue(addConversation(c_alice), c_noon);
    QVERIFY(outbox::storeSent(database(), {first, 1, 200, {}, {}, c_noon}));
    QCOMPARE(due(c_noon), QList<qint64>{second});
}

void OutboxOrderTest::aRowThatWaitsForItsNextAttemptHoldsLaterOnesBack()
{
    const qint64 first = enqueue(addConversation(c_alice), c_noon);
    const qint64 second = enqueue(addConversation(c_alice), c_noon);
    QVERIFY(outbox::storeRetry(database(), {first, 1, 503, {}, {}, c_noon}, c_noon + 1h));
    QCOMPARE(due(c_noon + 1min), QList<qint64>());
    QCOMPARE(outbox::nextDue(database(), c_noon + 1min).value(), std::optional(c_noon + 1h));
    QCOMPARE(due(c_noon + 1h), QList<qint64>{first});
    QVERIFY(outbox::storeSent(database(), {first, 1, 200, {}, {}, c_noon + 1h}));
    QCOMPARE(due(c_noon + 1h), QList<qint64>{second});
}

void OutboxOrderTest::nothingOfAContactIsDueWhileOneIsBeingSent()
{
    const qint64 conversation = addConversation(c_alice);
    const qint64 first = enqueue(conversation, c_noon);
    const qint64 second = enqueue(addConversation(c_alice), c_noon);
    QVERIFY(outbox::storeSent(database(), {first, 1, 200, {}, {}, c_noon}));
    enqueue(conversation, c_noon); // an earlier row, wanted again while the later one is under way
    QCOMPARE(due(c_noon, {second}), QList<qint64>());
    QCOMPARE(due(c_noon), QList<qint64>{first});
}

void OutboxOrderTest::whatWasGivenUpHoldsNobodyBack()
{
    const qint64 first = enqueue(addConversation(c_alice), c_noon);
    const qint64 second = enqueue(addConversation(c_alice), c_noon);
    const qint64 third = enqueue(addConversation(c_alice), c_noon);
    QVERIFY(outbox::storeParked(database(), {first, 1, 422, {}, {}, c_noon}));
    QVERIFY(outbox::discard(database(), {second}, c_noon));
    QCOMPARE(due(c_noon), QList<qint64>{third});
}

void OutboxOrderTest::destinationsDoNotWaitForEachOther()
{
    const Destination other = m_store->addDestination(QStringLiteral("Other"));
    const qint64 conversation = addConversation(c_alice);
    const qint64 here = enqueue(conversation, c_noon);
    QVERIFY(outbox::enqueue(database(), {addConversation(c_alice)}, other.id, c_noon));
    QCOMPARE(outbox::due(database(), other.id, c_noon, 10, {here})->size(), 1);
}

void OutboxOrderTest::withoutAContactRowsGoByThemselves()
{
    enqueue(addConversation({}), c_noon);
    enqueue(addConversation({}), c_noon);
    QCOMPARE(due(c_noon).size(), 2);
}

/** Rows in one statement, without what is not looked at here. */
void OutboxOrderTest::fill(int rows, int contacts) const
{
    SampleStore::valueOf(
        database().run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                                      "INSERT INTO identity (\"source_id\", \"scope\", \"platform_id\") "
                                      "SELECT 1, 'many', i FROM n")
                           .arg(rows)));
    SampleStore::valueOf(database().run(
        QStringLiteral("INSERT INTO outbox (\"destination\", \"record_kind\", \"conversation\", \"state\", "
                       "\"wanted\", \"sent\", \"attempts\", \"next_at\", \"created_at\", \"updated_at\", "
                       "\"contact_key\") SELECT ?, 'conversation', \"id\", 'waiting', 1, 0, 0, ? + \"id\", 0, 0, "
                       "CASE WHEN ? > 0 THEN '+49' || (\"id\" % ?) END FROM identity WHERE \"scope\" = 'many'"),
        {m_crm.id, toMicroseconds(c_noon), contacts, contacts}));
}

void OutboxOrderTest::isQuickWithManyRows_data()
{
    QTest::addColumn<int>("contacts");
    QTest::newRow("everybody once") << 100'000;
    QTest::newRow("a hundred contacts") << 100;
    QTest::newRow("one contact") << 1;
    QTest::newRow("nobody") << 0;
}

void OutboxOrderTest::isQuickWithManyRows()
{
    QFETCH(int, contacts);
    fill(100'000, contacts);
    const Timestamp later = c_noon + 1h;
    QElapsedTimer timer;
    timer.start();
    const auto rows = outbox::due(database(), m_crm.id, later, 4, {});
    QCOMPARE(rows->size(), contacts == 1 ? 1 : 4);
    QVERIFY(outbox::due(database(), m_crm.id, later, 4, {rows->first().id}));
    QVERIFY(outbox::nextDue(database(), c_noon));
    qInfo("%lld us", timer.nsecsElapsed() / 1000);
    QVERIFY2(timer.elapsed() < 2000, "a look for due rows must not read the whole outbox again and again");
}

QTEST_GUILESS_MAIN(OutboxOrderTest)
#include "tst_outboxorder.moc"
