// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/jsontext.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace earshot;

class JsonTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfValue_data();
    void readsEveryKindOfValue();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void repairsCharactersThatCannotBeKept();
    void leavesEmojisAlone();
    void survivesTenMebibytesOfBrackets();
    void countsColumnsInCharacters();
};

void JsonTextTest::readsEveryKindOfValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("object") << QByteArray(" {\"a\":1}\n") << QJsonValue(QJsonObject{{QStringLiteral("a"), 1}});
    QTest::newRow("array") << QByteArray("[1]") << QJsonValue(QJsonArray{1});
    QTest::newRow("empty object") << QByteArray("{}") << QJsonValue(QJsonObject());
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << QJsonValue(QJsonObject());
    QTest::newRow("text") << QByteArray("\"a\"") << QJsonValue(QStringLiteral("a"));
    QTest::newRow("number") << QByteArray("-1.5e1") << QJsonValue(-15);
    QTest::newRow("null") << QByteArray(" null ") << QJsonValue(QJsonValue::Null);
    QTest::newRow("true") << QByteArray("true") << QJsonValue(true);
    QTest::newRow("big integer") << QByteArray("9007199254740993") << QJsonValue(qint64(9007199254740993));
}

void JsonTextTest::readsEveryKindOfValue()
{
    QFETCH(QByteArray, text);
    QFETCH(QJsonValue, value);
    Warnings warnings;
    const Result<QJsonValue> read = readJson(text, warnings);
    QVERIFY(read.has_value());
    QCOMPARE(*read, value);
    QCOMPARE(warnings.texts(), QStringList());
}

void JsonTextTest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &text, const char *sentence) {
        QTest::newRow(name) << text << QString::fromUtf8(sentence);
    };
    row("empty", " \n", "This JSON is empty.");
    row("cut in an object", R"({"a":1,)", "This JSON ends too early, at line 1, column 7.");
    row("cut in a number", R"({"a":1)", "This JSON ends too early, at line 1, column 6.");
    row("cut in a text", R"({"a":"xyz)", "This JSON ends too early, at line 1, column 9.");
    row("cut on line 3", "{\n\"a\":\n[[1],2", "This JSON ends too early, at line 3, column 6.");
    row("cut far out", QByteArray(R"({"a":")" + QByteArray(10'208, 'x')),
        "This JSON ends too early, at line 1, column 10,214.");
    row("wrong bracket", R"({"a":[1,2})", "A comma or ] is missing in this JSON, at line 1, column 10.");
    row("wrong bracket, then a line end", "{\"a\":\n[1, 2}\n\n",
        "A comma or ] is missing in this JSON, at line 2, column 6.");
    row("no colon", R"({"a" 1})", "A colon is missing in this JSON, at line 1, column 6.");
    row("name without quotes", R"({a:1})",
        "A name in quotes, a comma or } is missing in this JSON, at line 1, column 2.");
    row("comma too many", R"({"a":1,})",
        "A value is missing after a comma or colon in this JSON, at line 1, column 8.");
    row("no value", R"({"a":})", "A value is missing after a comma or colon in this JSON, at line 1, column 6.");
    row("no JSON value", R"({"a":tru})", "This is not JSON, at line 1, column 6.");
    row("bad number", R"({"a":-})", "A number is not written as JSON wants it, at line 1, column 6.");
    row("bad escape", R"({"a":"\u12"})",
        "A \\u escape in this JSON is not followed by four hexadecimal digits, at line 1, column 10.");
    row("goes on", "{\"a\":1}\nx", "This JSON goes on after its end, at line 2, column 1.");
    row("text alone", "hello", "This is not JSON, at line 1, column 1.");
    row("two values", "1, 2", "This is not JSON, at line 1, column 1.");
    row("not UTF-8", "{\"a\":\"caf\xE9\"}", "This JSON holds bytes that are not UTF-8, at line 1, column 10.");
    row("not UTF-8 between", "{\xFF}", "This JSON holds bytes that are not UTF-8, at line 1, column 2.");
    row("overlong UTF-8", "[\"\xC0\xAF\"]", "This JSON holds bytes that are not UTF-8, at line 1, column 3.");
    row("too deep", QByteArray(QByteArray(2000, '[') + QByteArray(2000, ']')),
        "This JSON is nested too deeply, at line 1, column 1,025.");
}

void JsonTextTest::saysWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    Warnings warnings;
    const Result<QJsonValue> read = readJson(text, warnings);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::JsonSyntax);
    QCOMPARE(read.error().detail, sentence);
}

void JsonTextTest::repairsCharactersThatCannotBeKept()
{
    Warnings warnings;
    const QByteArray text =
        QByteArray(R"({"a\u0000":["x\ud800y", "\udc00", "raw )" + QByteArray(1, '\0') + R"( NUL"]})");
    const QJsonObject object = readJson(text, warnings).value_or(QJsonValue()).toObject();
    const QJsonArray expected{QStringLiteral("x\uFFFDy"), QStringLiteral("\uFFFD"), QStringLiteral("raw \uFFFD NUL")};
    QCOMPARE(object.value(QStringLiteral("a\uFFFD")).toArray(), expected);
    QCOMPARE(warnings.texts().size(), 1);
}

void JsonTextTest::leavesEmojisAlone()
{
    Warnings warnings;
    QCOMPARE(readJson(R"("\ud83d\ude00")", warnings).value_or(QJsonValue()).toString(), QStringLiteral("😀"));
    QCOMPARE(warnings.texts(), QStringList());
}

void JsonTextTest::survivesTenMebibytesOfBrackets()
{
    Warnings warnings;
    const Result<QJsonValue> read = readJson(QByteArray(10 * 1024 * 1024, '['), warnings);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().detail, QStringLiteral("This JSON is nested too deeply, at line 1, column 1,025."));
}

void JsonTextTest::countsColumnsInCharacters()
{
    Warnings warnings;
    QCOMPARE(readJson("[\"éé😀\" 1]", warnings).error().detail,
             QStringLiteral("A comma or ] is missing in this JSON, at line 1, column 8."));
}

QTEST_GUILESS_MAIN(JsonTextTest)
#include "tst_jsontext.moc"
