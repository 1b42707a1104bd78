// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/answerdelays.h"

#include <QTest>

#include <poll.h>

namespace earshot {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

bool isReadable(int descriptor, int patienceMs)
{
    pollfd wanted = {descriptor, POLLIN, 0};
    return ::poll(&wanted, 1, patienceMs) == 1;
}

} // namespace

class AnswerDelaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsInTheOrderOfTheirTimes();
    void wakesWhenTheFirstIsDue();
    void callsAllAtTheEnd();
    void delaysNothingAfterTheEnd();
};

void AnswerDelaysTest::callsInTheOrderOfTheirTimes()
{
    const AnswerDelays::Clock::time_point start(hours(3));
    QByteArray called;
    AnswerDelays delays;
    delays.add(start + milliseconds(30), [&called] { called += 'c'; });
    delays.add(start + milliseconds(10), [&called] { called += 'a'; });
    delays.add(start + milliseconds(20), [&called] { called += 'b'; });
    delays.run(start + milliseconds(9));
    QCOMPARE(called, QByteArray());
    delays.run(start + milliseconds(20));
    QCOMPARE(called, QByteArray("ab"));
    delays.run(start + milliseconds(20));
    QCOMPARE(called, QByteArray("ab"));
    delays.run(start + hours(1));
    QCOMPARE(called, QByteArray("abc"));
}

void AnswerDelaysTest::wakesWhenTheFirstIsDue()
{
    bool wasCalled = false;
    AnswerDelays delays;
    delays.add(AnswerDelays::Clock::now() + hours(1), [] { });
    QVERIFY(!isReadable(delays.pollDescriptor(), 0));
    const auto due = AnswerDelays::Clock::now() + milliseconds(20);
    delays.add(due, [&wasCalled] { wasCalled = true; });
    QVERIFY(isReadable(delays.pollDescriptor(), 15'000));
    QVERIFY(AnswerDelays::Clock::now() >= due);
    delays.run(AnswerDelays::Clock::now());
    QVERIFY(wasCalled);
    QVERIFY(!isReadable(delays.pollDescriptor(), 0));
}

void AnswerDelaysTest::callsAllAtTheEnd()
{
    int called = 0;
    AnswerDelays delays;
    for (int i = 1; i <= 3; ++i)
        delays.add(AnswerDelays::Clock::now() + hours(i), [&called] { ++called; });
    delays.endAll();
    QCOMPARE(called, 3);
    delays.run(AnswerDelays::Clock::now() + hours(9));
    QCOMPARE(called, 3);
}

void AnswerDelaysTest::delaysNothingAfterTheEnd()
{
    bool wasCalled = false;
    AnswerDelays delays;
    delays.endAll();
    delays.add(AnswerDelays::Clock::now() + hours(1), [&wasCalled] { wasCalled = true; });
    QVERIFY(wasCalled);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::AnswerDelaysTest)
#include "tst_answerdelays.moc"
