// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/operation.h"
#include "models/store/destinations.h"
#include "models/store/migrations.h"
#include "models/store/outbox.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace earshot;

namespace {

constexpr Timestamp c_now = fromMicroseconds(1'780'000'000'000'000);
const QString c_token = QStringLiteral("0123456789abcdef-._~");

class FixedClock final : public Clock
{
public:
    Timestamp now() const override { return c_now; }
};

QJsonObject named(const QString &operation, const QString &name)
{
    return {{QStringLiteral("operation"), operation}, {QStringLiteral("name"), name}};
}

QJsonObject addSource(const QString &name, const QString &platform = QStringLiteral("varda"))
{
    QJsonObject request = named(QStringLiteral("source add"), name);
    request.insert(QStringLiteral("platform"), platform);
    return request;
}

QJsonObject addDestination(const QString &name)
{
    QJsonObject request = named(QStringLiteral("destination add"), name);
    request.insert(QStringLiteral("url"), QStringLiteral("http://127.0.0.1:9/in"));
    return request;
}

QJsonObject with(QJsonObject request, const QString &member, const QJsonValue &value)
{
    request.insert(member, value);
    return request;
}

} // namespace

class OperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void unknownOperationIsRefused();
    void addsASource();
    void refusesABadSource_data();
    void refusesABadSource();
    void refusesATakenNameOrToken();
    void aFailedAddKeepsNoToken();
    void rotatesAToken();
    void disablesAndEnables();
    void keepsAPublicAddress();
    void removesASourceAndItsToken();
    void unknownNamesAreNotFound_data();
    void unknownNamesAreNotFound();
    void addsADestinationWithItsSecrets();
    void addsADestinationThatIsFedByHand();
    void refusesABadDestination_data();
    void refusesABadDestination();
    void pausesAndResumes();
    void removesADestinationAndItsSecrets();
    void sendsAndDiscardsAndRetries();

private:
    Result<QJsonObject> perform(const QJsonObject &request);
    Secrets secrets() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    StoreLocation m_location;
    std::optional<Database> m_database;
    FixedClock m_clock;
    std::optional<ForwardingRules> m_rules;
};

void OperationsTest::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_location = StoreLocation::inFolder(m_folder->path());
    auto database = openToWrite(m_location.path);
    QVERIFY(database);
    m_database.emplace(*std::move(database));
    m_rules.emplace(m_clock);
}

Result<QJsonObject> OperationsTest::perform(const QJsonObject &request)
{
    Result<QJsonObject> answer;
    SecretsChange change(m_location.secretsPath());
    const auto done = m_database->transaction([&]() -> Result<void> {
        answer = earshot::perform(request, {*m_database, m_location, *m_rules, change, m_clock.now()});
        return answer ? Result<void>() : std::unexpected(answer.error());
    });
    return done ? answer : std::unexpected(done.error());
}

Secrets OperationsTest::secrets() const
{
    const auto loaded = Secrets::load(m_location.secretsPath());
    return loaded ? *loaded : Secrets();
}

void OperationsTest::unknownOperationIsRefused()
{
    QCOMPARE(perform({}).error().code, ErrorCode::BadArgument);
    QCOMPARE(perform(named(QStringLiteral("source steal"), QStringLiteral("x"))).error().code, ErrorCode::BadArgument);
}

void OperationsTest::addsASource()
{
    QJsonObject request = addSource(QStringLiteral("Front desk"));
    request.insert(QStringLiteral("token"), c_token);
    request.insert(QStringLiteral("zone"), QStringLiteral("Europe/Berlin"));
    request.insert(QStringLiteral("currency"), QStringLiteral("eur"));
    request.insert(QStringLiteral("region"), QStringLiteral("DE"));
    request.insert(QStringLiteral("agent"), QStringLiteral("Ada"));
    request.insert(QStringLiteral("allow"), QJsonArray{QStringLiteral("10.0.0.0/8"), QStringLiteral("2001:db8::1")});
    request.insert(QStringLiteral("end_timeout_s"), 90);
    const auto answer = perform(request);
    QVERIFY(answer);
    QCOMPARE(answer->value(QStringLiteral("token")).toString(), c_token);

    const auto source = sources::byName(*m_database, QStringLiteral("Front desk"));
    QVERIFY(source);
    QCOMPARE(source->platform, QStringLiteral("varda"));
    QCOMPARE(source->zone, QStringLiteral("Europe/Berlin"));
    QCOMPARE(source->currency, QStringLiteral("EUR"));
    QCOMPARE(source->agent, QStringLiteral("Ada"));
    QCOMPARE(source->allow.size(), 2);
    QCOMPARE(source->endTimeout, std::chrono::seconds(90));
    QVERIFY(source->enabled);
    QVERIFY(source->createdAt == c_now);
    QCOMPARE(secrets().hookToken(source->key), c_token.toLatin1());
}

