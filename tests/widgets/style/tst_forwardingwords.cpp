// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/forwardingwords.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class ForwardingWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAShapeAndAWordOfItsOwn();
    void theWorstStateCounts_data();
    void theWorstStateCounts();
    void asksInWordsThatFit_data();
    void asksInWordsThatFit();
    void namesEachDestination();
    void saysHowFarTheStepsHaveCome();
    void everyOutcomeOfAnAttemptHasWords();
    void purposesAreAnOpenSet();
    void writesShortTimes_data();
    void writesShortTimes();
};

void ForwardingWordsTest::everyStateHasAShapeAndAWordOfItsOwn()
{
    QSet<QString> words;
    QSet<int> icons;
    for (int state = 0; state <= int(ForwardingState::Discarded); ++state) {
        const Look look = forwardingLook(ForwardingState(state));
        QVERIFY(!words.contains(look.word));
        QVERIFY(!icons.contains(int(look.icon)));
        words.insert(look.word);
        icons.insert(int(look.icon));
        const QString stored = forwardingStateText(ForwardingState(state));
        QCOMPARE(forwardingStateFromText(stored), ForwardingState(state));
    }
    QVERIFY(!forwardingStateFromText(u"unheard of"));
}

void ForwardingWordsTest::theWorstStateCounts_data()
{
    using States = QList<ForwardingState>;
    QTest::addColumn<States>("states");
    QTest::addColumn<QString>("worst");
    using enum ForwardingState;
    QTest::newRow("nowhere") << States{} << QString();
    QTest::newRow("asks before parked") << States{Parked, Asks, Sent} << "asks";
    QTest::newRow("parked before waiting") << States{Sent, Waiting, Parked} << "parked";
    QTest::newRow("waiting before sent") << States{Sent, Waiting, Discarded} << "waiting";
    QTest::newRow("sent before discarded") << States{Discarded, Sent} << "sent";
}

void ForwardingWordsTest::theWorstStateCounts()
{
    QFETCH(QList<ForwardingState>, states);
    QList<ForwardingPlace> places;
    for (const ForwardingState state : states)
        places.append({QStringLiteral("CRM"), state, {}});
    const auto worst = worstForwarding(places);
    QTEST(worst ? forwardingStateText(*worst) : QString(), "worst");
}

void ForwardingWordsTest::asksInWordsThatFit_data()
{
    QTest::addColumn<QStringList>("phones");
    QTest::addColumn<QStringList>("emails");
    QTest::addColumn<QString>("begin");
    QTest::newRow("one number, written in two ways")
        << QStringList{QStringLiteral("+33 6 12 34 56 78"), QStringLiteral("0612345678")} << QStringList{{}, {}}
        << "Two contacts have this phone number. Choose one; Earshot will not guess.";
    QTest::newRow("one address") << QStringList{{}, QStringLiteral("1")}
                                 << QStringList{QStringLiteral("A@b.example"), QStringLiteral("a@b.example")}
                                 << "Two contacts have this e-mail address. Choose one";
    QTest::newRow("neither") << QStringList{QStringLiteral("+331"), QStringLiteral("+332")} << QStringList{{}, {}}
                             << "Two contacts fit this conversation. Choose one";
    QTest::newRow("three") << QStringList{QStringLiteral("5"), QStringLiteral("5"), QStringLiteral("5")}
                           << QStringList{{}, {}, {}} << "3 contact(s) have this phone number.";
}

void ForwardingWordsTest::asksInWordsThatFit()
{
    QFETCH(QStringList, phones);
    QFETCH(QStringList, emails);
    QFETCH(QString, begin);
    OutboxRow row;
    row.question = OutboxQuestion::WhichContact;
    for (qsizetype i = 0; i < phones.size(); ++i)
        row.candidates.append({QString::number(i), {}, phones.at(i), emails.at(i), {}});
    QVERIFY2(questionText(row).startsWith(begin), qPrintable(questionText(row)));
    row.question.reset();
    QCOMPARE(questionText(row), QString());
}

void ForwardingWordsTest::namesEachDestination()
{
    QCOMPARE(forwardingTip({}), QString());
    QCOMPARE(forwardingTip({{QStringLiteral("CRM"), ForwardingState::Parked, {}},
                            {QStringLiteral("Tickets"), ForwardingState::Asks, OutboxQuestion::WhichContact}}),
             QStringLiteral("CRM: Parked\nTickets: Asks which contact it belongs to"));
}

void ForwardingWordsTest::saysHowFarTheStepsHaveCome()
{
    QCOMPARE(stepsText({}), QString());
    StepStates steps;
    steps[OutboxStep::Activity] = StepState{};
    QCOMPARE(stepsText(steps), QStringLiteral("Record: begun, not known to be done"));
    steps[OutboxStep::Contact] = StepState{{}, QStringLiteral("501"), {}, Timestamp()};
    steps[OutboxStep::Activity].doneAt = Timestamp();
    QCOMPARE(stepsText(steps), QStringLiteral("Contact: done, 501 there\nRecord: done"));
}

void ForwardingWordsTest::everyOutcomeOfAnAttemptHasWords()
{
    QSet<QString> words{attemptLook(std::nullopt).word};
    for (int kind = 0; kind <= int(AttemptOutcomeKind::Asks); ++kind) {
        const QString word = attemptLook(AttemptOutcomeKind(kind)).word;
        QVERIFY(word != attemptOutcomeText(AttemptOutcomeKind(kind)));
        QVERIFY(!words.contains(word));
        words.insert(word);
    }
}

void ForwardingWordsTest::purposesAreAnOpenSet()
{
    QCOMPARE(exchangePurposeWord(QStringLiteral("find contact")), QStringLiteral("Find the contact"));
    QCOMPARE(exchangePurposeWord(QStringLiteral("warm up")), QStringLiteral("warm up"));
}

void ForwardingWordsTest::writesShortTimes_data()
{
    QTest::addColumn<std::chrono::microseconds>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("none to speak of") << std::chrono::microseconds(120) << "1 ms";
    QTest::newRow("milliseconds") << std::chrono::microseconds(31'400) << "31 ms";
    QTest::newRow("seconds") << std::chrono::microseconds(2'430'000) << "2.4 s";
}

void ForwardingWordsTest::writesShortTimes()
{
    QFETCH(std::chrono::microseconds, time);
    QTEST(latencyText(time, QLocale::c()), "text");
}

QTEST_MAIN(ForwardingWordsTest)
#include "tst_forwardingwords.moc"
