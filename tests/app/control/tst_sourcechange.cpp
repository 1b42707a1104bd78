// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/listenersetting.h"
#include "app/control/operation.h"
#include "app/receive/certificate.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = Timestamp(1'780'000'000s);

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject with(QJsonObject request, const QJsonObject &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        request.insert(it.key(), it.value());
    return request;
}

} // namespace

/** How a source's security is changed, and what is set for the whole store: `source set`, `source rotate`,
 * `setting set`. */
class SourceChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSigningSecretImpliesThePlatformsPreset();
    void setsAndTakesAwayAProof();
    void whatIsNotNamedStays();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void errorsHoldNoSecret();
    void rotatesASigningSecretWithAnOverlap();
    void rotatesATokenWithAnOverlap();
    void anEndedTokenIsFreeAgain();
    void keepsReferencesAsTheyAre();
    void aFailedCommitPutsTheSecretsBack();
    void setsTheListener();
    void refusesABadListener_data();
    void refusesABadListener();
    void refusesAnUnknownSetting();

private:
    Result<QJsonObject> perform(const QJsonObject &request, bool commits = true);
    Result<QJsonObject> set(const QJsonObject &members);

    Source source() const { return *sources::byName(*m_database, QStringLiteral("Desk")); }

    SourceSecrets secrets() const { return Secrets::load(m_location.secretsPath())->source(source().key); }

    std::unique_ptr<QTemporaryDir> m_folder;
    StoreLocation m_location;
    std::optional<Database> m_database;
    SystemClock m_clock;
    std::optional<ForwardingRules> m_rules;
    Timestamp m_now;
};

void SourceChangeTest::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_location = StoreLocation::inFolder(m_folder->path());
    auto database = openToWrite(m_location.path);
    QVERIFY(database);
    m_database.emplace(*std::move(database));
    m_rules.emplace(m_clock);
    m_now = c_noon;
    QVERIFY(perform(object(R"({"operation":"source add","name":"Desk","platform":"varda"})")));
}

Result<QJsonObject> SourceChangeTest::perform(const QJsonObject &request, bool commits)
{
    Result<QJsonObject> answer;
    SecretsChange change(m_location.secretsPath());
    const auto done = m_database->transaction([&]() -> Result<void> {
        answer = earshot::perform(request, {*m_database, m_location, *m_rules, change, m_now});
        if (answer && !commits)
            return failure(ErrorCode::StoreFull, QStringLiteral("no room"));
        return answer ? Result<void>() : std::unexpected(answer.error());
    });
    if (!done && !change.undo())
        return failure(ErrorCode::FileFailed, QStringLiteral("not undone"));
    return done ? answer : std::unexpected(done.error());
}

Result<QJsonObject> SourceChangeTest::set(const QJsonObject &members)
{
    return perform(with(object(R"({"operation":"source set","name":"Desk"})"), members));
}

void SourceChangeTest::aSigningSecretImpliesThePlatformsPreset()
{
    QVERIFY(!source().proof.isAsked());
    QVERIFY(set(object(R"({"signing_secret":"varda-s3cret"})")));
    QCOMPARE(source().proof.signature->preset, QStringLiteral("varda"));
    QCOMPARE(secrets().signing, (QList<TimedSecret>{{"varda-s3cret", std::nullopt}}));

    QVERIFY(perform(
        object(R"({"operation":"source add","name":"Signed","platform":"varda","signing_secret":"s3cret-2"})")));
    QVERIFY(sources::byName(*m_database, QStringLiteral("Signed"))->proof.signature);
}

void SourceChangeTest::setsAndTakesAwayAProof()
{
    QVERIFY(set(object(R"({"proof":{"signature":{"preset":"github"}},"signing_secret":"one","basic":"me:pass"})")));
    QCOMPARE(source().proof.signature->preset, QStringLiteral("github"));
    QVERIFY(source().proof.basic);
    QCOMPARE(secrets().basic, QByteArray("me:pass"));
    QVERIFY(set(object(R"({"bearer":"b3arer"})"))); // in its place
    QVERIFY(!source().proof.basic && source().proof.bearer);
    QVERIFY(secrets().basic.isEmpty());
    QVERIFY(set(object(R"({"bearer":null})")));
    QVERIFY(!source().proof.bearer && source().proof.signature);
    QVERIFY(set(object(R"({"basic":"me:pass"})")));
    QVERIFY(set(object(R"({"proof":null})")));
    QVERIFY(!source().proof.isAsked());
    QVERIFY(secrets().signing.isEmpty() && secrets().basic.isEmpty());
    QCOMPARE(secrets().tokens.size(), 1);
}

