// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/enricher.h"
#include "app/coverage/enrichmentrules.h"
#include "models/platforms/registry.h"
#include "models/store/backfill.h"
#include "models/store/migrations.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"
#include "tests/app/forward/scriptedserver.h"
#include "tests/models/store/plaindecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z
constexpr std::chrono::seconds c_delay = 10s; // of the rules

QByteArray bytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/** What the API has of a call of 14 seconds, an hour before noon. */
QByteArray wholeCall(const QString &id)
{
    const QJsonObject said{{QStringLiteral("role"), QStringLiteral("user")},
                           {QStringLiteral("content"), QStringLiteral("hi")}};
    const QJsonObject metadata{
        {QStringLiteral("conversation_duration"), 14},
        {QStringLiteral("conversation_recording_url"), QStringLiteral("https://media.example.com/1.mp3")}};
    return bytes({{QStringLiteral("conversation_id"), id},
                  {QStringLiteral("conversation_type"), QStringLiteral("TELEPHONY")},
                  {QStringLiteral("conversation_status"), QStringLiteral("COMPLETED")},
                  {QStringLiteral("created_at"), QStringLiteral("2026-05-14T11:00:00.000000")},
                  {QStringLiteral("conversation_transcript"), QJsonArray{said}},
                  {QStringLiteral("conversation_metadata"), metadata}});
}

ScriptedReply found(const QString &id)
{
    return ScriptedReply::answer(200, wholeCall(id), {"Content-Type: application/json"});
}

} // namespace

/** A store with an eigi source whose API is a server of the test's, with rules and enricher wired as in the program. */
class EnricherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fetchesWhatTheWebhookLeftOut();
    void asksNobodyForWhatIsWhole();
    void asksNobodyWithoutAKey();
    void hearsOfAKeyThatIsSetLater();
    void waitsForWhatFollows();
    void triesAgainByTheRulesOfForwarding();
    void honoursRetryAfterForAllOfTheSource();
    void aLimitThatAsksForNoWaitEnds();
    void aRefusedKeyIsLetAloneForAWhile();
    void givesUpAfterAllAttempts();
    void whatIsGoneIsNotAskedForAgain();
    void aLaterChangeTriesAnew();
    void goesOnAfterARestart();
    void stopsAtOnce();

private:
    void addSource(const QByteArray &key);
    void setKey(const QByteArray &key);
    void post(const QString &id, const QJsonObject &more = {});
    void startEnricher(double random = 0.5);
    /** The clock goes on, and the enricher looks until nothing is due. */
    void look(std::chrono::microseconds later = {});
    QVariant value(const QString &sql) const;

    StoreLocation location() const { return StoreLocation::inFolder(m_folder->path()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    PlatformRegistry m_registry;
    ManualClock m_clock{c_noon};
    std::unique_ptr<EnrichmentRules> m_rules;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Enricher> m_enricher;
    Source m_source;
};

void EnricherTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock.set(c_noon);
    m_server = std::make_unique<ScriptedServer>();
    m_rules = std::make_unique<EnrichmentRules>(location(), m_clock, c_delay);
    m_writer = std::make_unique<Writer>(
        WriterSettings{.location = location(), .sweepInterval = 1h}, m_registry, m_clock,
        [this](const Database &database, const QList<qint64> &changed) { return m_rules->enqueue(database, changed); });
    QVERIFY(m_writer->start());
    addSource("vk_test");
    startEnricher();
}

void EnricherTest::cleanup()
{
    m_enricher.reset();
    m_writer.reset();
    m_server.reset();
}

void EnricherTest::startEnricher(double random)
{
    EnricherSettings settings;
    settings.fetch.random = [random] { return random; };
    m_enricher.reset(); // as a process that ends, before the next begins
    m_enricher = std::make_unique<Enricher>(*m_writer, location(), m_clock, settings);
}

void EnricherTest::addSource(const QByteArray &key)
{
    const QString base = m_server->url(QLatin1StringView(""));
    const auto added = m_writer
                           ->run<Source>([base](const Database &database) -> Result<Source> {
                               Source source;
                               source.name = QStringLiteral("Calls");
                               source.key = QStringLiteral("calls");
                               source.platform = QStringLiteral("eigi");
                               const auto stored = sources::add(database, source);
                               if (!stored)
                                   return stored;
                               const auto set = backfill::setApiBase(database, stored->id, base);
                               return set ? stored : std::unexpected(set.error());
                           })
                           .result();
    QVERIFY(added.has_value());
    m_source = *added;
    setKey(key);
}

