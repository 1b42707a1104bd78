// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/backfiller.h"
#include "models/platforms/registry.h"
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

static constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

/** A store with one eigi source whose API is a server of the test's. */
class BackfillerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fillsWhatIsMissing();
    void neverRegresses();
    void findsTheEndOfWhatWasGoingOn();
    void asksOnceForWhatIsGone();
    void stopsAtAWrongKey_data();
    void stopsAtAWrongKey();
    void triesAgain_data();
    void triesAgain();
    void givesUpWhereNobodyAnswers();
    void followsNoRedirect();
    void asksAgainForWhatGoesOn();
    void keepsAnAnswerThatMakesNoSense();
    void goesOnAfterOneThatFails();
    void asksForAFewAtATime();
    void saysWhatIsWrongWithARequest_data();
    void saysWhatIsWrongWithARequest();
    void doesOneAtATimeAndStopsAtOnce();

private:
    void post(const QString &id, const QJsonObject &more = {});
    Result<QJsonObject> fill(const QJsonObject &more = {});
    QJsonObject filled(const QJsonObject &more = {});
    QJsonObject api(const QString &id, const QJsonObject &more = {}) const;

    void answer(const QJsonObject &json)
    {
        m_server->then(ScriptedReply::answer(200, bytes(json), {"Content-Type: application/json"}));
    }

    static QByteArray bytes(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

    QVariant value(const QString &sql) const;

    qint64 number(const QString &sql) const { return value(sql).toLongLong(); }

    void addSource(const QString &name, const QString &platform, const QByteArray &key);

    std::unique_ptr<QTemporaryDir> m_folder;
    PlatformRegistry m_registry;
    ManualClock m_clock{c_noon};
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<Backfiller> m_backfiller;
    qint64 m_source = 0;
};

static StoreLocation locationOf(const QTemporaryDir &folder)
{
    return StoreLocation::inFolder(folder.path());
}

void BackfillerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock.set(c_noon);
    m_server = std::make_unique<ScriptedServer>();
    m_writer = std::make_unique<Writer>(WriterSettings{.location = locationOf(*m_folder), .sweepInterval = 1h},
                                        m_registry, m_clock);
    QVERIFY(m_writer->start());
    addSource(QStringLiteral("Calls"), QStringLiteral("eigi"), "vk_test");
    m_source = number(QStringLiteral("SELECT max(\"id\") FROM source"));
    FetchSettings settings;
    settings.retry.base = 1ms;
    settings.retry.cap = 1ms;
    settings.retry.longestRetryAfter = 0s; // who asks for more time gets none
    settings.random = [] { return 0.5; };
    m_backfiller = std::make_unique<Backfiller>(*m_writer, locationOf(*m_folder), m_clock, settings);
}

void BackfillerTest::cleanup()
{
    m_backfiller.reset();
    m_writer.reset();
    m_server.reset();
}

void BackfillerTest::addSource(const QString &name, const QString &platform, const QByteArray &key)
{
    const QString base = m_server->url(QLatin1StringView(""));
    const auto added = m_writer
                           ->run<QString>([=](const Database &database) -> Result<QString> {
                               Source source;
                               source.name = name;
                               source.key = name.toLower();
                               source.platform = platform;
                               const auto stored = sources::add(database, source);
                               if (!stored)
                                   return std::unexpected(stored.error());
                               const auto set = backfill::setApiBase(database, stored->id, base);
                               return set ? Result<QString>(stored->key) : std::unexpected(set.error());
                           })
                           .result();
    QVERIFY(added.has_value());
    Secrets secrets = *Secrets::load(locationOf(*m_folder).secretsPath());
    SourceSecrets kept;
    kept.apiKey = key;
    secrets.setSource(*added, kept);
    QVERIFY(secrets.save(locationOf(*m_folder).secretsPath()));
}

