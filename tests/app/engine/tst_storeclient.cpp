// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/engine.h"
#include "app/engine/storeclient.h"
#include "models/store/backfill.h"
#include "models/store/destinations.h"
#include "models/store/migrations.h"
#include "models/store/outbox.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"
#include "models/verify/presets.h"
#include "tests/app/simulate/answeringserver.h"
#include "tests/models/store/storefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class StoreClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsASource();
    void saysWhyItDoesNotAddASource();
    void changesASource();
    void setsWhatASourceAsksFor();
    void setsTheListener();
    void setsTheTunnel();
    void testsTheWay();
    void backsUp();
    void sendsASample();
    void sendsNoSampleWhileNothingListens();
    void addsADestination_data();
    void addsADestination();
    void changesADestination();
    void forwardsDiscardsAndSendsAgain();
    void exportsAFile();
    void fetchesWhatWasSeenInPart();
    void replaysDeliveries();
    void stopsAReplay();
    void asksTheProcessThatHoldsTheRole();

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

    static ScopeQuery everything() { return ScopeQuery({}, {TimeRange::Kind::Everything, {}, {}}, QTimeZone::utc()); }

    static NewSource chats()
    {
        NewSource source;
        source.name = QStringLiteral("Web chat");
        source.platform = QStringLiteral("insighto");
        return source;
    }

    static NewDestination crm(const QString &url = QStringLiteral("http://127.0.0.1:9/in"))
    {
        NewDestination destination;
        destination.name = QStringLiteral("CRM");
        destination.url = url;
        return destination;
    }

    Source source() const { return StoreFixture::taken(sources::byName(m_store->database(), chats().name)); }

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

void StoreClientTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_reader = std::make_unique<StoreReader>(location());
    m_client = std::make_unique<StoreClient>(*m_reader, m_clock);
}

void StoreClientTest::cleanup()
{
    m_client.reset();
    m_reader.reset();
    m_store.reset();
}

void StoreClientTest::addsASource()
{
    NewSource wanted = chats();
    wanted.zone = QStringLiteral("Europe/Berlin");
    wanted.region = QStringLiteral("DE");
    wanted.currency = QStringLiteral("EUR");
    wanted.agent = QStringLiteral("Ada");
    wanted.allow = {QStringLiteral("10.0.0.0/8")};
    wanted.publicUrl = QStringLiteral("https://hooks.example");
    const auto added = resultOf(m_client->addSource(wanted));
    QVERIFY2(added, qPrintable(added ? QString() : added.error().detail));
    QCOMPARE(added->name, wanted.name);
    QVERIFY(isAcceptableToken(added->token));
    const Source stored = source();
    QCOMPARE(stored.platform, wanted.platform);
    QCOMPARE(stored.zone, wanted.zone);
    QCOMPARE(stored.region, wanted.region);
    QCOMPARE(stored.currency, wanted.currency);
    QCOMPARE(stored.agent, wanted.agent);
    QCOMPARE(stored.allow, wanted.allow);
    QCOMPARE(stored.publicUrl, wanted.publicUrl);
    QCOMPARE(secrets().hookToken(stored.key), added->token);
}

void StoreClientTest::saysWhyItDoesNotAddASource()
{
    QVERIFY(resultOf(m_client->addSource(chats())));
    QCOMPARE(resultOf(m_client->addSource(chats())).error().code, ErrorCode::AlreadyExists);
    NewSource wrong = chats();
    wrong.name = QStringLiteral("Another");
    wrong.zone = QStringLiteral("Mars/Olympus");
    QCOMPARE(resultOf(m_client->addSource(wrong)).error().code, ErrorCode::BadArgument);
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM source")), 1);
}