void EnricherTest::setKey(const QByteArray &key)
{
    Secrets secrets = *Secrets::load(location().secretsPath());
    SourceSecrets kept;
    kept.apiKey = key;
    secrets.setSource(m_source.key, kept);
    QVERIFY(secrets.save(location().secretsPath()));
}

/** eigi's webhook, which said next to nothing. */
void EnricherTest::post(const QString &id, const QJsonObject &more)
{
    QJsonObject payload{{QStringLiteral("event"), QStringLiteral("conversation.completed")},
                        {QStringLiteral("conversation_id"), id},
                        {QStringLiteral("conversation_type"), QStringLiteral("TELEPHONY")},
                        {QStringLiteral("conversation_status"), QStringLiteral("COMPLETED")}};
    for (auto it = more.begin(); it != more.end(); ++it)
        payload.insert(it.key(), it.value());
    Delivery delivery;
    delivery.sourceId = m_source.id;
    delivery.receivedAt = m_clock.now();
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.headers = {{"Content-Type", "application/json"}};
    delivery.body = bytes(payload);
    delivery.verdict = QStringLiteral("unsigned");
    std::binary_semaphore stored(0);
    QVERIFY(m_writer->offer({delivery, [&](const Result<qint64> &) { stored.release(); }}));
    stored.acquire();
    m_writer->projected().waitForFinished();
}

void EnricherTest::look(std::chrono::microseconds later)
{
    m_clock.set(m_clock.now() + later);
    QSignalSpy looked(m_enricher.get(), &Enricher::looked);
    m_enricher->wake();
    QVERIFY(looked.wait(30'000));
    m_writer->projected().waitForFinished();
}

QVariant EnricherTest::value(const QString &sql) const
{
    const auto database = openToRead(location().path);
    [&] { QVERIFY(database.has_value()); }();
    const auto found = database->value(sql);
    [&] { QVERIFY2(found.has_value(), found ? "" : qPrintable(found.error().detail)); }();
    return *found;
}

void EnricherTest::fetchesWhatTheWebhookLeftOut()
{
    m_server->then(found(QStringLiteral("a")));
    post(QStringLiteral("a"));
    look(c_delay);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().target, QByteArray("/v1/public/conversations/a"));
    QCOMPARE(m_server->requests().first().headers.value("x-api-key"), QByteArray("vk_test"));
    QCOMPARE(value(QStringLiteral("SELECT \"duration_s\" FROM conversation")).toInt(), 14);
    QCOMPARE(value(QStringLiteral("SELECT \"messages\" FROM conversation")).toInt(), 1);
    QCOMPARE(value(QStringLiteral("SELECT \"recording_url\" FROM conversation")).toString(),
             QStringLiteral("https://media.example.com/1.mp3"));
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM delivery WHERE \"method\" = 'FETCH'")).toInt(), 1);
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM enrichment")).toInt(), 0);
    look(1h); // and that is that
    QCOMPARE(m_server->requests().size(), 1);
}

void EnricherTest::asksNobodyForWhatIsWhole()
{
    const QJsonObject said{{QStringLiteral("role"), QStringLiteral("user")},
                           {QStringLiteral("content"), QStringLiteral("hi")}};
    post(QStringLiteral("a"),
         {{QStringLiteral("conversation_transcript"), QJsonArray{said}},
          {QStringLiteral("conversation_duration"), 20},
          {QStringLiteral("conversation_recording_url"), QStringLiteral("https://media.example.com/2.mp3")}});
    look(1h);
    QVERIFY(m_server->requests().isEmpty());
}

void EnricherTest::asksNobodyWithoutAKey()
{
    setKey({});
    post(QStringLiteral("a"));
    look(1h);
    QVERIFY(m_server->requests().isEmpty());
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM enrichment")).toInt(), 0);
}

void EnricherTest::hearsOfAKeyThatIsSetLater()
{
    setKey({});
    post(QStringLiteral("a"));
    setKey("vk_new");
    m_server->then(found(QStringLiteral("b")));
    post(QStringLiteral("b"));
    look(c_delay);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().headers.value("x-api-key"), QByteArray("vk_new"));
}

void EnricherTest::waitsForWhatFollows()
{
    post(QStringLiteral("a"));
    look(c_delay - 1s);
    QVERIFY(m_server->requests().isEmpty());
}

