// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/payloadjson.h"

#include <QTest>

using namespace earshot;

class PayloadJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasSent();
    void readsTexts_data();
    void readsTexts();
    void cutsLongTexts();
    void namesPlaces();
    void findsMembers();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void takesDeepAndLongPayloads();
    void printsValuesOnLines();
    void showsAFormAsAnObject();
};

static JsonOutlinePtr outlineOf(const QByteArray &json)
{
    auto outline = JsonOutline::read(json);
    if (!outline)
        qFatal("%s: %s", json.constData(), qPrintable(outline.error().detail));
    return *outline;
}

void PayloadJsonTest::keepsWhatWasSent()
{
    const auto outline = outlineOf("\xEF\xBB\xBF {\"b\": 12345678901234567890, \"a\": [1.50, -0, 1E+2], \"b\": null} ");
    QCOMPARE(outline->node(0).type, JsonType::Object);
    QCOMPARE(outline->node(0).children, 3);
    const int big = outline->child(0, 0);
    QCOMPARE(outline->name(big), QStringLiteral("b"));
    QCOMPARE(outline->text(big), QStringLiteral("12345678901234567890"));
    const int list = outline->child(0, 1);
    QCOMPARE(outline->node(list).row, 1);
    QCOMPARE(outline->text(outline->child(list, 0)), QStringLiteral("1.50"));
    QCOMPARE(outline->text(outline->child(list, 1)), QStringLiteral("-0"));
    QCOMPARE(outline->text(outline->child(list, 2)), QStringLiteral("1E+2"));
    QVERIFY(outline->name(outline->child(list, 2)).isNull());
    QCOMPARE(outline->node(outline->child(0, 2)).type, JsonType::Keyword);
    QCOMPARE(outline->token(list), QByteArrayView("[1.50, -0, 1E+2]"));
}

void PayloadJsonTest::readsTexts_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("\"abc\"") << "abc";
    QTest::newRow("empty") << QByteArray("\"\"") << "";
    QTest::newRow("escapes") << QByteArray("\"a\\\"b\\\\c\\n\\u00e4\"") << "a\"b\\c\n\u00e4";
    QTest::newRow("surrogates") << QByteArray("\"\\ud83d\\ude00\"") << QString::fromUcs4(U"\U0001F600", 1);
    QTest::newRow("letters") << QByteArray("\"\xC3\xA4\"") << "\u00e4";
    QTest::newRow("brackets") << QByteArray("\"}],{\"") << "}],{";
}

void PayloadJsonTest::readsTexts()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, text);
    const auto outline = outlineOf(QByteArray("[" + token + "]"));
    QCOMPARE(outline->node(1).type, JsonType::Text);
    QCOMPARE(outline->text(1), text);
    QCOMPARE(outline->token(1), QByteArrayView(token));
}

void PayloadJsonTest::cutsLongTexts()
{
    QByteArray json = "[\"";
    for (int i = 0; i < 1000; ++i)
        json += "\\u00e4\xC3\xA4\\n";
    const auto outline = outlineOf(QByteArray(json + "\"]"));
    for (const qsizetype limit : {1, 2, 3, 7, 100}) {
        const QString text = outline->text(1, limit);
        QCOMPARE(text, outline->text(1).left(limit));
    }
    QCOMPARE(outline->text(1).size(), 3000);
}

void PayloadJsonTest::namesPlaces()
{
    const auto outline = outlineOf("{\"data\":{\"items\":[{\"name\":1}],\"a \\\"b\":[[2]]}}");
    const int data = outline->child(0, 0);
    const int name = outline->child(outline->child(outline->child(data, 0), 0), 0);
    QCOMPARE(outline->path(name), QStringLiteral("data.items[0].name"));
    QCOMPARE(outline->jqPath(name), QStringLiteral(".data.items[0].name"));
    const int two = outline->child(outline->child(outline->child(data, 1), 0), 0);
    QCOMPARE(outline->path(two), QStringLiteral("data[\"a \\\"b\"][0][0]"));
    QCOMPARE(outline->jqPath(two), QStringLiteral(".data.\"a \\\"b\"[0][0]"));
    QCOMPARE(outline->path(0), QString());
    QCOMPARE(outline->jqPath(0), QStringLiteral("."));
    QCOMPARE(outlineOf("[5]")->jqPath(1), QStringLiteral(".[0]"));
}

void PayloadJsonTest::findsMembers()
{
    const auto outline = outlineOf("{\"a\":1,\"b\":2,\"a\":3}");
    QCOMPARE(outline->text(outline->member(0, u"a")), QStringLiteral("3"));
    QCOMPARE(outline->member(0, u"c"), -1);
    QCOMPARE(outline->member(1, u"a"), -1);
}

void PayloadJsonTest::refusesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"", "{", "[1,", "[1 2]", "{\"a\"}", "{\"a\":}", "{1:2}", "[1]]", "\"abc", "nul", "{,}", "\"a\\\""})
        QTest::newRow(json) << QByteArray(json);
}

void PayloadJsonTest::refusesWhatIsNoJson()
{
    QFETCH(QByteArray, json);
    const auto outline = JsonOutline::read(json);
    QVERIFY(!outline);
    QCOMPARE(outline.error().code, ErrorCode::JsonSyntax);
}

void PayloadJsonTest::takesDeepAndLongPayloads()
{
    QVERIFY(!JsonOutline::read(QByteArray(100'000, '[')));
    const auto deep = outlineOf(QByteArray(QByteArray(1000, '[') + QByteArray(1000, ']')));
    QCOMPARE(deep->size(), 1000);
    QByteArray json = "[0";
    for (int i = 1; i < 100'000; ++i)
        json += QByteArray("," + QByteArray::number(i));
    const auto outline = outlineOf(QByteArray(json + "]"));
    QCOMPARE(outline->node(0).children, 100'000);
    QCOMPARE(outline->text(outline->child(0, 99'999)), QStringLiteral("99999"));
}

void PayloadJsonTest::printsValuesOnLines()
{
    const auto outline = outlineOf("{\"b\":[1.0,{}],\"a\":{\"c\":\"\\u00e4\"},\"d\":[]}");
    QCOMPARE(prettyJson(*outline), QStringLiteral("{\n  \"b\": [\n    1.0,\n    {}\n  ],\n  \"a\": {\n"
                                                  "    \"c\": \"\\u00e4\"\n  },\n  \"d\": []\n}"));
    QCOMPARE(prettyJson(*outlineOf("7")), QStringLiteral("7"));
}

void PayloadJsonTest::showsAFormAsAnObject()
{
    const QByteArray json = formAsJson({{QStringLiteral("event"), "a\"b"},
                                        {QStringLiteral("payload"), "{\"n\":12345678901234567890}"},
                                        {QStringLiteral("broken"), "{\"n\":"},
                                        {QStringLiteral("event"), "2"}});
    QCOMPARE(json, QByteArray("{\"event\":\"a\\\"b\",\"payload\":{\"n\":12345678901234567890},\"broken\":\"{\\\"n\\\":"
                              "\",\"event\":\"2\"}"));
    QVERIFY(JsonOutline::read(json));
    QVERIFY(JsonOutline::read(formAsJson({})));
}

QTEST_GUILESS_MAIN(PayloadJsonTest)
#include "tst_payloadjson.moc"