void StoreClientTest::changesASource()
{
    const QString name = chats().name;
    const auto added = resultOf(m_client->addSource(chats()));
    QVERIFY(added);
    const auto rotated = resultOf(m_client->rotateSource(name, std::chrono::hours(24)));
    QVERIFY(rotated);
    QVERIFY(rotated->token != added->token);
    QCOMPARE(secrets().hookToken(source().key), rotated->token);

    QVERIFY(resultOf(m_client->setSourceEnabled(name, false)));
    QVERIFY(!source().enabled);
    QVERIFY(resultOf(m_client->setSourceEnabled(name, true)));
    QVERIFY(source().enabled);

    QVERIFY(resultOf(m_client->setSourcePublicUrl(name, QStringLiteral("https://hooks.example"))));
    QCOMPARE(source().publicUrl, QStringLiteral("https://hooks.example"));
    QCOMPARE(resultOf(m_client->setSourcePublicUrl(name, QStringLiteral("hooks"))).error().code,
             ErrorCode::BadArgument);
    QVERIFY(resultOf(m_client->setSourcePublicUrl(name, {})));
    QVERIFY(source().publicUrl.isEmpty());

    QVERIFY(resultOf(m_client->removeSource(name)));
    QCOMPARE(resultOf(m_client->removeSource(name)).error().code, ErrorCode::NotFound);
}

void StoreClientTest::setsWhatASourceAsksFor()
{
    const QString name = chats().name;
    QVERIFY(resultOf(m_client->addSource(chats())));
    SourceChange change;
    change.proof = SenderProof{signaturePreset(QStringLiteral("varda")), true, false, "X-Secret"};
    change.signingSecret = "first";
    change.basic = "user:password";
    change.headerSecret = "env:HEADER";
    change.allow = QStringList{QStringLiteral("192.0.2.0/24")};
    change.rateLimit = RateLimit{60, 6};
    change.answer = ChosenAnswer{503, "later", std::chrono::milliseconds(20), false, 3};
    change.retention = Retention{std::chrono::days(90), std::nullopt, qint64(1) << 30};
    const auto done = resultOf(m_client->changeSource(name, change));
    QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
    const Source stored = source();
    QCOMPARE(stored.proof, *change.proof);
    QCOMPARE(stored.allow, *change.allow);
    QCOMPARE(stored.rateLimit, *change.rateLimit);
    QCOMPARE(stored.answer, *change.answer);
    QCOMPARE(stored.retention, *change.retention);
    QCOMPARE(secrets().source(stored.key).basic, QByteArray("user:password"));
    QCOMPARE(secrets().source(stored.key).header, QByteArray("env:HEADER"));

    SourceChange next;
    next.signingSecret = "second";
    next.signingOverlap = std::chrono::hours(24);
    next.answer = std::optional<ChosenAnswer>();
    next.retention = Retention();
    QVERIFY(resultOf(m_client->changeSource(name, next)));
    QCOMPARE(source().proof, *change.proof); // what is not named stays
    QVERIFY(!source().answer && !source().retention.isAsked());
    QCOMPARE(source().rateLimit, *change.rateLimit);
    const QList<TimedSecret> signing = secrets().source(stored.key).signing;
    QCOMPARE(signing.size(), 2);
    QCOMPARE(signing.first().value, QByteArray("second"));
    QVERIFY(signing.last().until > m_clock.now() + std::chrono::hours(23));

    SourceChange nothing;
    nothing.proof = SenderProof();
    QVERIFY(resultOf(m_client->changeSource(name, nothing)));
    QVERIFY(!source().proof.isAsked());
    QVERIFY(secrets().source(stored.key).signing.isEmpty());
    SourceChange wrong;
    wrong.allow = QStringList{QStringLiteral("my home")};
    QCOMPARE(resultOf(m_client->changeSource(name, wrong)).error().code, ErrorCode::BadArgument);
}

void StoreClientTest::setsTheListener()
{
    QVERIFY(resultOf(m_client->listenerSetup())->certificateFile.isEmpty());
    ListenerChange change;
    change.tls = ListenerChange::Tls::SelfSigned;
    change.names = {QStringLiteral("hooks.example")};
    change.trustedProxies = QStringList{QStringLiteral("10.0.0.0/8")};
    const auto made = resultOf(m_client->setListener(change));
    QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
    QVERIFY(made->certificate && made->certificate->isSelfSigned);
    QVERIFY(made->certificate->names.contains(QStringLiteral("hooks.example")));
    QVERIFY(made->certificate->names.contains(QStringLiteral("localhost")));
    const auto read = resultOf(m_client->listenerSetup());
    QVERIFY(read);
    QCOMPARE(read->certificate->fingerprint, made->certificate->fingerprint);
    QCOMPARE(read->trustedProxies, *change.trustedProxies);

    ListenerChange files;
    files.tls = ListenerChange::Tls::Files;
    files.certificateFile = m_store->folder() + QLatin1StringView("/none.pem");
    files.keyFile = m_store->folder() + QLatin1StringView("/none.key");
    QCOMPARE(resultOf(m_client->setListener(files)).error().code, ErrorCode::FileFailed);
    ListenerChange off;
    off.tls = ListenerChange::Tls::Off;
    const auto plain = resultOf(m_client->setListener(off));
    QVERIFY(plain && plain->certificateFile.isEmpty());
    QCOMPARE(plain->trustedProxies, *change.trustedProxies);
}