void EnricherTest::triesAgainByTheRulesOfForwarding()
{
    m_server->then(ScriptedReply::answer(503));
    m_server->then(ScriptedReply::answer(502));
    m_server->then(found(QStringLiteral("a")));
    post(QStringLiteral("a"));
    look(c_delay);
    QCOMPARE(m_server->requests().size(), 1);
    look(2s); // half of 5 s is to be waited for
    QCOMPARE(m_server->requests().size(), 1);
    look(500ms);
    QCOMPARE(m_server->requests().size(), 2);
    look(4s);
    QCOMPARE(m_server->requests().size(), 2);
    look(1s);
    QCOMPARE(m_server->requests().size(), 3);
    QCOMPARE(value(QStringLiteral("SELECT \"duration_s\" FROM conversation")).toInt(), 14);
}

void EnricherTest::honoursRetryAfterForAllOfTheSource()
{
    m_server->then(ScriptedReply::answer(429, "{}", {"Retry-After: 120"}));
    post(QStringLiteral("a"));
    post(QStringLiteral("b"));
    look(c_delay);
    QCOMPARE(m_server->requests().size(), 1);
    look(119s);
    QCOMPARE(m_server->requests().size(), 1);
    m_server->then(found(QStringLiteral("a")));
    m_server->then(found(QStringLiteral("b")));
    look(1s);
    QCOMPARE(m_server->requests().size(), 3);
}

void EnricherTest::aLimitThatAsksForNoWaitEnds()
{
    startEnricher(0); // whoever was held is due again at once
    for (int i = 0; i < 24; ++i)
        m_server->then(ScriptedReply::answer(429));
    post(QStringLiteral("a"));
    post(QStringLiteral("b"));
    look(c_delay);
    QCOMPARE(m_server->requests().size(), 24);
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM enrichment WHERE \"state\" = 'parked'")).toInt(), 2);
}

void EnricherTest::aRefusedKeyIsLetAloneForAWhile()
{
    m_server->then(ScriptedReply::answer(401));
    for (const char *id : {"a", "b", "c"})
        post(QString::fromLatin1(id));
    look(c_delay);
    QCOMPARE(m_server->requests().size(), 1);
    look(59min);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM enrichment WHERE \"state\" = 'waiting'")).toInt(), 3);
    QVERIFY(value(QStringLiteral("SELECT \"reason\" FROM enrichment LIMIT 1"))
                .toString()
                .contains(QLatin1StringView("401")));
}

void EnricherTest::givesUpAfterAllAttempts()
{
    post(QStringLiteral("a"));
    m_clock.set(m_clock.now() + c_delay);
    for (int i = 0; i < 12; ++i) {
        m_server->then(ScriptedReply::answer(500));
        look(1h);
    }
    QCOMPARE(m_server->requests().size(), 12);
    QCOMPARE(value(QStringLiteral("SELECT \"state\" FROM enrichment")).toString(), QStringLiteral("parked"));
    look(24h);
    QCOMPARE(m_server->requests().size(), 12);
}

void EnricherTest::whatIsGoneIsNotAskedForAgain()
{
    m_server->then(ScriptedReply::answer(404));
    post(QStringLiteral("a"));
    look(c_delay);
    look(24h);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(value(QStringLiteral("SELECT \"result\" FROM backfill")).toString(), QStringLiteral("gone"));
}

void EnricherTest::aLaterChangeTriesAnew()
{
    m_server->then(ScriptedReply::answer(422));
    post(QStringLiteral("a"));
    look(c_delay);
    QCOMPARE(value(QStringLiteral("SELECT \"state\" FROM enrichment")).toString(), QStringLiteral("parked"));
    m_server->then(found(QStringLiteral("a")));
    post(QStringLiteral("a"), {{QStringLiteral("conversation_duration"), 15}});
    look(c_delay);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(value(QStringLiteral("SELECT \"messages\" FROM conversation")).toInt(), 1);
}

void EnricherTest::goesOnAfterARestart()
{
    m_server->then(ScriptedReply::answer(503));
    post(QStringLiteral("a"));
    look(c_delay);
    startEnricher();
    m_server->then(found(QStringLiteral("a")));
    look(3s);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM enrichment")).toInt(), 0);
}

void EnricherTest::stopsAtOnce()
{
    m_server->hold();
    post(QStringLiteral("a"));
    m_clock.set(m_clock.now() + c_delay);
    m_enricher->wake();
    QTRY_COMPARE(m_server->requests().size(), 1);
    QElapsedTimer timer;
    timer.start();
    m_enricher.reset();
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed()))); // not the 30 s of silence
    QCOMPARE(value(QStringLiteral("SELECT \"attempts\" FROM enrichment")).toInt(), 0);
}

QTEST_GUILESS_MAIN(EnricherTest)
#include "tst_enricher.moc"
