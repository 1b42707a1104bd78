// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/deadline.h"

#include <QTest>

namespace earshot {

using namespace std::chrono_literals;

class DeadlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverComesUnlessArmed();
    void comesOnceItsTimeIsUp_data();
    void comesOnceItsTimeIsUp();
    void isPutOffByArmingAgain();
    void isCalledOffByDisarming();
    void cannotBeCalledOffTooLate();
    void namesAStepWhileASenderHasItHalfDone();
    void isCutShortOnlyAtTheSameStep();
};

void DeadlineTest::neverComesUnlessArmed()
{
    Deadline deadline;
    QVERIFY(!deadline.expire(Deadline::Clock::now() + 24h).has_value());
}

void DeadlineTest::comesOnceItsTimeIsUp_data()
{
    QTest::addColumn<Deadline::Expiry>("expiry");
    QTest::newRow("close") << Deadline::Expiry::Close;
    QTest::newRow("tell") << Deadline::Expiry::Tell;
}

void DeadlineTest::comesOnceItsTimeIsUp()
{
    QFETCH(Deadline::Expiry, expiry);
    Deadline deadline;
    const auto before = Deadline::Clock::now();
    QVERIFY(deadline.arm(10s, expiry));
    QVERIFY(!deadline.expire(before + 9s).has_value());
    QCOMPARE(deadline.expire(Deadline::Clock::now() + 11s), std::optional(expiry));
    QVERIFY(!deadline.expire(Deadline::Clock::now() + 12s).has_value());
}

void DeadlineTest::isPutOffByArmingAgain()
{
    Deadline deadline;
    const auto before = Deadline::Clock::now();
    QVERIFY(deadline.arm(10s, Deadline::Expiry::Tell));
    QVERIFY(deadline.arm(20s, Deadline::Expiry::Close));
    QVERIFY(!deadline.expire(before + 19s).has_value());
    QCOMPARE(deadline.expire(Deadline::Clock::now() + 21s), std::optional(Deadline::Expiry::Close));
}

void DeadlineTest::isCalledOffByDisarming()
{
    Deadline deadline;
    QVERIFY(deadline.arm(10s, Deadline::Expiry::Tell));
    QVERIFY(deadline.disarm());
    QVERIFY(!deadline.expire(Deadline::Clock::now() + 24h).has_value());
}

void DeadlineTest::cannotBeCalledOffTooLate()
{
    Deadline deadline;
    QVERIFY(deadline.arm(10s, Deadline::Expiry::Tell));
    QVERIFY(deadline.expire(Deadline::Clock::now() + 11s).has_value());
    QVERIFY(!deadline.disarm());
    QVERIFY(!deadline.arm(10s, Deadline::Expiry::Tell));
}

void DeadlineTest::namesAStepWhileASenderHasItHalfDone()
{
    Deadline deadline;
    QVERIFY(!deadline.sendingStep().has_value());
    QVERIFY(deadline.arm(10s, Deadline::Expiry::Tell));
    const std::optional<qint64> first = deadline.sendingStep();
    QVERIFY(first.has_value());
    QCOMPARE(deadline.sendingStep(), first);
    QVERIFY(deadline.arm(20s, Deadline::Expiry::Tell));
    QVERIFY(deadline.sendingStep().has_value() && deadline.sendingStep() != first);
    QVERIFY(deadline.arm(10s, Deadline::Expiry::Close));
    QVERIFY(!deadline.sendingStep().has_value());
    QVERIFY(deadline.disarm());
    QVERIFY(!deadline.sendingStep().has_value());
}

void DeadlineTest::isCutShortOnlyAtTheSameStep()
{
    Deadline deadline;
    QVERIFY(deadline.arm(10s, Deadline::Expiry::Tell));
    const qint64 first = deadline.sendingStep().value_or(0);
    QVERIFY(deadline.arm(20s, Deadline::Expiry::Tell));
    const qint64 second = deadline.sendingStep().value_or(0);
    QVERIFY(!deadline.cutShort(first).has_value());
    QCOMPARE(deadline.cutShort(second), std::optional(Deadline::Expiry::Tell));
    QVERIFY(!deadline.cutShort(second).has_value());
    QVERIFY(!deadline.sendingStep().has_value());
    QVERIFY(!deadline.disarm());
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::DeadlineTest)
#include "tst_deadline.moc"
