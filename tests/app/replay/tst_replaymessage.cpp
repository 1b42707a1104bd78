// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/replaymessage.h"
#include "models/verify/presets.h"
#include "models/verify/verifier.h"

#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_now = fromMicroseconds(1'778'760'000'000'000);

StoredDelivery stored()
{
    StoredDelivery stored;
    stored.hasBytes = true;
    Delivery &delivery = stored.delivery;
    delivery.id = 42;
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.headers = {{"Content-Type", "application/json"}, {"X-Varda-Event", "call.ended"}};
    delivery.body = QByteArray("{\"a\": \"\x00\xff\"}", 10);
    return stored;
}

ReplayPlan planTo(const char *url)
{
    ReplayPlan plan;
    plan.url = QUrl(QString::fromLatin1(url));
    return plan;
}

ReplayMessage messageOf(const StoredDelivery &stored, const ReplayPlan &plan = planTo("https://test.example/in"))
{
    const auto message = replayMessage(stored, plan, c_now);
    if (!message)
        qFatal("%ls", qUtf16Printable(message.error().detail));
    return *message;
}

QByteArray fieldOf(const ReplayMessage &message, const QByteArray &name)
{
    for (const HeaderField &field : message.headers) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

} // namespace

class ReplayMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByteForByte();
    void marksWhatItSends();
    void leavesFieldsBehind_data();
    void leavesFieldsBehind();
    void keepsFields_data();
    void keepsFields();
    void joinsRepeatedFields();
    void takesItsQueryAlong_data();
    void takesItsQueryAlong();
    void goesWithoutItsQuery();
    void whatWasFetchedIsPosted();
    void saysThatBytesAreGone();
    void sendsAnEditInstead();
    void anEditedBodyHasNoCoding();
    void refusesAnEdit_data();
    void refusesAnEdit();
    void bringsCredentials();
    void signsAnew_data();
    void signsAnew();
    void keepsTheIdItSigns();
    void signsWhatWasEdited();
};

void ReplayMessageTest::goesByteForByte()
{
    const ReplayMessage message = messageOf(stored());
    QCOMPARE(message.method, QByteArray("POST"));
    QCOMPARE(message.url, QUrl(QStringLiteral("https://test.example/in")));
    QCOMPARE(message.body, stored().delivery.body);
    QCOMPARE(fieldOf(message, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(fieldOf(message, "X-Varda-Event"), QByteArray("call.ended"));
}

void ReplayMessageTest::marksWhatItSends()
{
    QCOMPARE(fieldOf(messageOf(stored()), "X-Earshot-Replay"), QByteArray("42"));
    QVERIFY(keepsFromForwarding("42"));
    ReplayPlan plan = planTo("https://test.example/in");
    plan.forwardable = true;
    const QByteArray mark = fieldOf(messageOf(stored(), plan), "X-Earshot-Replay");
    QCOMPARE(mark, QByteArray("42; forward"));
    QVERIFY(!keepsFromForwarding(mark));
    StoredDelivery again = stored();
    again.delivery.headers.append(HeaderField{"x-earshot-replay", "7; forward"});
    QCOMPARE(fieldOf(messageOf(again), "X-Earshot-Replay"), QByteArray("42"));
}

void ReplayMessageTest::leavesFieldsBehind_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *value) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(value);
    };
    row("Host", "hooks.example");
    row("content-length", "10");
    row("Transfer-Encoding", "chunked");
    row("Connection", "close");
    row("Keep-Alive", "timeout=5");
    row("Expect", "100-continue");
    row("Accept-Encoding", "gzip");
    row("AUTHORIZATION", "bearer, matched");
    row("Cookie", "present, not checked");
    row("X-Shared-Secret", "present, did not match"); // a source's own header of a secret
    row("X-Forwarded-For", "192.0.2.1");
    row("Forwarded", "for=192.0.2.1");
    row("X-Envoy-Path", "/hook/****?a=b"); // what is masked is not what was sent
    row("X-Hop", "1");
}

void ReplayMessageTest::leavesFieldsBehind()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    StoredDelivery delivery = stored();
    delivery.delivery.headers.append(HeaderField{name, value});
    if (name == "X-Hop")
        delivery.delivery.headers.append(HeaderField{"Connection", "keep-alive, x-hop"});
    const ReplayMessage message = messageOf(delivery);
    QVERIFY(fieldOf(message, name).isNull());
    QCOMPARE(message.headers.size(), 3);
}

void ReplayMessageTest::keepsFields_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *value) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(value);
    };
    row("Content-Encoding", "gzip");
    row("X-Varda-Signature", "t=1,v1=ab");
    row("User-Agent", "Insighto/1.0");
    row("webhook-id", "msg_1");
    row("X-Earshot-Delivery", "0b1c");
    row("X-Empty", "");
}

void ReplayMessageTest::keepsFields()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    StoredDelivery delivery = stored();
    delivery.delivery.headers.append(HeaderField{name, value});
    const ReplayMessage message = messageOf(delivery);
    QVERIFY(message.headers.contains(HeaderField{name, value}));
}

