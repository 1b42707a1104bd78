// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/platforms/decodedjson.h"
#include "tests/models/platforms/httpsample.h"

#include "models/platforms/payload.h"
#include "models/platforms/registry.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace earshot;

namespace {

/** Values that no document promises, put in the place of each that one does. */
QJsonArray oddValues()
{
    return {QJsonValue::Null,
            true,
            -1,
            0,
            1e300,
            qint64(9007199254740993),
            QStringLiteral(""),
            QStringLiteral("None"),
            QStringLiteral("x"),
            QStringLiteral("-12"),
            QStringLiteral("2026-02-30T25:61:61Z"),
            QString(QChar::Null),
            QJsonArray(),
            QJsonArray{QJsonArray{1}, QStringLiteral("x"), QJsonObject()},
            QJsonObject(),
            QJsonObject{{QStringLiteral("id"), QJsonArray()}},
            QString(1'000'000, u'\u00e9'),
            QString(100'000, u'7')};
}

/** The value with the one at each place inside replaced by @p odd, one at a time, handed to @p use. */
void replaceEach(const QJsonValue &value, const QJsonValue &odd, const std::function<void(const QJsonValue &)> &use)
{
    use(odd);
    QJsonObject object = value.toObject();
    for (const QString &name : object.keys()) {
        const QJsonValue member = object.value(name);
        replaceEach(member, odd, [&](const QJsonValue &replaced) {
            object.insert(name, replaced);
            use(object);
        });
        object.insert(name, member);
    }
    QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue element = array.at(i);
        replaceEach(element, odd, [&](const QJsonValue &replaced) {
            array.replace(i, replaced);
            use(array);
        });
        array.replace(i, element);
    }
}

Delivery jsonDelivery(const QByteArray &body)
{
    Delivery delivery;
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.headers = {{"Content-Type", "application/json"}};
    delivery.body = body;
    return delivery;
}

/** What holds of every answer, whatever was sent; empty if all does. */
QString complaintAbout(const Decoded &decoded)
{
    if (decoded.digest.size() != 32)
        return QStringLiteral("no digest");
    if (decoded.state == DeliveryState::Malformed)
        return decoded.reason.contains(QLatin1StringView(": ")) && decoded.events.isEmpty()
                   ? QString()
                   : QStringLiteral("bad reason");
    if (decoded.state != DeliveryState::Decoded && decoded.state != DeliveryState::Unknown)
        return QStringLiteral("bad state");
    if (decoded.events.size() != 1 || !decoded.reason.isNull())
        return QStringLiteral("not one event");
    const Event &event = decoded.events.first();
    if (event.conversation && event.conversation->platformId.isEmpty())
        return QStringLiteral("conversation without an id");
    if (event.patch.durationSeconds.value_or(0) < 0)
        return QStringLiteral("negative duration");
    return event.warnings.size() <= 30 ? QString() : QStringLiteral("too many warnings");
}

} // namespace

class HostileInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesOddValuesInEveryPlace_data();
    void survivesOddValuesInEveryPlace();
    void survivesEveryCut_data();
    void survivesEveryCut();
    void staysBounded_data();
    void staysBounded();

private:
    PlatformRegistry m_registry;
};

void HostileInputTest::survivesOddValuesInEveryPlace_data()
{
    QTest::addColumn<QString>("sample");
    for (const char *sample :
         {"insighto/c-conversation-closed", "insighto/c-captured-form-created", "eigi/completed-json",
          "eigi/api-call-in-data", "varda/conversation-created", "varda/message-created", "varda/call-ended",
          "varda/call-outcome-tagged", "varda/contact-created", "custom/object"})
        QTest::newRow(sample) << QString::fromLatin1(sample);
}

void HostileInputTest::survivesOddValuesInEveryPlace()
{
    QFETCH(QString, sample);
    const QString platform = sample.section(QLatin1Char('/'), 0, 0);
    const PlatformDecoder *decoder = m_registry.decoderFor(platform);
    const QString path = QStringLiteral(EARSHOT_TEST_DATA "/%1.http").arg(sample);
    const QJsonObject payload = QJsonDocument::fromJson(deliveryFromHttp(readSample(path)).body).object();
    QVERIFY(!payload.isEmpty());
    const Source source = sampleSource(platform, {{QStringLiteral("zone"), QStringLiteral("Asia/Kolkata")}});
    for (const QJsonValue &odd : oddValues()) {
        replaceEach(payload, odd, [&](const QJsonValue &json) {
            const QByteArray body = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
            const Decoded decoded = decoder->decode(jsonDelivery(body.sliced(1, body.size() - 2)), source);
            if (const QString complaint = complaintAbout(decoded); !complaint.isEmpty())
                QFAIL(qPrintable(QString(complaint + QStringLiteral(": ") + QString::fromUtf8(body.first(200)))));
        });
    }
}

