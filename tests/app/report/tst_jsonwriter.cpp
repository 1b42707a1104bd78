// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfKeys();
    void writesAnyTextAsValidJson_data();
    void writesAnyTextAsValidJson();
    void keepsIntegersWhole();
};

void JsonWriterTest::keepsTheOrderOfKeys()
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.key(QLatin1StringView("z"));
    json.integer(-1);
    json.key(QLatin1StringView("a"));
    json.beginArray();
    json.null();
    json.boolean(true);
    json.beginObject();
    json.endObject();
    json.beginArray();
    json.endArray();
    json.endArray();
    json.key(QLatin1StringView("m"));
    json.textOrNull(QString());
    json.key(QLatin1StringView("r"));
    json.raw(QStringView(u"{\"ä\":1}"));
    json.endObject();
    QCOMPARE(out, QByteArray("{\"z\":-1,\"a\":[null,true,{},[]],\"m\":null,\"r\":{\"\xc3\xa4\":1}}"));
}

void JsonWriterTest::writesAnyTextAsValidJson_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString(QLatin1String(""));
    QTest::newRow("plain") << QStringLiteral("Hello");
    QTest::newRow("quotes and backslashes") << QStringLiteral("\"a\\\"\\\\");
    QTest::newRow("controls") << QStringLiteral("\n\r\t\b\f\u0001\u001b[31m\u007f\u0085");
    QTest::newRow("NUL") << QString(QChar(QChar::Null));
    QTest::newRow("one to four bytes") << QString::fromUtf8("a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    QTest::newRow("line separators") << QStringLiteral("\u2028\u2029");
    QTest::newRow("long") << QString(1'000'000, QLatin1Char('"'));
}

void JsonWriterTest::writesAnyTextAsValidJson()
{
    QFETCH(QString, text);
    QByteArray out;
    JsonWriter json(out);
    json.beginArray();
    json.text(text);
    json.endArray();
    QJsonParseError error;
    const QJsonArray read = QJsonDocument::fromJson(out, &error).array();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(read.at(0).toString(), text);
    QVERIFY(std::ranges::none_of(out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }));
}

void JsonWriterTest::keepsIntegersWhole()
{
    QByteArray out;
    JsonWriter json(out);
    json.integer(std::numeric_limits<qint64>::min());
    QCOMPARE(out, QByteArray("-9223372036854775808"));
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
