// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/gate.h"

#include <QTest>

#include <future>

namespace earshot {

using namespace std::chrono_literals;

class GateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesAtOnceWhenNobodyIsInside();
    void waitsForTheLastToLeave();
    void letsAnInsiderBringAnother();
};

void GateTest::closesAtOnceWhenNobodyIsInside()
{
    Gate gate;
    QVERIFY(gate.enter().isValid());
    gate.closeAndWait();
    QVERIFY(!gate.enter().isValid());
    gate.closeAndWait();
}

void GateTest::waitsForTheLastToLeave()
{
    Gate gate;
    Gate::Ticket first = gate.enter();
    Gate::Ticket second = gate.enter();
    std::future<void> closed = std::async(std::launch::async, [&gate] { gate.closeAndWait(); });
    first = {};
    QCOMPARE(closed.wait_for(50ms), std::future_status::timeout);
    second = {};
    QCOMPARE(closed.wait_for(15s), std::future_status::ready);
}

void GateTest::letsAnInsiderBringAnother()
{
    Gate gate;
    Gate::Ticket first = gate.enter();
    std::future<void> closed = std::async(std::launch::async, [&gate] { gate.closeAndWait(); });
    QTRY_VERIFY(!gate.enter().isValid());
    Gate::Ticket second = first.another();
    first = {};
    QCOMPARE(closed.wait_for(50ms), std::future_status::timeout);
    second = {};
    QCOMPARE(closed.wait_for(15s), std::future_status::ready);
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::GateTest)
#include "tst_gate.moc"
