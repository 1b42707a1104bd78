// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/conversationfloor.h"
#include "tests/app/simulate/storytools.h"

#include <QtTest>

using namespace earshot;
using namespace std::chrono_literals;

class ConversationFloorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversationsInterleave();
    void aConversationKeepsItsOrder();
    void nothingIsReportedBeforeItHappens_data();
    void nothingIsReportedBeforeItHappens();
    void aCountedRunFinishesWhatItBegan();
    void severalPlatformsTakePart();
};

static FloorSettings vardaFloor(double speed, bool pastOnly)
{
    return {{QStringLiteral("varda")}, c_testSeed, speed, pastOnly};
}

/** @p count requests, ten a second. */
static QList<SimulatedRequest> play(ConversationFloor &floor, int count, bool counted)
{
    QList<SimulatedRequest> requests;
    for (int i = 0; i < count; ++i)
        requests.append(floor.next(testStart() + i * 100ms, counted ? std::optional<qint64>(count - i) : std::nullopt));
    return requests;
}

static Timestamp eventTime(const SimulatedRequest &request)
{
    const QString text = jsonBody(request).value(QStringLiteral("timestamp")).toString();
    return readIsoText(text, QTimeZone::utc()).value().time;
}

void ConversationFloorTest::conversationsInterleave()
{
    ConversationFloor floor(vardaFloor(10, false));
    int changes = 0;
    QSet<quint64> seen;
    quint64 previous = 0;
    for (const SimulatedRequest &request : play(floor, 500, false)) {
        changes += request.story != previous;
        previous = request.story;
        seen.insert(request.story);
    }
    QVERIFY(changes > 2 * seen.size()); // it goes back to conversations that began earlier
}

void ConversationFloorTest::aConversationKeepsItsOrder()
{
    ConversationFloor floor(vardaFloor(10, false));
    QHash<quint64, std::chrono::milliseconds> reached;
    for (const SimulatedRequest &request : play(floor, 2000, false)) {
        QVERIFY(request.offset >= reached.value(request.story));
        reached[request.story] = request.offset;
    }
}

void ConversationFloorTest::nothingIsReportedBeforeItHappens_data()
{
    QTest::addColumn<double>("speed");
    QTest::addColumn<bool>("pastOnly");
    QTest::newRow("as in life") << 1.0 << false;
    QTest::newRow("faster than life") << 12.0 << false;
    QTest::newRow("counted") << 300.0 << true;
}

void ConversationFloorTest::nothingIsReportedBeforeItHappens()
{
    QFETCH(double, speed);
    QFETCH(bool, pastOnly);
    ConversationFloor floor(vardaFloor(speed, pastOnly));
    const QList<SimulatedRequest> requests = play(floor, 1500, pastOnly);
    for (int i = 0; i < requests.size(); ++i) {
        const auto age = testStart() + i * 100ms - eventTime(requests.at(i));
        QVERIFY(age >= 0s);
        QVERIFY(age < 3h); // and the events are of today
    }
}

void ConversationFloorTest::aCountedRunFinishesWhatItBegan()
{
    ConversationFloor floor(vardaFloor(300, true));
    QHash<quint64, std::chrono::milliseconds> reached;
    for (const SimulatedRequest &request : play(floor, 400, true))
        reached[request.story] = request.offset;
    QVERIFY(reached.size() > 20);
    int unfinished = 0;
    for (auto it = reached.cbegin(); it != reached.cend(); ++it)
        unfinished += it.value() < Story(QStringLiteral("varda"), c_testSeed, it.key()).lastOffset();
    QVERIFY2(unfinished <= 5, qPrintable(QString::number(unfinished)));
}

void ConversationFloorTest::severalPlatformsTakePart()
{
    ConversationFloor floor({simulatedPlatforms(), c_testSeed, 50, false});
    QHash<QString, QSet<quint64>> stories;
    for (const SimulatedRequest &request : play(floor, 1000, false))
        stories[request.platform].insert(request.story);
    QCOMPARE(stories.size(), 3);
    for (const QSet<quint64> &begun : std::as_const(stories)) {
        QVERIFY(begun.size() > 50);
        QVERIFY(begun.contains(0));
    }
}

QTEST_GUILESS_MAIN(ConversationFloorTest)
#include "tst_conversationfloor.moc"
