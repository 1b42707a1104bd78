// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/dialogues.h"

#include <QRegularExpression>
#include <QtTest>

using namespace earshot;

class DialoguesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsAlternateAndTheContactBegins();
    void onlyKnownPlaceholdersAreLeftOpen();
    void pricesAreARangeAndNamedOnlyWhereThereIsOne();
    void everyOutcomeCanBePickedInEveryLanguage();
    void everyTopicIsTalkedAbout();
};

void DialoguesTest::turnsAlternateAndTheContactBegins()
{
    for (const Dialogue *dialogue : allDialogues()) {
        QVERIFY(dialogue->lines.size() >= 3);
        bool expectCaller = true;
        for (const DialogueLine &line : dialogue->lines) {
            QCOMPARE(line.fromCaller, expectCaller);
            QVERIFY(!line.text.isEmpty());
            expectCaller = !expectCaller;
        }
    }
}

void DialoguesTest::onlyKnownPlaceholdersAreLeftOpen()
{
    static const QRegularExpression braces(QStringLiteral(R"(\{([^}]*)\})"));
    const QStringList known = {QStringLiteral("name"), QStringLiteral("first"), QStringLiteral("day"),
                               QStringLiteral("time"), QStringLiteral("price")};
    for (const Dialogue *dialogue : allDialogues()) {
        QString whole = dialogue->note.toString();
        for (const DialogueLine &line : dialogue->lines)
            whole += line.text.toString();
        for (auto match = braces.globalMatch(whole); match.hasNext();)
            QVERIFY2(known.contains(match.next().captured(1)), qPrintable(whole));
    }
}

void DialoguesTest::pricesAreARangeAndNamedOnlyWhereThereIsOne()
{
    for (const Dialogue *dialogue : allDialogues()) {
        QVERIFY(dialogue->lowestPrice <= dialogue->highestPrice);
        const bool named = std::ranges::any_of(dialogue->lines,
                                               [](const DialogueLine &line) { return line.text.contains(u"{price}"); });
        QVERIFY(!named || dialogue->lowestPrice > 0);
    }
}

void DialoguesTest::everyOutcomeCanBePickedInEveryLanguage()
{
    StoryRandom random(1);
    for (const char *word : {"booked", "quoted", "follow_up", "not_interested", "spam", "wrong_number", "other"}) {
        for (const Language language : {Language::English, Language::German, Language::Arabic})
            QCOMPARE(pickDialogue(language, QLatin1StringView(word), random).outcome, QLatin1StringView(word));
    }
    QVERIFY(pickDialogue(Language::German, QLatin1StringView("booked"), random).language == Language::German);
    QVERIFY(pickDialogue(Language::German, QLatin1StringView("spam"), random).language == Language::English);
}

void DialoguesTest::everyTopicIsTalkedAbout()
{
    QSet<quint64> topics;
    for (const Dialogue *dialogue : allDialogues())
        topics.insert(quint64(dialogue->topic));
    QCOMPARE(topics.size(), qsizetype(c_topicCount));
}

QTEST_GUILESS_MAIN(DialoguesTest)
#include "tst_dialogues.moc"
