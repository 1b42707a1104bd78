// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/mapping.h"

#include "tests/app/jq/jqwait.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

class MappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersThatJqWouldRoundBecomeText_data();
    void numbersThatJqWouldRoundBecomeText();
    void theMappingOfTheKindCountsWhereThereIsNone();
    void wordsLieOverThoseOfTheKind();
    void optionsHoldNoSecretAndNothingOfOurOwn();
    void saysWhereAMappingIsWrong();
    void aMappingThatCompilesIsFine();
    void aMissingHelperIsNotTheMappingsFault();

private:
    static Result<void> checked(JqRunner &runner, const QString &mapping)
    {
        Destination destination;
        destination.mapping = mapping;
        return QCoro::waitFor(checkMapping(runner, destination));
    }

    JqRunner m_runner{helperProgram(), helperArguments()};
};

void MappingTest::numbersThatJqWouldRoundBecomeText_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QJsonValue>("expected");
    const auto row = [](const char *name, const QJsonValue &value, const QJsonValue &expected) {
        QTest::newRow(name) << value << expected;
    };
    row("2^53", 9'007'199'254'740'992LL, 9'007'199'254'740'992LL);
    row("2^53 + 1", 9'007'199'254'740'993LL, QStringLiteral("9007199254740993"));
    row("-2^53 - 1", -9'007'199'254'740'993LL, QStringLiteral("-9007199254740993"));
    row("the largest", std::numeric_limits<qint64>::max(), QStringLiteral("9223372036854775807"));
    row("a fraction", 0.5, 0.5);
    row("a large fraction", 1e300, 1e300);
    row("text", QStringLiteral("9007199254740993"), QStringLiteral("9007199254740993"));
    row("null", QJsonValue(QJsonValue::Null), QJsonValue(QJsonValue::Null));
    row("within", QJsonArray{QJsonObject{{QStringLiteral("id"), 9'007'199'254'740'993LL}}},
        QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("9007199254740993")}}});
    row("as it was read", QJsonDocument::fromJson("[9007199254740993]").array(),
        QJsonArray{QStringLiteral("9007199254740993")});
}

void MappingTest::numbersThatJqWouldRoundBecomeText()
{
    QFETCH(QJsonValue, value);
    QFETCH(QJsonValue, expected);
    const QJsonObject input = mappingInput({{QStringLiteral("a"), value}});
    QCOMPARE(input, (QJsonObject{{QStringLiteral("a"), expected}}));
    // What jq gives back for it is what went in.
    const auto given = awaited(m_runner.run(QStringLiteral("."), QJsonDocument(input).toJson()));
    QVERIFY(given);
    QCOMPARE(QJsonDocument::fromJson(*given).object(), input);
}

void MappingTest::theMappingOfTheKindCountsWhereThereIsNone()
{
    Destination destination;
    QVERIFY(mappingOf(destination).isNull()); // a webhook gets the neutral record
    destination.kind = QStringLiteral("hubspot");
    QCOMPARE(mappingOf(destination), presetMapping(*destinationKind(u"hubspot")));
    QVERIFY(!mappingOf(destination).isEmpty());
    destination.mapping = QStringLiteral(".ext");
    QCOMPARE(mappingOf(destination), QStringLiteral(".ext"));
}

void MappingTest::wordsLieOverThoseOfTheKind()
{
    Destination destination;
    destination.kind = QStringLiteral("hubspot");
    const QJsonObject preset = presetWords(*destinationKind(u"hubspot"));
    QCOMPARE(mappingWords(destination), preset);
    const QString table = preset.keys().first();
    const QString gone = preset.value(table).toObject().keys().first();
    const QJsonObject changes{
        {table, QJsonObject{{gone, QJsonValue::Null}, {QStringLiteral("booked"), QStringLiteral("Won")}}},
        {QStringLiteral("own"), QJsonObject{{QStringLiteral("a"), 1}}}};
    destination.options = {{QStringLiteral("words"), changes}};
    const QJsonObject words = mappingWords(destination);
    QCOMPARE(words.size(), preset.size() + 1);
    QVERIFY(!words.value(table).toObject().contains(gone));
    QCOMPARE(words.value(table).toObject().value(QStringLiteral("booked")), QJsonValue(QStringLiteral("Won")));
    QCOMPARE(words.value(QStringLiteral("own")), QJsonValue(QJsonObject{{QStringLiteral("a"), 1}}));
}

void MappingTest::optionsHoldNoSecretAndNothingOfOurOwn()
{
    Destination destination;
    destination.options = {
        {QStringLiteral("headers"), QJsonObject{{QStringLiteral("X-Api-Key"), QStringLiteral("s3cret")}}},
        {QStringLiteral("words"), QJsonObject()},
        {QStringLiteral("rate"), 3},
        {QStringLiteral("concurrency"), 1},
        {QStringLiteral("id_pointer"), QStringLiteral("/id")}};
    const QJsonObject options = mappingVariables(destination).value(QStringLiteral("options")).toObject();
    for (const QString &kept :
         {QStringLiteral("headers"), QStringLiteral("words"), QStringLiteral("rate"), QStringLiteral("concurrency")})
        QVERIFY2(!options.contains(kept), qPrintable(kept));
    QCOMPARE(options.value(QStringLiteral("id_pointer")), QJsonValue(QStringLiteral("/id")));
    QCOMPARE(options.value(QStringLiteral("success")), QJsonValue(QStringLiteral("200-299"))); // what counts if unset
    QVERIFY(!QJsonDocument(mappingVariables(destination)).toJson().contains("s3cret"));
}

void MappingTest::saysWhereAMappingIsWrong()
{
    const auto wrong = checked(m_runner, QStringLiteral("{\n  a: .b,\n  c: }"));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, ErrorCode::BadArgument);
    QCOMPARE(wrong.error().detail,
             QStringLiteral("the mapping cannot be used: line 3, column 6: syntax error, unexpected '}'"));
    QCOMPARE(checked(m_runner, QStringLiteral("import \"a\" as a; .")).error().detail,
             QStringLiteral("the mapping cannot be used: import and include are not possible here"));
}

void MappingTest::aMappingThatCompilesIsFine()
{
    QVERIFY(checked(m_runner, QStringLiteral("{a: $words.outcome[.outcome], b: $options}")));
    QVERIFY(checked(m_runner, QString()));
}

void MappingTest::aMissingHelperIsNotTheMappingsFault()
{
    JqRunner runner(QStringLiteral("/nowhere/earshot"));
    const auto unchecked = checked(runner, QStringLiteral("."));
    QVERIFY(!unchecked);
    QCOMPARE(unchecked.error().code, ErrorCode::FileFailed);
}

QTEST_GUILESS_MAIN(MappingTest)
#include "tst_mapping.moc"