void OperationsTest::refusesABadSource_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *member, const QJsonValue &value) {
        QTest::addRow("%s %s", member, qUtf8Printable(value.toVariant().toString()))
            << QString::fromLatin1(member) << value;
    };
    row("platform", QStringLiteral("twilio"));
    row("platform", QStringLiteral("Varda"));
    row("platform", QJsonValue());
    row("name", QString());
    row("name", QStringLiteral("a/b"));
    row("name", QStringLiteral("a\nb"));
    row("name", QString(1000, QLatin1Char('n')));
    row("token", QStringLiteral("short"));
    row("token", QStringLiteral("0123456789abcde/"));
    row("token", QString(129, QLatin1Char('t')));
    row("token", QStringLiteral("0123456789abcdeé"));
    row("zone", QStringLiteral("Mars/Olympus"));
    row("currency", QStringLiteral("EURO"));
    row("region", QStringLiteral("D1"));
    row("allow", QJsonArray{QStringLiteral("10.0.0.0/33")});
    row("allow", QJsonArray{QStringLiteral("everyone")});
    row("end_timeout_s", 0);
    row("end_timeout_s", -5);
    row("public_url", QStringLiteral("hooks.example"));
    row("public_url", QStringLiteral("https://me:secret@hooks.example"));
    row("id_field", QStringLiteral("data.id")); // varda has an id of its own
}

void OperationsTest::refusesABadSource()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    const auto answer = perform(with(addSource(QStringLiteral("Front desk")), member, value));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::BadArgument);
    const auto known = sources::all(*m_database);
    QVERIFY(known && known->isEmpty());
}

void OperationsTest::refusesATakenNameOrToken()
{
    QVERIFY(perform(with(addSource(QStringLiteral("One")), QStringLiteral("token"), c_token)));
    QCOMPARE(perform(addSource(QStringLiteral("ONE"))).error().code, ErrorCode::AlreadyExists);
    const auto taken = perform(with(addSource(QStringLiteral("Two")), QStringLiteral("token"), c_token));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::AlreadyExists);
    QVERIFY(taken.error().detail.contains(QStringLiteral("One")));
    QVERIFY(!taken.error().detail.contains(c_token));
}

void OperationsTest::aFailedAddKeepsNoToken()
{
    QVERIFY(!perform(with(addSource(QString()), QStringLiteral("token"), c_token)));
    QCOMPARE(secrets().sourceOfToken(c_token.toLatin1()), QString());
    QVERIFY(perform(with(addSource(QStringLiteral("Again")), QStringLiteral("token"), c_token)));
}

void OperationsTest::rotatesAToken()
{
    const auto first = perform(addSource(QStringLiteral("One")));
    QVERIFY(first);
    const QByteArray before = first->value(QStringLiteral("token")).toString().toLatin1();
    QVERIFY(isAcceptableToken(before));

    const auto second = perform(named(QStringLiteral("source rotate"), QStringLiteral("One")));
    QVERIFY(second);
    const QByteArray after = second->value(QStringLiteral("token")).toString().toLatin1();
    QVERIFY(isAcceptableToken(after) && after != before);
    QCOMPARE(secrets().sourceOfToken(before), QString());

    QVERIFY(
        perform(with(named(QStringLiteral("source rotate"), QStringLiteral("One")), QStringLiteral("token"), c_token)));
    QVERIFY(!secrets().sourceOfToken(c_token.toLatin1()).isNull());
}

void OperationsTest::disablesAndEnables()
{
    QVERIFY(perform(addSource(QStringLiteral("One"))));
    QVERIFY(perform(named(QStringLiteral("source disable"), QStringLiteral("One"))));
    QVERIFY(!sources::byName(*m_database, QStringLiteral("One"))->enabled);
    QVERIFY(perform(named(QStringLiteral("source enable"), QStringLiteral("One"))));
    QVERIFY(sources::byName(*m_database, QStringLiteral("One"))->enabled);
}

