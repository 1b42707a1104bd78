// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/jsonreader.h"

#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

constexpr QLatin1StringView c_name("x");

QJsonObject parse(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/** A reader of one object, for a source in a zone of its own. */
struct Reading {
    explicit Reading(const QByteArray &json, const char *zone = "Asia/Kolkata")
        : context(sourceIn(zone))
        , reader(parse(json), context)
    {
    }

    static Source sourceIn(const char *zone)
    {
        Source source;
        source.zone = QLatin1StringView(zone);
        return source;
    }

    QString warnings() const { return context.warnings.texts().join(QStringLiteral("; ")); }

    ReadingContext context;
    JsonReader reader;
};

QString isoUtc(const std::optional<Timestamp> &time)
{
    return time ? toIsoText(*time, QTimeZone::utc()) : QString();
}

} // namespace

class JsonReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIds_data();
    void readsIds();
    void keepsFreeTextAsItIs_data();
    void keepsFreeTextAsItIs();
    void takesAnEmptyLabelAsNothing();
    void putsWordsInLowerCase();
    void readsIntegers_data();
    void readsIntegers();
    void takesNegativeDurationsAsNothing();
    void readsTimes_data();
    void readsTimes();
    void readsBooleans_data();
    void readsBooleans();
    void warnsOfAZoneItDoesNotKnow();
    void namesThePlaceOfWhatIsInside();
    void keepsWarningsFewAndShort();
};

void JsonReaderTest::readsIds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("warnings");
    const QString none;
    QTest::newRow("missing") << QByteArray("{}") << none << QString();
    QTest::newRow("null") << QByteArray(R"({"x":null})") << none << QString();
    QTest::newRow("empty") << QByteArray(R"({"x":""})") << none << QString();
    QTest::newRow("None") << QByteArray(R"({"x":"None"})") << none << QString();
    QTest::newRow("null as text") << QByteArray(R"({"x":"null"})") << none << QString();
    QTest::newRow("dashes") << QByteArray(R"({"x":"--"})") << none << QString();
    QTest::newRow("text") << QByteArray(R"({"x":"conv_1"})") << QStringLiteral("conv_1") << QString();
    QTest::newRow("integer") << QByteArray(R"({"x":123})") << QStringLiteral("123") << QString();
    QTest::newRow("zero") << QByteArray(R"({"x":0})") << QStringLiteral("0") << QString();
    QTest::newRow("1e16") << QByteArray(R"({"x":10000000000000000})") << QStringLiteral("10000000000000000")
                          << QString();
    QTest::newRow("beyond 2^53") << QByteArray(R"({"x":9007199254740993})") << QStringLiteral("9007199254740993")
                                 << QString();
    QTest::newRow("beyond 64 bits") << QByteArray(R"({"x":12345678901234567890})")
                                    << QStringLiteral("12345678901234567000") << QStringLiteral("number-rounded: x");
    QTest::newRow("fraction") << QByteArray(R"({"x":1.5})") << QStringLiteral("1.5") << QString();
    QTest::newRow("boolean") << QByteArray(R"({"x":true})") << QStringLiteral("true") << QString();
    QTest::newRow("object") << QByteArray(R"({"x":{}})") << none << QStringLiteral("wrong-type: x");
}

void JsonReaderTest::readsIds()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, id);
    QFETCH(QString, warnings);
    const Reading reading(json);
    const QString actual = reading.reader.id(c_name);
    QCOMPARE(actual, id);
    QCOMPARE(actual.isNull(), id.isNull());
    QCOMPARE(reading.warnings(), warnings);
}

void JsonReaderTest::keepsFreeTextAsItIs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("None") << QByteArray(R"({"x":"None"})") << QStringLiteral("None");
    QTest::newRow("dashes") << QByteArray(R"({"x":"--"})") << QStringLiteral("--");
    QTest::newRow("empty") << QByteArray(R"({"x":""})") << QStringLiteral("");
    QTest::newRow("white space") << QByteArray(R"({"x":" a\n"})") << QStringLiteral(" a\n");
}