void HostileInputTest::survivesEveryCut_data()
{
    QTest::addColumn<QString>("sample");
    for (const char *sample : {"insighto/gzip", "insighto/b-conversation-closed", "eigi/completed-post-file-part",
                               "eigi/chat", "eigi/completed-get", "varda/call-outcome-tagged"})
        QTest::newRow(sample) << QString::fromLatin1(sample);
}

void HostileInputTest::survivesEveryCut()
{
    QFETCH(QString, sample);
    const QString platform = sample.section(QLatin1Char('/'), 0, 0);
    const PlatformDecoder *decoder = m_registry.decoderFor(platform);
    const QByteArray whole = readSample(QStringLiteral(EARSHOT_TEST_DATA "/%1.http").arg(sample));
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const Decoded decoded = decoder->decode(deliveryFromHttp(whole.first(size)), sampleSource(platform));
        if (const QString complaint = complaintAbout(decoded); !complaint.isEmpty())
            QFAIL(qPrintable(QString(complaint + QStringLiteral(" after %1 bytes").arg(size))));
    }
}

void HostileInputTest::staysBounded_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const auto filled = [](const QByteArray &begin, const QByteArray &piece, const QByteArray &end) {
        const qsizetype count = (c_bodyLimitBytes - begin.size() - end.size()) / piece.size();
        return QByteArray(begin + piece.repeated(count) + end);
    };
    const QByteArray json("application/json");
    const QByteArray multipart("multipart/form-data; boundary=b");
    const QByteArray urlencoded("application/x-www-form-urlencoded");
    QTest::newRow("brackets") << json << QByteArray(c_bodyLimitBytes, '[');
    QTest::newRow("one text") << json << filled("{\"event\":\"", "x", "\"}");
    QTest::newRow("eigi transcript of empty objects")
        << json
        << filled(R"({"conversation_id":"1","event":"conversation.completed","conversation_transcript":[{})", ",{}",
                  "]}");
    QTest::newRow("Insighto transcript of texts")
        << json
        << filled(R"({"id":"1","event":"conversation.closed","data":{"conversation_id":"1","transcript":[1)", ",\"x\"",
                  "]}}");
    QTest::newRow("analysis that never agrees")
        << json
        << filled(R"({"conversation_id":"1","event":"conversation.completed","conversation_analysis":[{})",
                  R"(,{"a":[]},{"a":{}})", "]}");
    QTest::newRow("NUL") << json << QByteArray(c_bodyLimitBytes, '\0');
    QTest::newRow("white space without a type") << QByteArray() << QByteArray(c_bodyLimitBytes, ' ');
    QTest::newRow("ampersands") << urlencoded << QByteArray(c_bodyLimitBytes, '&');
    QTest::newRow("escapes") << urlencoded << filled("a=", "%5B", "");
    QTest::newRow("delimiters") << multipart << filled("--b\r\n", "--b\r\n", "--b--\r\n");
    QTest::newRow("almost delimiters") << multipart << filled("--b\r\n\r\n", "--bb\r\n", "--b--\r\n");
    QTest::newRow("empty lines in a part") << multipart << filled("--b\r\n\r\n", "\r\n", "--b--\r\n");
    QTest::newRow("too large") << json << QByteArray(c_bodyLimitBytes + 1, '1');
}

void HostileInputTest::staysBounded()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    Delivery delivery = jsonDelivery(body);
    delivery.headers.first().value = type;
    for (const QString &platform : knownPlatforms()) {
        const Decoded decoded = m_registry.decoderFor(platform)->decode(delivery, sampleSource(platform));
        QCOMPARE(complaintAbout(decoded), QString());
        QVERIFY(decoded.events.isEmpty() || decoded.events.first().messages.size() <= 10'000);
    }
}

QTEST_GUILESS_MAIN(HostileInputTest)
#include "tst_hostileinput.moc"
