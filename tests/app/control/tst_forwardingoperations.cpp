// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people have done to destinations and the outbox, beyond what tst_operations has of them.

#include "app/control/operation.h"
#include "models/store/outbox.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/samplestore.h"

#include <QJsonArray>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = SampleStore::c_noon;
const QString c_alice = QStringLiteral("+33612345678");

QJsonObject operation(const char *name, QJsonObject members = {})
{
    members.insert(QStringLiteral("operation"), QString::fromLatin1(name));
    return members;
}

QJsonObject tryton()
{
    return operation("destination add",
                     {{QStringLiteral("name"), QStringLiteral("CRM")},
                      {QStringLiteral("kind"), QStringLiteral("tryton")},
                      {QStringLiteral("url"), QStringLiteral("https://tryton.example")},
                      {QStringLiteral("token"), QStringLiteral("pass")},
                      {QStringLiteral("options"), QJsonObject{{QStringLiteral("database"), QStringLiteral("crm")},
                                                              {QStringLiteral("user"), QStringLiteral("admin")}}}});
}

QJsonObject with(QJsonObject request, const QString &member, const QJsonValue &value)
{
    request.insert(member, value);
    return request;
}

} // namespace

class ForwardingOperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsACrmWithItsOptions();
    void knowsTheUsualAddress();
    void aCrmNeedsAToken_data();
    void aCrmNeedsAToken();
    void refusesOptionsOfAnotherKind();
    void whatIsGivenReplaces();
    void whatIsNotGivenStays();
    void nullTakesBack();
    void renames();
    void secretsStayUnlessOthersAreGiven();
    void saysWhatTheKeyStoreNoLongerNeeds();
    void aCrmKeepsItsToken();
    void refusesAChange_data();
    void refusesAChange();
    void aRefusedChangeChangesNothing();
    void resendsAsAsked();
    void onlyCounts();
    void refusesToResend_data();
    void refusesToResend();
    void choosesAContact();
    void settlesWhatWasPerhapsWritten();
    void answersNeedTheirMembers_data();
    void answersNeedTheirMembers();

private:
    Result<QJsonObject> perform(const QJsonObject &request);
    Destination kept(const QString &name = QStringLiteral("CRM")) const;
    Secrets::Destination keptSecrets() const;
    qint64 addParked(const QString &outcome = {});

    OutboxRow row(qint64 id) const { return SampleStore::valueOf(outbox::one(m_store->database(), id)); }

    std::unique_ptr<SampleStore> m_store;
    StoreLocation m_location;
    ManualClock m_clock{c_noon};
    std::optional<ForwardingRules> m_rules;
    int m_count = 0;
};

void ForwardingOperationsTest::init()
{
    m_store = std::make_unique<SampleStore>();
    m_location = StoreLocation::inFolder(m_store->folder());
    m_rules.emplace(m_clock);
}

Result<QJsonObject> ForwardingOperationsTest::perform(const QJsonObject &request)
{
    if (const auto checked = checkRequest(request); !checked)
        return std::unexpected(checked.error());
    Result<QJsonObject> answer;
    SecretsChange change(m_location.secretsPath());
    const auto done = m_store->database().transaction([&]() -> Result<void> {
        answer = earshot::perform(request, {m_store->database(), m_location, *m_rules, change, m_clock.now()});
        return answer ? Result<void>() : std::unexpected(answer.error());
    });
    return done ? answer : std::unexpected(done.error());
}

Destination ForwardingOperationsTest::kept(const QString &name) const
{
    return SampleStore::valueOf(destinations::byName(m_store->database(), name));
}

Secrets::Destination ForwardingOperationsTest::keptSecrets() const
{
    return SampleStore::valueOf(Secrets::load(m_location.secretsPath())).destination(kept().key);
}

/** The row's id; its destination is the first. */
qint64 ForwardingOperationsTest::addParked(const QString &outcome)
{
    const Database &database = m_store->database();
    const qint64 conversation = m_store->addConversation(QString::number(++m_count), outcome);
    SampleStore::valueOf(database.run(QStringLiteral("UPDATE conversation SET \"contact_phone\" = ?"), {c_alice}));
    SampleStore::valueOf(outbox::enqueue(database, {conversation}, kept().id, c_noon));
    const qint64 id = SampleStore::valueOf(outbox::ofConversation(database, conversation)).first().id;
    SampleStore::valueOf(outbox::storeParked(database, {id, 1, 422, {}, {}, c_noon}));
    return id;
}

