// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/simulate/storytools.h"

#include <QRegularExpression>
#include <QtTest>

using namespace earshot;

class StoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameNumberAndStartMakeTheSameBytes_data();
    void theSameNumberAndStartMakeTheSameBytes();
    void anotherSeedMakesAnotherStory();
    void anotherStartMovesTimesOnly();
    void requestsComeInTheOrderOfTheirOffsets_data();
    void requestsComeInTheOrderOfTheirOffsets();
    void turnsLieWithinTheConversation();
    void sharesAreBelievable();
    void contactsReachNobody();
    void namesAreOfManyKinds();
    void aReturningContactIsTheSamePerson();
};

static void addPlatforms()
{
    QTest::addColumn<QString>("platform");
    for (const QString &platform : simulatedPlatforms())
        QTest::newRow(qPrintable(platform)) << platform;
}

void StoryTest::theSameNumberAndStartMakeTheSameBytes_data()
{
    addPlatforms();
}

void StoryTest::theSameNumberAndStartMakeTheSameBytes()
{
    QFETCH(QString, platform);
    for (quint64 index = 0; index < 50; ++index) {
        const Story story(platform, c_testSeed, index);
        const QList<SimulatedRequest> requests = story.requests(testStart());
        QVERIFY(requests == Story(platform, c_testSeed, index).requests(testStart()));
        QVERIFY(requests == story.requests(testStart()));
        QVERIFY(requests != Story(platform, c_testSeed, index + 1).requests(testStart()));
    }
}

void StoryTest::anotherSeedMakesAnotherStory()
{
    for (const QString &platform : simulatedPlatforms())
        QVERIFY(Story(platform, 1, 0).requests(testStart()) != Story(platform, 2, 0).requests(testStart()));
}

void StoryTest::anotherStartMovesTimesOnly()
{
    for (const QString &platform : simulatedPlatforms()) {
        const Story story(platform, c_testSeed, 3);
        const QList<SimulatedRequest> now = story.requests(testStart());
        const QList<SimulatedRequest> later = story.requests(testStart() + std::chrono::hours(1));
        QCOMPARE(later.size(), now.size());
        for (qsizetype i = 0; i < now.size(); ++i) {
            QVERIFY(later.at(i) != now.at(i) || platform == QLatin1StringView("eigi"));
            QCOMPARE(later.at(i).offset.count(), now.at(i).offset.count());
            QCOMPARE(later.at(i).method, now.at(i).method);
        }
    }
}

void StoryTest::requestsComeInTheOrderOfTheirOffsets_data()
{
    addPlatforms();
}

void StoryTest::requestsComeInTheOrderOfTheirOffsets()
{
    QFETCH(QString, platform);
    for (quint64 index = 0; index < 200; ++index) {
        const Story story(platform, c_testSeed, index);
        const QList<SimulatedRequest> requests = story.requests(testStart());
        QVERIFY(!requests.isEmpty());
        QCOMPARE(requests.first().offset.count(), story.firstOffset().count());
        QCOMPARE(requests.last().offset.count(), story.lastOffset().count());
        QVERIFY(std::ranges::is_sorted(requests, {}, &SimulatedRequest::offset));
        for (const SimulatedRequest &request : requests) {
            QCOMPARE(request.platform, platform);
            QCOMPARE(request.story, index);
        }
    }
}

void StoryTest::turnsLieWithinTheConversation()
{
    for (const Story &story : stories(u"varda", 500)) {
        const StoryScript &script = story.script();
        QVERIFY(script.end.count() > 0);
        QVERIFY(std::ranges::is_sorted(script.turns, {}, &StoryTurn::offset));
        QVERIFY(script.turns.isEmpty() || script.turns.last().offset <= script.end);
        for (const StoryTurn &turn : script.turns)
            QVERIFY2(!turn.text.contains(QLatin1Char('{')), qPrintable(turn.text));
        const bool talked = script.ending != Ending::Unanswered && script.ending != Ending::Failed;
        QCOMPARE(script.turns.isEmpty(), !talked);
        QCOMPARE(script.talked.count(), talked ? script.end.count() : 0);
    }
}

/** Wide bounds around the documented shares: 2,000 stories spread by a few per cent at most. */
void StoryTest::sharesAreBelievable()
{
    int tests = 0;
    int ghosts = 0;
    int booked = 0;
    int unanswered = 0;
    const QList<Story> all = stories(u"varda", 2000);
    for (const Story &story : all) {
        tests += story.script().isTest;
        ghosts += story.script().ending == Ending::Ghost;
        booked += story.script().outcome == QLatin1StringView("booked");
        unanswered += story.script().ending == Ending::Unanswered;
    }
    QVERIFY2(tests > 30 && tests < 100, qPrintable(QString::number(tests)));
    QVERIFY2(ghosts > 40 && ghosts < 130, qPrintable(QString::number(ghosts)));
    QVERIFY2(booked > 450 && booked < 750, qPrintable(QString::number(booked)));
    QVERIFY2(unanswered > 60 && unanswered < 180, qPrintable(QString::number(unanswered)));
}

void StoryTest::contactsReachNobody()
{
    static const QRegularExpression fictional(
        QStringLiteral(R"(^(\+1\d{3}55501\d{2}|\+447700900\d{3}|\+493023125\d{3})$)"));
    static const QRegularExpression example(QStringLiteral(R"(^[a-z.]+\d{1,2}@example\.(com|org|net)$)"));
    for (const Story &story : stories(u"eigi", 500)) {
        const Person &person = story.script().person;
        QVERIFY2(fictional.match(person.phone).hasMatch(), qPrintable(person.phone));
        QVERIFY2(example.match(person.email).hasMatch(), qPrintable(person.email));
    }
}

void StoryTest::namesAreOfManyKinds()
{
    bool arabic = false;
    bool umlaut = false;
    bool longOne = false;
    bool unknown = false;
    QSet<quint64> languages;
    for (const Story &story : stories(u"insighto", 500)) {
        const Person &person = story.script().person;
        arabic = arabic || person.name.front().script() == QChar::Script_Arabic;
        umlaut = umlaut || person.name.contains(QStringLiteral("ü"));
        longOne = longOne || person.name.size() > 50;
        unknown = unknown || !person.nameKnown;
        languages.insert(quint64(story.script().dialogue->language));
    }
    QVERIFY(arabic && umlaut && longOne && unknown);
    QCOMPARE(languages.size(), 3);
}

void StoryTest::aReturningContactIsTheSamePerson()
{
    int returning = 0;
    const QList<Story> all = stories(u"varda", 300);
    for (const Story &story : all) {
        const StoryScript &script = story.script();
        if (script.contactNumber == script.number.index)
            continue;
        ++returning;
        QVERIFY(script.contactNumber < script.number.index);
        const StoryScript first = writeScript({script.number.platform, c_testSeed, script.contactNumber}, 0.6);
        if (first.contactNumber == script.contactNumber)
            QCOMPARE(first.person.phone, script.person.phone);
    }
    QVERIFY(returning > 0);
}

QTEST_GUILESS_MAIN(StoryTest)
#include "tst_story.moc"
