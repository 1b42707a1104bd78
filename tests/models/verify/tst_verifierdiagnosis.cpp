// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a signature that does not fit: each case makes the mistake and looks for its word.

#include "tests/models/verify/requests.h"

#include <QTest>

using namespace earshot;

namespace {

const QByteArray c_event = R"({"event":"call.ended","data":{"id":7,"note":"naïve – \"ok\"","tags":["a","b"]}})";
constexpr qint64 c_second = 1'778'754'093; // 2026-05-14T10:21:33Z

constexpr auto c_varda = R"({"preset":"varda"})";
constexpr auto c_bland = R"({"preset":"bland"})";
constexpr auto c_webhooks = R"({"preset":"standard-webhooks"})";
constexpr auto c_twilio = R"({"preset":"twilio"})";

/** How the sender did it, and how we look at it. */
struct Mistake {
    const char *reason;
    const char *senderScheme;
    const char *ourScheme;
    QByteArray senderSecret = "hush";
    QByteArray ourSecret = "hush";
    QByteArray sentBody = c_event; ///< signed; what arrives is arrivedBody
    QByteArray arrivedBody = c_event;
    QByteArray url = "https://hooks.example/hook/x?a=1"; ///< signed; ours is c_ourUrl
};

const QByteArray c_ourUrl = "https://hooks.example/hook/x?a=1";

constexpr auto c_timed =
    R"({"preset":"custom","header":"X-Sig","timestamp_header":"X-T","signed":"{timestamp}.{body}"})";

QList<Mistake> schemeMistakes()
{
    return {
        {.reason = "other-encoding",
         .senderScheme = R"({"preset":"custom","header":"X-Webhook-Signature","encoding":"base64"})",
         .ourScheme = c_bland},
        {.reason = "other-encoding",
         .senderScheme = R"({"preset":"custom","header":"Signature","algorithm":"sha1"})",
         .ourScheme = R"({"preset":"callrail"})"},
        {.reason = "other-algorithm sha1",
         .senderScheme = R"({"preset":"custom","header":"X-Webhook-Signature","algorithm":"sha1"})",
         .ourScheme = c_bland},
        {.reason = "other-algorithm sha512",
         .senderScheme =
             R"({"preset":"custom","header":"X-Webhook-Signature","algorithm":"sha512","encoding":"base64"})",
         .ourScheme = c_bland},
        {.reason = "other-signed-text {body}",
         .senderScheme = R"({"preset":"custom","header":"X-Sig"})",
         .ourScheme = c_timed},
        {.reason = "other-signed-text {body}{timestamp}",
         .senderScheme =
             R"({"preset":"custom","header":"X-Sig","timestamp_header":"X-T","signed":"{body}{timestamp}"})",
         .ourScheme = c_timed},
        {.reason = "other-signed-text {timestamp}.{body}",
         .senderScheme = c_timed,
         .ourScheme = R"({"preset":"custom","header":"X-Sig","timestamp_header":"X-T","signed":"{timestamp}{body}"})"},
        {.reason = "signature-unreadable",
         .senderScheme = R"({"preset":"custom","header":"X-Varda-Signature"})",
         .ourScheme = c_varda},
        {.reason = "signature-missing",
         .senderScheme = R"({"preset":"custom","header":"X-Other"})",
         .ourScheme = c_varda},
        {.reason = "timestamp-missing",
         .senderScheme = R"({"preset":"custom","header":"X-Sig"})",
         .ourScheme = c_timed},
    };
}

QList<Mistake> secretMistakes()
{
    const QByteArray encoded = "c2VjcmV0LWJ5dGVzLW9mLW91cnM=";
    const QByteArray decoded = QByteArray::fromBase64(encoded);
    return {
        {.reason = "mismatch", .senderScheme = c_varda, .ourScheme = c_varda, .senderSecret = "guess"},
        {.reason = "secret-blank", .senderScheme = c_varda, .ourScheme = c_varda, .ourSecret = "hush "},
        {.reason = "secret-blank", .senderScheme = c_varda, .ourScheme = c_varda, .ourSecret = "\thush\r\n"},
        {.reason = "secret-blank", .senderScheme = c_varda, .ourScheme = c_varda, .senderSecret = "hush\n"},
        {.reason = "secret-decoded",
         .senderScheme = c_varda,
         .ourScheme = c_varda,
         .senderSecret = decoded,
         .ourSecret = "whsec_" + encoded},
        {.reason = "secret-decoded",
         .senderScheme = c_varda,
         .ourScheme = c_varda,
         .senderSecret = decoded,
         .ourSecret = decoded.toHex()},
        {.reason = "secret-not-decoded",
         .senderScheme = R"({"preset":"custom","header":"webhook-signature","separator":" ","key_separator":",",
            "signature_key":"v1","encoding":"base64","timestamp_header":"webhook-timestamp","id_header":"webhook-id",
            "signed":"{id}.{timestamp}.{body}"})",
         .ourScheme = c_webhooks,
         .senderSecret = "whsec_" + encoded,
         .ourSecret = "whsec_" + encoded},
    };
}

