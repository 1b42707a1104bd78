// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/platforms/decodedjson.h"

#include "models/platforms/payload.h"
#include "models/platforms/registry.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace earshot;

namespace {

const QByteArray c_event("conversation.completed");

QJsonObject eigiPayload()
{
    return {{QStringLiteral("event"), QString::fromLatin1(c_event)},
            {QStringLiteral("conversation_id"), QStringLiteral("a28e7071-508e-4d45-8887-085531aafaba")},
            {QStringLiteral("notes"), QStringLiteral("50% off + \"café\" & more")},
            {QStringLiteral("conversation_duration"), 142}};
}

QByteArray jsonText(const QJsonObject &object, QJsonDocument::JsonFormat format = QJsonDocument::Compact)
{
    return QJsonDocument(object).toJson(format);
}

QByteArray query(const QByteArray &payload)
{
    return QByteArray("event=" + c_event + "&payload=" + payload.toPercentEncoding());
}

QByteArray multipart(const QByteArray &boundary, const QByteArray &payload)
{
    const QByteArray begin = QByteArray("--" + boundary + "\r\nContent-Disposition: form-data; name=");
    return QByteArray(begin + "event\r\n\r\n" + c_event + "\r\n" + begin + "payload\r\n\r\n" + payload + "\r\n--"
                      + boundary + "--\r\n");
}

Delivery delivery(const QByteArray &method, const QByteArray &contentType, const QByteArray &body,
                  const QByteArray &queryText = {})
{
    Delivery result;
    result.method = method;
    result.target = queryText.isEmpty() ? QByteArray("/hook/****") : QByteArray("/hook/****?" + queryText);
    result.headers = {{"Content-Type", contentType}};
    result.body = body;
    return result;
}

QByteArray digestOf(const QString &platform, const Delivery &carrier)
{
    const PlatformRegistry registry;
    return registry.decoderFor(platform)->decode(carrier, sampleSource(platform)).digest;
}

const QString c_eigi = QStringLiteral("eigi");
const QString c_custom = QStringLiteral("custom");

} // namespace

/** A delivery's digest tells repeats, so it must be the same for the same payload however it comes, and another for any
 * other. */
class DigestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areOneOverAllTransportsOfEigi_data();
    void areOneOverAllTransportsOfEigi();
    void changeWithThePayload();
    void changeWithAnEventThatOnlyTheFormNames();
    void tellFormsFromJson();
    void tellFormsWithShiftedFieldsApart();
    void areThereForWhatCannotBeRead();
};

void DigestsTest::areOneOverAllTransportsOfEigi_data()
{
    QTest::addColumn<Delivery>("carrier");
    const QByteArray payload = jsonText(eigiPayload());
    const QByteArray json("application/json");
    QTest::newRow("GET") << delivery("GET", {}, {}, query(payload));
    QTest::newRow("POST") << delivery("POST", "multipart/form-data; boundary=abc", multipart("abc", payload));
    QTest::newRow("PUT, other boundary") << delivery("PUT", "multipart/form-data; boundary=\"x:y\"",
                                                     multipart("x:y", payload));
    QTest::newRow("PATCH, JSON spread out")
        << delivery("PATCH", "multipart/form-data; boundary=abc",
                    multipart("abc", jsonText(eigiPayload(), QJsonDocument::Indented)));
    QTest::newRow("urlencoded") << delivery("POST", "application/x-www-form-urlencoded", query(payload));
    QTest::newRow("urlencoded, other event beside it")
        << delivery("POST", "application/x-www-form-urlencoded", query(payload).replace("completed&", "failed&"));
    QTest::newRow("JSON") << delivery("POST", json, payload);
    QTest::newRow("JSON without a type") << delivery("POST", {}, payload);
    QTest::newRow("JSON around it") << delivery("POST", json, jsonText({{QStringLiteral("payload"), eigiPayload()}}));
    QTest::newRow("JSON with its text") << delivery(
        "POST", json, jsonText({{QStringLiteral("payload"), QString::fromUtf8(payload)}}));
    QTest::newRow("API") << delivery("FETCH", json, jsonText({{QStringLiteral("data"), eigiPayload()}}));
}

void DigestsTest::areOneOverAllTransportsOfEigi()
{
    QFETCH(Delivery, carrier);
    QCOMPARE(digestOf(c_eigi, carrier), payloadDigest(QJsonValue(eigiPayload())));
}

void DigestsTest::changeWithThePayload()
{
    QJsonObject other = eigiPayload();
    other.insert(QLatin1StringView("conversation_duration"), 143);
    const QByteArray digest = digestOf(c_eigi, delivery("POST", "application/json", jsonText(other)));
    QCOMPARE_NE(digest, payloadDigest(QJsonValue(eigiPayload())));
}

void DigestsTest::changeWithAnEventThatOnlyTheFormNames()
{
    QJsonObject nameless = eigiPayload();
    nameless.remove(QLatin1StringView("event"));
    const QByteArray form = query(jsonText(nameless));
    const QByteArray completed = digestOf(c_eigi, delivery("GET", {}, {}, form));
    const QByteArray failed =
        digestOf(c_eigi, delivery("GET", {}, {}, QByteArray(form).replace("completed&", "failed&")));
    QCOMPARE_NE(completed, failed);
    QCOMPARE(completed, payloadDigest(QJsonValue(eigiPayload())));
}

void DigestsTest::tellFormsFromJson()
{
    const QByteArray form = digestOf(c_custom, delivery("POST", "application/x-www-form-urlencoded", "a=1"));
    const QByteArray json = digestOf(c_custom, delivery("POST", "application/json", "{\"a\":\"1\"}"));
    const QByteArray multipartForm =
        digestOf(c_custom, delivery("POST", "multipart/form-data; boundary=x",
                                    "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--\r\n"));
    QCOMPARE_NE(form, json);
    QCOMPARE(form, multipartForm);
}

void DigestsTest::tellFormsWithShiftedFieldsApart()
{
    QCOMPARE_NE(payloadDigest(Form{{QStringLiteral("ab"), "c"}}), payloadDigest(Form{{QStringLiteral("a"), "bc"}}));
    QCOMPARE_NE(payloadDigest(Form{{QStringLiteral("a"), "b"}, {QStringLiteral("c"), "d"}}),
                payloadDigest(Form{{QStringLiteral("a"), "bcd"}}));
}

void DigestsTest::areThereForWhatCannotBeRead()
{
    const QByteArray one = digestOf(c_eigi, delivery("POST", "application/json", "{\"a\":"));
    const QByteArray other = digestOf(c_eigi, delivery("POST", "application/json", "{\"b\":"));
    QCOMPARE(one.size(), 32);
    QCOMPARE_NE(one, other);
    QCOMPARE(digestOf(c_eigi, delivery("PUT", "application/json", "{\"a\":")), one);
}

QTEST_GUILESS_MAIN(DigestsTest)
#include "tst_digests.moc"