void StoreClientTest::setsTheTunnel()
{
    QCOMPARE(*resultOf(m_client->tunnelSettings()), TunnelSettings());
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Command;
    settings.command = QStringLiteral("cloudflared tunnel --url {base}");
    QVERIFY(resultOf(m_client->setTunnel(settings)));
    QCOMPARE(*resultOf(m_client->tunnelSettings()), settings);
    settings.command.clear();
    const auto refused = resultOf(m_client->setTunnel(settings));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY(resultOf(m_client->setTunnel({})));
    QCOMPARE(*resultOf(m_client->tunnelSettings()), TunnelSettings());
}

void StoreClientTest::testsTheWay()
{
    QCOMPARE(resultOf(m_client->testWay({})).error().code, ErrorCode::NotFound);
    QVERIFY(resultOf(m_client->addSource(chats())));
    const auto report = resultOf(m_client->testWay(chats().name));
    QVERIFY(report);
    QVERIFY(!report->isReachable); // nobody listens
    QCOMPARE(report->findings.first().step, QStringLiteral("listener"));
    QCOMPARE(report->findings.first().result, QStringLiteral("failed"));
}

void StoreClientTest::backsUp()
{
    QVERIFY(resultOf(m_client->addSource(chats())));
    const QString path = m_store->folder() + QLatin1StringView("/copy.sqlite");
    const auto copied = resultOf(m_client->backUp(path));
    QVERIFY2(copied, qPrintable(copied ? QString() : copied.error().detail));
    QCOMPARE(*copied, 0);
    const auto copy = openToRead(path);
    QVERIFY(copy);
    QVERIFY(sources::byName(*copy, chats().name));
    QVERIFY(resultOf(m_client->backUp(path))); // takes its place
    QCOMPARE(resultOf(m_client->backUp(location().path)).error().code, ErrorCode::BadArgument);
}

void StoreClientTest::sendsASample()
{
    EngineSettings settings;
    settings.serve.writer.location = location();
    settings.serve.listener.port = 0;
    Engine engine(settings);
    engine.start();
    QTRY_COMPARE(engine.state().kind, ListenerState::Kind::Listening);
    m_client->setBase(engine.state().base);
    QVERIFY(resultOf(m_client->addSource(chats())));
    const auto sent = resultOf(m_client->sendSample(chats().name));
    QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().detail));
    QVERIFY(*sent > 0);
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM delivery")), *sent);
    QTRY_VERIFY(m_store->number(QStringLiteral("SELECT count(*) FROM conversation")) > 0);

    QCOMPARE(resultOf(m_client->sendSample(QStringLiteral("Nobody"))).error().code, ErrorCode::NotFound);
    QVERIFY(resultOf(m_client->setSourceEnabled(chats().name, false)));
    const auto refused = resultOf(m_client->sendSample(chats().name));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NetworkFailed);
}

void StoreClientTest::sendsNoSampleWhileNothingListens()
{
    QVERIFY(resultOf(m_client->addSource(chats())));
    QCOMPARE(resultOf(m_client->sendSample(chats().name)).error().code, ErrorCode::ListenFailed);
}

void StoreClientTest::addsADestination_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("byHandOnly");
    QTest::addColumn<std::optional<QString>>("stored");
    QTest::newRow("every conversation") << QString() << false << std::optional(QStringLiteral(""));
    QTest::newRow("a filter") << QStringLiteral("outcome:booked") << false
                              << std::optional(QStringLiteral("outcome:booked"));
    QTest::newRow("by hand") << QString() << true << std::optional<QString>();
}