/** eigi's webhook, which said next to nothing. */
void BackfillerTest::post(const QString &id, const QJsonObject &more)
{
    QJsonObject payload{{QStringLiteral("event"), QStringLiteral("conversation.completed")},
                        {QStringLiteral("conversation_id"), id},
                        {QStringLiteral("conversation_type"), QStringLiteral("TELEPHONY")},
                        {QStringLiteral("conversation_status"), QStringLiteral("COMPLETED")}};
    for (auto it = more.begin(); it != more.end(); ++it)
        payload.insert(it.key(), it.value());
    Delivery delivery;
    delivery.sourceId = m_source;
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

/** What the API has of a call of 14 seconds, an hour before noon. */
QJsonObject BackfillerTest::api(const QString &id, const QJsonObject &more) const
{
    QJsonObject json{
        {QStringLiteral("conversation_id"), id},
        {QStringLiteral("conversation_type"), QStringLiteral("TELEPHONY")},
        {QStringLiteral("conversation_status"), QStringLiteral("COMPLETED")},
        {QStringLiteral("created_at"), QStringLiteral("2026-05-14T11:00:00.000000")},
        {QStringLiteral("conversation_transcript"),
         QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                {QStringLiteral("content"), QStringLiteral("hi")}},
                    QJsonObject{{QStringLiteral("role"), QStringLiteral("assistant")},
                                {QStringLiteral("content"), QStringLiteral("Hello.")}}}},
        {QStringLiteral("conversation_metadata"), QJsonObject{{QStringLiteral("conversation_duration"), 14},
                                                              {QStringLiteral("conversation_recording_url"),
                                                               QStringLiteral("https://media.example.com/1.mp3")}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

Result<QJsonObject> BackfillerTest::fill(const QJsonObject &more)
{
    QJsonObject request{{QStringLiteral("name"), QStringLiteral("Calls")}};
    for (auto it = more.begin(); it != more.end(); ++it)
        request.insert(it.key(), it.value());
    const QFuture<Result<QJsonObject>> future = m_backfiller->start(request);
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
        return failure(ErrorCode::Cancelled, QStringLiteral("it does not end"));
    m_writer->projected().waitForFinished();
    return future.result();
}

QJsonObject BackfillerTest::filled(const QJsonObject &more)
{
    const auto result = fill(more);
    if (!result)
        qFatal("%ls", qUtf16Printable(result.error().detail));
    return *result;
}

QVariant BackfillerTest::value(const QString &sql) const
{
    const auto database = openToRead(locationOf(*m_folder).path);
    if (!database)
        qFatal("%ls", qUtf16Printable(database.error().detail));
    return database->value(sql).value();
}

void BackfillerTest::fillsWhatIsMissing()
{
    post(QStringLiteral("a/1"));
    QCOMPARE(number(QStringLiteral("SELECT \"messages\" FROM conversation")), 0);
    answer(api(QStringLiteral("a/1")));
    m_clock.set(c_noon + 1h);
    const QJsonObject said = filled();
    QCOMPARE(said.value(QLatin1StringView("fetched")).toInt(), 1);
    QCOMPARE(said.value(QLatin1StringView("remaining")).toInt(), 0);

    QCOMPARE(m_server->requests().size(), 1);
    const ReceivedRequest &request = m_server->requests().first();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.target, "/v1/public/conversations/a%2F1");
    QCOMPARE(request.headers.value("x-api-key"), "vk_test");

    // Journalled like any other, then understood.
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM delivery")), 2);
    QCOMPARE(value(QStringLiteral("SELECT \"method\" FROM delivery WHERE \"id\" = 2")).toString(),
             QStringLiteral("FETCH"));
    QCOMPARE(value(QStringLiteral("SELECT \"target\" FROM delivery WHERE \"id\" = 2")).toByteArray(),
             "/v1/public/conversations/a%2F1");
    QVERIFY(
        !value(QStringLiteral("SELECT \"headers\" FROM delivery WHERE \"id\" = 2")).toByteArray().contains("vk_test"));
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM conversation")), 1);
    QCOMPARE(number(QStringLiteral("SELECT \"messages\" FROM conversation")), 2);
    QCOMPARE(number(QStringLiteral("SELECT \"duration_s\" FROM conversation")), 14);
    QCOMPARE(value(QStringLiteral("SELECT \"recording_url\" FROM conversation")).toString(),
             QStringLiteral("https://media.example.com/1.mp3"));
    QCOMPARE(number(QStringLiteral("SELECT \"started_at\" FROM conversation")), toMicroseconds(c_noon - 1h));
    QCOMPARE(number(QStringLiteral("SELECT \"ended_at\" FROM conversation")), toMicroseconds(c_noon - 1h + 14s));

    QCOMPARE(filled().value(QLatin1StringView("asked")).toInt(), 0);
    QCOMPARE(m_server->requests().size(), 1);
}

/** What was posted counts where both say something, and what is over does not begin again. */
void BackfillerTest::neverRegresses()
{
    post(QStringLiteral("a"), {{QStringLiteral("conversation_duration"), 99},
                               {QStringLiteral("notes"), QStringLiteral("posted")},
                               {QStringLiteral("conversation_transcript"),
                                QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                                       {QStringLiteral("content"), QStringLiteral("posted")}}}}});
    answer(api(QStringLiteral("a"), {{QStringLiteral("conversation_status"), QStringLiteral("IN_PROGRESS")},
                                     {QStringLiteral("notes"), QJsonValue::Null},
                                     {QStringLiteral("conversation_transcript"), QJsonValue::Null}}));
    QCOMPARE(filled().value(QLatin1StringView("running")).toInt(), 1);
    QCOMPARE(value(QStringLiteral("SELECT \"status\" FROM conversation")).toString(), QStringLiteral("completed"));
    QCOMPARE(value(QStringLiteral("SELECT \"notes\" FROM conversation")).toString(), QStringLiteral("posted"));
    QCOMPARE(number(QStringLiteral("SELECT \"messages\" FROM conversation")), 1);
    QVERIFY(!value(QStringLiteral("SELECT \"recording_url\" FROM conversation")).toString().isEmpty());

    answer(api(QStringLiteral("a"), {{QStringLiteral("conversation_transcript"), QJsonValue::Null}}));
    QCOMPARE(filled().value(QLatin1StringView("asked")).toInt(), 0); // nothing is missing any more
    QCOMPARE(value(QStringLiteral("SELECT \"first_message\" FROM conversation")).toString(), QStringLiteral("posted"));
}

