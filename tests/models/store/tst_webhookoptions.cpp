// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/webhookoptions.h"

#include "models/store/destinationcheck.h"

#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

Destination webhook(const QByteArray &options = "{}")
{
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.url = QStringLiteral("https://crm.example/hook");
    destination.options = QJsonDocument::fromJson(options).object();
    return destination;
}

} // namespace

class WebhookOptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes200To299Without202();
    void knowsWhatCountsAsSuccess_data();
    void knowsWhatCountsAsSuccess();
    void keepsHeaderFields();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void takesWhatCanWork_data();
    void takesWhatCanWork();
    void putsTheKeyInAnAddress();
    void checksAddressAndMethod_data();
    void checksAddressAndMethod();
    void saysValuesAsText_data();
    void saysValuesAsText();
};

void WebhookOptionsTest::takes200To299Without202()
{
    const auto options = webhookOptions(webhook());
    QVERIFY(options);
    QVERIFY(options->isSuccess(200) && options->isSuccess(299));
    QVERIFY(!options->isSuccess(199) && !options->isSuccess(300) && !options->isSuccess(202));
    QVERIFY(!options->id && !options->match && !options->lookUp && options->lookUpUrl.isEmpty());
    QVERIFY(!options->usesToken());
}

void WebhookOptionsTest::knowsWhatCountsAsSuccess_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isSuccess");
    QTest::newRow("one") << QByteArray(R"({"success":"201"})") << 201 << true;
    QTest::newRow("another than the one") << QByteArray(R"({"success":"201"})") << 200 << false;
    QTest::newRow("a list with blanks") << QByteArray(R"({"success":" 200 - 204 , 304 "})") << 304 << true;
    QTest::newRow("end of a range") << QByteArray(R"({"success":"200-204,304"})") << 204 << true;
    QTest::newRow("past it") << QByteArray(R"({"success":"200-204,304"})") << 205 << false;
    QTest::newRow("202 by name alone") << QByteArray(R"({"success":"202"})") << 202 << false;
    QTest::newRow("202 allowed") << QByteArray(R"({"accept_202":true})") << 202 << true;
    QTest::newRow("202 allowed but not listed") << QByteArray(R"({"accept_202":true,"success":"200"})") << 202 << false;
    QTest::newRow("409 as in: it is there already") << QByteArray(R"({"success":"200-299,409"})") << 409 << true;
}

void WebhookOptionsTest::knowsWhatCountsAsSuccess()
{
    QFETCH(QByteArray, options);
    QFETCH(int, status);
    const auto read = webhookOptions(webhook(options));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
    QTEST(read->isSuccess(status), "isSuccess");
}

void WebhookOptionsTest::keepsHeaderFields()
{
    const auto options = webhookOptions(
        webhook(R"({"headers":{"X-Api-Key":"{token}","X-Team":"sales","Accept":"application/vnd.api+json"}})"));
    QVERIFY(options);
    QCOMPARE(options->headers.size(), 3);
    QVERIFY(options->headers.contains(std::pair(QByteArray("X-Api-Key"), QByteArray("{token}"))));
    QVERIFY(options->usesToken());
}

