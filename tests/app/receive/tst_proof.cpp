// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/listenerharness.h"

#include <QMessageAuthenticationCode>
#include <QTest>

namespace earshot {
namespace {

const QByteArray c_secret = QByteArrayLiteral("signing secret");
const QByteArray c_body = QByteArrayLiteral(R"({"event":"call.ended"})");

/** A line `X-Signature: sha256=…`. */
QByteArray signatureLine(const QByteArray &body, const QByteArray &secret = c_secret)
{
    const QByteArray mac = QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
    return "X-Signature: sha256=" + mac + "\r\n";
}

Hook signedHook()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.proof.signature.emplace().header = "x-signature";
    hook.proof.signature->prefix = "sha256=";
    hook.secrets.signing = {{c_secret, std::nullopt}};
    return hook;
}

Hook basicHook()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.proof.basic = true;
    hook.secrets.basic = "anna:s3cret";
    return hook;
}

Hook bearerHook()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.proof.bearer = true;
    hook.secrets.bearer = "s3cret";
    return hook;
}

Hook headerHook()
{
    Hook hook = hookOf(c_sourceId, c_token);
    hook.proof.secretHeader = "X-Vapi-Secret";
    hook.secrets.header = "s3cret";
    return hook;
}

QByteArray basicLine(const QByteArray &credentials)
{
    return "Authorization: Basic " + credentials.toBase64() + "\r\n";
}

} // namespace

/** What a sender must show, and what becomes of a delivery whose sender does not. */
class ProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void believesARightSignature();
    void quarantinesAWrongSignature_data();
    void quarantinesAWrongSignature();
    void quarantinesALateSignature();
    void asksForTheSchemeOfHttp_data();
    void asksForTheSchemeOfHttp();
    void storesOnlyWhatASecretWas_data();
    void storesOnlyWhatASecretWas();
    void keepsWhatItCannotCheck();
    void refusesWhatItHasNoRoomFor_data();
    void refusesWhatItHasNoRoomFor();
    void inflatesNothingForStrangers();
    void looksAtTheBytesAsTheyCame();
    void ignoresASignatureInATrailer();
    void checksTwilioAgainstThePublicUrl_data();
    void checksTwilioAgainstThePublicUrl();
    void keepsTheConnectionAfterARefusal();
};

void ProofTest::believesARightSignature()
{
    ListenerHarness harness({}, signedHook());
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", c_body, signatureLine(c_body))).status, 200);
    const Delivery stored = harness.sink.deliveries().value(0);
    QCOMPARE(stored.verdict, QStringLiteral("verified"));
    QCOMPARE(stored.answered, std::nullopt);
    QVERIFY(stored.header("X-Signature").startsWith("sha256="));
}

void ProofTest::quarantinesAWrongSignature_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("of another secret") << signatureLine(c_body, "another secret");
    QTest::newRow("of another body") << signatureLine("{}");
    QTest::newRow("nonsense") << QByteArray("X-Signature: sha256=zz\r\n");
}

void ProofTest::quarantinesAWrongSignature()
{
    QFETCH(QByteArray, lines);
    ListenerHarness harness({}, signedHook());
    RawSender sender(harness.port);
    const RawSender::Reply reply = sender.ask(hookRequest("POST", c_body, lines));
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.field("WWW-Authenticate").isEmpty());
    const Delivery stored = harness.sink.deliveries().value(0);
    QCOMPARE(stored.verdict, QStringLiteral("failed"));
    QVERIFY(!stored.verdictReason.isEmpty());
    QCOMPARE(stored.answered, std::optional(401));
    QCOMPARE(stored.body, c_body);
    QCOMPARE(harness.listener.counts().stored, quint64(1));
}

void ProofTest::quarantinesALateSignature()
{
    Hook hook = signedHook();
    hook.proof.signature->timestampHeader = "X-Time";
    hook.proof.signature->signedText = "{timestamp}.{body}";
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    const qint64 now = toMicroseconds(harness.clock.now()) / 1'000'000;
    const auto signedAt = [](qint64 time) -> QByteArray {
        const QByteArray text = QByteArray::number(time);
        return "X-Time: " + text + "\r\n" + signatureLine(text + '.' + c_body);
    };
    QCOMPARE(sender.ask(hookRequest("POST", c_body, signedAt(now - 299))).status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).clockSkewSeconds, std::optional<qint64>(299));
    QCOMPARE(sender.ask(hookRequest("POST", c_body, signedAt(now - 420))).status, 401);
    const Delivery late = harness.sink.deliveries().value(1);
    QCOMPARE(late.verdict, QStringLiteral("expired"));
    QCOMPARE(late.clockSkewSeconds, std::optional<qint64>(420));
}

