// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outbox.h"
#include "tests/models/store/samplestore.h"

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;
const QString c_phone = QStringLiteral("+33612345678");

} // namespace

class DestinationChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatItIsToldBeyondTheAddress();
    void setsAllThatAPersonSets();
    void leavesAloneWhatAPersonDoesNotSet();
    void knowsWhenRecordsAreRenderedOtherwise_data();
    void knowsWhenRecordsAreRenderedOtherwise();
    void keepsItsOwnNameButTakesNoOther();
    void refusesWhatAddRefuses();
    void anUnknownOneIsNotFound();
    void anotherKindKnowsNoneOfItsIds();
    void holdsUntilThen();
    void whatIsHeldIsDueWhenItIsLetGo();
    void remembersItsBreaker();
    void resumingLetsGoAndCloses();
    void removingForgetsItsContacts();

private:
    const Database &database() const { return m_store->database(); }

    Destination kept() const { return SampleStore::valueOf(destinations::all(database())).first(); }

    qint64 addRow() const;

    std::unique_ptr<SampleStore> m_store;
    Destination m_crm;
};

void DestinationChangeTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
}

qint64 DestinationChangeTest::addRow() const
{
    SampleStore::valueOf(
        outbox::enqueue(database(), {m_store->addConversation(QStringLiteral("1"))}, m_crm.id, c_noon));
    return SampleStore::valueOf(outbox::list(database(), {})).first().id;
}

void DestinationChangeTest::keepsWhatItIsToldBeyondTheAddress()
{
    Destination other;
    other.name = QStringLiteral("Other");
    other.kind = QStringLiteral("tryton");
    other.url = QStringLiteral("https://tryton.example");
    other.options = {{QStringLiteral("database"), QStringLiteral("crm")},
                     {QStringLiteral("user"), QStringLiteral("a")}};
    other.mapping = QStringLiteral("{record: .}");
    QVERIFY(destinations::add(database(), other));
    const auto read = destinations::byName(database(), other.name);
    QCOMPARE(read->kind, other.kind);
    QCOMPARE(read->options, other.options);
    QCOMPARE(read->mapping, other.mapping);
    QCOMPARE(read->mappingVersion, 1);
    QCOMPARE(read->breaker, BreakerState::Closed);
    QVERIFY(!read->holdUntil);
    QVERIFY(kept().mapping.isNull());
}

void DestinationChangeTest::setsAllThatAPersonSets()
{
    m_crm.name = QStringLiteral("Desk");
    m_crm.url = QStringLiteral("https://other.example/in");
    m_crm.method = QStringLiteral("PUT");
    m_crm.rule = QStringLiteral("outcome:booked");
    m_crm.mapping = QStringLiteral(".");
    m_crm.options = {{QStringLiteral("success"), QStringLiteral("201")}};
    QVERIFY(destinations::change(database(), m_crm));
    const Destination changed = kept();
    QCOMPARE(changed.name, m_crm.name);
    QCOMPARE(changed.url, m_crm.url);
    QCOMPARE(changed.method, m_crm.method);
    QCOMPARE(changed.rule, m_crm.rule);
    QCOMPARE(changed.mapping, m_crm.mapping);
    QCOMPARE(changed.options, m_crm.options);
    m_crm.rule.reset();
    m_crm.mapping = QString();
    QVERIFY(destinations::change(database(), m_crm));
    QVERIFY(!kept().rule);
    QVERIFY(kept().mapping.isNull());
}

void DestinationChangeTest::leavesAloneWhatAPersonDoesNotSet()
{
    QVERIFY(destinations::pause(database(), m_crm.id, QStringLiteral("answered 401")));
    m_crm.key = QStringLiteral("zzzzzzzz");
    m_crm.state = DestinationState::Active;
    m_crm.createdAt = {};
    QVERIFY(destinations::change(database(), m_crm));
    QCOMPARE(kept().state, DestinationState::Paused);
    QCOMPARE(kept().reason, QStringLiteral("answered 401"));
    QVERIFY(kept().key != m_crm.key);
    QCOMPARE(kept().createdAt, c_noon);
}

void DestinationChangeTest::knowsWhenRecordsAreRenderedOtherwise_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("version");
    QTest::newRow("nothing") << "" << "" << 1;
    QTest::newRow("name") << "name" << "Desk" << 1;
    QTest::newRow("rule") << "rule" << "outcome:x" << 1;
    QTest::newRow("rate") << "rate" << "5" << 1;
    QTest::newRow("concurrency") << "concurrency" << "2" << 1;
    QTest::newRow("mapping") << "mapping" << "." << 2;
    QTest::newRow("an option") << "success" << "201" << 2;
    QTest::newRow("kind") << "kind" << "hubspot" << 2;
}

void DestinationChangeTest::knowsWhenRecordsAreRenderedOtherwise()
{
    QFETCH(QString, member);
    QFETCH(QString, value);
    QFETCH(int, version);
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (member == QLatin1StringView("name"))
        m_crm.name = value;
    else if (member == QLatin1StringView("rule"))
        m_crm.rule = value;
    else if (member == QLatin1StringView("mapping"))
        m_crm.mapping = value;
    else if (member == QLatin1StringView("kind"))
        m_crm.kind = value;
    else if (member == QLatin1StringView("success"))
        m_crm.options.insert(member, value);
    else if (isNumber)
        m_crm.options.insert(member, number);
    const auto changed = destinations::change(database(), m_crm);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
    QCOMPARE(kept().mappingVersion, version);
}