void WebhookOptionsTest::refusesWhatCannotWork_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *options, const char *word) {
        QTest::newRow(name) << QByteArray(options) << QString::fromLatin1(word);
    };
    row("no status", R"({"success":"ok"})", "\"ok\"");
    row("no status at all", R"({"success":"200,"})", "200-299");
    row("a status that ends nothing", R"({"success":"100-299"})", "100-299");
    row("a broken server", R"({"success":"200-599"})", "200-599");
    row("a range backwards", R"({"success":"299-200"})", "299-200");
    row("header fields as a list", R"({"headers":["X-Team: sales"]})", "object");
    row("a field's name with a blank", R"({"headers":{"X Team":"sales"}})", "X Team");
    row("a field's name that ends its line", "{\"headers\":{\"X-Team\\r\\nX-Evil\":\"1\"}}", "name");
    row("a value that ends its line", "{\"headers\":{\"X-Team\":\"sales\\r\\nX-Evil: 1\"}}", "X-Team");
    row("a value that is no text", R"({"headers":{"X-Team":1}})", "X-Team");
    row("a value beyond ASCII", R"({"headers":{"X-Team":"Zoë"}})", "X-Team");
    row("a field of ours", R"({"headers":{"X-Earshot-Record":"1"}})", "X-Earshot-Record");
    row("the key of ours", R"({"headers":{"idempotency-key":"1"}})", "idempotency-key");
    row("a field of HTTP's own", R"({"headers":{"Content-Length":"1"}})", "Content-Length");
    row("compressed answers", R"({"headers":{"Accept-Encoding":"gzip"}})", "Accept-Encoding");
    row("a secret in the store", R"({"headers":{"Authorization":"Basic dTpw"}})", "{token}");
    row("another", R"({"headers":{"x-api-key":"s3cret"}})", "{token}");
    row("no pointer", R"({"id_pointer":"data.id"})", "data.id");
    row("what must match without a value", R"({"match_pointer":"/ok"})", "both");
    row("a value that must match nowhere", R"({"match_value":"true"})", "both");
    row("a look-up elsewhere", R"({"lookup_url":"https://other.example/r/{key}"})", "same");
    row("a look-up without TLS", R"({"lookup_url":"http://crm.example/r/{key}"})", "same");
    row("a look-up at another port", R"({"lookup_url":"https://crm.example:8443/r/{key}"})", "same");
    row("a look-up at a key's host", R"({"lookup_url":"https://{key}crm.example/r"})", "whole address");
    row("a look-up with a password", R"({"lookup_url":"https://u:p@crm.example/r/{key}"})", "password");
    row("a look-up of nothing", R"({"lookup_url":"https://crm.example/r"})", "{key}");
    row("a look-up that is no address", R"({"lookup_url":"/r/{key}"})", "whole address");
    row("an answer without a question", R"({"lookup_pointer":"/id"})", "address");
}

void WebhookOptionsTest::refusesWhatCannotWork()
{
    QFETCH(QByteArray, options);
    QFETCH(QString, word);
    const Destination destination = webhook(options);
    QVERIFY(!destination.options.isEmpty());
    const auto read = webhookOptions(destination);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadArgument);
    QVERIFY2(read.error().detail.contains(word), qPrintable(read.error().detail));
    QVERIFY(!read.error().detail.contains(QLatin1StringView("s3cret")));
    QCOMPARE(checkDestination(destination).error().code, ErrorCode::BadArgument); // so it is not stored
}

void WebhookOptionsTest::takesWhatCanWork_data()
{
    QTest::addColumn<QByteArray>("options");
    const auto row = [](const char *name, const char *options) { QTest::newRow(name) << QByteArray(options); };
    row("basic sign-in", R"({"headers":{"Authorization":"Basic {token}"}})");
    row("a look-up", R"({"lookup_url":"https://crm.example/r?key={key}","lookup_pointer":"/0/id"})");
    row("a look-up with the port said", R"({"lookup_url":"https://CRM.example:443/r/{key}"})");
    row("options set to nothing",
        R"({"id_pointer":"","match_pointer":"","match_value":"","lookup_url":"","headers":{}})");
    row("null is not set", R"({"success":null,"headers":null,"id_pointer":null})");
    row("a number that must match", R"({"match_pointer":"/code","match_value":"0"})");
}

void WebhookOptionsTest::takesWhatCanWork()
{
    QFETCH(QByteArray, options);
    const auto read = webhookOptions(webhook(options));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
}

void WebhookOptionsTest::putsTheKeyInAnAddress()
{
    QCOMPARE(
        addressWithKey(QStringLiteral("https://crm.example/r/{key}?k={key}"), QStringLiteral("earshot:a:b:1%2F/&")),
        QStringLiteral("https://crm.example/r/earshot%3Aa%3Ab%3A1%252F%2F%26?k=earshot%3Aa%3Ab%3A1%252F%2F%26"));
    QCOMPARE(addressWithKey(QStringLiteral("https://crm.example/r"), QStringLiteral("k")),
             QStringLiteral("https://crm.example/r"));
}

void WebhookOptionsTest::checksAddressAndMethod_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("isFine");
    QTest::newRow("the key in the path") << "https://crm.example/r/{key}" << "PUT" << true;
    QTest::newRow("the key in the query") << "https://crm.example/r?k={key}" << "GET" << true;
    QTest::newRow("the key as host") << "https://{key}/r" << "PUT" << false;
    QTest::newRow("the key in the host") << "https://{key}.crm.example/r" << "PUT" << false;
    QTest::newRow("another placeholder") << "https://crm.example/{id}" << "PUT" << false;
    QTest::newRow("a method of their own") << "https://crm.example/r" << "UPSERT" << true;
    QTest::newRow("no word") << "https://crm.example/r" << "PO ST" << false;
    QTest::newRow("no answer") << "https://crm.example/r" << "HEAD" << false;
    QTest::newRow("a tunnel") << "https://crm.example/r" << "CONNECT" << false;
    QTest::newRow("an echo") << "https://crm.example/r" << "TRACE" << false;
}

void WebhookOptionsTest::checksAddressAndMethod()
{
    QFETCH(QString, url);
    QFETCH(QString, method);
    Destination destination = webhook();
    destination.url = url;
    destination.method = method;
    QTEST(checkDestination(destination).has_value(), "isFine");
}

void WebhookOptionsTest::saysValuesAsText_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << QJsonValue(QStringLiteral("ok")) << "ok";
    QTest::newRow("true") << QJsonValue(true) << "true";
    QTest::newRow("false") << QJsonValue(false) << "false";
    QTest::newRow("nought") << QJsonValue(0) << "0";
    QTest::newRow("a big whole number") << QJsonValue(qint64(9'007'199'254'740'993)) << "9007199254740993";
    QTest::newRow("a fraction") << QJsonValue(1.5) << "1.5";
    QTest::newRow("null") << QJsonValue() << QString();
    QTest::newRow("an object") << QJsonValue(QJsonObject{{QStringLiteral("id"), 1}}) << QString();
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << QString();
}

void WebhookOptionsTest::saysValuesAsText()
{
    QFETCH(QJsonValue, value);
    QTEST(plainText(value), "text");
}

QTEST_GUILESS_MAIN(WebhookOptionsTest)

#include "tst_webhookoptions.moc"