void JsonReaderTest::keepsFreeTextAsItIs()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    const Reading reading(json);
    QCOMPARE(reading.reader.text(c_name), text);
    QVERIFY(!reading.reader.text(c_name).isNull());
}

void JsonReaderTest::takesAnEmptyLabelAsNothing()
{
    QVERIFY(Reading(R"({"x":""})").reader.label(c_name).isNull());
    QCOMPARE(Reading(R"({"x":"None"})").reader.label(c_name), QStringLiteral("None"));
}

void JsonReaderTest::putsWordsInLowerCase()
{
    QCOMPARE(Reading(R"({"x":" TELEPHONY "})").reader.word(c_name), QStringLiteral("telephony"));
    QVERIFY(Reading(R"({"x":"None"})").reader.word(c_name).isNull());
}

void JsonReaderTest::readsIntegers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QVariant>("number");
    QTest::addColumn<QString>("warnings");
    const QString notANumber = QStringLiteral("not-a-number: x");
    QTest::newRow("integer") << QByteArray(R"({"x":245})") << QVariant(245) << QString();
    QTest::newRow("zero") << QByteArray(R"({"x":0})") << QVariant(0) << QString();
    QTest::newRow("negative") << QByteArray(R"({"x":-3})") << QVariant(-3) << QString();
    QTest::newRow("big") << QByteArray(R"({"x":9007199254740993})") << QVariant(qint64(9007199254740993)) << QString();
    QTest::newRow("text") << QByteArray(R"({"x":" 245 "})") << QVariant(245) << QStringLiteral("number-as-text: x");
    QTest::newRow("fraction") << QByteArray(R"({"x":12.5})") << QVariant(13) << QStringLiteral("number-rounded: x");
    QTest::newRow("too big") << QByteArray(R"({"x":1e300})") << QVariant() << notANumber;
    QTest::newRow("word") << QByteArray(R"({"x":"many"})") << QVariant() << notANumber;
    QTest::newRow("infinite") << QByteArray(R"({"x":"inf"})") << QVariant() << notANumber;
    QTest::newRow("boolean") << QByteArray(R"({"x":true})") << QVariant() << notANumber;
    QTest::newRow("None") << QByteArray(R"({"x":"None"})") << QVariant() << QString();
    QTest::newRow("array") << QByteArray(R"({"x":[1]})") << QVariant() << QStringLiteral("wrong-type: x");
    QTest::newRow("a megabyte of digits")
        << QByteArray("{\"x\":\"" + QByteArray(1'000'000, '1') + "\"}") << QVariant() << notANumber;
}

void JsonReaderTest::readsIntegers()
{
    QFETCH(QByteArray, json);
    QFETCH(QVariant, number);
    QFETCH(QString, warnings);
    const Reading reading(json);
    const std::optional<qint64> actual = reading.reader.integer(c_name);
    QCOMPARE(actual.has_value(), number.isValid());
    QCOMPARE(actual.value_or(0), number.toLongLong());
    QCOMPARE(reading.warnings(), warnings);
}

void JsonReaderTest::takesNegativeDurationsAsNothing()
{
    const Reading reading(R"({"x":-1})");
    QVERIFY(!reading.reader.nonNegative(c_name));
    QCOMPARE(reading.warnings(), QStringLiteral("negative: x"));
    QCOMPARE(Reading(R"({"x":0})").reader.nonNegative(c_name), std::optional<qint64>(0));
}

