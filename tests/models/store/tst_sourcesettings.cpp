// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/changes.h"
#include "models/store/settings.h"
#include "models/store/sources.h"
#include "models/store/sourcesettings.h"
#include "models/verify/presets.h"
#include "tests/models/store/storefixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class SourceSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEverySetting();
    void changesAndTakesAway();
    void refusesABadNetwork();
    void aDamagedProofIsNoProof();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void fillsInWhatIsLeftOut();
    void keepsSettingsOfTheStore();
    void tellsOfChangedSettings();
};

namespace {

Source secured()
{
    Source source;
    source.key = QStringLiteral("deskdesk");
    source.name = QStringLiteral("Desk");
    source.platform = QStringLiteral("varda");
    source.allow = {QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::/32")};
    source.proof.signature = signaturePreset(QStringLiteral("varda"));
    source.proof.basic = true;
    source.proof.secretHeader = "X-Secret";
    source.rateLimit = RateLimit{600, 60};
    source.answer = ChosenAnswer{503, "later", 2s, false, 3};
    source.retention = {std::chrono::days(365), std::chrono::days(30), qint64(2) << 30};
    return source;
}

void verifySameSettings(const Source &one, const Source &other)
{
    QCOMPARE(one.allow, other.allow);
    QVERIFY(one.proof == other.proof);
    QVERIFY(one.rateLimit == other.rateLimit);
    QVERIFY(one.answer == other.answer);
    QVERIFY(one.retention == other.retention);
}

QJsonObject object(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

template <typename T>
Result<void> outcome(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

Result<void> readAs(const QString &kind, const QJsonObject &json)
{
    if (kind == QLatin1StringView("rate"))
        return outcome(rateLimitFromJson(json));
    if (kind == QLatin1StringView("answer"))
        return outcome(chosenAnswerFromJson(json));
    return outcome(retentionFromJson(json));
}

} // namespace

void SourceSettingsTest::keepsEverySetting()
{
    const StoreFixture store;
    const Database &database = store.database();
    const Source source = secured();
    QVERIFY(sources::add(database, source));
    verifySameSettings(*sources::byName(database, source.name), source);
}

void SourceSettingsTest::changesAndTakesAway()
{
    const StoreFixture store;
    const Database &database = store.database();
    Source source = *sources::add(database, secured());
    source.answer = ChosenAnswer{200, {}, 0ms, true, 1};
    source.proof = {};
    QVERIFY(sources::change(database, source));
    verifySameSettings(*sources::byName(database, source.name), source);
    source.allow.clear();
    source.answer.reset();
    source.rateLimit.reset();
    source.retention = {};
    QVERIFY(sources::change(database, source));
    const Source bare = *sources::byName(database, source.name);
    verifySameSettings(bare, source);
    QVERIFY(!bare.proof.isAsked() && !bare.answer && !bare.rateLimit && !bare.retention.isAsked());
}

void SourceSettingsTest::refusesABadNetwork()
{
    const StoreFixture store;
    const Database &database = store.database();
    Source source = secured();
    source.allow = {QStringLiteral("192.0.2.0/33")};
    const auto added = sources::add(database, source);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::BadArgument);
    QVERIFY(added.error().detail.contains(QStringLiteral("192.0.2.0/33")));
}

void SourceSettingsTest::aDamagedProofIsNoProof()
{
    const StoreFixture store;
    const Database &database = store.database();
    QVERIFY(sources::add(database, secured()));
    QVERIFY(database.run(QStringLiteral(R"(UPDATE source SET "proof" = '{"preset":"of tomorrow"}')")));
    const auto read = sources::all(database);
    QVERIFY(!read); // rather than a source that anybody may post to
    QCOMPARE(read.error().code, ErrorCode::StoreFailed);
    QVERIFY2(read.error().detail.contains(QStringLiteral("Desk")), qPrintable(read.error().detail));
}

void SourceSettingsTest::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *kind, const char *json, const char *named) {
        QTest::addRow("%s %s", kind, json)
            << QString::fromLatin1(kind) << QByteArray(json) << QString::fromLatin1(named);
    };
    row("rate", "{}", "per_minute");
    row("rate", R"({"per_minute":0})", "per_minute");
    row("rate", R"({"per_minute":1.5})", "per_minute");
    row("rate", R"({"per_minute":"60"})", "per_minute");
    row("rate", R"({"per_minute":60,"burst":0})", "burst");
    row("rate", R"({"per_minute":1000001})", "per_minute");
    row("answer", R"({"status":199})", "status");
    row("answer", R"({"status":600})", "status");
    row("answer", R"({"delay_ms":60001})", "delay_ms");
    row("answer", R"({"one_in":0})", "one_in");
    row("retention", R"({"whole_days":0})", "whole_days");
    row("retention", R"({"bytes_days":-3})", "bytes_days");
    row("retention", R"({"max_bytes":1000})", "max_bytes");
}

void SourceSettingsTest::refusesWhatMakesNoSense()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto read = readAs(kind, object(json.constData()));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadArgument);
    QVERIFY2(read.error().detail.contains(named), qPrintable(read.error().detail));
}

void SourceSettingsTest::fillsInWhatIsLeftOut()
{
    QVERIFY(*rateLimitFromJson(object(R"({"per_minute":600})")) == (RateLimit{600, 60}));
    QVERIFY(*rateLimitFromJson(object(R"({"per_minute":3})")) == (RateLimit{3, 1}));
    QVERIFY(*chosenAnswerFromJson({}) == ChosenAnswer());
    QVERIFY(!retentionFromJson(object(R"({"whole_days":null})"))->isAsked());
}

void SourceSettingsTest::keepsSettingsOfTheStore()
{
    const StoreFixture store;
    const Database &database = store.database();
    const QString key = QStringLiteral("listener");
    QVERIFY(!*settings::get(database, key));
    QVERIFY(settings::set(database, key, object(R"({"tls":null})")));
    QVERIFY(settings::set(database, key, object(R"({"trusted_proxies":["10.0.0.0/8"]})")));
    QCOMPARE(**settings::get(database, key), object(R"({"trusted_proxies":["10.0.0.0/8"]})"));
    QVERIFY(!*settings::get(database, QStringLiteral("tunnel")));
    QVERIFY(settings::set(database, key, std::nullopt));
    QVERIFY(!*settings::get(database, key));
}

void SourceSettingsTest::tellsOfChangedSettings()
{
    const StoreFixture store;
    const Database &database = store.database();
    const auto reading = openToRead(store.path());
    QVERIFY(reading);
    auto reader = ChangeReader::open(*reading);
    QVERIFY(reader);
    QVERIFY(settings::set(database, QStringLiteral("listener"), QJsonObject()));
    const auto changes = reader->poll();
    QVERIFY(changes);
    QVERIFY(changes->settings);
    QVERIFY(!changes->everything);
}

QTEST_GUILESS_MAIN(SourceSettingsTest)
#include "tst_sourcesettings.moc"