QList<Mistake> bodyMistakes()
{
    const auto rewritten = [](const QByteArray &arrived) {
        return Mistake{
            .reason = "re-serialised", .senderScheme = c_varda, .ourScheme = c_varda, .arrivedBody = arrived};
    };
    const QByteArray indented = QJsonDocument::fromJson(c_event).toJson(QJsonDocument::Indented);
    const QByteArray sorted = QJsonDocument::fromJson(c_event).toJson(QJsonDocument::Compact);
    QByteArray spaced = c_event;
    spaced.replace("\":", "\" : ").replace(",", " ,\n\t");
    return {
        {.reason = "mismatch", .senderScheme = c_varda, .ourScheme = c_varda, .arrivedBody = "{\"event\":\"other\"}"},
        {.reason = "mismatch", .senderScheme = c_varda, .ourScheme = c_varda, .arrivedBody = ""},
        {.reason = "body-trimmed", .senderScheme = c_varda, .ourScheme = c_varda, .sentBody = c_event + '\n'},
        {.reason = "body-trimmed", .senderScheme = c_varda, .ourScheme = c_varda, .arrivedBody = c_event + "\r\n"},
        rewritten(spaced), // sent by JSON.stringify(), written anew with blanks
        {.reason = "re-serialised",
         .senderScheme = c_varda,
         .ourScheme = c_varda,
         .sentBody = R"({"event": "call.ended", "data": {"id": 7, "note": "na\u00efve"}})",
         .arrivedBody = R"({"event":"call.ended","data":{"id":7,"note":"naïve"}})"}, // sent by Python
        {.reason = "re-serialised",
         .senderScheme = c_varda,
         .ourScheme = c_varda,
         .sentBody = sorted,
         .arrivedBody = c_event},
        {.reason = "re-serialised",
         .senderScheme = c_varda,
         .ourScheme = c_varda,
         .sentBody = indented.trimmed(),
         .arrivedBody = sorted},
    };
}

QList<Mistake> urlMistakes()
{
    const auto signedOver = [](const QByteArray &url) {
        return Mistake{.reason = "other-url",
                       .senderScheme = c_twilio,
                       .ourScheme = c_twilio,
                       .sentBody = "CallSid=1",
                       .arrivedBody = "CallSid=1",
                       .url = url};
    };
    Mistake hashed = signedOver(c_ourUrl);
    hashed.reason = "mismatch";
    hashed.arrivedBody = "CallSid=2";
    return {signedOver("http://hooks.example/hook/x?a=1"), signedOver("https://hooks.example/hook/x/?a=1"),
            signedOver("https://hooks.example/hook/x"), hashed};
}

QList<Mistake> mistakes()
{
    return schemeMistakes() + secretMistakes() + bodyMistakes() + urlMistakes();
}

MadeRequest arrived(const Mistake &mistake)
{
    const auto fields = sign(schemeFrom(mistake.senderScheme), mistake.senderSecret, mistake.sentBody, mistake.url,
                             "msg_1", atSecond(c_second));
    if (!fields)
        qFatal("%s", qPrintable(fields.error().detail));
    MadeRequest request{*fields, mistake.arrivedBody, c_ourUrl};
    if (QByteArrayView(mistake.reason).startsWith("other-signed-text {body}") && fields->size() == 1)
        request.headers.append({"X-T", QByteArray::number(c_second)});
    return request;
}

} // namespace

class VerifierDiagnosisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWouldHaveFitted_data();
    void saysWhatWouldHaveFitted();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void timesInAnotherUnitAreToldApart();
    void aTimeThatIsNoNumberIsNotBelieved();
    void anotherHashOfTheBodyFails();
    void signaturesOfAnotherKindAreNamed();
    void aSharedSecretWithABlankIsNamed();
    void doesNotExplainHugeBodies();
    void explainsWithinItsBudget();
};

