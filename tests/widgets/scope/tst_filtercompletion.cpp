// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/filtercompletion.h"

#include <QTest>

using namespace earshot;

class FilterCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsTyped_data();
    void knowsWhatIsTyped();
    void offersNothingWhereThereIsNothingToOffer_data();
    void offersNothingWhereThereIsNothingToOffer();
    void offersAFieldAnywhereIfAsked();
    void putsTheUsualFieldsFirst();
    void findsFieldsByTheirExplanation();
    void offersOnlyFieldsOfTheKind();
};

using What = FilterCompletion::What;

/** A bar stands where the cursor is. */
static std::optional<FilterCompletion> at(const char *latin, bool isAsked = false,
                                          RecordKind kind = RecordKind::Conversations)
{
    QString text = QString::fromUtf8(latin);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    return completionAt(text, cursor, kind, isAsked);
}

void FilterCompletionTest::knowsWhatIsTyped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isValue");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("begun");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    const auto row = [](const char *name, const char *text, bool isValue, const char *field, const char *begun,
                        int from, int length) {
        QTest::newRow(name) << QByteArray(text) << isValue << QString::fromUtf8(field) << QString::fromUtf8(begun)
                            << from << length;
    };
    row("a letter", "o|", false, "", "o", 0, 1);
    row("behind a term", "dur>3m out|", false, "", "out", 7, 3);
    row("inside a word", "ou|tcome", false, "", "ou", 0, 7);
    row("left out", "-out|", false, "", "out", 1, 3);
    row("in parentheses", "-(out|)", false, "", "out", 2, 3);
    row("before the value", "outcome:|", true, "outcome", "", 8, 0);
    row("a value", "outcome:bo|", true, "outcome", "bo", 8, 2);
    row("a value before others", "outcome:bo| refund", true, "outcome", "bo", 8, 2);
    row("an open quote", R"(source:"Web|)", true, "source", "Web", 7, 4);
    row("a closed quote", R"(source:"We|b chat")", true, "source", "We", 7, 10);
    row("unequal", "outcome!=|", true, "outcome", "", 9, 0);
    row("a duration", "dur>3|", true, "dur", "3", 4, 1);
}

void FilterCompletionTest::knowsWhatIsTyped()
{
    QFETCH(const QByteArray, text);
    const auto completion = at(text.constData());
    QVERIFY(completion);
    QTEST(completion->what == What::Value, "isValue");
    QTEST(completion->field, "field");
    QTEST(completion->begun, "begun");
    QTEST(int(completion->from), "from");
    QTEST(int(completion->length), "length");
}

void FilterCompletionTest::offersNothingWhereThereIsNothingToOffer_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing typed") << QByteArray("|");
    QTest::newRow("behind a term") << QByteArray("outcome:booked |");
    QTest::newRow("free text in quotes") << QByteArray(R"("spring sa|)");
    QTest::newRow("a number") << QByteArray("msgs>1|");
    QTest::newRow("a name") << QByteArray("name:le|");
    QTest::newRow("no field") << QByteArray("nonsense:x|");
    QTest::newRow("a word by size") << QByteArray("outcome>b|");
}

void FilterCompletionTest::offersNothingWhereThereIsNothingToOffer()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!at(text.constData()));
}

void FilterCompletionTest::offersAFieldAnywhereIfAsked()
{
    const auto completion = at("outcome:booked |", true);
    QVERIFY(completion);
    QCOMPARE(completion->what, What::Field);
    QCOMPARE(completion->from, 15);
    QVERIFY(at("|", true));
}

void FilterCompletionTest::putsTheUsualFieldsFirst()
{
    const auto fields = offeredFields(RecordKind::Conversations, QStringLiteral("s"));
    QVERIFY(fields.size() > 3);
    QCOMPARE(fields[0].name, QStringLiteral("status"));
    QCOMPARE(fields[1].name, QStringLiteral("source"));
    QVERIFY(!fields[0].explanation.isEmpty());
}

void FilterCompletionTest::findsFieldsByTheirExplanation()
{
    const auto fields = offeredFields(RecordKind::Conversations, QStringLiteral("said"));
    QCOMPARE(fields.size(), 1);
    QCOMPARE(fields[0].name, QStringLiteral("text"));
}

void FilterCompletionTest::offersOnlyFieldsOfTheKind()
{
    QVERIFY(offeredFields(RecordKind::Conversations, QStringLiteral("verdict")).isEmpty());
    QCOMPARE(offeredFields(RecordKind::Deliveries, QStringLiteral("verdict")).size(), 1);
    QVERIFY(hasListedValues(RecordKind::Deliveries, QStringLiteral("state")));
    QVERIFY(!hasListedValues(RecordKind::Conversations, QStringLiteral("state")));
}

QTEST_APPLESS_MAIN(FilterCompletionTest)
#include "tst_filtercompletion.moc"