void OperationsTest::keepsAPublicAddress()
{
    const QString member = QStringLiteral("public_url");
    const auto kept = [this] { return sources::byName(*m_database, QStringLiteral("One"))->publicUrl; };
    const auto added = perform(with(addSource(QStringLiteral("One")), member, QStringLiteral("https://a.example/")));
    QVERIFY(added);
    QCOMPARE(added->value(member).toString(), QStringLiteral("https://a.example"));
    QCOMPARE(kept(), QStringLiteral("https://a.example"));

    const QJsonObject change = named(QStringLiteral("source public-url"), QStringLiteral("One"));
    const auto changed = perform(with(change, member, QStringLiteral("https://b.example/x/")));
    QVERIFY(changed);
    QCOMPARE(changed->value(member).toString(), QStringLiteral("https://b.example/x"));
    QCOMPARE(kept(), QStringLiteral("https://b.example/x"));
    QCOMPARE(perform(with(change, member, QStringLiteral("ftp://b.example"))).error().code, ErrorCode::BadArgument);
    QCOMPARE(kept(), QStringLiteral("https://b.example/x"));
    const auto rotated = perform(named(QStringLiteral("source rotate"), QStringLiteral("One")));
    QVERIFY(rotated); // its hook is told with the address
    QCOMPARE(rotated->value(member).toString(), QStringLiteral("https://b.example/x"));

    const auto cleared = perform(with(change, member, QString()));
    QVERIFY(cleared);
    QVERIFY(!cleared->contains(member));
    QVERIFY(kept().isEmpty());
}

void OperationsTest::removesASourceAndItsToken()
{
    QVERIFY(perform(with(addSource(QStringLiteral("One")), QStringLiteral("token"), c_token)));
    QVERIFY(perform(named(QStringLiteral("source remove"), QStringLiteral("One"))));
    QVERIFY(sources::all(*m_database)->isEmpty());
    QCOMPARE(sources::everById(*m_database)->size(), 1); // its deliveries still have a source
    QCOMPARE(secrets().sourceOfToken(c_token.toLatin1()), QString());
    QVERIFY(perform(with(addSource(QStringLiteral("One")), QStringLiteral("token"), c_token)));
}

void OperationsTest::unknownNamesAreNotFound_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *const operation :
         {"source rotate", "source enable", "source disable", "source remove", "source public-url",
          "destination remove", "destination pause", "destination resume"})
        QTest::newRow(operation) << QString::fromLatin1(operation);
}

void OperationsTest::unknownNamesAreNotFound()
{
    QFETCH(QString, operation);
    QCOMPARE(perform(named(operation, QStringLiteral("Nobody"))).error().code, ErrorCode::NotFound);
    QCOMPARE(perform(named(operation, QString())).error().code, ErrorCode::BadArgument);
}

void OperationsTest::addsADestinationWithItsSecrets()
{
    QJsonObject request = addDestination(QStringLiteral("CRM"));
    request.insert(QStringLiteral("rule"), QStringLiteral("outcome:booked"));
    request.insert(QStringLiteral("method"), QStringLiteral("put"));
    request.insert(QStringLiteral("token"), QStringLiteral("bearer-of-news"));
    request.insert(QStringLiteral("signing_key"), QStringLiteral("AAH/"));
    const auto answer = perform(request);
    QVERIFY2(answer, qUtf8Printable(answer ? QString() : answer.error().detail));
    const auto destination = destinations::byName(*m_database, QStringLiteral("CRM"));
    QVERIFY(destination);
    QCOMPARE(destination->method, QStringLiteral("PUT"));
    QCOMPARE(destination->rule, std::optional(QStringLiteral("outcome:booked")));
    const Secrets::Destination kept = secrets().destination(destination->key);
    QCOMPARE(kept.bearer, QByteArrayLiteral("bearer-of-news"));
    QCOMPARE(kept.signingKey, QByteArray("\x00\x01\xff", 3));
}

void OperationsTest::addsADestinationThatIsFedByHand()
{
    QVERIFY(perform(addDestination(QStringLiteral("CRM"))));
    QVERIFY(!destinations::byName(*m_database, QStringLiteral("CRM"))->rule.has_value());
}

