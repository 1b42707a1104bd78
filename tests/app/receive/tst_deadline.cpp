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

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::DeadlineTest)
#include "tst_deadline.moc"
