// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/payloaddiff.h"

#include <QTest>

using namespace earshot;

class JsonDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatDiffers_data();
    void countsWhatDiffers();
    void ignoresTheOrderOfNames();
    void skipsTimesAndIdsUnlessAsked();
    void setsTheSidesBesideEachOther();
    void keepsLinesOfEachSide();
    void marksChangedWords();
    void marksShortValuesAsAWhole();
    void findsInsertedItems();
    void foldsWhatIsTheSame();
    void refusesWhatIsTooLarge();
    void takesDeepPayloads();
};

static JsonOutlinePtr outlineOf(const QByteArray &json)
{
    auto outline = JsonOutline::read(json);
    if (!outline)
        qFatal("%s: %s", json.constData(), qPrintable(outline.error().detail));
    return *outline;
}

static JsonDiff diffOf(const QByteArray &before, const QByteArray &after, bool withTimesAndIds = false)
{
    auto diff = compareJson(*outlineOf(before), *outlineOf(after), withTimesAndIds);
    if (!diff)
        qFatal("%s", qPrintable(diff.error().detail));
    return *diff;
}

void JsonDiffTest::countsWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QList<int>>("counts"); // changed, new, gone
    const auto row = [](const char *name, const char *before, const char *after, int changed, int added, int removed) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QList<int>{changed, added, removed};
    };
    row("the same", "{\"a\":1}", "{ \"a\" : 1 }", 0, 0, 0);
    row("spelled otherwise", "{\"a\":\"\\u00e4\"}", "{\"a\":\"\xC3\xA4\"}", 0, 0, 0);
    row("a value", "{\"a\":1}", "{\"a\":2}", 1, 0, 0);
    row("another type", "{\"a\":1}", "{\"a\":\"1\"}", 1, 0, 0);
    row("new and gone", "{\"a\":1}", "{\"b\":1}", 0, 1, 1);
    row("a whole object", "{}", "{\"a\":{\"b\":1,\"c\":2}}", 0, 1, 0);
    row("built otherwise", "{\"a\":[1,2]}", "{\"a\":{\"b\":1}}", 1, 0, 0);
    row("a longer list", "[1,2]", "[1,2,3,4]", 0, 2, 0);
    row("a repeated name", "{\"a\":1,\"a\":2}", "{\"a\":1}", 0, 0, 1);
    row("scalars", "1", "2", 1, 0, 0);
}

void JsonDiffTest::countsWhatDiffers()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QList<int>, counts);
    const JsonDiff diff = diffOf(before, after);
    QCOMPARE(QList<int>({diff.changed, diff.added, diff.removed}), counts);
    QCOMPARE(diff.isSame(), counts == QList<int>({0, 0, 0}));
}

void JsonDiffTest::ignoresTheOrderOfNames()
{
    const JsonDiff diff = diffOf("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}", "{\"b\":{\"d\":3,\"c\":2},\"a\":1}");
    QVERIFY(diff.isSame());
    QCOMPARE(diff.rows.size(), 7U); // brackets have lines of their own
}

void JsonDiffTest::skipsTimesAndIdsUnlessAsked()
{
    const QByteArray before =
        "{\"id\":1,\"callId\":\"x\",\"at\":\"2026-05-13T12:00:00Z\",\"timestamp\":1778673600,\"n\":5}";
    const QByteArray after =
        "{\"id\":2,\"callId\":\"y\",\"at\":\"2026-05-13T12:10:00Z\",\"timestamp\":1778673700,\"n\":5}";
    const JsonDiff quiet = diffOf(before, after);
    QVERIFY(quiet.isSame());
    QCOMPARE(quiet.skipped, 4);
    const JsonDiff all = diffOf(before, after, true);
    QCOMPARE(all.changed, 4);
    QCOMPARE(all.skipped, 0);
    QCOMPARE(diffOf("{\"at\":\"2026-05-13\"}", "{\"at\":\"soon\"}").changed, 1); // no time any more
}

void JsonDiffTest::setsTheSidesBesideEachOther()
{
    const JsonDiff diff = diffOf("{\"a\":1,\"gone\":2,\"b\":3}", "{\"a\":1,\"b\":4,\"new\":5}");
    QStringList lines;
    for (const DiffRow &row : diff.rows)
        lines.append(QStringLiteral("%1|%2").arg(row.before.text.trimmed(), row.after.text.trimmed()));
    QCOMPARE(lines,
             QStringList({QStringLiteral("{|{"), QStringLiteral("\"a\": 1|\"a\": 1"), QStringLiteral("\"gone\": 2|"),
                          QStringLiteral("\"b\": 3|\"b\": 4"), QStringLiteral("|\"new\": 5"), QStringLiteral("}|}")}));
}

