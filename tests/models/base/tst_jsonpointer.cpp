// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/jsonpointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace earshot;

class JsonPointerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatRfc6901Names_data();
    void findsWhatRfc6901Names();
    void findsNothingWhereNothingIs_data();
    void findsNothingWhereNothingIs();
    void refusesWhatIsNoPointer_data();
    void refusesWhatIsNoPointer();
    void namesAWholeDocumentThatIsNoObject();
};

namespace {

/** The document of RFC 6901 section 5. */
QJsonObject example()
{
    return QJsonDocument::fromJson(R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6,)"
                                   R"(" ":7,"m~n":8,"~1":9,"deep":[{"id":null}]})")
        .object();
}

} // namespace

void JsonPointerTest::findsWhatRfc6901Names_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("all") << "" << QJsonValue(example());
    QTest::newRow("array") << "/foo" << QJsonValue(QJsonArray{QStringLiteral("bar"), QStringLiteral("baz")});
    QTest::newRow("element") << "/foo/0" << QJsonValue(QStringLiteral("bar"));
    QTest::newRow("empty name") << "/" << QJsonValue(0);
    QTest::newRow("slash") << "/a~1b" << QJsonValue(1);
    QTest::newRow("percent") << "/c%d" << QJsonValue(2);
    QTest::newRow("caret") << "/e^f" << QJsonValue(3);
    QTest::newRow("bar") << "/g|h" << QJsonValue(4);
    QTest::newRow("backslash") << "/i\\j" << QJsonValue(5);
    QTest::newRow("quote") << "/k\"l" << QJsonValue(6);
    QTest::newRow("blank") << "/ " << QJsonValue(7);
    QTest::newRow("tilde") << "/m~0n" << QJsonValue(8);
    QTest::newRow("an escaped tilde before a 1") << "/~01" << QJsonValue(9);
    QTest::newRow("null is something") << "/deep/0/id" << QJsonValue(QJsonValue::Null);
}

void JsonPointerTest::findsWhatRfc6901Names()
{
    QFETCH(QString, pointer);
    QFETCH(QJsonValue, value);
    const auto read = JsonPointer::read(pointer);
    QVERIFY(read);
    QCOMPARE(read->in(example()), value);
}

void JsonPointerTest::findsNothingWhereNothingIs_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::newRow("no such member") << "/bar";
    QTest::newRow("past the end") << "/foo/2";
    QTest::newRow("after the end, as in a patch") << "/foo/-";
    QTest::newRow("a leading zero") << "/foo/00";
    QTest::newRow("a number too big") << "/foo/99999999999999999999";
    QTest::newRow("a name in an array") << "/foo/length";
    QTest::newRow("below a number") << "/c%d/0";
    QTest::newRow("below nothing") << "/bar/baz";
    QTest::newRow("below null") << "/deep/0/id/0";
}

void JsonPointerTest::findsNothingWhereNothingIs()
{
    QFETCH(QString, pointer);
    const auto read = JsonPointer::read(pointer);
    QVERIFY(read);
    QVERIFY(read->in(example()).isUndefined());
}

void JsonPointerTest::refusesWhatIsNoPointer_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::newRow("no slash") << "foo";
    QTest::newRow("a fragment") << "#/foo";
    QTest::newRow("a path of jq") << ".foo[0]";
    QTest::newRow("a stray tilde") << "/m~n";
    QTest::newRow("a tilde at the end") << "/m~";
}

void JsonPointerTest::refusesWhatIsNoPointer()
{
    QFETCH(QString, pointer);
    const auto read = JsonPointer::read(pointer);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadArgument);
    QVERIFY2(read.error().detail.contains(pointer), qPrintable(read.error().detail));
}

void JsonPointerTest::namesAWholeDocumentThatIsNoObject()
{
    QCOMPARE(JsonPointer::read({})->in(QStringLiteral("42")), QJsonValue(QStringLiteral("42")));
    QVERIFY(JsonPointer::read(QStringLiteral("/0"))->in(42).isUndefined());
}

QTEST_GUILESS_MAIN(JsonPointerTest)

#include "tst_jsonpointer.moc"