void OperationsTest::refusesABadDestination_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *member, const char *value, ErrorCode code = ErrorCode::BadArgument) {
        QTest::addRow("%s %s", member, value) << QString::fromLatin1(member) << QString::fromLatin1(value) << code;
    };
    row("name", "");
    row("name", "a/b");
    row("url", "");
    row("url", "http://example.com/in"); // not encrypted
    row("url", "https://me:secret@example.com/in");
    row("url", "ftp://example.com/in");
    row("method", "CONNECT");
    row("rule", "outcome:", ErrorCode::FilterSyntax);
    row("rule", "nonsense:1", ErrorCode::FilterSyntax);
    row("ca_file", "/nonexistent.pem");
    row("token", "two\r\nlines");
}

void OperationsTest::refusesABadDestination()
{
    QFETCH(QString, member);
    QFETCH(QString, value);
    QFETCH(ErrorCode, code);
    const auto answer = perform(with(addDestination(QStringLiteral("CRM")), member, value));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, code);
    const auto known = destinations::all(*m_database);
    QVERIFY(known && known->isEmpty());
}

void OperationsTest::pausesAndResumes()
{
    QVERIFY(perform(addDestination(QStringLiteral("CRM"))));
    QVERIFY(perform(named(QStringLiteral("destination pause"), QStringLiteral("CRM"))));
    const auto paused = destinations::byName(*m_database, QStringLiteral("CRM"));
    QCOMPARE(paused->state, DestinationState::Paused);
    QVERIFY(!paused->reason.isEmpty());
    QVERIFY(perform(named(QStringLiteral("destination resume"), QStringLiteral("CRM"))));
    QCOMPARE(destinations::byName(*m_database, QStringLiteral("CRM"))->state, DestinationState::Active);
}

void OperationsTest::removesADestinationAndItsSecrets()
{
    QVERIFY(perform(with(addDestination(QStringLiteral("CRM")), QStringLiteral("token"), QStringLiteral("bearer"))));
    const QString key = destinations::byName(*m_database, QStringLiteral("CRM"))->key;
    QVERIFY(secrets().destination(key) != Secrets::Destination());
    QVERIFY(perform(named(QStringLiteral("destination remove"), QStringLiteral("CRM"))));
    QVERIFY(secrets().destination(key) == Secrets::Destination());
    QVERIFY(destinations::all(*m_database)->isEmpty());
}

void OperationsTest::sendsAndDiscardsAndRetries()
{
    QVERIFY(perform(addDestination(QStringLiteral("CRM"))));
    QVERIFY(m_database->run(QStringLiteral("INSERT INTO identity VALUES (1, 1, 'call', 'a')")));
    QVERIFY(m_database->run(
        QStringLiteral(R"(INSERT INTO conversation ("id", "source_id", "scope", "time", "conversation_id", "status",
        "messages", "estimated", "events", "updated_at", "last_at", "last_rank", "last_digest", "first_event_at")
        VALUES (1, 1, 'call', 0, 'a', 'open', 0, '[]', 1, 0, 0, 0, x'00', 0))")));
    QJsonObject request{{QStringLiteral("operation"), QStringLiteral("outbox send")},
                        {QStringLiteral("destination"), QStringLiteral("CRM")},
                        {QStringLiteral("conversations"), QJsonArray{1}}};
    QCOMPARE(perform(with(request, QStringLiteral("conversations"), QJsonArray{999})).error().code,
             ErrorCode::NotFound);
    const auto queued = perform(request);
    QVERIFY2(queued, qUtf8Printable(queued ? QString() : queued.error().detail));
    QCOMPARE(queued->value(QStringLiteral("queued")).toInt(), 1);

    const auto rows = outbox::list(*m_database, {});
    QVERIFY(rows && rows->size() == 1);
    const QJsonArray ids{rows->first().id};
    const auto discarded =
        perform({{QStringLiteral("operation"), QStringLiteral("outbox discard")}, {QStringLiteral("rows"), ids}});
    QVERIFY(discarded);
    QCOMPARE(discarded->value(QStringLiteral("discarded")).toInt(), 1);
    const auto retried =
        perform({{QStringLiteral("operation"), QStringLiteral("outbox retry")}, {QStringLiteral("rows"), ids}});
    QVERIFY(retried);
    QCOMPARE(retried->value(QStringLiteral("retried")).toInt(), 1);
    const auto parked = perform({{QStringLiteral("operation"), QStringLiteral("outbox retry")},
                                 {QStringLiteral("destination"), QStringLiteral("CRM")}});
    QVERIFY(parked);
    QCOMPARE(parked->value(QStringLiteral("retried")).toInt(), 0);
}

QTEST_GUILESS_MAIN(OperationsTest)
#include "tst_operations.moc"