void DestinationChangeTest::keepsItsOwnNameButTakesNoOther()
{
    const Destination other = m_store->addDestination(QStringLiteral("Other"));
    m_crm.name = QStringLiteral("crm");
    QVERIFY(destinations::change(database(), m_crm));
    m_crm.name = QStringLiteral("OTHER");
    const auto refused = destinations::change(database(), m_crm);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
}

void DestinationChangeTest::refusesWhatAddRefuses()
{
    m_crm.url = QStringLiteral("http://crm.example/");
    QCOMPARE(destinations::change(database(), m_crm).error().code, ErrorCode::BadArgument);
    QCOMPARE(kept().url, QStringLiteral("https://crm.example/hook"));
}

void DestinationChangeTest::anUnknownOneIsNotFound()
{
    m_crm.id = 99;
    QCOMPARE(destinations::change(database(), m_crm).error().code, ErrorCode::NotFound);
}

void DestinationChangeTest::anotherKindKnowsNoneOfItsIds()
{
    const qint64 row = addRow();
    QVERIFY(outboxsteps::finish(database(), row, OutboxStep::Activity, QStringLiteral("7"), {}, c_noon));
    QVERIFY(outboxsteps::keepPerson(database(), m_crm.id, c_phone, {QStringLiteral("5"), {}, {}, {}, {}}, c_noon));
    m_crm.url = QStringLiteral("https://moved.example");
    QVERIFY(destinations::change(database(), m_crm));
    QCOMPARE(outboxsteps::of(database(), row)->size(), 1); // it moved, or has another name
    m_crm.kind = QStringLiteral("hubspot");
    QVERIFY(destinations::change(database(), m_crm));
    QVERIFY(outboxsteps::of(database(), row)->isEmpty());
    QVERIFY(!outboxsteps::person(database(), m_crm.id, c_phone).value());
}

void DestinationChangeTest::holdsUntilThen()
{
    QVERIFY(destinations::hold(database(), m_crm.id, c_noon + 1h, QStringLiteral("asked to wait")));
    QCOMPARE(kept().holdUntil, std::optional(c_noon + 1h));
    QCOMPARE(kept().holdReason, QStringLiteral("asked to wait"));
    QVERIFY(destinations::hold(database(), m_crm.id, {}, QStringLiteral("of no account")));
    QVERIFY(!kept().holdUntil);
    QVERIFY(kept().holdReason.isNull());
}

void DestinationChangeTest::whatIsHeldIsDueWhenItIsLetGo()
{
    QVERIFY(destinations::hold(database(), m_crm.id, c_noon + 1h, {}));
    QVERIFY(!outbox::nextDue(database(), c_noon).value());
    addRow();
    QCOMPARE(outbox::nextDue(database(), c_noon + 1min).value(), std::optional(c_noon + 1h));
    QVERIFY(!outbox::nextDue(database(), c_noon + 1h).value()); // it is due now
}

void DestinationChangeTest::remembersItsBreaker()
{
    for (const BreakerState state : {BreakerState::Open, BreakerState::Probing, BreakerState::Closed}) {
        QVERIFY(destinations::setBreaker(database(), m_crm.id, state));
        QCOMPARE(kept().breaker, state);
    }
    QCOMPARE(breakerStateText(BreakerState::Probing), QStringLiteral("probing"));
}

void DestinationChangeTest::resumingLetsGoAndCloses()
{
    const qint64 row = addRow();
    QVERIFY(outbox::storeRetry(database(), {row, 1, 503, {}, {}, c_noon}, c_noon + 5h));
    QVERIFY(destinations::hold(database(), m_crm.id, c_noon + 1h, QStringLiteral("asked to wait")));
    QVERIFY(destinations::setBreaker(database(), m_crm.id, BreakerState::Open));
    QVERIFY(destinations::resume(database(), m_crm.id, c_noon));
    QCOMPARE(kept().breaker, BreakerState::Closed);
    QVERIFY(!kept().holdUntil);
    QVERIFY(kept().holdReason.isNull());
    QCOMPARE(outbox::due(database(), m_crm.id, c_noon, 5, {})->size(), 1);
}

void DestinationChangeTest::removingForgetsItsContacts()
{
    const qint64 row = addRow();
    QVERIFY(outboxsteps::finish(database(), row, OutboxStep::Activity, QStringLiteral("7"), {}, c_noon));
    QVERIFY(outboxsteps::keepPerson(database(), m_crm.id, c_phone, {QStringLiteral("5"), {}, {}, {}, {}}, c_noon));
    QVERIFY(outbox::storeQuestion(database(), {row, 1, {}, {}, {}, c_noon}, OutboxQuestion::PerhapsWritten));
    QVERIFY(destinations::remove(database(), m_crm.id, c_noon));
    QVERIFY(!outboxsteps::person(database(), m_crm.id, c_phone).value());
    const auto left = outbox::one(database(), row);
    QCOMPARE(left->state, OutboxState::Discarded);
    QVERIFY(!left->question);
    QCOMPARE(left->crmId, QStringLiteral("7")); // for whoever looks for it there
}

QTEST_GUILESS_MAIN(DestinationChangeTest)
#include "tst_destinationchange.moc"