void StoreClientTest::addsADestination()
{
    QFETCH(QString, rule);
    QFETCH(bool, byHandOnly);
    QFETCH(std::optional<QString>, stored);
    NewDestination wanted = crm();
    wanted.rule = rule;
    wanted.byHandOnly = byHandOnly;
    wanted.method = QStringLiteral("PUT");
    wanted.bearer = "bearer-of-news";
    wanted.signingKey = QByteArray("\x00\x01\xff", 3);
    const auto added = resultOf(m_client->addDestination(wanted));
    QVERIFY2(added, qPrintable(added ? QString() : added.error().detail));
    const Destination kept = destination();
    QCOMPARE(kept.url, wanted.url);
    QCOMPARE(kept.method, wanted.method);
    QCOMPARE(kept.rule.has_value(), stored.has_value());
    QCOMPARE(kept.rule.value_or(QString()), stored.value_or(QString()));
    QCOMPARE(secrets().destination(kept.key).bearer, wanted.bearer);
    QCOMPARE(secrets().destination(kept.key).signingKey, wanted.signingKey);
}

void StoreClientTest::changesADestination()
{
    const QString name = crm().name;
    QVERIFY(resultOf(m_client->addDestination(crm())));
    QCOMPARE(resultOf(m_client->addDestination(crm())).error().code, ErrorCode::AlreadyExists);
    QVERIFY(resultOf(m_client->pauseDestination(name)));
    QCOMPARE(destination().state, DestinationState::Paused);
    QVERIFY(resultOf(m_client->resumeDestination(name)));
    QCOMPARE(destination().state, DestinationState::Active);
    QVERIFY(resultOf(m_client->removeDestination(name)));
    QVERIFY(!destinations::byName(m_store->database(), name));
}

void StoreClientTest::forwardsDiscardsAndSendsAgain()
{
    const qint64 conversation = m_store->addConversation(m_store->addSource(QStringLiteral("desk")), {});
    NewDestination byHand = crm();
    byHand.byHandOnly = true;
    QVERIFY(resultOf(m_client->addDestination(byHand)));
    const auto queued = resultOf(m_client->forward({conversation}, byHand.name));
    QVERIFY2(queued, qPrintable(queued ? QString() : queued.error().detail));
    QCOMPARE(*queued, 1);
    const QList<OutboxRow> rows = StoreFixture::taken(outbox::list(m_store->database(), {}));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().conversation, conversation);

    QCOMPARE(resultOf(m_client->discardOutbox({rows.first().id})), Result<qint64>(1));
    QCOMPARE(StoreFixture::taken(outbox::list(m_store->database(), {})).first().state, OutboxState::Discarded);
    QCOMPARE(resultOf(m_client->retryOutbox({rows.first().id})), Result<qint64>(1));
    QCOMPARE(StoreFixture::taken(outbox::list(m_store->database(), {})).first().state, OutboxState::Waiting);

    QCOMPARE(resultOf(m_client->forward({999}, byHand.name)).error().code, ErrorCode::NotFound);
    QCOMPARE(resultOf(m_client->retryOutbox({999})).error().code, ErrorCode::NotFound);
}

void StoreClientTest::exportsAFile()
{
    const qint64 source = m_store->addSource(QStringLiteral("desk"));
    m_store->addConversation(source, {});
    m_store->addConversation(source, {});
    const QTemporaryDir folder;
    ExportRequest request;
    request.scope = everything();
    request.fields = {QStringLiteral("conversation_id")};
    request.path = folder.filePath(QStringLiteral("out.csv"));
    const auto exported = resultOf(m_client->exportRecords(request));
    QVERIFY2(exported, qPrintable(exported ? QString() : exported.error().detail));
    QCOMPARE(exported->rows, 2);
    QFile file(request.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 3);

    request.path = m_store->path();
    QCOMPARE(resultOf(m_client->exportRecords(request)).error().code, ErrorCode::BadArgument);
}