void ForwardingOperationsTest::addsACrmWithItsOptions()
{
    const QString program = QStringLiteral("{record: {subject: .outcome}}");
    const auto added = perform(with(tryton(), QStringLiteral("mapping"), program));
    QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
    QCOMPARE(kept().kind, QStringLiteral("tryton"));
    QCOMPARE(kept().options.value(QLatin1StringView("user")).toString(), QStringLiteral("admin"));
    QCOMPARE(kept().mapping, program);
    QCOMPARE(keptSecrets().bearer, QByteArray("pass"));
}

void ForwardingOperationsTest::knowsTheUsualAddress()
{
    const auto added = perform(operation("destination add", {{QStringLiteral("name"), QStringLiteral("CRM")},
                                                             {QStringLiteral("kind"), QStringLiteral("hubspot")},
                                                             {QStringLiteral("token"), QStringLiteral("t")}}));
    QVERIFY2(added, added ? "" : qPrintable(added.error().detail));
    QCOMPARE(kept().url, QStringLiteral("https://api.hubapi.com"));
}

void ForwardingOperationsTest::aCrmNeedsAToken_data()
{
    QTest::addColumn<QJsonValue>("token");
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("empty") << QJsonValue(QString());
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
}

void ForwardingOperationsTest::aCrmNeedsAToken()
{
    QFETCH(QJsonValue, token);
    const auto refused = perform(with(tryton(), QStringLiteral("token"), token));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
    QVERIFY2(refused.error().detail.contains(QLatin1StringView("Tryton")), qPrintable(refused.error().detail));
    QVERIFY(destinations::all(m_store->database())->isEmpty());
}

void ForwardingOperationsTest::refusesOptionsOfAnotherKind()
{
    const auto refused = perform(with(tryton(), QStringLiteral("kind"), QStringLiteral("webhook")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadArgument);
}

void ForwardingOperationsTest::whatIsGivenReplaces()
{
    QVERIFY(perform(tryton()));
    const QJsonObject options{{QStringLiteral("database"), QStringLiteral("other")},
                              {QStringLiteral("user"), QStringLiteral("bot")}};
    const auto changed =
        perform(operation("destination set", {{QStringLiteral("destination"), QStringLiteral("crm")},
                                              {QStringLiteral("url"), QStringLiteral("https://new.example/base")},
                                              {QStringLiteral("rule"), QStringLiteral("outcome:booked")},
                                              {QStringLiteral("options"), options},
                                              {QStringLiteral("mapping"), QStringLiteral("{record: .}")}}));
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().detail));
    QCOMPARE(changed->value(QLatin1StringView("name")).toString(), QStringLiteral("CRM"));
    QCOMPARE(kept().url, QStringLiteral("https://new.example/base"));
    QCOMPARE(kept().rule, std::optional(QStringLiteral("outcome:booked")));
    QCOMPARE(kept().options, options);
    QCOMPARE(kept().mapping, QStringLiteral("{record: .}"));
    QCOMPARE(kept().mappingVersion, 2);
}

void ForwardingOperationsTest::whatIsNotGivenStays()
{
    QVERIFY(perform(with(tryton(), QStringLiteral("mapping"), QStringLiteral("{record: .}"))));
    const Destination before = kept();
    QVERIFY(perform(operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                                  {QStringLiteral("rule"), QString()}})));
    QCOMPARE(kept().rule, std::optional(QString()));
    QCOMPARE(kept().url, before.url);
    QCOMPARE(kept().options, before.options);
    QCOMPARE(kept().mapping, before.mapping);
    QCOMPARE(kept().mappingVersion, 1);
}

void ForwardingOperationsTest::nullTakesBack()
{
    QJsonObject request = with(tryton(), QStringLiteral("mapping"), QStringLiteral("{record: .}"));
    request.insert(QStringLiteral("rule"), QStringLiteral("outcome:booked"));
    request.insert(QStringLiteral("signing_key"), QStringLiteral("a2V5"));
    QVERIFY(perform(request));
    const QJsonValue null(QJsonValue::Null);
    QVERIFY(perform(operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                                  {QStringLiteral("rule"), null},
                                                  {QStringLiteral("mapping"), null},
                                                  {QStringLiteral("signing_key"), null}})));
    QVERIFY(!kept().rule);
    QVERIFY(kept().mapping.isNull());
    QCOMPARE(keptSecrets().bearer, QByteArray("pass"));
    QVERIFY(keptSecrets().signingKey.isEmpty());
}

