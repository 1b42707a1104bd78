// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/boundedqueue.h"

#include <QTest>

#include <memory>
#include <thread>

using namespace earshot;

class BoundedQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhichPushWakesTheConsumer();
    void leavesTheValueWithTheCallerWhenFull();
    void givesTheOldestFirst();
    void letsAWaitingPushGoOnWhenThereIsRoom();
    void endsAWaitingPushWhenClosed();
};

void BoundedQueueTest::saysWhichPushWakesTheConsumer()
{
    BoundedQueue<int> queue(2);
    QCOMPARE(queue.tryPush(1), BoundedQueue<int>::Pushed::First);
    QCOMPARE(queue.tryPush(2), BoundedQueue<int>::Pushed::More);
    QCOMPARE(queue.tryPush(3), BoundedQueue<int>::Pushed::No);
    queue.takeUpTo(2);
    QCOMPARE(queue.tryPush(4), BoundedQueue<int>::Pushed::First);
}

void BoundedQueueTest::leavesTheValueWithTheCallerWhenFull()
{
    BoundedQueue<std::unique_ptr<int>> queue(0);
    auto value = std::make_unique<int>(7);
    QCOMPARE(queue.tryPush(std::move(value)), BoundedQueue<std::unique_ptr<int>>::Pushed::No);
    QVERIFY(value);
    QCOMPARE(*value, 7);
}

void BoundedQueueTest::givesTheOldestFirst()
{
    BoundedQueue<int> queue(4);
    for (int i = 1; i <= 4; ++i)
        queue.tryPush(std::move(i));
    QCOMPARE(queue.takeUpTo(3), (std::vector<int>{1, 2, 3}));
    QCOMPARE(queue.takeUpTo(3), (std::vector<int>{4}));
    QVERIFY(queue.takeUpTo(3).empty());
}

void BoundedQueueTest::letsAWaitingPushGoOnWhenThereIsRoom()
{
    BoundedQueue<int> queue(1);
    queue.tryPush(1);
    bool pushed = false;
    std::jthread producer([&] { pushed = queue.push(2); });
    QCOMPARE(queue.takeUpTo(1), (std::vector<int>{1})); // whether it waits already or comes later
    producer.join();
    QVERIFY(pushed);
    QCOMPARE(queue.takeUpTo(1), (std::vector<int>{2}));
}

void BoundedQueueTest::endsAWaitingPushWhenClosed()
{
    BoundedQueue<int> queue(1);
    queue.tryPush(1);
    bool pushed = true;
    std::jthread producer([&] { pushed = queue.push(2); });
    queue.close();
    producer.join();
    QVERIFY(!pushed);
    QCOMPARE(queue.tryPush(3), BoundedQueue<int>::Pushed::No);
    QCOMPARE(queue.takeUpTo(9), (std::vector<int>{1})); // what was held can still be taken
}

QTEST_GUILESS_MAIN(BoundedQueueTest)
#include "tst_boundedqueue.moc"
