// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Right signatures and secrets, their vectors, and the window of time. What is wrong is in tst_verifierdiagnosis.

#include "tests/models/verify/requests.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const QByteArray c_event = R"({"id":"evt_1","event":"call.ended"})";
constexpr qint64 c_second = 1'778'754'093; // 2026-05-14T10:21:33Z

/** Signatures that others made: published ones, and ones recomputed with another program. */
struct Vector {
    const char *name;
    const char *preset;
    QByteArray secret;
    QByteArray url;
    QByteArray body;
    QList<HeaderField> headers;
    qint64 second;
};

const QByteArray c_twilioUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
const QByteArray c_twilioForm =
    "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";

QList<Vector> twilioVectors()
{
    const auto made = [](const char *name, const QByteArray &url, const QByteArray &body, const QByteArray &signature) {
        return Vector{name, "twilio", "12345", url, body, {{"X-Twilio-Signature", signature}}, c_second};
    };
    QByteArray withPort = c_twilioUrl;
    withPort.replace(".com", ".com:1234");
    QByteArray plainHttp = c_twilioUrl;
    plainHttp.replace("https", "http");
    QByteArray plainHttpWithPort = withPort;
    plainHttpWithPort.replace("https", "http");
    const QByteArray hashed =
        c_twilioUrl + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    return {
        made("Twilio's form", c_twilioUrl, c_twilioForm, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        made("Twilio, repeated fields", c_twilioUrl, "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234",
             "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
        made("Twilio without the port", withPort, c_twilioForm, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        made("Twilio with the port", plainHttpWithPort, c_twilioForm, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
        made("Twilio adds 443", c_twilioUrl, c_twilioForm, "kvajT1Ptam85bY51eRf/AJRuM3w="),
        made("Twilio adds 80", plainHttp, c_twilioForm, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        made("Twilio's JSON", hashed, R"({"property": "value", "boolean": true})", "a9nBmqA0ju/hNViExpshrM61xv4="),
    };
}

QList<Vector> vectors()
{
    const QByteArray webhookId = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    return {
        {"Standard Webhooks",
         "standard-webhooks",
         "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
         {},
         R"({"test": 2432232314})",
         {{"Webhook-Id", webhookId},
          {"Webhook-Timestamp", "1614265330"},
          {"Webhook-Signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}},
         1'614'265'330},
        {"Svix",
         "svix",
         "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
         {},
         R"({"test": 2432232314})",
         {{"svix-id", webhookId},
          {"svix-timestamp", "1614265330"},
          {"svix-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="}},
         1'614'265'330},
        {"Standard Webhooks, Ed25519",
         "standard-webhooks",
         "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=",
         {},
         R"({"test": 2432232314})",
         {{"webhook-id", webhookId},
          {"webhook-timestamp", "1614265330"},
          {"webhook-signature",
           "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg=="}},
         1'614'265'330},
        {"Varda",
         "varda",
         "varda_secret_1",
         {},
         c_event,
         {{"X-Varda-Signature", "t=1778754093,v1=3fc089844218134bb263964e7435fe01d2d3f3a67cd493b72058e843e6b9f5ec"}},
         c_second},
        {"Retell",
         "retell",
         "test-api-key",
         {},
         R"({"event":"call_ended"})",
         {{"x-retell-signature", "v=1700000000000,d=07024cabe7dd8f6d1c6e4a8324ca92c812e6ad4a7ee506c04f7e462e3321823e"}},
         1'700'000'000},
        {"GitHub",
         "github",
         "It's a Secret to Everybody",
         {},
         "Hello, World!",
         {{"X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"}},
         c_second},
        {"Intercom",
         "intercom",
         "client-secret",
         {},
         c_event,
         {{"X-Hub-Signature", "sha1=debf688024e961b58c424ed3bf7ff215074e4dbb"}},
         c_second},
        {"Chatwoot",
         "chatwoot",
         "s3cret",
         {},
         c_event,
         {{"X-Chatwoot-Timestamp", "1778754093"},
          {"X-Chatwoot-Signature", "sha256=97b0d03f9f13cc71da9376e8f699599d3ac1943d5eb346a6052d72ece10f9cd1"}},
         c_second},
        {"ElevenLabs",
         "elevenlabs",
         "s3cret",
         {},
         c_event,
         {{"ElevenLabs-Signature", "t=1778754093,v0=97b0d03f9f13cc71da9376e8f699599d3ac1943d5eb346a6052d72ece10f9cd1"}},
         c_second + 1700},
        {"phone.systems",
         "phone-systems",
         "s3cret",
         {},
         c_event,
         {{"X-PS-Signature", "t=1778754093,v1=97b0d03f9f13cc71da9376e8f699599d3ac1943d5eb346a6052d72ece10f9cd1"}},
         c_second},
        {"Bland",
         "bland",
         "s3cret",
         {},
         c_event,
         {{"X-Webhook-Signature", "f3fca5bfc8006626b270aa7129728880feb31c2da1393161ea4aca1996469ea1"}},
         c_second},
        {"CallRail", "callrail", "company-key", {}, c_event, {{"Signature", "lkJFgudighbY0o79Kzl8hxp7G+I="}}, c_second},
    };
}

SignatureScheme preset(const char *word)
{
    const auto scheme = signaturePreset(QString::fromLatin1(word));
    if (!scheme)
        qFatal("no preset %s", word);
    return *scheme;
}

MadeRequest signedEvent(const SignatureScheme &scheme, const QByteArray &secret, qint64 second = c_second)
{
    MadeRequest request{{}, c_event, "https://hooks.example/hook/x?y=1"};
    const auto fields = sign(scheme, secret, request.body, request.url, "msg_1", atSecond(second));
    if (!fields)
        qFatal("%s", qPrintable(fields.error().detail));
    request.headers = *fields;
    return request;
}

} // namespace

class VerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesSignaturesThatOthersMade_data();
    void takesSignaturesThatOthersMade();
    void aChangedByteIsNotVerified_data();
    void aChangedByteIsNotVerified();
    void takesWhatItSigns_data();
    void takesWhatItSigns();
    void toleratesHowSignaturesAreWritten_data();
    void toleratesHowSignaturesAreWritten();
    void oneFittingSignatureIsEnough();
    void twoSecretsAreLive();
    void endedSecretsAreNot();
    void looksAtTheTimeBothWays_data();
    void looksAtTheTimeBothWays();
    void aToleranceOfZeroTakesAnyAge();
    void asksForNothing();
    void checksSharedSecrets_data();
    void checksSharedSecrets();
    void allThatIsAskedForMustBeRight();
    void ourOwnFaultsAreUnchecked();
    void refusesToSignWithoutWhatItNeeds();
};

void VerifierTest::takesSignaturesThatOthersMade_data()
{
    QTest::addColumn<qsizetype>("index");
    const QList<Vector> all = vectors() + twilioVectors();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).name) << i;
}

void VerifierTest::takesSignaturesThatOthersMade()
{
    QFETCH(qsizetype, index);
    const QList<Vector> all = vectors() + twilioVectors();
    const Vector &vector = all.at(index);
    const MadeRequest request{vector.headers, vector.body, vector.url};
    const VerdictReport report = verify(signedBy(preset(vector.preset)), signingSecrets({vector.secret}),
                                        request.view(), atSecond(vector.second));
    QVERIFY2(report.verdict == Verdict::Verified, qPrintable(report.reason));
    QVERIFY(report.reason.isNull());
}

void VerifierTest::aChangedByteIsNotVerified_data()
{
    takesSignaturesThatOthersMade_data();
}

void VerifierTest::aChangedByteIsNotVerified()
{
    QFETCH(qsizetype, index);
    const QList<Vector> all = vectors() + twilioVectors();
    const Vector &vector = all.at(index);
    MadeRequest request{vector.headers, vector.body, vector.url};
    for (qsizetype i = 0; i < request.body.size(); ++i) {
        request.body[i] = char(request.body.at(i) ^ 1);
        const auto report = verify(signedBy(preset(vector.preset)), signingSecrets({vector.secret}), request.view(),
                                   atSecond(vector.second));
        QVERIFY2(report.verdict == Verdict::Failed, qPrintable(QString::number(i)));
        request.body[i] = vector.body.at(i);
    }
}

void VerifierTest::takesWhatItSigns_data()
{
    QTest::addColumn<QString>("word");
    for (const QString &word : signaturePresets())
        QTest::newRow(qPrintable(word)) << word;
}

void VerifierTest::takesWhatItSigns()
{
    QFETCH(QString, word);
    const SignatureScheme scheme = preset(word.toLatin1().constData());
    const QByteArray secret = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=";
    const MadeRequest request = signedEvent(scheme, secret);
    const auto report = verify(signedBy(scheme), signingSecrets({secret}), request.view(), atSecond(c_second + 7));
    QVERIFY2(report.verdict == Verdict::Verified, qPrintable(report.reason));
    const bool isTimed = !scheme.timestampKey.isEmpty() || !scheme.timestampHeader.isEmpty();
    QCOMPARE(report.clockSkew, isTimed ? std::optional(std::chrono::seconds(7)) : std::nullopt);
}

void VerifierTest::toleratesHowSignaturesAreWritten_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QList<QByteArray>>("values");
    const auto row = [](const char *name, const char *scheme, const QList<QByteArray> &values) {
        QTest::newRow(name) << QByteArray(scheme) << values;
    };
    const QByteArray hex = "97b0d03f9f13cc71da9376e8f699599d3ac1943d5eb346a6052d72ece10f9cd1";
    const QByteArray base64 = QByteArray::fromHex(hex).toBase64();
    const QByteArray urlSafe =
        QByteArray::fromHex(hex).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const char *inParts = R"({"preset":"phone-systems"})";
    row("parts in another order", inParts, {"v1=" + hex + ",t=1778754093"});
    row("blanks between parts", inParts, {" t=1778754093 , v1=" + hex + " "});
    row("upper case", inParts, {"t=1778754093,v1=" + hex.toUpper()});
    row("parts nobody asked for", inParts, {"v0=00,t=1778754093,,v1=" + hex + ",alg=sha256,x"});
    row("parts in two fields", inParts, {"t=1778754093", "v1=" + hex});
    const char *bare = R"({"preset":"custom","header":"X-PS-Signature","encoding":"base64","timestamp_header":"X-T",
                           "signed":"{timestamp}.{body}","prefix":"sha256="})";
    row("Base64", bare, {"sha256=" + base64});
    row("Base64 for URLs, not padded", bare, {"sha256=" + urlSafe});
    row("a prefix in another case", bare, {"SHA256=" + base64});
    row("no prefix", bare, {base64});
    row("a second value", bare, {"sha256=AAAA", "sha256=" + base64});
}

void VerifierTest::toleratesHowSignaturesAreWritten()
{
    QFETCH(QByteArray, scheme);
    QFETCH(QList<QByteArray>, values);
    MadeRequest request{{{"X-T", "1778754093"}}, c_event, {}};
    for (const QByteArray &value : values)
        request.headers.append({"x-ps-signature", value});
    const auto report = verify(signedBy(schemeFrom(scheme.constData())), signingSecrets({"s3cret"}), request.view(),
                               atSecond(c_second));
    QVERIFY2(report.verdict == Verdict::Verified, qPrintable(report.reason));
}

void VerifierTest::oneFittingSignatureIsEnough()
{
    MadeRequest request = signedEvent(preset("standard-webhooks"), "whsec_c2VjcmV0");
    const SenderProof proof = signedBy(preset("standard-webhooks"));
    QByteArray &signature = request.value("webhook-signature");
    const QByteArray right = signature;
    signature = "v1a,c29tZXRoaW5n v2,eA== v1,AAAA " + right;
    QCOMPARE(verify(proof, signingSecrets({"whsec_c2VjcmV0"}), request.view(), atSecond(c_second)).verdict,
             Verdict::Verified);
    signature = QByteArray("v1,AAAA ").repeated(16) + right;
    QCOMPARE(verify(proof, signingSecrets({"whsec_c2VjcmV0"}), request.view(), atSecond(c_second)).verdict,
             Verdict::Failed); // nobody signs sixteen times
}

void VerifierTest::twoSecretsAreLive()
{
    const SenderProof proof = signedBy(preset("varda"));
    const SourceSecrets secrets = signingSecrets({"newer", "older", "oldest"});
    const auto verdictOf = [&](const QByteArray &secret) {
        return verify(proof, secrets, signedEvent(preset("varda"), secret).view(), atSecond(c_second));
    };
    QCOMPARE(verdictOf("newer"), (VerdictReport{Verdict::Verified, QString(), 0s}));
    QCOMPARE(verdictOf("older"), (VerdictReport{Verdict::Verified, QStringLiteral("older-secret"), 0s}));
    QCOMPARE(verdictOf("oldest").verdict, Verdict::Failed);
}

void VerifierTest::endedSecretsAreNot()
{
    const SenderProof proof = signedBy(preset("varda"));
    SourceSecrets secrets = signingSecrets({"newer", "older"});
    secrets.signing[1].until = atSecond(c_second + 10);
    const MadeRequest request = signedEvent(preset("varda"), "older");
    QCOMPARE(verify(proof, secrets, request.view(), atSecond(c_second + 9)).verdict, Verdict::Verified);
    const auto report = verify(proof, secrets, request.view(), atSecond(c_second + 10));
    QCOMPARE(report, (VerdictReport{Verdict::Failed, QStringLiteral("previous-secret"), std::nullopt}));
}

void VerifierTest::looksAtTheTimeBothWays_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<qint64>("later");
    QTest::addColumn<QString>("reason");
    for (const char *word : {"varda", "standard-webhooks", "retell", "chatwoot"}) {
        const auto row = [word](const char *name, qint64 later, const char *reason) {
            QTest::addRow("%s, %s", word, name) << QByteArray(word) << later << QString::fromLatin1(reason);
        };
        row("at once", 0, "");
        row("the end of the window", 300, "");
        row("after it", 301, "clock-behind 301");
        row("the start of the window", -300, "");
        row("before it", -301, "clock-ahead 301");
        row("seven minutes", 420, "clock-behind 420");
        row("a month", 2'592'000, "clock-behind 2592000");
    }
}

void VerifierTest::looksAtTheTimeBothWays()
{
    QFETCH(QByteArray, preset);
    QFETCH(qint64, later);
    QFETCH(QString, reason);
    const SignatureScheme scheme = ::preset(preset.constData());
    const MadeRequest request = signedEvent(scheme, "whsec_c2VjcmV0");
    const auto report =
        verify(signedBy(scheme), signingSecrets({"whsec_c2VjcmV0"}), request.view(), atSecond(c_second + later));
    QCOMPARE(report.verdict, reason.isEmpty() ? Verdict::Verified : Verdict::Expired);
    QCOMPARE(report.reason, reason);
    QCOMPARE(report.clockSkew, std::chrono::seconds(later));
}

void VerifierTest::aToleranceOfZeroTakesAnyAge()
{
    SignatureScheme scheme = preset("varda");
    scheme.tolerance = 0s;
    const MadeRequest request = signedEvent(scheme, "secret");
    const auto report =
        verify(signedBy(scheme), signingSecrets({"secret"}), request.view(), atSecond(c_second + 86'400));
    QCOMPARE(report, (VerdictReport{Verdict::Verified, QString(), 86'400s}));
}

void VerifierTest::asksForNothing()
{
    const MadeRequest request{{{"X-Varda-Signature", "t=1,v1=00"}, {"Authorization", "Basic x"}}, c_event, {}};
    QCOMPARE(verify({}, signingSecrets({"secret"}), request.view(), atSecond(0)), VerdictReport());
}

void VerifierTest::checksSharedSecrets_data()
{
    QTest::addColumn<QByteArray>("proof");
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *proof, const QList<QByteArray> &values, const char *reason) {
        QTest::newRow(name) << QByteArray(proof) << values << QString::fromLatin1(reason);
    };
    const char *basic = R"({"basic":true})";
    row("basic", basic, {"Basic " + QByteArray("user:pass:word").toBase64()}, "");
    row("basic in another case", basic, {"bAsIc   " + QByteArray("user:pass:word").toBase64()}, "");
    row("basic, wrong", basic, {"Basic " + QByteArray("user:pass").toBase64()}, "basic-mismatch");
    row("basic, not encoded", basic, {"Basic user:pass:word"}, "basic-mismatch");
    row("basic, nothing", basic, {}, "basic-missing");
    row("basic, nothing said", basic, {"Basic"}, "basic-missing");
    row("basic, another scheme", basic, {"Bearer t0ken"}, "basic-missing");
    const char *bearer = R"({"bearer":true})";
    row("bearer", bearer, {"Bearer t0ken"}, "");
    row("bearer, wrong", bearer, {"Bearer t0ke"}, "bearer-mismatch");
    row("bearer, in another case", bearer, {"Bearer T0KEN"}, "bearer-mismatch");
    row("bearer, missing", bearer, {"t0ken"}, "bearer-missing");
    const char *header = R"({"secret_header":"authorization"})";
    row("header", header, {"hush"}, "");
    row("header, twice", header, {"no", "hush"}, "");
    row("header, wrong", header, {"hush2"}, "header-mismatch");
    row("header, empty", header, {""}, "header-mismatch");
    row("header, missing", header, {}, "header-missing");
}

void VerifierTest::checksSharedSecrets()
{
    QFETCH(QByteArray, proof);
    QFETCH(QList<QByteArray>, values);
    QFETCH(QString, reason);
    SourceSecrets secrets;
    secrets.basic = "user:pass:word";
    secrets.bearer = "t0ken";
    secrets.header = "hush";
    MadeRequest request;
    for (const QByteArray &value : values)
        request.headers.append({"Authorization", value});
    const auto read = proofFromJson(QJsonDocument::fromJson(proof).object());
    QVERIFY(read);
    const auto report = verify(*read, secrets, request.view(), atSecond(c_second));
    QCOMPARE(report.verdict, reason.isEmpty() ? Verdict::Verified : Verdict::Failed);
    QCOMPARE(report.reason, reason);
}

void VerifierTest::allThatIsAskedForMustBeRight()
{
    SenderProof proof = signedBy(preset("varda"));
    proof.bearer = true;
    SourceSecrets secrets = signingSecrets({"secret"});
    secrets.bearer = "t0ken";
    MadeRequest request = signedEvent(preset("varda"), "secret");
    QCOMPARE(verify(proof, secrets, request.view(), atSecond(c_second)).reason, QStringLiteral("bearer-missing"));
    request.headers.append(HeaderField{"Authorization", "Bearer t0ken"});
    QCOMPARE(verify(proof, secrets, request.view(), atSecond(c_second)).verdict, Verdict::Verified);
    QCOMPARE(verify(proof, secrets, request.view(), atSecond(c_second + 999)).verdict, Verdict::Expired);
    request.value("Authorization") = "Bearer other";
    const auto both = verify(proof, secrets, request.view(), atSecond(c_second + 999));
    QCOMPARE(both, (VerdictReport{Verdict::Failed, QStringLiteral("bearer-mismatch"), 999s}));
    secrets.signing.clear();
    QCOMPARE(verify(proof, secrets, request.view(), atSecond(c_second)).verdict, Verdict::Failed);
    request.value("Authorization") = "Bearer t0ken";
    QCOMPARE(verify(proof, secrets, request.view(), atSecond(c_second)).verdict, Verdict::Unchecked);
}

void VerifierTest::ourOwnFaultsAreUnchecked()
{
    const auto reasonOf = [](const SenderProof &proof, const SourceSecrets &secrets) {
        const auto report = verify(proof, secrets, MadeRequest().view(), atSecond(c_second));
        return report.verdict == Verdict::Unchecked ? report.reason : QStringLiteral("checked");
    };
    QCOMPARE(reasonOf(signedBy(preset("varda")), {}), QStringLiteral("secret-missing"));
    QCOMPARE(reasonOf(signedBy(preset("varda")), signingSecrets({""})), QStringLiteral("secret-missing"));
    SourceSecrets ended = signingSecrets({"secret"});
    ended.signing[0].until = atSecond(c_second);
    QCOMPARE(reasonOf(signedBy(preset("varda")), ended), QStringLiteral("secret-missing"));
    QCOMPARE(reasonOf(signedBy(preset("standard-webhooks")), signingSecrets({"whsec_not base64"})),
             QStringLiteral("secret-unreadable"));
    QCOMPARE(reasonOf(signedBy(preset("standard-webhooks")), signingSecrets({"whpk_AAAA"})),
             QStringLiteral("secret-unreadable"));
    QCOMPARE(reasonOf(signedBy(preset("twilio")), signingSecrets({"12345"})), QStringLiteral("url-unknown"));
    SenderProof bearer;
    bearer.bearer = true;
    QCOMPARE(reasonOf(bearer, {}), QStringLiteral("secret-missing"));
}

void VerifierTest::refusesToSignWithoutWhatItNeeds()
{
    const auto refusal = [](const char *word, const QByteArray &secret, const QByteArray &url, const QByteArray &id) {
        const auto fields = sign(preset(word), secret, c_event, url, id, atSecond(c_second));
        return fields ? QString() : fields.error().detail;
    };
    QVERIFY(refusal("varda", "", "", "").contains(QStringLiteral("no signing secret")));
    QVERIFY(refusal("standard-webhooks", "whsec_!", "", "m").contains(QStringLiteral("Base64")));
    QVERIFY(refusal("standard-webhooks", "whpk_AAAA", "", "m").contains(QStringLiteral("public key")));
    QVERIFY(refusal("standard-webhooks", "whsec_c2VjcmV0", "", "a\r\nb").contains(QStringLiteral("id")));
    QVERIFY(refusal("twilio", "12345", "", "").contains(QStringLiteral("URL")));
    QVERIFY(refusal("varda", "secret", "", "").isNull());
}

QTEST_GUILESS_MAIN(VerifierTest)
#include "tst_verifier.moc"