void ForwardingOperationsTest::renames()
{
    QVERIFY(perform(tryton()));
    const auto renamed = perform(operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                                               {QStringLiteral("name"), QStringLiteral("Desk")}}));
    QVERIFY(renamed);
    QCOMPARE(renamed->value(QLatin1StringView("name")).toString(), QStringLiteral("Desk"));
    QVERIFY(!destinations::byName(m_store->database(), QStringLiteral("CRM")));
    QCOMPARE(kept(QStringLiteral("Desk")).url, QStringLiteral("https://tryton.example"));
}

void ForwardingOperationsTest::secretsStayUnlessOthersAreGiven()
{
    QVERIFY(perform(with(tryton(), QStringLiteral("signing_key"), QStringLiteral("a2V5"))));
    const QJsonObject set =
        operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                      {QStringLiteral("token"), QString()}}); // as the window sends what is not typed
    QVERIFY(perform(set));
    QCOMPARE(keptSecrets(), (Secrets::Destination{"pass", "key"}));
    QVERIFY(perform(with(set, QStringLiteral("token"), QStringLiteral("other"))));
    QCOMPARE(keptSecrets(), (Secrets::Destination{"other", "key"}));
}

void ForwardingOperationsTest::saysWhatTheKeyStoreNoLongerNeeds()
{
    QJsonObject add = with(tryton(), QStringLiteral("token"), QStringLiteral("keyring:old"));
    add.insert(QStringLiteral("signing_key"), QString::fromLatin1(QByteArray("keyring:stays").toBase64()));
    QVERIFY(perform(add));
    const auto changed =
        perform(operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                              {QStringLiteral("token"), QStringLiteral("keyring:new")}}));
    QVERIFY(changed);
    QCOMPARE(changed->value(QLatin1StringView("key_store")).toArray(), QJsonArray{QStringLiteral("old")});
}

void ForwardingOperationsTest::aCrmKeepsItsToken()
{
    QVERIFY(perform(tryton()));
    const auto refused = perform(operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                                               {QStringLiteral("token"), QJsonValue::Null}}));
    QVERIFY(!refused);
    QCOMPARE(keptSecrets().bearer, QByteArray("pass"));
}

void ForwardingOperationsTest::refusesAChange_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *member, const QJsonValue &value, ErrorCode code = ErrorCode::BadArgument) {
        QTest::addRow("%s %s", member, qPrintable(value.toString())) << QString::fromLatin1(member) << value << code;
    };
    row("destination", QString());
    row("destination", QStringLiteral("Nobody"), ErrorCode::NotFound);
    row("name", QStringLiteral("a/b"));
    row("name", QStringLiteral("Other"), ErrorCode::AlreadyExists);
    row("url", QStringLiteral("http://crm.example"));
    row("kind", QStringLiteral("salesfarce"));
    row("options", QJsonObject());
    row("rule", QStringLiteral("nonsense:1"), ErrorCode::FilterSyntax);
    row("token", QStringLiteral("two\nlines"));
}

void ForwardingOperationsTest::refusesAChange()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(ErrorCode, code);
    QVERIFY(perform(tryton()));
    m_store->addDestination(QStringLiteral("Other"));
    const QJsonObject set = operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")}});
    const auto refused = perform(with(set, member, value));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
}

void ForwardingOperationsTest::aRefusedChangeChangesNothing()
{
    QVERIFY(perform(tryton()));
    QVERIFY(!perform(operation("destination set", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                                   {QStringLiteral("token"), QStringLiteral("other")},
                                                   {QStringLiteral("url"), QStringLiteral("ftp://x.example")}})));
    QCOMPARE(keptSecrets().bearer, QByteArray("pass"));
    QCOMPARE(kept().url, QStringLiteral("https://tryton.example"));
}

void ForwardingOperationsTest::resendsAsAsked()
{
    QVERIFY(perform(tryton()));
    const qint64 booked = addParked(QStringLiteral("booked"));
    const qint64 also = addParked(QStringLiteral("booked"));
    const qint64 spam = addParked(QStringLiteral("spam"));
    m_clock.set(c_noon + 1h);
    const auto sent = perform(operation("outbox resend", {{QStringLiteral("destination"), QStringLiteral("CRM")},
                                                          {QStringLiteral("filter"), QStringLiteral("outcome:booked")},
                                                          {QStringLiteral("per_minute"), 4}}));
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QCOMPARE(sent->value(QLatin1StringView("rows")).toInt(), 2);
    QCOMPARE(row(booked).nextAt, c_noon + 1h);
    QCOMPARE(row(also).nextAt, c_noon + 1h + 15s);
    QCOMPARE(row(spam).state, OutboxState::Parked);
    QCOMPARE(perform(operation("outbox resend"))->value(QLatin1StringView("rows")).toInt(), 1);
}

