// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/destinationasking.h"

#include "app/engine/storeclient.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"
#include "models/store/secrets.h"
#include "tests/app/simulate/answeringserver.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

/** As the window asks: through StoreClient. */
class DestinationAskingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void testsADestination();
    void triesADestinationThatIsNotKept();
    void saysWhatSendingWouldDo();
    void endsWithWhoAsks();

private:
    StoreLocation location() const { return StoreLocation::inFolder(m_store->folder()); }

    /** What a future gives, waited for with the event loop running. */
    template <typename T>
    static Result<T> resultOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
            return failure(ErrorCode::Cancelled, QStringLiteral("it does not end"));
        return future.result();
    }

    static NewDestination crm(const QString &url = QStringLiteral("http://127.0.0.1:9/in"))
    {
        NewDestination destination;
        destination.name = QStringLiteral("CRM");
        destination.url = url;
        return destination;
    }

    Destination destination() const
    {
        return StoreFixture::taken(destinations::byName(m_store->database(), crm().name));
    }

    Secrets secrets() const { return StoreFixture::taken(Secrets::load(location().secretsPath())); }

    SystemClock m_clock;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<StoreClient> m_client;
};

void DestinationAskingTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_reader = std::make_unique<StoreReader>(location());
    m_client = std::make_unique<StoreClient>(*m_reader, m_clock);
}

void DestinationAskingTest::cleanup()
{
    m_client.reset();
    m_reader.reset();
    m_store.reset();
}

void DestinationAskingTest::testsADestination()
{
    AnsweringServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    NewDestination wanted = crm(QStringLiteral("http://127.0.0.1:%1/in").arg(server.serverPort()));
    wanted.bearer = "bearer-of-news";
    QVERIFY(resultOf(m_client->addDestination(wanted)));
    const auto fine = resultOf(m_client->testDestination(wanted.name));
    QVERIFY2(fine, qPrintable(fine ? QString() : fine.error().detail));
    QVERIFY2(fine->isFine, qPrintable(fine->text));
    QCOMPARE(server.arrived.size(), 1);
    QVERIFY(server.arrived.first().head.contains("Bearer bearer-of-news"));

    server.answer = [](const ArrivedRequest &) { return 401; };
    const auto refused = resultOf(m_client->testDestination(wanted.name));
    QVERIFY(refused);
    QVERIFY(!refused->isFine);
    QVERIFY2(refused->text.contains(QStringLiteral("401")), qPrintable(refused->text));

    QCOMPARE(resultOf(m_client->testDestination(QStringLiteral("Nobody"))).error().code, ErrorCode::NotFound);
}

void DestinationAskingTest::triesADestinationThatIsNotKept()
{
    AnsweringServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    NewDestination kept = crm();
    kept.bearer = "bearer-of-news";
    kept.signingKey = "key";
    QVERIFY(resultOf(m_client->addDestination(kept)));

    NewDestination changed = crm(QStringLiteral("http://127.0.0.1:%1/in").arg(server.serverPort()));
    changed.name.clear();
    changed.options = {
        {QStringLiteral("headers"), QJsonObject{{QStringLiteral("X-Api-Key"), QStringLiteral("{token}")}}}};
    const auto fine = resultOf(m_client->tryDestination(kept.name, changed)); // with the secrets it has
    QVERIFY2(fine, qPrintable(fine ? QString() : fine.error().detail));
    QVERIFY2(fine->isFine, qPrintable(fine->text));
    QVERIFY(server.arrived.last().head.contains("X-Api-Key: bearer-of-news"));
    QVERIFY(server.arrived.last().head.contains("X-Earshot-Signature: "));
    QCOMPARE(destination().url, kept.url);

    changed.bearer = "another";
    QVERIFY(resultOf(m_client->tryDestination(kept.name, changed))->isFine);
    QVERIFY(server.arrived.last().head.contains("X-Api-Key: another"));
    QCOMPARE(secrets().destination(destination().key).bearer, kept.bearer);

    changed.bearer.clear();
    const auto without = resultOf(m_client->tryDestination({}, changed)); // a new one has none
    QVERIFY(without && !without->isFine);
    changed.options = {{QStringLiteral("success"), QStringLiteral("fine")}};
    QCOMPARE(resultOf(m_client->tryDestination({}, changed)).error().code, ErrorCode::BadArgument);
}

void DestinationAskingTest::saysWhatSendingWouldDo()
{
    const qint64 conversation = m_store->addConversation(m_store->addSource(QStringLiteral("desk")), {});
    QVERIFY(resultOf(m_client->addDestination(crm())));
    const auto run = resultOf(m_client->dryRun(crm().name, conversation));
    QVERIFY2(run, qPrintable(run ? QString() : run.error().detail));
    QCOMPARE(run->write, ForwardDryRun::Write::WouldBeMade);
    QCOMPARE(run->contact, ForwardDryRun::Contact::None);
    QVERIFY2(run->problem.isNull(), qPrintable(run->problem));
    QVERIFY(run->body.contains(QLatin1StringView("\"ext\"")));
    QVERIFY(StoreFixture::taken(outbox::list(m_store->database(), {})).isEmpty());
    QCOMPARE(resultOf(m_client->dryRun(crm().name, 999)).error().code, ErrorCode::NotFound);
    QCOMPARE(resultOf(m_client->dryRun(QStringLiteral("Nobody"), conversation)).error().code, ErrorCode::NotFound);
}

void DestinationAskingTest::endsWithWhoAsks()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const NewDestination wanted = crm(QStringLiteral("http://127.0.0.1:%1/in").arg(silent.serverPort()));
    const QFuture<Result<DestinationAnswerText>> asked = m_client->tryDestination({}, wanted);
    QTRY_VERIFY(silent.hasPendingConnections());
    m_client.reset();
    QVERIFY(asked.isFinished());
    QVERIFY(!asked.result()->isFine);
}

QTEST_GUILESS_MAIN(DestinationAskingTest)

#include "tst_destinationasking.moc"
