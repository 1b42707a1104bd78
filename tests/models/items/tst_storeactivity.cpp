// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/storeactivity.h"
#include "tests/models/store/livestore.h"
#include "tests/models/store/samplestore.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace earshot;

class StoreActivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsArrivals();
    void countsNothingThatWasThereBefore();
    void countsTheOutbox();
    void knowsTheLastDelivery();
    void saysThatItMoves();

private:
    static double sumOf(const StoreActivity &activity)
    {
        const QList<double> minute = activity.lastMinute();
        return std::accumulate(minute.begin(), minute.end(), 0.0);
    }
};

void StoreActivityTest::countsArrivals()
{
    LiveStore store;
    StoreReader reader(store.location());
    const StoreActivity activity(reader);
    QTRY_VERIFY(activity.storeBytes() > 0); // it knows what there is
    QCOMPARE(activity.lastMinute().size(), 60);
    QCOMPARE(activity.deliveriesPerSecond(), 0.0);
    for (int i = 0; i < 10; ++i)
        store.send(QStringLiteral("c-%1").arg(i));
    store.settle();
    QTRY_COMPARE(sumOf(activity), 10.0);
    QTRY_COMPARE(activity.deliveriesPerSecond(), 2.0); // of the last five whole seconds
    QTRY_COMPARE(activity.behind(), 0);
}

void StoreActivityTest::countsNothingThatWasThereBefore()
{
    LiveStore store;
    store.send(QStringLiteral("before"));
    store.settle();
    StoreReader reader(store.location());
    const StoreActivity activity(reader);
    QTRY_VERIFY(activity.storeBytes() > 0);
    QCOMPARE(activity.behind(), 0);
    store.send(QStringLiteral("after"));
    store.settle();
    QTRY_COMPARE(sumOf(activity), 1.0);
}

void StoreActivityTest::countsTheOutbox()
{
    const SampleStore store;
    const qint64 first = store.addConversation(QStringLiteral("a"));
    const qint64 second = store.addConversation(QStringLiteral("b"));
    const Destination destination = store.addDestination(QStringLiteral("CRM"));
    StoreReader reader(StoreLocation{store.path()});
    const StoreActivity activity(reader);
    QTRY_VERIFY(activity.storeBytes() > 0);
    QVERIFY(activity.outbox().isEmpty());
    SampleStore::valueOf(outbox::enqueue(store.database(), {first, second}, destination.id, SampleStore::c_noon));
    QTRY_COMPARE(activity.outbox().value(OutboxState::Waiting), 2);
    SampleStore::valueOf(outbox::discard(store.database(), {1}, SampleStore::c_noon));
    QTRY_COMPARE(activity.outbox().value(OutboxState::Discarded), 1);
    QCOMPARE(activity.outbox().value(OutboxState::Waiting), 1);
    QVERIFY(!activity.outbox().contains(OutboxState::Parked));
}

void StoreActivityTest::knowsTheLastDelivery()
{
    LiveStore store;
    StoreReader reader(store.location());
    const StoreActivity activity(reader);
    QTRY_VERIFY(activity.storeBytes() > 0);
    QVERIFY(!activity.last());
    store.send(QStringLiteral("first"));
    store.settle();
    QTRY_VERIFY(activity.last());
    const LastDelivery first = *activity.last();
    QVERIFY(!first.source.isEmpty());
    QVERIFY(first.receivedAt > fromMicroseconds(0));
}

void StoreActivityTest::saysThatItMoves()
{
    const SampleStore store;
    StoreReader reader(StoreLocation{store.path()});
    const StoreActivity activity(reader);
    const QSignalSpy changed(&activity, &StoreActivity::changed);
    QTRY_VERIFY(changed.size() >= 3); // the figures, then once a second
}

QTEST_GUILESS_MAIN(StoreActivityTest)
#include "tst_storeactivity.moc"
