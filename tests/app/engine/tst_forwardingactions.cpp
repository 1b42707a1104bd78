// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/storeclient.h"
#include "models/store/outbox.h"
#include "models/store/secrets.h"
#include "tests/models/store/samplestore.h"

#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;

} // namespace

/** What the window has done to destinations and the outbox. */
class ForwardingActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aChangeSetsAllThatIsDescribed();
    void aChangeKeepsSecretsThatAreNotTyped();
    void countsBeforeItSendsAgain();
    void answersQuestions();

private:
    /** What a future gives, waited for with the event loop running. */
    template <typename T>
    static Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
            return failure(ErrorCode::Cancelled, QStringLiteral("it does not end"));
        return future.result();
    }

    static NewDestination described()
    {
        NewDestination destination;
        destination.name = QStringLiteral("CRM");
        destination.url = QStringLiteral("https://crm.example/in");
        destination.rule = QStringLiteral("outcome:booked");
        destination.bearer = "token";
        destination.options = {{QStringLiteral("success"), QStringLiteral("201")}};
        return destination;
    }

    const Database &database() const { return m_store->database(); }

    Destination kept(const QString &name) const { return SampleStore::valueOf(destinations::byName(database(), name)); }

    qint64 addParked(OutboxQuestion question, const QList<CrmPerson> &candidates) const;

    OutboxRow row(qint64 id) const { return SampleStore::valueOf(outbox::one(database(), id)); }

    SystemClock m_clock;
    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<StoreClient> m_client;
};

void ForwardingActionsTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_reader = std::make_unique<StoreReader>(StoreLocation::inFolder(m_store->folder()));
    m_client = std::make_unique<StoreClient>(*m_reader, m_clock);
    const auto added = resultOf(m_client->addDestination(described()));
    QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
}

void ForwardingActionsTest::cleanup()
{
    m_client.reset();
    m_reader.reset();
    m_store.reset();
}

qint64 ForwardingActionsTest::addParked(OutboxQuestion question, const QList<CrmPerson> &candidates) const
{
    const qint64 conversation = m_store->addConversation(QString::number(int(question)));
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, kept(QStringLiteral("CRM")).id, c_noon));
    const qint64 id = SampleStore::valueOf(outbox::ofConversation(database(), conversation)).first().id;
    SampleStore::valueOf(outbox::storeQuestion(database(), {id, 1, {}, {}, {}, c_noon}, question, candidates));
    return id;
}

void ForwardingActionsTest::aChangeSetsAllThatIsDescribed()
{
    QVERIFY(database().run(QStringLiteral("UPDATE destination SET \"mapping\" = '.'")));
    NewDestination other;
    other.name = QStringLiteral("Desk");
    other.url = QStringLiteral("https://desk.example/in");
    other.byHandOnly = true;
    const auto changed = resultOf(m_client->changeDestination(QStringLiteral("CRM"), other));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
    const Destination now = kept(QStringLiteral("Desk"));
    QCOMPARE(now.url, other.url);
    QVERIFY(!now.rule);
    QVERIFY(now.mapping.isNull());
    QVERIFY(now.options.isEmpty());
    QCOMPARE(now.mappingVersion, 2);
}

void ForwardingActionsTest::aChangeKeepsSecretsThatAreNotTyped()
{
    NewDestination other = described();
    other.bearer.clear();
    other.signingKey = "key";
    QVERIFY(resultOf(m_client->changeDestination(QStringLiteral("CRM"), other)));
    const auto secrets = Secrets::load(m_reader->location().secretsPath());
    QCOMPARE(secrets->destination(kept(QStringLiteral("CRM")).key), (Secrets::Destination{"token", "key"}));
    QCOMPARE(kept(QStringLiteral("CRM")).mappingVersion, 1);
}

void ForwardingActionsTest::countsBeforeItSendsAgain()
{
    const qint64 asking = addParked(OutboxQuestion::PerhapsWritten, {});
    const OutboxResend resend{QStringLiteral("CRM"), QStringLiteral("status:closed"), 60, false};
    QCOMPARE(resultOf(m_client->resendOutbox(resend, true)).value(), 1);
    QCOMPARE(row(asking).state, OutboxState::Parked);
    QCOMPARE(resultOf(m_client->resendOutbox(resend, false)).value(), 1);
    QCOMPARE(row(asking).state, OutboxState::Waiting);
    const auto refused = resultOf(m_client->resendOutbox({{}, QStringLiteral("outcome:"), 0, false}, true));
    QCOMPARE(refused.error().code, ErrorCode::FilterSyntax);
}

void ForwardingActionsTest::answersQuestions()
{
    const qint64 lost = addParked(OutboxQuestion::PerhapsWritten, {});
    const qint64 whose = addParked(OutboxQuestion::WhichContact, {{QStringLiteral("11"), {}, {}, {}, {}}});
    QVERIFY(resultOf(m_client->settlePerhapsWritten(lost, true)));
    QCOMPARE(row(lost).state, OutboxState::Sent);
    QVERIFY(!resultOf(m_client->chooseContact(whose, QStringLiteral("12"))));
    QVERIFY(resultOf(m_client->chooseContact(whose, QStringLiteral("11"))));
    QCOMPARE(row(whose).state, OutboxState::Waiting);
}

QTEST_GUILESS_MAIN(ForwardingActionsTest)
#include "tst_forwardingactions.moc"
