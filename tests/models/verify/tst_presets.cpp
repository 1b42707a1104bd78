// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/verify/requests.h"

#include <QTest>

using namespace earshot;

namespace {

QJsonObject object(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

} // namespace

class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetIsItsOwnJson();
    void everyPresetNamesAHeaderAndWhatIsSigned();
    void thereIsNoPresetOfAnotherName();
    void onlyVardaSigns();
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void readsTheFieldsOfACustomScheme();
    void aPresetMayHaveItsOwnTolerance();
    void nothingAskedIsAnEmptyObject();
    void saysWhatMakesNoSense_data();
    void saysWhatMakesNoSense();
};

void PresetsTest::everyPresetIsItsOwnJson()
{
    QVERIFY(signaturePresets().contains(QStringLiteral("varda")));
    for (const QString &word : signaturePresets()) {
        const auto scheme = signaturePreset(word);
        QVERIFY2(scheme, qPrintable(word));
        const QJsonObject json = toJson(signedBy(*scheme));
        QCOMPARE(json, (QJsonObject{{QStringLiteral("signature"), QJsonObject{{QStringLiteral("preset"), word}}}}));
        const auto read = proofFromJson(json);
        QVERIFY2(read, qPrintable(word));
        QCOMPARE(*read, signedBy(*scheme));
    }
}

void PresetsTest::everyPresetNamesAHeaderAndWhatIsSigned()
{
    for (const QString &word : signaturePresets()) {
        const auto scheme = signaturePreset(word);
        QVERIFY(scheme);
        QVERIFY2(!scheme->header.isEmpty(), qPrintable(word));
        QVERIFY2(scheme->signedText.contains("{body}") || scheme->kind == SignatureScheme::Kind::Twilio,
                 qPrintable(word));
    }
}

void PresetsTest::thereIsNoPresetOfAnotherName()
{
    QVERIFY(!signaturePreset(QStringLiteral("Varda")));
    QVERIFY(!signaturePreset(QStringLiteral("custom")));
    QVERIFY(!signaturePreset(QString()));
    QVERIFY(!signaturePresets().contains(QStringLiteral("custom")));
}

void PresetsTest::onlyVardaSigns()
{
    QCOMPARE(presetOfPlatform(QStringLiteral("varda")), QStringLiteral("varda"));
    for (const char *platform : {"insighto", "eigi", "custom", ""})
        QVERIFY(presetOfPlatform(QString::fromLatin1(platform)).isNull());
}

void PresetsTest::comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("basic", R"({"basic":true})");
    row("bearer and a header", R"({"bearer":true,"secret_header":"X-Vapi-Secret"})");
    row("a preset with its own tolerance", R"({"signature":{"preset":"varda","tolerance_s":900}})");
    row("a preset of any age", R"({"signature":{"preset":"retell","tolerance_s":0}})");
    row("a bare digest",
        R"({"signature":{"preset":"custom","algorithm":"sha512","encoding":"base64","header":"X-Sig"}})");
    row("a time in a field of its own",
        R"({"signature":{"preset":"custom","algorithm":"sha256","encoding":"hex","header":"X-Sig","prefix":"sha256=",
            "signed":"v0:{timestamp}:{body}","timestamp_header":"X-Time","time_unit":"ms","tolerance_s":60}})");
    row("parts",
        R"({"signature":{"preset":"custom","algorithm":"sha1","encoding":"hex","header":"X-Sig","separator":";",
            "key_separator":":","signature_key":"s","timestamp_key":"t","signed":"{timestamp}{body}"}})");
    row("like Standard Webhooks",
        R"({"signature":{"preset":"custom","algorithm":"sha256","encoding":"base64","header":"ce-signature",
            "separator":" ","key_separator":",","signature_key":"v1","timestamp_header":"ce-time","id_header":"ce-id",
            "signed":"{id}.{timestamp}.{body}","secret_form":"standard-webhooks"},"basic":true})");
    row("over the URL",
        R"({"signature":{"preset":"custom","algorithm":"sha1","encoding":"hex","header":"X-Sig","signed":"{url}{body}"}})");
}

void PresetsTest::comesBackAsItWas()
{
    QFETCH(QByteArray, json);
    const auto proof = proofFromJson(object(json));
    QVERIFY2(proof, proof ? "" : qPrintable(proof.error().detail));
    QCOMPARE(toJson(*proof), object(json));
    QCOMPARE(proofFromJson(toJson(*proof)), proof);
}

void PresetsTest::readsTheFieldsOfACustomScheme()
{
    const SignatureScheme scheme = schemeFrom(
        R"({"preset":"custom","algorithm":"sha512","encoding":"base64","header":"X-Sig","prefix":"p","separator":" ",
            "key_separator":",","signature_key":"v","timestamp_header":"X-T","id_header":"X-I","tolerance_s":30,
            "signed":"{id}{timestamp}{body}","secret_form":"standard-webhooks","time_unit":"ms"})");
    SignatureScheme wanted;
    wanted.preset = QStringLiteral("custom");
    wanted.algorithm = SignatureScheme::Algorithm::Sha512;
    wanted.encoding = SignatureScheme::Encoding::Base64;
    wanted.secretForm = SignatureScheme::SecretForm::StandardWebhooks;
    wanted.header = "X-Sig";
    wanted.prefix = "p";
    wanted.partSeparator = ' ';
    wanted.keySeparator = ',';
    wanted.signatureKey = "v";
    wanted.timestampHeader = "X-T";
    wanted.idHeader = "X-I";
    wanted.signedText = "{id}{timestamp}{body}";
    wanted.timeUnit = SignatureScheme::TimeUnit::Milliseconds;
    wanted.tolerance = std::chrono::seconds(30);
    QCOMPARE(scheme, wanted);
}