void SourceChangeTest::whatIsNotNamedStays()
{
    QVERIFY(set(object(R"({"signing_secret":"one","rate_limit":{"per_minute":60},"allow":["192.0.2.0/24"],
                           "answer":{"status":503},"retention":{"whole_days":90}})")));
    QVERIFY(set(object(R"({"answer":null})")));
    const Source after = source();
    QVERIFY(!after.answer);
    QCOMPARE(after.rateLimit->perMinute, 60);
    QCOMPARE(after.allow, QStringList{QStringLiteral("192.0.2.0/24")});
    QCOMPARE(after.retention.whole->count(), 90);
    QCOMPARE(secrets().signing.size(), 1);
}

void SourceChangeTest::refusesWhatCannotWork_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *members, const char *named) {
        QTest::newRow(members) << QByteArray(members) << QString::fromLatin1(named);
    };
    row(R"({"proof":{"signature":{"preset":"github"}}})", "signing_secret");
    row(R"({"proof":{"signature":{"preset":"of tomorrow"}},"signing_secret":"s3cret"})", "of tomorrow");
    row(R"({"proof":"github"})", "proof");
    row(R"({"proof":{"signature":{"preset":"standard-webhooks"}},"signing_secret":"no s3cret of that form"})",
        "whsec_");
    row(R"({"basic":"nocolon-s3cret"})", "basic");
    row(R"({"basic":"me:s3cret\r\nX-A: b"})", "basic");
    row(R"({"bearer":" s3cret"})", "bearer");
    row(R"({"bearer":"s3cret","basic":"me:s3cret"})", "Authorization");
    row(R"({"header_secret":"s3cret"})", "header");
    row(R"({"allow":["192.0.2.0/33"]})", "192.0.2.0/33");
    row(R"({"rate_limit":{"per_minute":0}})", "per_minute");
    row(R"({"rate_limit":60})", "rate_limit");
    row(R"({"answer":{"status":42}})", "status");
    row(R"({"retention":{"whole_days":0}})", "whole_days");
    row(R"({"signing_secret":"s3cret","signing_overlap_s":-1})", "overlap");
    row(R"({"signing_secret":"s3cret","signing_overlap_s":99999999})", "overlap");
}

void SourceChangeTest::refusesWhatCannotWork()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, named);
    const SourceSecrets before = secrets();
    const auto answer = set(object(members.constData()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::BadArgument);
    QVERIFY2(answer.error().detail.contains(named), qPrintable(answer.error().detail));
    QVERIFY(!source().proof.isAsked());
    QVERIFY(secrets() == before);
}

void SourceChangeTest::errorsHoldNoSecret()
{
    for (const char *const members :
         {R"({"basic":"nocolon-s3cret"})", R"({"bearer":" s3cret"})",
          R"({"proof":{"signature":{"preset":"standard-webhooks"}},"signing_secret":"whsec_s3cret?"})"}) {
        const auto answer = set(object(members));
        QVERIFY(!answer);
        QVERIFY2(!answer.error().detail.contains(QStringLiteral("s3cret")), qPrintable(answer.error().detail));
    }
}

void SourceChangeTest::rotatesASigningSecretWithAnOverlap()
{
    QVERIFY(set(object(R"({"signing_secret":"first"})")));
    QVERIFY(set(object(R"({"signing_secret":"second","signing_overlap_s":3600})")));
    const QList<TimedSecret> both{{"second", std::nullopt}, {"first", c_noon + 1h}};
    QCOMPARE(secrets().signing, both);
    m_now = c_noon + 2h;
    QVERIFY(set(object(R"({"signing_secret":"third"})")));
    QCOMPARE(secrets().signing.size(), 2); // the last that ended, to tell late senders
    QVERIFY(!secrets().signing[1].isLiveAt(m_now));
}

void SourceChangeTest::rotatesATokenWithAnOverlap()
{
    const QByteArray before = secrets().token(c_noon);
    const auto answer = perform(object(R"({"operation":"source rotate","name":"Desk","overlap_s":86400})"));
    QVERIFY(answer);
    const QByteArray after = answer->value(QStringLiteral("token")).toString().toLatin1();
    QCOMPARE(secrets().tokens, (QList<TimedSecret>{{after, std::nullopt}, {before, c_noon + 24h}}));
    QVERIFY(perform(object(R"({"operation":"source rotate","name":"Desk"})")));
    QCOMPARE(secrets().tokens.size(), 1); // what has ended is not kept
}