void VerifierDiagnosisTest::saysWhatWouldHaveFitted_data()
{
    QTest::addColumn<qsizetype>("index");
    const QList<Mistake> all = mistakes();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::addRow("%d %s", int(i), all.at(i).reason) << i;
}

void VerifierDiagnosisTest::saysWhatWouldHaveFitted()
{
    QFETCH(qsizetype, index);
    const QList<Mistake> all = mistakes();
    const Mistake &mistake = all.at(index);
    const MadeRequest request = arrived(mistake);
    const auto report = verify(signedBy(schemeFrom(mistake.ourScheme)), signingSecrets({mistake.ourSecret}),
                               request.view(), atSecond(c_second));
    QCOMPARE(report, (VerdictReport{Verdict::Failed, QString::fromLatin1(mistake.reason), std::nullopt}));
}

void VerifierDiagnosisTest::saysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *field, const QList<QByteArray> &values, const char *reason) {
        QTest::newRow(name) << QByteArray(field) << values << QString::fromLatin1(reason);
    };
    row("no signature", "webhook-signature", {}, "signature-missing");
    row("an empty one", "webhook-signature", {"  "}, "signature-missing");
    row("one of no version", "webhook-signature", {"g0hM9SsE"}, "signature-unreadable");
    row("of an unknown version", "webhook-signature", {"v3,g0hM9SsE"}, "signature-unreadable");
    row("too short", "webhook-signature", {"v1,g0hM9SsE"}, "signature-unreadable");
    row("no Base64", "webhook-signature", {"v1,****"}, "signature-unreadable");
    row("no time", "webhook-timestamp", {}, "timestamp-missing");
    row("two times", "webhook-timestamp", {"1778754093", "1778754094"}, "timestamp-missing");
    row("another time", "webhook-timestamp", {"1778754094"}, "mismatch");
    row("no id", "webhook-id", {}, "id-missing");
    row("an empty id", "webhook-id", {""}, "id-missing");
    row("another id", "webhook-id", {"msg_2"}, "mismatch");
}

void VerifierDiagnosisTest::saysWhatIsMissing()
{
    QFETCH(QByteArray, field);
    QFETCH(QList<QByteArray>, values);
    QFETCH(QString, reason);
    MadeRequest request =
        arrived({.reason = "", .senderScheme = c_webhooks, .ourScheme = c_webhooks, .senderSecret = "whsec_c2VjcmV0"});
    request.headers.removeIf([&field](const HeaderField &header) { return header.name == field; });
    for (const QByteArray &value : values)
        request.headers.append({field, value});
    const auto report = verify(signedBy(schemeFrom(c_webhooks)), signingSecrets({"whsec_c2VjcmV0"}), request.view(),
                               atSecond(c_second));
    QCOMPARE(report, (VerdictReport{Verdict::Failed, reason, std::nullopt}));
}

void VerifierDiagnosisTest::timesInAnotherUnitAreToldApart()
{
    const SignatureScheme seconds = schemeFrom(c_timed);
    SignatureScheme milliseconds = seconds;
    milliseconds.timeUnit = SignatureScheme::TimeUnit::Milliseconds;
    for (const auto &[sent, ours] : {std::pair(seconds, milliseconds), std::pair(milliseconds, seconds)}) {
        const auto fields = sign(sent, "hush", c_event, {}, {}, atSecond(c_second));
        QVERIFY(fields);
        const MadeRequest request{*fields, c_event, {}};
        const auto report = verify(signedBy(ours), signingSecrets({"hush"}), request.view(), atSecond(c_second + 3));
        QCOMPARE(report, (VerdictReport{Verdict::Expired, QStringLiteral("other-time-unit"), std::chrono::seconds(3)}));
    }
}

