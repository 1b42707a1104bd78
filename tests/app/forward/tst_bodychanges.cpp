// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/bodychanges.h"

#include <QTest>

using namespace earshot;

Q_DECLARE_METATYPE(QList<ShadowChange>)

class BodyChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatDiffers_data();
    void findsWhatDiffers();
    void cutsLongValuesAroundTheDifference();
    void cutsBetweenCharacters();
    void isBounded();
};

void BodyChangesTest::findsWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("has");
    QTest::addColumn<QByteArray>("would");
    QTest::addColumn<QList<ShadowChange>>("changes");
    using Changes = QList<ShadowChange>;
    const auto row = [](const char *name, const char *has, const char *would, const Changes &changes) {
        QTest::newRow(name) << QByteArray(has) << QByteArray(would) << changes;
    };
    const auto text = [](const char *words) { return QString::fromUtf8(words); };
    row("the same bytes", R"({"a":1})", R"({"a":1})", {});
    row("another order and other blanks", R"({"a":1,"b":{"c":2,"d":3}})", "{ \"b\": {\"d\":3,\"c\":2},\n\"a\":1}", {});
    row("a value deep within", R"({"record":{"hs_call_status":"BUSY","x":1}})",
        R"({"record":{"hs_call_status":"NO_ANSWER","x":1}})",
        {{text("record.hs_call_status"), text("\"BUSY\""), text("\"NO_ANSWER\"")}});
    row("one that goes and one that comes", R"({"a":null})", R"({"b":true})",
        {{text("a"), text("null"), {}}, {text("b"), {}, text("true")}});
    row("a whole part that comes", R"({"contact":null})", R"({"contact":{"name":"Zoë"}})",
        {{text("contact"), text("null"), text("{\"name\":\"Zoë\"}")}});
    row("lists, place by place", R"({"list":[1,2,{"x":1}]})", R"({"list":[1,3,{"x":2},4]})",
        {{text("list[1]"), text("2"), text("3")},
         {text("list[2].x"), text("1"), text("2")},
         {text("list[3]"), {}, text("4")}});
    row("names that are no words", R"({"a b":{"ü":1}})", R"({"a b":{"ü":2}})",
        {{text("[\"a b\"][\"ü\"]"), text("1"), text("2")}});
    row("a number and its text", R"({"a":1})", R"({"a":"1"})", {{text("a"), text("1"), text("\"1\"")}});
    row("a list and an object", R"([1])", R"({"a":1})", {{text("."), text("[1]"), text("{\"a\":1}")}});
    row("bare values", "\"a\"", "7", {{text("."), text("\"a\""), text("7")}});
    row("not JSON and the same", "<a/>", "<a/>", {});
    row("not JSON", "<a/>", R"({"a":1})", {{text("."), text("<a/>"), text("{\"a\":1}")}});
    row("two values are no JSON", "1,2", "1,3", {{text("."), text("1,2"), text("1,3")}});
}

void BodyChangesTest::findsWhatDiffers()
{
    QFETCH(QByteArray, has);
    QFETCH(QByteArray, would);
    QTEST(bodyChanges(has, would), "changes");
}

void BodyChangesTest::cutsLongValuesAroundTheDifference()
{
    const QByteArray has = "{\"a\":\"" + QByteArray(10'000, 'x') + "1" + QByteArray(10'000, 'x') + "\"}";
    QByteArray would = has;
    would.replace('1', '2');
    const auto changes = bodyChanges(has, would);
    QCOMPARE(changes.size(), 1);
    QVERIFY(changes.first().has.contains(u'1'));
    QVERIFY(changes.first().would.contains(u'2'));
    QCOMPARE(changes.first().has.size(), 2002);
    QVERIFY(changes.first().has.startsWith(u'…') && changes.first().has.endsWith(u'…'));
}

void BodyChangesTest::cutsBetweenCharacters()
{
    const QByteArray smileys = QByteArray("😀").repeated(3000);
    for (const QByteArray &shift : {QByteArray(), QByteArray("x")}) {
        const auto changes =
            bodyChanges("{\"a\":\"" + shift + smileys + "1\"}", "{\"a\":\"" + shift + smileys + "2\"}");
        QCOMPARE(changes.size(), 1);
        const QString has = changes.first().has;
        QVERIFY(!has.at(1).isLowSurrogate());
        QCOMPARE(QString::fromUtf8(has.toUtf8()), has);
    }
}

void BodyChangesTest::isBounded()
{
    QByteArrayList ones;
    QByteArrayList twos;
    for (int i = 0; i < 2000; ++i) {
        ones.append("1");
        twos.append("2");
    }
    QCOMPARE(bodyChanges("[" + ones.join(',') + "]", "[" + twos.join(',') + "]").size(), 500);
}

QTEST_GUILESS_MAIN(BodyChangesTest)
#include "tst_bodychanges.moc"