void SourceChangeTest::anEndedTokenIsFreeAgain()
{
    const QString before = QString::fromLatin1(secrets().token(c_noon));
    QVERIFY(perform(object(R"({"operation":"source rotate","name":"Desk","overlap_s":60})")));
    const QJsonObject again{{QStringLiteral("operation"), QStringLiteral("source add")},
                            {QStringLiteral("name"), QStringLiteral("Other")},
                            {QStringLiteral("platform"), QStringLiteral("eigi")},
                            {QStringLiteral("token"), before}};
    QCOMPARE(perform(again).error().code, ErrorCode::AlreadyExists);
    m_now = c_noon + 60s;
    QVERIFY(perform(again));
}

void SourceChangeTest::keepsReferencesAsTheyAre()
{
    QVERIFY(set(object(R"({"signing_secret":"env:VARDA_SECRET","basic":"credential:basic"})")));
    QCOMPARE(secrets().signing[0].value, QByteArray("env:VARDA_SECRET"));
    QCOMPARE(secrets().basic, QByteArray("credential:basic"));
}

void SourceChangeTest::aFailedCommitPutsTheSecretsBack()
{
    const SourceSecrets before = secrets();
    const auto rotate = object(R"({"operation":"source rotate","name":"Desk"})");
    QCOMPARE(perform(rotate, false).error().code, ErrorCode::StoreFull);
    QVERIFY(secrets() == before);
    QVERIFY(!perform(object(R"({"operation":"source remove","name":"Desk"})"), false));
    QVERIFY(secrets() == before);
    QVERIFY(!perform(object(R"({"operation":"source set","name":"Desk","signing_secret":"s3cret"})"), false));
    QVERIFY(secrets() == before);
    QVERIFY(!source().proof.isAsked());
}

void SourceChangeTest::setsTheListener()
{
    const CertificateFiles files{m_folder->filePath(QStringLiteral("c.pem")),
                                 m_folder->filePath(QStringLiteral("k.pem"))};
    QVERIFY(makeSelfSignedCertificate(files, {QStringLiteral("localhost")}, m_clock.now()));
    const ListenerSetting setting{files, {QStringLiteral("10.0.0.0/8")}};
    QVERIFY(perform({{QStringLiteral("operation"), QStringLiteral("setting set")},
                     {QStringLiteral("key"), QStringLiteral("listener")},
                     {QStringLiteral("value"), toJson(setting)}}));
    QVERIFY(*listenerSetting(*m_database) == setting);
    QVERIFY(perform({{QStringLiteral("operation"), QStringLiteral("setting set")},
                     {QStringLiteral("key"), QStringLiteral("listener")},
                     {QStringLiteral("value"), QJsonValue(QJsonValue::Null)}}));
    QVERIFY(*listenerSetting(*m_database) == ListenerSetting());
}

void SourceChangeTest::refusesABadListener_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *value, const char *named) {
        QTest::newRow(value) << QByteArray(value) << QString::fromLatin1(named);
    };
    row(R"({"tls":{"certificate":"/no/such.pem","key":"/no/such.key"}})", "/no/such");
    row(R"({"tls":{"certificate":"relative.pem","key":"/k"}})", "tls.certificate");
    row(R"({"tls":{"certificate":"/c"}})", "tls.key");
    row(R"({"tls":{"certificate":"/c","key":"/k","password":"x"}})", "password");
    row(R"({"trusted_proxies":["10.0.0.0/8","proxy.example"]})", "proxy.example");
    row(R"({"port":80})", "port");
}

void SourceChangeTest::refusesABadListener()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, named);
    const auto answer = perform({{QStringLiteral("operation"), QStringLiteral("setting set")},
                                 {QStringLiteral("key"), QStringLiteral("listener")},
                                 {QStringLiteral("value"), object(value.constData())}});
    QVERIFY(!answer);
    QVERIFY2(answer.error().detail.contains(named), qPrintable(answer.error().detail));
    QVERIFY(*listenerSetting(*m_database) == ListenerSetting());
}

void SourceChangeTest::refusesAnUnknownSetting()
{
    const auto answer = perform(object(R"({"operation":"setting set","key":"colour","value":{}})"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::BadArgument);
    QVERIFY(!perform(object(R"({"operation":"setting set","key":"listener","value":[]})")));
    QVERIFY(!perform(object(R"({"operation":"setting set","key":"listener"})")));
}

QTEST_GUILESS_MAIN(SourceChangeTest)
#include "tst_sourcechange.moc"