void JsonReaderTest::readsTimes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("warnings");
    const QString notADate = QStringLiteral("not-a-date: x");
    QTest::newRow("UTC") << QByteArray(R"({"x":"2026-05-14T10:21:33Z"})") << QStringLiteral("2026-05-14T10:21:33Z")
                         << QString();
    QTest::newRow("offset") << QByteArray(R"({"x":"2025-12-03T14:14:23.735228+05:30"})")
                            << QStringLiteral("2025-12-03T08:44:23.735228Z") << QString();
    QTest::newRow("naive") << QByteArray(R"({"x":"2024-04-05 22:26:08"})") << QStringLiteral("2024-04-05T16:56:08Z")
                           << QStringLiteral("zone-assumed: x");
    QTest::newRow("seconds") << QByteArray(R"({"x":1774463700})") << QStringLiteral("2026-03-25T18:35:00Z")
                             << QString();
    QTest::newRow("milliseconds") << QByteArray(R"({"x":1774463700123})") << QStringLiteral("2026-03-25T18:35:00.123Z")
                                  << QString();
    QTest::newRow("seconds as text") << QByteArray(R"({"x":"1774463700"})") << QStringLiteral("2026-03-25T18:35:00Z")
                                     << QString();
    QTest::newRow("never") << QByteArray(R"({"x":0})") << QString() << notADate;
    QTest::newRow("word") << QByteArray(R"({"x":"yesterday"})") << QString() << notADate;
    QTest::newRow("no such day") << QByteArray(R"({"x":"2026-02-30T10:00:00Z"})") << QString() << notADate;
    QTest::newRow("None") << QByteArray(R"({"x":"None"})") << QString() << QString();
    QTest::newRow("object") << QByteArray(R"({"x":{}})") << QString() << QStringLiteral("wrong-type: x");
    QTest::newRow("a megabyte of spaces")
        << QByteArray("{\"x\":\"" + QByteArray(1'000'000, ' ') + "\"}") << QString() << notADate;
}

void JsonReaderTest::readsTimes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, time);
    QFETCH(QString, warnings);
    const Reading reading(json);
    QCOMPARE(isoUtc(reading.reader.time(c_name)), time);
    QCOMPARE(reading.warnings(), warnings);
}

void JsonReaderTest::readsBooleans_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<QString>("warnings");
    QTest::newRow("true") << QByteArray(R"({"x":true})") << QVariant(true) << QString();
    QTest::newRow("false") << QByteArray(R"({"x":false})") << QVariant(false) << QString();
    QTest::newRow("text") << QByteArray(R"({"x":"False"})") << QVariant(false) << QStringLiteral("text-as-boolean: x");
    QTest::newRow("number") << QByteArray(R"({"x":1})") << QVariant(true) << QStringLiteral("text-as-boolean: x");
    QTest::newRow("word") << QByteArray(R"({"x":"perhaps"})") << QVariant() << QStringLiteral("wrong-type: x");
    QTest::newRow("null") << QByteArray(R"({"x":null})") << QVariant() << QString();
}

void JsonReaderTest::readsBooleans()
{
    QFETCH(QByteArray, json);
    QFETCH(QVariant, value);
    QFETCH(QString, warnings);
    const Reading reading(json);
    const std::optional<bool> actual = reading.reader.boolean(c_name);
    QCOMPARE(actual.has_value(), value.isValid());
    QCOMPARE(actual.value_or(false), value.toBool());
    QCOMPARE(reading.warnings(), warnings);
}

void JsonReaderTest::warnsOfAZoneItDoesNotKnow()
{
    const Reading reading(R"({"x":"2024-04-05 22:26:08"})", "Mars/Olympus");
    QCOMPARE(isoUtc(reading.reader.time(c_name)), QStringLiteral("2024-04-05T22:26:08Z"));
    QCOMPARE(reading.warnings(), QStringLiteral("zone-unknown: Mars/Olympus; zone-assumed: x"));
}

void JsonReaderTest::namesThePlaceOfWhatIsInside()
{
    const Reading reading(R"({"data":{"contact":{"x":[]}}})");
    const JsonReader contact = reading.reader.inside(QLatin1StringView("data")).inside(QLatin1StringView("contact"));
    QVERIFY(contact.text(c_name).isNull());
    QVERIFY(contact.inside(QLatin1StringView("none")).text(c_name).isNull());
    QCOMPARE(reading.warnings(), QStringLiteral("wrong-type: data.contact.x"));
}

void JsonReaderTest::keepsWarningsFewAndShort()
{
    Warnings warnings;
    for (int i = 0; i < 1000; ++i)
        warnings.add(QLatin1StringView("code"), QString(QString::number(i) + QString(100'000, u'x')));
    QVERIFY(warnings.texts().size() <= 30);
    QVERIFY(warnings.texts().first().size() < 150);
}

QTEST_GUILESS_MAIN(JsonReaderTest)
#include "tst_jsonreader.moc"