void ProofTest::asksForTheSchemeOfHttp_data()
{
    QTest::addColumn<bool>("basic");
    QTest::addColumn<bool>("bearer");
    QTest::addColumn<QByteArray>("challenge");
    const QByteArray basic = R"(Basic realm="Earshot", charset="UTF-8")";
    const QByteArray bearer = R"(Bearer realm="Earshot")";
    QTest::newRow("basic") << true << false << basic;
    QTest::newRow("bearer") << false << true << bearer;
    QTest::newRow("both") << true << true << QByteArray(basic + ", " + bearer);
}

void ProofTest::asksForTheSchemeOfHttp()
{
    QFETCH(bool, basic);
    QFETCH(bool, bearer);
    QFETCH(QByteArray, challenge);
    Hook hook = hookOf(c_sourceId, c_token);
    hook.proof.basic = basic;
    hook.proof.bearer = bearer;
    hook.secrets.basic = "anna:s3cret";
    hook.secrets.bearer = "s3cret";
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    const RawSender::Reply reply = sender.ask(hookRequest("POST", c_body));
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.field("WWW-Authenticate"), challenge);
    QCOMPARE(harness.sink.deliveries().size(), 1);
}

void ProofTest::storesOnlyWhatASecretWas_data()
{
    QTest::addColumn<Hook>("hook");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("stored");
    const QByteArray authorization = "Authorization";
    QTest::newRow("basic") << basicHook() << basicLine("anna:s3cret") << 200 << authorization
                           << QByteArray("basic, matched");
    QTest::newRow("wrong basic") << basicHook() << basicLine("anna:guess") << 401 << authorization
                                 << QByteArray("basic, did not match");
    QTest::newRow("basic for bearer") << bearerHook() << basicLine("anna:s3cret") << 401 << authorization
                                      << QByteArray("basic, not checked");
    QTest::newRow("bearer") << bearerHook() << QByteArray("Authorization: bearer s3cret\r\n") << 200 << authorization
                            << QByteArray("bearer, matched");
    QTest::newRow("wrong bearer") << bearerHook() << QByteArray("Authorization: Bearer guess\r\n") << 401
                                  << authorization << QByteArray("bearer, did not match");
    QTest::newRow("header") << headerHook() << QByteArray("x-vapi-secret: s3cret\r\n") << 200
                            << QByteArray("X-Vapi-Secret") << QByteArray("present, matched");
    QTest::newRow("wrong header") << headerHook() << QByteArray("X-Vapi-Secret: guess\r\n") << 401
                                  << QByteArray("X-Vapi-Secret") << QByteArray("present, did not match");
}

void ProofTest::storesOnlyWhatASecretWas()
{
    QFETCH(Hook, hook);
    QFETCH(QByteArray, line);
    QFETCH(int, status);
    QFETCH(QByteArray, name);
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", c_body, line)).status, status);
    const Delivery stored = harness.sink.deliveries().value(0);
    QTEST(stored.header(name), "stored");
    for (const HeaderField &field : stored.headers)
        QVERIFY(!field.value.contains("s3cret") && !field.value.contains("guess"));
}

/** Our own fault, so the sender is not bothered with it. */
void ProofTest::keepsWhatItCannotCheck()
{
    Hook hook = signedHook();
    hook.secretsUnreadable = true;
    hook.secrets.signing.clear();
    ListenerHarness harness({}, hook);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", c_body)).status, 200);
    const Delivery stored = harness.sink.deliveries().value(0);
    QCOMPARE(stored.verdict, QStringLiteral("unchecked"));
    QVERIFY(!stored.verdictReason.isEmpty());
    QCOMPARE(stored.answered, std::nullopt);
    harness.sink.setMode(FakeSink::Mode::Refuse);
    QCOMPARE(sender.ask(hookRequest("POST", c_body)).status, 503);
}

void ProofTest::refusesWhatItHasNoRoomFor_data()
{
    QTest::addColumn<FakeSink::Mode>("mode");
    QTest::newRow("the queue is full") << FakeSink::Mode::Refuse;
    QTest::newRow("the journal fails") << FakeSink::Mode::Fail;
    QTest::newRow("the journal never answers") << FakeSink::Mode::Forget;
}

void ProofTest::refusesWhatItHasNoRoomFor()
{
    QFETCH(FakeSink::Mode, mode);
    ListenerHarness harness({}, signedHook());
    harness.sink.setMode(mode);
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", c_body)).status, 401);
    QCOMPARE(harness.listener.counts().stored, quint64(0));
    QCOMPARE(sender.ask(hookRequest("POST", c_body, signatureLine(c_body))).status, 503);
}