void BackfillerTest::findsTheEndOfWhatWasGoingOn()
{
    post(QStringLiteral("a"), {{QStringLiteral("event"), QStringLiteral("conversation.started")},
                               {QStringLiteral("conversation_status"), QStringLiteral("IN_PROGRESS")}});
    QCOMPARE(value(QStringLiteral("SELECT \"status\" FROM conversation")).toString(), QStringLiteral("in_progress"));
    answer(api(QStringLiteral("a")));
    QCOMPARE(filled().value(QLatin1StringView("fetched")).toInt(), 1);
    QCOMPARE(value(QStringLiteral("SELECT \"status\" FROM conversation")).toString(), QStringLiteral("completed"));
    QCOMPARE(number(QStringLiteral("SELECT \"ended_at\" FROM conversation")), toMicroseconds(c_noon - 1h + 14s));
}

void BackfillerTest::asksOnceForWhatIsGone()
{
    post(QStringLiteral("a"));
    m_server->then(ScriptedReply::answer(404));
    QCOMPARE(filled().value(QLatin1StringView("gone")).toInt(), 1);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM delivery")), 1);
    QCOMPARE(filled().value(QLatin1StringView("asked")).toInt(), 0);
    m_clock.set(c_noon + 1min);
    post(QStringLiteral("a"), {{QStringLiteral("notes"), QStringLiteral("news of it")}});
    answer(api(QStringLiteral("a")));
    QCOMPARE(filled().value(QLatin1StringView("fetched")).toInt(), 1);
}