void ReplayMessageTest::joinsRepeatedFields()
{
    StoredDelivery delivery = stored();
    delivery.delivery.headers.append(HeaderField{"X-Tag", "a"});
    delivery.delivery.headers.append(HeaderField{"x-tag", "b"});
    QCOMPARE(fieldOf(messageOf(delivery), "X-Tag"), QByteArray("a, b"));
}

void ReplayMessageTest::takesItsQueryAlong_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("sentTo");
    const auto row = [](const char *name, const char *target, const char *to, const char *sentTo) {
        QTest::newRow(name) << QByteArray(target) << QByteArray(to) << QByteArray(sentTo);
    };
    row("one", "/hook/****?event=call.ended&id=7", "http://a.example/x", "http://a.example/x?event=call.ended&id=7");
    row("behind another", "/hook/****?a=1", "http://a.example/x?key=k", "http://a.example/x?key=k&a=1");
    row("none", "/hook/****", "http://a.example/x?key=k", "http://a.example/x?key=k");
    row("empty", "/hook/****?", "http://a.example/x", "http://a.example/x");
    row("escaped", "/hook/****?q=a%26b%3D%22%C3%A4%FF%00&p=1+2", "http://a.example/x",
        "http://a.example/x?q=a%26b%3D%22%C3%A4%FF%00&p=1+2");
    row("bytes that a URL may not hold", "/hook/****?q=\"\xc3\xa4\"{}", "http://a.example/x",
        "http://a.example/x?q=%22%C3%A4%22%7B%7D");
    row("a percent sign that is no escape", "/hook/****?q=100%&p=%41%zz%2", "http://a.example/x",
        "http://a.example/x?q=100%25&p=A%25zz%252");
    row("another question mark", "/hook/****?a=b?c", "http://a.example/x", "http://a.example/x?a=b?c");
}

void ReplayMessageTest::takesItsQueryAlong()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, sentTo);
    StoredDelivery delivery = stored();
    delivery.delivery.method = "GET";
    delivery.delivery.body.clear();
    delivery.delivery.target = target;
    const ReplayMessage message = messageOf(delivery, planTo(to.constData()));
    QCOMPARE(message.method, QByteArray("GET"));
    QCOMPARE(message.url.toEncoded(), sentTo);
}

void ReplayMessageTest::goesWithoutItsQuery()
{
    StoredDelivery delivery = stored();
    delivery.delivery.target = "/hook/****?a=1";
    ReplayPlan plan = planTo("http://a.example/x");
    plan.withQuery = false;
    QCOMPARE(messageOf(delivery, plan).url, plan.url);
}

void ReplayMessageTest::whatWasFetchedIsPosted()
{
    StoredDelivery delivery = stored();
    delivery.delivery.method = "FETCH";
    QCOMPARE(messageOf(delivery).method, QByteArray("POST"));
}

void ReplayMessageTest::saysThatBytesAreGone()
{
    StoredDelivery delivery = stored();
    delivery.hasBytes = false;
    delivery.delivery.body.clear();
    const auto message = replayMessage(delivery, planTo("http://a.example/x"), c_now);
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::NotFound);
    ReplayPlan edited = planTo("http://a.example/x");
    edited.edit.body = "{}"; // one's own may still go
    QCOMPARE(messageOf(delivery, edited).body, QByteArray("{}"));
}

void ReplayMessageTest::sendsAnEditInstead()
{
    ReplayPlan plan = planTo("http://a.example/x");
    plan.edit.body = "{\"b\": 2}";
    plan.edit.headers = {{"x-varda-event", "call.started"}, {"X-New", "1"}, {"X-New", "2"}};
    plan.edit.without = {"content-type"};
    const ReplayMessage message = messageOf(stored(), plan);
    QCOMPARE(message.body, QByteArray("{\"b\": 2}"));
    QCOMPARE(fieldOf(message, "X-Varda-Event"), QByteArray("call.started"));
    QCOMPARE(fieldOf(message, "X-New"), QByteArray("1, 2"));
    QVERIFY(fieldOf(message, "Content-Type").isNull());
}

void ReplayMessageTest::anEditedBodyHasNoCoding()
{
    StoredDelivery delivery = stored();
    delivery.delivery.headers.append(HeaderField{"Content-Encoding", "gzip"});
    ReplayPlan plan = planTo("http://a.example/x");
    plan.edit.headers = {{"X-New", "1"}};
    QCOMPARE(fieldOf(messageOf(delivery, plan), "Content-Encoding"), QByteArray("gzip"));
    plan.edit.body = "{}";
    QVERIFY(fieldOf(messageOf(delivery, plan), "Content-Encoding").isNull());
    plan.edit.headers = {{"Content-Encoding", "deflate"}};
    QCOMPARE(fieldOf(messageOf(delivery, plan), "Content-Encoding"), QByteArray("deflate"));
}