void JsonDiffTest::keepsLinesOfEachSide()
{
    const JsonDiff diff = diffOf("[1,2,3]", "[1]");
    int before = 0;
    int after = 0;
    for (const DiffRow &row : diff.rows) {
        if (row.before.line > 0)
            QCOMPARE(row.before.line, ++before);
        if (row.after.line > 0)
            QCOMPARE(row.after.line, ++after);
    }
    QCOMPARE(before, 5);
    QCOMPARE(after, 3);
}

void JsonDiffTest::marksChangedWords()
{
    const auto marked = [](const QString &text, const QList<TextSpan> &marks) {
        QStringList words;
        for (const TextSpan &mark : marks)
            words.append(text.mid(mark.begin, mark.length));
        return words;
    };
    const QString before = QStringLiteral("The kitchen shall be white oak, not ash at all");
    const QString after = QStringLiteral("The new kitchen shall be dark oak, not ash at all");
    const auto [old, now] = changedWords(before, after);
    QCOMPARE(marked(before, old), QStringList{QStringLiteral("white")});
    QCOMPARE(marked(after, now).join(QLatin1Char('|')).remove(QLatin1Char(' ')), QStringLiteral("new|dark"));
}

void JsonDiffTest::marksShortValuesAsAWhole()
{
    const JsonDiff diff = diffOf("{\"a\":\"quoted\"}", "{\"a\":\"booked\"}");
    const DiffRow &row = diff.rows[1];
    QCOMPARE(row.kind, DiffKind::Changed);
    QCOMPARE(row.before.text.mid(row.before.marks.first().begin, row.before.marks.first().length),
             QStringLiteral("\"quoted\""));
    QCOMPARE(row.after.text, QStringLiteral("  \"a\": \"booked\""));
}

void JsonDiffTest::findsInsertedItems()
{
    const JsonDiff diff = diffOf("[{\"t\":\"a\"},{\"t\":\"b\"}]", "[{\"t\":\"a\"},{\"t\":\"x\"},{\"t\":\"b\"}]");
    QCOMPARE(diff.changed, 0);
    QCOMPARE(diff.added, 1);
}

void JsonDiffTest::foldsWhatIsTheSame()
{
    QByteArray before = "[";
    QByteArray after = "[";
    for (int i = 0; i < 100; ++i) {
        before += QByteArray((i > 0 ? "," : "") + QByteArray::number(i));
        after += QByteArray((i > 0 ? "," : "") + QByteArray::number(i == 50 ? -1 : i));
    }
    const JsonDiff diff = diffOf(QByteArray(before + "]"), QByteArray(after + "]"));
    QCOMPARE(diff.changed, 1);
    const std::vector<DiffRow> rows = foldedRows(diff.rows);
    QCOMPARE(rows.size(), 9U); // a fold, three, the change, three, a fold
    QCOMPARE(rows.front().kind, DiffKind::Fold);
    QCOMPARE(rows[4].kind, DiffKind::Changed);
    int lines = 0;
    for (const DiffRow &row : rows)
        lines += row.kind == DiffKind::Fold ? row.count : 1;
    QCOMPARE(lines, int(diff.rows.size()));
}

void JsonDiffTest::refusesWhatIsTooLarge()
{
    const QByteArray large = QByteArray("[" + QByteArray("1,").repeated(250'000) + "1]");
    const auto diff = compareJson(*outlineOf(large), *outlineOf("[]"));
    QVERIFY(!diff);
    QCOMPARE(diff.error().code, ErrorCode::TooLarge);
}

void JsonDiffTest::takesDeepPayloads()
{
    const QByteArray before = QByteArray(QByteArray(900, '[') + "1" + QByteArray(900, ']'));
    const QByteArray after = QByteArray(QByteArray(900, '[') + "2" + QByteArray(900, ']'));
    QCOMPARE(diffOf(before, after).changed, 1);
}

QTEST_GUILESS_MAIN(JsonDiffTest)
#include "tst_jsondiff.moc"
