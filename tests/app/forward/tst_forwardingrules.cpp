// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/forwardingrules.h"

#include "models/store/outbox.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/samplestore.h"

#include <QSet>

using namespace earshot;

namespace {

const std::optional<QString> c_booked = QStringLiteral("outcome:booked");
const std::optional<QString> c_every = QStringLiteral("");

} // namespace

class ForwardingRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void enqueuesWhatMatches_data();
    void enqueuesWhatMatches();
    void anotherChangeIsAnotherVersion();
    void looksOnlyAtWhatChanged();
    void readsTodayInUtc();
    void aPausedDestinationCollects();
    void aNewDestinationCountsOnceTold();
    void aRemovedDestinationGetsNothing();
    void aRuleThatCannotBeReadPausesItsDestination();
    void aChangeThatWasRolledBackIsForgotten();

private:
    const Database &database() const { return m_store->database(); }

    /** The conversations in the outbox of a destination. */
    QSet<qint64> enqueued(const Destination &destination) const;

    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<ForwardingRules> m_rules;
    ManualClock m_clock{SampleStore::c_noon};
    qint64 m_booked = 0;
    qint64 m_spam = 0;
};

void ForwardingRulesTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_rules = std::make_unique<ForwardingRules>(m_clock);
    m_booked = m_store->addConversation(QStringLiteral("1"), QStringLiteral("booked"));
    m_spam = m_store->addConversation(QStringLiteral("2"), QStringLiteral("spam"));
}

QSet<qint64> ForwardingRulesTest::enqueued(const Destination &destination) const
{
    QSet<qint64> conversations;
    for (const OutboxRow &row :
         SampleStore::valueOf(outbox::list(database(), {destination.id, OutboxState::Waiting, 0, 10})))
        conversations.insert(row.conversation);
    return conversations;
}

void ForwardingRulesTest::enqueuesWhatMatches_data()
{
    QTest::addColumn<std::optional<QString>>("rule");
    QTest::addColumn<bool>("booked");
    QTest::addColumn<bool>("spam");
    QTest::newRow("every conversation") << c_every << true << true;
    QTest::newRow("some") << c_booked << true << false;
    QTest::newRow("none") << std::optional(QStringLiteral("outcome:quoted")) << false << false;
    QTest::newRow("by what was said") << std::optional(QStringLiteral("text:\"is it open\"")) << true << true;
    QTest::newRow("by its source") << std::optional(QStringLiteral("source:\"Web chat\" outcome:spam")) << false
                                   << true;
    QTest::newRow("by hand only") << std::optional<QString>() << false << false;
}

void ForwardingRulesTest::enqueuesWhatMatches()
{
    QFETCH(std::optional<QString>, rule);
    QFETCH(bool, booked);
    QFETCH(bool, spam);
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), rule);
    QVERIFY(m_rules->enqueue(database(), {m_booked, m_spam}));
    QCOMPARE(enqueued(destination).contains(m_booked), booked);
    QCOMPARE(enqueued(destination).contains(m_spam), spam);
}

void ForwardingRulesTest::anotherChangeIsAnotherVersion()
{
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), c_every);
    QVERIFY(m_rules->enqueue(database(), {m_booked}));
    QVERIFY(m_rules->enqueue(database(), {m_booked}));
    QCOMPARE(outbox::list(database(), {destination.id, {}, 0, 10})->first().wanted, 2);
}

void ForwardingRulesTest::looksOnlyAtWhatChanged()
{
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), c_every);
    QVERIFY(m_rules->enqueue(database(), {m_spam}));
    QCOMPARE(enqueued(destination), QSet<qint64>{m_spam});
    QVERIFY(m_rules->enqueue(database(), {}));
    QCOMPARE(enqueued(destination), QSet<qint64>{m_spam});
}

void ForwardingRulesTest::readsTodayInUtc()
{
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), QStringLiteral("started:today"));
    m_clock.set(SampleStore::c_noon + std::chrono::hours(11)); // the next day already where the tests run
    QVERIFY(m_rules->enqueue(database(), {m_booked}));
    QCOMPARE(enqueued(destination), QSet<qint64>{m_booked});
    m_clock.set(SampleStore::c_noon + std::chrono::hours(12));
    QVERIFY(m_rules->enqueue(database(), {m_spam}));
    QCOMPARE(enqueued(destination), QSet<qint64>{m_booked});
    m_clock.set(SampleStore::c_noon);
}

void ForwardingRulesTest::aPausedDestinationCollects()
{
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), c_every);
    QVERIFY(destinations::pause(database(), destination.id, QStringLiteral("answered 401")));
    QVERIFY(m_rules->enqueue(database(), {m_booked}));
    QCOMPARE(enqueued(destination), QSet<qint64>{m_booked});
}

void ForwardingRulesTest::aNewDestinationCountsOnceTold()
{
    QVERIFY(m_rules->enqueue(database(), {m_booked}));
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), c_every);
    m_rules->invalidate();
    QVERIFY(enqueued(destination).isEmpty()); // a new rule says nothing about old conversations
    QVERIFY(m_rules->enqueue(database(), {m_spam}));
    QCOMPARE(enqueued(destination), QSet<qint64>{m_spam});
}

void ForwardingRulesTest::aRemovedDestinationGetsNothing()
{
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), c_every);
    QVERIFY(m_rules->enqueue(database(), {}));
    QVERIFY(destinations::remove(database(), destination.id, SampleStore::c_noon));
    m_rules->invalidate();
    QVERIFY(m_rules->enqueue(database(), {m_booked}));
    QVERIFY(outbox::list(database(), {})->isEmpty());
}

void ForwardingRulesTest::aRuleThatCannotBeReadPausesItsDestination()
{
    const Destination broken = m_store->addDestination(QStringLiteral("Broken"), c_every);
    const Destination sound = m_store->addDestination(QStringLiteral("Sound"), c_booked);
    // As a newer version might have stored it.
    QVERIFY(database().run(QStringLiteral("UPDATE destination SET \"rule\" = 'sentiment:angry' WHERE \"id\" = ?"),
                           {broken.id}));
    QVERIFY(m_rules->enqueue(database(), {m_booked}));
    QCOMPARE(enqueued(sound), QSet<qint64>{m_booked});
    QVERIFY(enqueued(broken).isEmpty());
    const auto paused = destinations::byName(database(), broken.name);
    QCOMPARE(paused->state, DestinationState::Paused);
    QVERIFY(paused->reason.startsWith(QLatin1StringView("its rule cannot be read: ")));
}

void ForwardingRulesTest::aChangeThatWasRolledBackIsForgotten()
{
    const Destination destination = m_store->addDestination(QStringLiteral("CRM"), c_booked);
    const auto undone = database().transaction([&]() -> Result<void> {
        const auto changed = database().run(QStringLiteral("UPDATE destination SET \"rule\" = ''"));
        m_rules->invalidate();
        return failure(ErrorCode::StoreFull, changed ? QString() : changed.error().detail);
    });
    QVERIFY(!undone);
    QVERIFY(m_rules->enqueue(database(), {m_booked, m_spam}));
    QCOMPARE(enqueued(destination), QSet<qint64>{m_booked});
}

QTEST_GUILESS_MAIN(ForwardingRulesTest)

#include "tst_forwardingrules.moc"