void ForwardingOperationsTest::onlyCounts()
{
    QVERIFY(perform(tryton()));
    const qint64 parked = addParked();
    const qint64 sent = addParked();
    QVERIFY(outbox::storeSent(m_store->database(), {sent, 1, 200, {}, {}, c_noon}));
    const auto counted = perform(
        operation("outbox resend", {{QStringLiteral("only_count"), true}, {QStringLiteral("also_sent"), true}}));
    QVERIFY(counted);
    QCOMPARE(counted->value(QLatin1StringView("rows")).toInt(), 2);
    QCOMPARE(row(parked).state, OutboxState::Parked);
}

void ForwardingOperationsTest::refusesToResend_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("an unknown destination") << "destination" << QJsonValue(QStringLiteral("x")) << ErrorCode::NotFound;
    QTest::newRow("no filter") << "filter" << QJsonValue(QStringLiteral("outcome:")) << ErrorCode::FilterSyntax;
    QTest::newRow("a pace below nothing") << "per_minute" << QJsonValue(-1) << ErrorCode::BadArgument;
    QTest::newRow("no pace any more") << "per_minute" << QJsonValue(100'000) << ErrorCode::BadArgument;
}

void ForwardingOperationsTest::refusesToResend()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(ErrorCode, code);
    const auto refused = perform(with(operation("outbox resend"), member, value));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
}

void ForwardingOperationsTest::choosesAContact()
{
    QVERIFY(perform(tryton()));
    const qint64 asking = addParked();
    QVERIFY(outbox::retry(m_store->database(), {asking}, c_noon));
    QVERIFY(outbox::storeQuestion(m_store->database(), {asking, 1, {}, {}, {}, c_noon}, OutboxQuestion::WhichContact,
                                  {{QStringLiteral("11"), {}, {}, {}, {}}, {QStringLiteral("12"), {}, {}, {}, {}}}));
    const QJsonObject request = operation(
        "outbox choose", {{QStringLiteral("row"), asking}, {QStringLiteral("contact"), QStringLiteral("12")}});
    QCOMPARE(perform(with(request, QStringLiteral("contact"), QStringLiteral("13"))).error().code, ErrorCode::NotFound);
    QVERIFY(perform(request));
    QCOMPARE(row(asking).state, OutboxState::Waiting);
    QCOMPARE(outboxsteps::person(m_store->database(), kept().id, c_alice).value()->id, QStringLiteral("12"));
    QCOMPARE(perform(request).error().code, ErrorCode::BadArgument); // it does not ask any more
}

void ForwardingOperationsTest::settlesWhatWasPerhapsWritten()
{
    QVERIFY(perform(tryton()));
    for (const bool isThere : {true, false}) {
        const qint64 asking = addParked();
        QVERIFY(outbox::retry(m_store->database(), {asking}, c_noon));
        QVERIFY(outbox::storeQuestion(m_store->database(), {asking, 1, {}, {}, {}, c_noon},
                                      OutboxQuestion::PerhapsWritten));
        const auto settled = perform(
            operation("outbox settle", {{QStringLiteral("row"), asking}, {QStringLiteral("is_there"), isThere}}));
        QVERIFY2(settled, settled ? "" : qPrintable(settled.error().detail));
        QCOMPARE(row(asking).state, isThere ? OutboxState::Sent : OutboxState::Waiting);
    }
}

void ForwardingOperationsTest::answersNeedTheirMembers_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::newRow("choose nothing") << operation("outbox choose");
    QTest::newRow("choose nobody") << operation("outbox choose", {{QStringLiteral("row"), 1}});
    QTest::newRow("settle nothing") << operation("outbox settle", {{QStringLiteral("is_there"), true}});
    QTest::newRow("settle without an answer") << operation("outbox settle", {{QStringLiteral("row"), 1}});
}

void ForwardingOperationsTest::answersNeedTheirMembers()
{
    QFETCH(QJsonObject, request);
    QCOMPARE(perform(request).error().code, ErrorCode::BadArgument);
}

QTEST_GUILESS_MAIN(ForwardingOperationsTest)
#include "tst_forwardingoperations.moc"