void BackfillerTest::stopsAtAWrongKey_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403") << 403;
}

void BackfillerTest::stopsAtAWrongKey()
{
    QFETCH(int, status);
    post(QStringLiteral("a"));
    post(QStringLiteral("b"));
    m_server->then(ScriptedReply::answer(status, "{\"detail\":\"vk_test is wrong\"}"));
    const QJsonObject said = filled();
    QVERIFY(said.value(QLatin1StringView("stopped")).toString().contains(QStringLiteral("API key")));
    QVERIFY(!bytes(said).contains("vk_test"));
    QCOMPARE(said.value(QLatin1StringView("remaining")).toInt(), 2);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM delivery")), 2);
}

void BackfillerTest::triesAgain_data()
{
    QTest::addColumn<QList<int>>("before"); // statuses; 0: closed without an answer
    QTest::newRow("too many") << QList<int>{429, 429};
    QTest::newRow("broken for a moment") << QList<int>{500, 503, 502};
    QTest::newRow("cut off") << QList<int>{0};
}

void BackfillerTest::triesAgain()
{
    QFETCH(QList<int>, before);
    post(QStringLiteral("a"));
    for (const int status : before)
        m_server->then(status == 0 ? ScriptedReply::drop("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
                                   : ScriptedReply::answer(status, "{}", {"Retry-After: 60"}));
    answer(api(QStringLiteral("a")));
    QCOMPARE(filled().value(QLatin1StringView("fetched")).toInt(), 1);
    QVERIFY(m_server->requests().size() > before.size());
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM delivery")), 2);
}

void BackfillerTest::givesUpWhereNobodyAnswers()
{
    post(QStringLiteral("a"));
    post(QStringLiteral("b"));
    for (int i = 0; i < 4; ++i)
        m_server->then(ScriptedReply::answer(503));
    const QJsonObject said = filled();
    QVERIFY(said.value(QLatin1StringView("stopped")).toString().contains(QStringLiteral("503")));
    QCOMPARE(m_server->requests().size(), 4); // and not as often for the next
    QCOMPARE(said.value(QLatin1StringView("remaining")).toInt(), 2);
}

/** The key must not follow to another host. */
void BackfillerTest::followsNoRedirect()
{
    ScriptedServer other;
    post(QStringLiteral("a"));
    m_server->then(ScriptedReply::answer(302, {}, {"Location: " + other.url().toLatin1()}));
    const QJsonObject said = filled();
    QVERIFY(said.value(QLatin1StringView("stopped")).toString().contains(QStringLiteral("302")));
    QCOMPARE(other.requests().size(), 0);
}

void BackfillerTest::asksAgainForWhatGoesOn()
{
    post(QStringLiteral("a"));
    answer(api(QStringLiteral("a"), {{QStringLiteral("conversation_status"), QStringLiteral("IN_PROGRESS")},
                                     {QStringLiteral("conversation_transcript"), QJsonValue::Null}}));
    QCOMPARE(filled().value(QLatin1StringView("running")).toInt(), 1);
    answer(api(QStringLiteral("a")));
    QCOMPARE(filled().value(QLatin1StringView("fetched")).toInt(), 1);
    QCOMPARE(number(QStringLiteral("SELECT \"messages\" FROM conversation")), 2);
}

void BackfillerTest::keepsAnAnswerThatMakesNoSense()
{
    post(QStringLiteral("a"));
    m_server->then(ScriptedReply::answer(200, "{\"conversation_id\":", {"Content-Type: application/json"}));
    QCOMPARE(filled().value(QLatin1StringView("fetched")).toInt(), 1);
    QCOMPARE(value(QStringLiteral("SELECT \"state\" FROM finding WHERE \"delivery\" = 2")).toString(),
             QStringLiteral("malformed"));
    QCOMPARE(filled().value(QLatin1StringView("asked")).toInt(), 0);
}

void BackfillerTest::goesOnAfterOneThatFails()
{
    post(QStringLiteral("a"));
    post(QStringLiteral("b"));
    m_server->then(ScriptedReply::answer(422));
    answer(api(QStringLiteral("b")));
    const QJsonObject said = filled();
    QCOMPARE(said.value(QLatin1StringView("failed")).toInt(), 1);
    QCOMPARE(said.value(QLatin1StringView("fetched")).toInt(), 1);
    QCOMPARE(said.value(QLatin1StringView("problem")).toString(), QStringLiteral("a: answered 422"));
}

void BackfillerTest::asksForAFewAtATime()
{
    for (const char *id : {"a", "b", "c"})
        post(QString::fromLatin1(id));
    for (const char *id : {"a", "b", "c"})
        answer(api(QString::fromLatin1(id)));
    const QJsonObject first = filled({{QStringLiteral("most"), 2}});
    QCOMPARE(first.value(QLatin1StringView("asked")).toInt(), 2);
    QCOMPARE(first.value(QLatin1StringView("remaining")).toInt(), 1);
    const QJsonObject second =
        filled({{QStringLiteral("most"), 2}, {QStringLiteral("after"), first.value(QLatin1StringView("last"))}});
    QCOMPARE(second.value(QLatin1StringView("asked")).toInt(), 1);
    QCOMPARE(second.value(QLatin1StringView("remaining")).toInt(), 0);
}

void BackfillerTest::saysWhatIsWrongWithARequest_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("no such source") << "Nobody" << int(ErrorCode::NotFound) << "Calls";
    QTest::newRow("no key") << "Keyless" << int(ErrorCode::BadArgument) << "--api-key-file";
    QTest::newRow("its key lies elsewhere, and is not there")
        << "Elsewhere" << int(ErrorCode::NotFound) << "EARSHOT_NO_SUCH_KEY";
    QTest::newRow("another platform") << "Chat" << int(ErrorCode::BadArgument) << "eigi.ai";
}