void ReplayMessageTest::refusesAnEdit_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("ordinary") << QByteArray("X-Test") << QByteArray("1") << true;
    QTest::newRow("a proof of one's own") << QByteArray("Authorization") << QByteArray("Bearer x") << true;
    QTest::newRow("UTF-8") << QByteArray("X-Test") << QByteArray("\xc3\xa4") << true;
    QTest::newRow("no name") << QByteArray() << QByteArray("1") << false;
    QTest::newRow("a space in the name") << QByteArray("X Test") << QByteArray("1") << false;
    QTest::newRow("a line end in the name") << QByteArray("X\r\nHost") << QByteArray("1") << false;
    QTest::newRow("a line end in the value") << QByteArray("X-Test") << QByteArray("1\r\nHost: b") << false;
    QTest::newRow("a NUL in the value") << QByteArray("X-Test") << QByteArray("1\0", 2) << false;
    QTest::newRow("the length") << QByteArray("content-length") << QByteArray("1") << false;
    QTest::newRow("the framing") << QByteArray("Transfer-Encoding") << QByteArray("chunked") << false;
    QTest::newRow("the mark") << QByteArray("X-Earshot-Replay") << QByteArray("1") << false;
}

void ReplayMessageTest::refusesAnEdit()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, isGood);
    DeliveryEdit edit;
    edit.headers = {{name, value}};
    const auto checked = checkEdit(edit);
    QCOMPARE(checked.has_value(), isGood);
    if (!checked)
        QCOMPARE(checked.error().code, ErrorCode::BadArgument);
}

void ReplayMessageTest::bringsCredentials()
{
    StoredDelivery delivery = stored();
    delivery.delivery.headers.append(HeaderField{"Authorization", "bearer, not checked"});
    ReplayPlan plan = planTo("http://a.example/x");
    plan.credentials = {{"Authorization", "Bearer t0ken"}};
    QCOMPARE(fieldOf(messageOf(delivery, plan), "Authorization"), QByteArray("Bearer t0ken"));
}

void ReplayMessageTest::signsAnew_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QByteArray>("secret");
    for (const QString &preset : signaturePresets()) {
        const bool isEncoded = signaturePreset(preset)->secretForm == SignatureScheme::SecretForm::StandardWebhooks;
        const char *secret = isEncoded ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : "a secret of 24 letters..";
        QTest::newRow(qPrintable(preset)) << preset << QByteArray(secret);
    }
}

/** What is signed anew is believed now, whatever it was signed with before. */
void ReplayMessageTest::signsAnew()
{
    QFETCH(QString, preset);
    QFETCH(QByteArray, secret);
    ReplayPlan plan = planTo("https://test.example/in");
    plan.scheme = signaturePreset(preset);
    QVERIFY(plan.scheme);
    plan.secret = secret;
    StoredDelivery delivery = stored();
    delivery.delivery.headers.append(HeaderField{plan.scheme->header, "of another time"});
    if (plan.scheme->kind == SignatureScheme::Kind::Twilio) {
        delivery.delivery.headers.first().value = "application/x-www-form-urlencoded";
        delivery.delivery.body = "CallSid=CA1&From=%2B4930";
    }
    const ReplayMessage message = messageOf(delivery, plan);
    SenderProof proof;
    proof.signature = plan.scheme;
    SourceSecrets secrets;
    secrets.signing = {{secret, std::nullopt}};
    const SignedRequest request{[&message](QByteArrayView name) {
                                    QList<QByteArrayView> values;
                                    for (const HeaderField &field : message.headers) {
                                        if (QByteArrayView(field.name).compare(name, Qt::CaseInsensitive) == 0)
                                            values.append(field.value);
                                    }
                                    return values;
                                },
                                message.url.toEncoded(), message.body};
    const VerdictReport report = verify(proof, secrets, request, c_now);
    QVERIFY2(report.verdict == Verdict::Verified, qPrintable(report.reason));
}

void ReplayMessageTest::keepsTheIdItSigns()
{
    ReplayPlan plan = planTo("https://test.example/in");
    plan.scheme = signaturePreset(QStringLiteral("standard-webhooks"));
    QVERIFY(plan.scheme);
    plan.secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    StoredDelivery delivery = stored();
    QCOMPARE(fieldOf(messageOf(delivery, plan), "webhook-id"), QByteArray("earshot-replay-42"));
    delivery.delivery.headers.append(HeaderField{"webhook-id", "msg_7"});
    QCOMPARE(fieldOf(messageOf(delivery, plan), "webhook-id"), QByteArray("msg_7"));
}

void ReplayMessageTest::signsWhatWasEdited()
{
    ReplayPlan plan = planTo("https://test.example/in");
    plan.scheme = signaturePreset(QStringLiteral("varda"));
    QVERIFY(plan.scheme);
    plan.secret = "secret";
    const QByteArray before = fieldOf(messageOf(stored(), plan), plan.scheme->header);
    plan.edit.body = "{}";
    const QByteArray after = fieldOf(messageOf(stored(), plan), plan.scheme->header);
    QVERIFY(!before.isEmpty() && !after.isEmpty());
    QVERIFY(before != after);
}

QTEST_GUILESS_MAIN(ReplayMessageTest)
#include "tst_replaymessage.moc"
