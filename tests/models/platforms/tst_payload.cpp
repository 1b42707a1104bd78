// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/payload.h"

#include <QTest>

using namespace earshot;

namespace {

Delivery delivery(const QByteArray &method, const QByteArray &target, const QByteArray &contentType,
                  const QByteArray &body)
{
    Delivery result;
    result.method = method;
    result.target = target;
    if (!contentType.isNull())
        result.headers.append({"content-type", contentType});
    result.body = body;
    return result;
}

Delivery posted(const QByteArray &contentType, const QByteArray &body)
{
    return delivery("POST", "/hook/****", contentType, body);
}

const QByteArray c_formType("application/x-www-form-urlencoded");
const QByteArray c_multipart("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n");

} // namespace

class PayloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFormat_data();
    void findsTheFormat();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void keepsTheBytesOfWhatItCannotRead();
    void undoesTheContentCodingFirst();
    void refusesAnUnknownCoding();
};

void PayloadTest::findsTheFormat_data()
{
    QTest::addColumn<Delivery>("carrier");
    QTest::addColumn<bool>("isForm");
    QTest::addColumn<QString>("warnings");
    const QByteArray json(" {\"a\":1}");
    const QByteArray form("a=1");
    const QByteArray multipartType("multipart/form-data; boundary=x");
    const QString typeMissing = QStringLiteral("type-missing: Content-Type");
    const auto row = [](const char *name, const Delivery &carrier, bool isForm, const QString &warnings = {}) {
        QTest::newRow(name) << carrier << isForm << warnings;
    };
    row("JSON", posted("application/json", json), false);
    row("JSON by suffix", posted("application/cloudevents+json", json), false);
    row("JSON without a type", posted({}, json), false, typeMissing);
    row("JSON as text", posted("text/plain", json), false, QStringLiteral("type-wrong: text/plain"));
    row("JSON as a form", posted(c_formType, json), false,
        QStringLiteral("type-wrong: application/x-www-form-urlencoded"));
    row("JSON as multipart", posted(multipartType, json), false, QStringLiteral("type-wrong: multipart/form-data"));
    row("JSON scalar", posted("application/json", "42"), false);
    row("form", posted(c_formType, form), true);
    row("form without a type", posted({}, form), true, typeMissing);
    row("form as JSON", posted("application/json", form), true, QStringLiteral("type-wrong: application/json"));
    row("multipart", posted(multipartType, c_multipart), true);
    row("multipart without a type", posted({}, c_multipart), true,
        QString(typeMissing + QStringLiteral("; type-wrong: multipart/form-data without a boundary")));
    row("multipart without a boundary", posted("multipart/form-data", c_multipart), true,
        QStringLiteral("type-wrong: multipart/form-data without a boundary"));
    row("query of a GET", delivery("GET", "/hook/****?a=1#x", {}, {}), true);
    row("query of a GET with a body", delivery("GET", "/hook/****?a=1", "application/json", json), true);
    row("body of a GET without a query", delivery("GET", "/hook/****", "application/json", json), false);
    row("body of a POST with a query", delivery("POST", "/hook/****?b=2", "application/json", json), false);
    row("query of a POST without a body", delivery("POST", "/hook/****?a=1", {}, {}), true);
    row("body of what was fetched", delivery("FETCH", "/v1/things?page=1", "application/json", json), false);
}

void PayloadTest::findsTheFormat()
{
    QFETCH(Delivery, carrier);
    QFETCH(bool, isForm);
    QFETCH(QString, warnings);
    const PayloadReading reading = readPayload(carrier);
    QVERIFY(reading.payload.has_value());
    QCOMPARE(std::holds_alternative<Form>(*reading.payload), isForm);
    if (isForm)
        QCOMPARE(std::get<Form>(*reading.payload), (Form{{QStringLiteral("a"), "1"}}));
    QCOMPARE(reading.warnings.texts().join(QStringLiteral("; ")), warnings);
}

void PayloadTest::saysWhyThereIsNone_data()
{
    QTest::addColumn<Delivery>("carrier");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << posted("application/json", {}) << ErrorCode::WrongShape;
    QTest::newRow("white space") << posted("application/json", " \r\n") << ErrorCode::WrongShape;
    QTest::newRow("no query") << delivery("GET", "/hook/****", {}, {}) << ErrorCode::WrongShape;
    QTest::newRow("text") << posted("text/plain", "Hello there.") << ErrorCode::WrongShape;
    QTest::newRow("text as JSON") << posted("application/json", "Hello there.") << ErrorCode::JsonSyntax;
    QTest::newRow("broken JSON as a form") << posted(c_formType, "{\"a\":1") << ErrorCode::JsonSyntax;
    QTest::newRow("text as multipart") << posted("multipart/form-data; boundary=x", "Hello there.")
                                       << ErrorCode::FormSyntax;
    QTest::newRow("unclosed multipart") << posted("multipart/form-data; boundary=x", c_multipart.chopped(9))
                                        << ErrorCode::FormSyntax;
}

void PayloadTest::saysWhyThereIsNone()
{
    QFETCH(Delivery, carrier);
    QFETCH(ErrorCode, code);
    const PayloadReading reading = readPayload(carrier);
    QVERIFY(!reading.payload.has_value());
    QCOMPARE(reading.payload.error().code, code);
    QCOMPARE(payloadObject(reading).error(), reading.payload.error());
}

void PayloadTest::keepsTheBytesOfWhatItCannotRead()
{
    QCOMPARE(readPayload(posted("application/json", "{")).bytes, QByteArray("{"));
    QCOMPARE(readPayload(delivery("GET", "/hook/****?a=1", {}, {})).bytes, QByteArray("a=1"));
}

void PayloadTest::undoesTheContentCodingFirst()
{
    Delivery carrier =
        posted("application/json", qCompress("{\"a\":1}").sliced(4)); // Qt puts a length before zlib's stream
    carrier.headers.append(HeaderField{"CONTENT-ENCODING", "deflate"});
    const PayloadReading reading = readPayload(carrier);
    QCOMPARE(reading.bytes, QByteArray("{\"a\":1}"));
    QCOMPARE(payloadObject(reading).value_or(QJsonObject()).value(QLatin1StringView("a")).toInt(), 1);
}

void PayloadTest::refusesAnUnknownCoding()
{
    Delivery carrier = posted("application/json", "{}");
    carrier.headers.append(HeaderField{"Content-Encoding", "br"});
    const PayloadReading reading = readPayload(carrier);
    QCOMPARE(reading.payload.error().code, ErrorCode::UnsupportedCoding);
    QCOMPARE(reading.bytes, QByteArray("{}"));
}

QTEST_GUILESS_MAIN(PayloadTest)
#include "tst_payload.moc"