void VerifierDiagnosisTest::aTimeThatIsNoNumberIsNotBelieved()
{
    const SignatureScheme asText =
        schemeFrom(R"({"preset":"custom","header":"X-Sig","id_header":"X-T","signed":"{id}.{body}"})");
    for (const QByteArray &time : {QByteArray("2026-05-14T10:21:33Z"), QByteArray("1778754093.5"), QByteArray("-1"),
                                   QByteArray("999999999999999999999")}) {
        const auto fields = sign(asText, "hush", c_event, {}, time, atSecond(c_second));
        QVERIFY(fields);
        const MadeRequest request{*fields, c_event, {}};
        SignatureScheme ours = schemeFrom(c_timed);
        QCOMPARE(verify(signedBy(ours), signingSecrets({"hush"}), request.view(), atSecond(c_second)),
                 (VerdictReport{Verdict::Failed, QStringLiteral("timestamp-unreadable"), std::nullopt}));
        ours.tolerance = std::chrono::seconds(0);
        QCOMPARE(verify(signedBy(ours), signingSecrets({"hush"}), request.view(), atSecond(c_second)).verdict,
                 Verdict::Verified);
    }
}

void VerifierDiagnosisTest::anotherHashOfTheBodyFails()
{
    const QByteArray url = c_ourUrl + "&bodySHA256=" + QByteArray(64, 'a');
    const auto fields = sign(schemeFrom(c_twilio), "hush", c_event, url, {}, atSecond(c_second));
    QVERIFY(fields);
    const MadeRequest request{*fields, c_event, url};
    QCOMPARE(
        verify(signedBy(schemeFrom(c_twilio)), signingSecrets({"hush"}), request.view(), atSecond(c_second)).reason,
        QStringLiteral("body-hash-mismatch"));
}

void VerifierDiagnosisTest::signaturesOfAnotherKindAreNamed()
{
    MadeRequest request =
        arrived({.reason = "", .senderScheme = c_webhooks, .ourScheme = c_webhooks, .senderSecret = "whsec_c2VjcmV0"});
    request.value("webhook-signature") = "v1a," + QByteArray(64, 'x').toBase64();
    const auto reasonWith = [&request](const QByteArray &secret) {
        return verify(signedBy(schemeFrom(c_webhooks)), signingSecrets({secret}), request.view(), atSecond(c_second))
            .reason;
    };
    QCOMPARE(reasonWith("whsec_c2VjcmV0"), QStringLiteral("other-algorithm ed25519"));
    QCOMPARE(reasonWith("whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4="), QStringLiteral("mismatch"));
}

void VerifierDiagnosisTest::aSharedSecretWithABlankIsNamed()
{
    SenderProof proof;
    proof.bearer = true;
    SourceSecrets secrets;
    secrets.bearer = "t0ken\n";
    const MadeRequest request{{{"Authorization", "Bearer t0ken"}}, {}, {}};
    QCOMPARE(verify(proof, secrets, request.view(), atSecond(c_second)),
             (VerdictReport{Verdict::Failed, QStringLiteral("secret-blank"), std::nullopt}));
}

void VerifierDiagnosisTest::doesNotExplainHugeBodies()
{
    const QByteArray body = "{\"a\":\"" + QByteArray(1024 * 1024, 'x') + "\"}";
    const MadeRequest request = arrived(
        {.reason = "", .senderScheme = c_varda, .ourScheme = c_varda, .sentBody = body, .arrivedBody = body + '\n'});
    QCOMPARE(verify(signedBy(schemeFrom(c_varda)), signingSecrets({"hush"}), request.view(), atSecond(c_second)).reason,
             QStringLiteral("mismatch"));
}

void VerifierDiagnosisTest::explainsWithinItsBudget()
{
    const QByteArray body = R"({"b":"\u00e9","a":")" + QByteArray(1000 * 1024, 'x') + "\"}";
    const auto reasonOf = [&body](const char *senderScheme, const char *ourScheme) {
        const MadeRequest request = arrived({.reason = "",
                                             .senderScheme = senderScheme,
                                             .ourScheme = ourScheme,
                                             .sentBody = body,
                                             .arrivedBody = body});
        return verify(signedBy(schemeFrom(ourScheme)), signingSecrets({"hush"}), request.view(), atSecond(c_second))
            .reason;
    };
    const char *base64 = R"({"preset":"custom","header":"X-Webhook-Signature","encoding":"base64"})";
    const char *sha1 = R"({"preset":"custom","header":"X-Webhook-Signature","algorithm":"sha1"})";
    QCOMPARE(reasonOf(base64, c_bland), QStringLiteral("other-encoding")); // the first guess
    QCOMPARE(reasonOf(sha1, c_bland), QStringLiteral("mismatch")); // the last one, for which nothing is left
}

QTEST_GUILESS_MAIN(VerifierDiagnosisTest)
#include "tst_verifierdiagnosis.moc"