void PresetsTest::aPresetMayHaveItsOwnTolerance()
{
    auto wanted = signaturePreset(QStringLiteral("elevenlabs"));
    QVERIFY(wanted);
    QCOMPARE(wanted->tolerance, std::chrono::minutes(30));
    wanted->tolerance = std::chrono::seconds(10);
    QCOMPARE(schemeFrom(R"({"preset":"elevenlabs","tolerance_s":10})"), *wanted);
}

void PresetsTest::nothingAskedIsAnEmptyObject()
{
    QCOMPARE(toJson(SenderProof()), QJsonObject());
    QCOMPARE(proofFromJson({}), SenderProof());
    QCOMPARE(proofFromJson(object(R"({"signature":null,"basic":false,"secret_header":null})")), SenderProof());
    QVERIFY(!SenderProof().isAsked());
}

void PresetsTest::saysWhatMakesNoSense_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *word, const char *json) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(word);
    };
    row("token", R"({"token":"x"})");
    row("basic", R"({"basic":"yes"})");
    row("Authorization", R"({"basic":true,"bearer":true})");
    row("secret_header", R"({"secret_header":"X Vapi"})");
    row("secret_header", R"({"secret_header":7})");
    row("preset", R"({"signature":"varda"})");
    row("\"vonage\"", R"({"signature":{"preset":"vonage"}})");
    row("\"\"", R"({"signature":{}})");
    row("\"header\"", R"({"signature":{"preset":"varda","header":"X"}})");
    row("tolerance_s", R"({"signature":{"preset":"varda","tolerance_s":-1}})");
    row("tolerance_s", R"({"signature":{"preset":"varda","tolerance_s":1.5}})");
    row("tolerance_s", R"({"signature":{"preset":"varda","tolerance_s":"300"}})");
    row("tolerance_s", R"({"signature":{"preset":"varda","tolerance_s":99999999}})");
    row("header", R"({"signature":{"preset":"custom"}})");
    row("header", R"({"signature":{"preset":"custom","header":"X:Y"}})");
    row("\"colour\"", R"({"signature":{"preset":"custom","header":"X","colour":"red"}})");
    row("sha512", R"({"signature":{"preset":"custom","header":"X","algorithm":"md5"}})");
    row("base64", R"({"signature":{"preset":"custom","header":"X","encoding":"base32"}})");
    row("time_unit", R"({"signature":{"preset":"custom","header":"X","time_unit":"us"}})");
    row("secret_form", R"({"signature":{"preset":"custom","header":"X","secret_form":1}})");
    row("prefix", R"({"signature":{"preset":"custom","header":"X","prefix":"a\nb"}})");
    row("separator", R"({"signature":{"preset":"custom","header":"X","separator":", ","signature_key":"v"}})");
    row("signature_key", R"({"signature":{"preset":"custom","header":"X","separator":","}})");
    row("separator", R"({"signature":{"preset":"custom","header":"X","signature_key":"v1"}})");
    row("differ", R"({"signature":{"preset":"custom","header":"X","separator":"=","signature_key":"v1"}})");
    row("part of a signature",
        R"({"signature":{"preset":"custom","header":"X","separator":"a","signature_key":"v1"}})");
    row("blanks", R"({"signature":{"preset":"custom","header":"X","separator":",","signature_key":" v1"}})");
    row("blanks", R"({"signature":{"preset":"custom","header":"X","separator":",","signature_key":"v=1"}})");
    row("prefix",
        R"({"signature":{"preset":"custom","header":"X","separator":",","signature_key":"v1","prefix":"a,"}})");
    row("prefix", R"({"signature":{"preset":"custom","header":"X","prefix":" a"}})");
    row("must differ", R"({"signature":{"preset":"custom","header":"X","id_header":"x","signed":"{id}{body}"}})");
    row("{body}", R"({"signature":{"preset":"custom","header":"X","signed":"{url}"}})");
    row("{nonce}", R"({"signature":{"preset":"custom","header":"X","signed":"{nonce}{body}"}})");
    row("{body", R"({"signature":{"preset":"custom","header":"X","signed":"{body}{body"}})");
    row("{timestamp}", R"({"signature":{"preset":"custom","header":"X","signed":"{timestamp}.{body}"}})");
    row("not signed", R"({"signature":{"preset":"custom","header":"X","timestamp_header":"X-T"}})");
    row("id_header", R"({"signature":{"preset":"custom","header":"X","signed":"{id}.{body}"}})");
    row("id_header", R"({"signature":{"preset":"custom","header":"X","id_header":"X-I"}})");
    row("timestamp_key",
        R"({"signature":{"preset":"custom","header":"X","timestamp_key":"t","signed":"{timestamp}{body}"}})");
}

void PresetsTest::saysWhatMakesNoSense()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const auto proof = proofFromJson(object(json));
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::BadArgument);
    QVERIFY2(proof.error().detail.contains(word), qPrintable(proof.error().detail));
}

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