void BackfillerTest::saysWhatIsWrongWithARequest()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    QFETCH(QString, word);
    addSource(QStringLiteral("Keyless"), QStringLiteral("eigi"), {});
    addSource(QStringLiteral("Elsewhere"), QStringLiteral("eigi"), "env:EARSHOT_NO_SUCH_KEY");
    addSource(QStringLiteral("Chat"), QStringLiteral("insighto"), "vk_test");
    const auto result = fill({{QStringLiteral("name"), name}});
    QVERIFY(!result);
    QCOMPARE(int(result.error().code), code);
    QVERIFY2(result.error().detail.contains(word), qPrintable(result.error().detail));
    QCOMPARE(m_server->requests().size(), 0);
}

void BackfillerTest::doesOneAtATimeAndStopsAtOnce()
{
    post(QStringLiteral("a"));
    m_server->hold();
    const QFuture<Result<QJsonObject>> first = m_backfiller->start({{QStringLiteral("name"), QStringLiteral("Calls")}});
    QTRY_COMPARE(m_server->requests().size(), 1);
    const auto second = m_backfiller->start({{QStringLiteral("name"), QStringLiteral("Calls")}});
    QVERIFY(second.isFinished());
    QCOMPARE(second.result().error().code, ErrorCode::AlreadyExists);
    m_backfiller.reset(); // while the other side says nothing
    QVERIFY(first.isFinished());
    QVERIFY(!first.result()->value(QLatin1StringView("stopped")).toString().isEmpty());
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM delivery")), 1);
}

QTEST_GUILESS_MAIN(BackfillerTest)
#include "tst_backfiller.moc"