void StoreClientTest::replaysDeliveries()
{
    AnsweringServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Delivery delivery;
    delivery.sourceId = m_store->addSource(QStringLiteral("Calls"));
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.verdict = QStringLiteral("unsigned");
    for (const char *body : {"first", "second"}) {
        delivery.body = body;
        m_store->addDelivery(delivery);
    }
    ReplayRequest request;
    request.url = QStringLiteral("http://127.0.0.1:%1/in").arg(server.serverPort());
    const auto replay = m_client->replay(request, everything());
    QVERIFY(QTest::qWaitFor([&replay] { return replay.isFinished(); }, 30'000));
    QCOMPARE(replay.resultCount(), 2);
    QVERIFY(replay.resultAt(0) && replay.resultAt(0)->isAccepted());
    QCOMPARE(replay.progressMaximum(), 2);
    QCOMPARE(replay.progressValue(), 2);
    QCOMPARE(server.arrived.value(0).body, QByteArray("first"));
    QCOMPARE(server.arrived.value(1).body, QByteArray("second"));

    request.url = QStringLiteral("nonsense");
    QCOMPARE(resultOf(m_client->replay(request, everything())).error().code, ErrorCode::BadArgument);
}

void StoreClientTest::stopsAReplay()
{
    AnsweringServer server;
    server.holdsAnswers = true;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    Delivery delivery;
    delivery.sourceId = m_store->addSource(QStringLiteral("Calls"));
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.verdict = QStringLiteral("unsigned");
    for (int i = 0; i < 3; ++i)
        m_store->addDelivery(delivery);
    ReplayRequest request;
    request.url = QStringLiteral("http://127.0.0.1:%1/in").arg(server.serverPort());
    auto replay = m_client->replay(request, everything());
    QTRY_COMPARE(server.arrived.size(), 1);
    replay.cancel();
    QTRY_VERIFY(replay.isFinished());
    QCOMPARE(server.arrived.size(), 1);
}

void StoreClientTest::fetchesWhatWasSeenInPart()
{
    AnsweringServer api;
    QVERIFY(api.listen(QHostAddress::LocalHost));
    api.answer = [](const ArrivedRequest &) { return 404; };
    NewSource calls = chats();
    calls.platform = QStringLiteral("eigi");
    QVERIFY(resultOf(m_client->addSource(calls)));
    const auto keyless = resultOf(m_client->backfill(calls.name));
    QVERIFY(!keyless);
    QCOMPARE(keyless.error().code, ErrorCode::BadArgument);

    QVERIFY(resultOf(m_client->setSourceApiKey(calls.name, "vk_test")));
    QCOMPARE(secrets().source(source().key).apiKey, QByteArray("vk_test"));
    QVERIFY(backfill::setApiBase(m_store->database(), source().id,
                                 QStringLiteral("http://127.0.0.1:%1").arg(api.serverPort())));
    for (int i = 0; i < 7; ++i) { // more than are asked for at a time
        Conversation partial;
        partial.startedAt = m_clock.now();
        partial.updatedAt = m_clock.now();
        m_store->addConversation(source().id, partial);
    }
    const auto future = m_client->backfill(calls.name);
    const auto fetched = resultOf(future);
    QVERIFY2(fetched, qPrintable(fetched ? QString() : fetched.error().detail));
    QCOMPARE(fetched->gone, qint64(7));
    QCOMPARE(fetched->remaining, qint64(0));
    QVERIFY(fetched->stopped.isEmpty());
    QCOMPARE(future.progressMaximum(), 7);
    QCOMPARE(future.progressValue(), 7);
    QCOMPARE(api.arrived.size(), 7);
    QVERIFY(api.arrived.first().head.toLower().contains("x-api-key: vk_test"));
}

void StoreClientTest::asksTheProcessThatHoldsTheRole()
{
    EngineSettings settings;
    settings.serve.writer.location = location();
    settings.serve.listener.port = 0;
    Engine engine(settings);
    engine.start();
    QTRY_COMPARE(engine.state().kind, ListenerState::Kind::Listening);
    const auto added = resultOf(m_client->addSource(chats()));
    QVERIFY2(added, qPrintable(added ? QString() : added.error().detail));
    QCOMPARE(resultOf(m_client->addSource(chats())).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(source().name, chats().name);
}

QTEST_GUILESS_MAIN(StoreClientTest)
#include "tst_storeclient.moc"