void ProofTest::inflatesNothingForStrangers()
{
    ListenerHarness harness({}, signedHook());
    RawSender sender(harness.port);
    const QByteArray coding = "Content-Encoding: rot13\r\n";
    QCOMPARE(sender.ask(hookRequest("POST", c_body, coding)).status, 401);
    QCOMPARE(harness.sink.deliveries().size(), 1);
    QCOMPARE(sender.ask(hookRequest("POST", c_body, coding + signatureLine(c_body))).status, 415);
    QCOMPARE(harness.sink.deliveries().size(), 1);
}

void ProofTest::looksAtTheBytesAsTheyCame()
{
    ListenerHarness harness({}, signedHook());
    RawSender sender(harness.port);
    const QByteArray body("{ \"a\" : \"\\u00e4\0\xff\" }\r\n", 23);
    const QByteArray chunks = chunk(body.first(7)) + chunk(body.sliced(7)) + "0\r\n\r\n";
    QCOMPARE(sender.ask(requestTo("POST", hookPath(), c_chunked + signatureLine(body) + "\r\n") + chunks).status, 200);
    QCOMPARE(harness.sink.deliveries().value(0).verdict, QStringLiteral("verified"));
    QCOMPARE(sender.ask(hookRequest("GET", {}, {}).replace(hookPath(), hookPath("?a"))).status, 401);
}

void ProofTest::ignoresASignatureInATrailer()
{
    ListenerHarness harness({}, signedHook());
    RawSender sender(harness.port);
    const QByteArray trailer = "0\r\n" + signatureLine(c_body) + "\r\n";
    const QByteArray lines = c_chunked + "Trailer: X-Signature\r\n\r\n";
    QCOMPARE(sender.ask(requestTo("POST", hookPath(), lines) + chunk(c_body) + trailer).status, 401);
    QVERIFY(harness.sink.deliveries().value(0).header("X-Signature").isNull());
}

void ProofTest::checksTwilioAgainstThePublicUrl_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<int>("status");
    QTest::newRow("the right one") << QStringLiteral("https://hooks.example") << 200;
    QTest::newRow("with a slash") << QStringLiteral("https://hooks.example/") << 200;
    QTest::newRow("another") << QStringLiteral("https://other.example") << 401;
}

/** https://www.twilio.com/docs/usage/security#validating-requests */
void ProofTest::checksTwilioAgainstThePublicUrl()
{
    QFETCH(QString, base);
    QFETCH(int, status);
    Hook hook = hookOf(c_sourceId, c_token);
    hook.proof.signature.emplace().kind = SignatureScheme::Kind::Twilio;
    hook.proof.signature->algorithm = SignatureScheme::Algorithm::Sha1;
    hook.proof.signature->encoding = SignatureScheme::Encoding::Base64;
    hook.proof.signature->header = "X-Twilio-Signature";
    hook.secrets.signing = {{c_secret, std::nullopt}};
    hook.publicBase = base;
    ListenerHarness harness({}, hook);
    const QByteArray text = "https://hooks.example" + hookPath("?a=1") + "CallSidCA1To+4912";
    const QByteArray mac = QMessageAuthenticationCode::hash(text, c_secret, QCryptographicHash::Sha1).toBase64();
    const QByteArray body = "To=%2B4912&CallSid=CA1";
    const QByteArray lines = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 22\r\n"
                             "X-Twilio-Signature: "
                             + mac + "\r\n\r\n";
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(requestTo("POST", hookPath("?a=1"), lines + body)).status, status);
    const Delivery stored = harness.sink.deliveries().value(0);
    QCOMPARE(stored.target, QByteArray("/hook/****?a=1"));
    QVERIFY(!stored.verdictReason.toUtf8().contains(c_token));
}

void ProofTest::keepsTheConnectionAfterARefusal()
{
    ListenerHarness harness({}, signedHook());
    RawSender sender(harness.port);
    QCOMPARE(sender.ask(hookRequest("POST", c_body)).status, 401);
    QCOMPARE(sender.ask(hookRequest("POST", c_body, signatureLine(c_body))).status, 200);
    QCOMPARE(harness.listener.counts().accepted, quint64(1));
    QCOMPARE(harness.listener.takeRefusals(), (QList<Refusals>{{c_sourceId, 401, 1}}));
    QVERIFY(harness.listener.takeRefusals().isEmpty());
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::ProofTest)
#include "tst_proof.moc"
