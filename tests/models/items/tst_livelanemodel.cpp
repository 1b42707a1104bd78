// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/livelanemodel.h"
#include "models/items/roles.h"
#include "tests/models/store/livestore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class LiveLaneModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatRunsLongestFirst();
    void followsCalls();
    void countsTheOverdue();
    void namesSourcesThatOnlyReportEnds();

private:
    static QStringList idsOf(const LiveLaneModel &model)
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(rowAt(model, row)->record.conversationId);
        return ids;
    }

    static ConversationListRowPtr rowAt(const LiveLaneModel &model, int row)
    {
        return model.index(row).data(RowRole).value<ConversationListRowPtr>();
    }
};

void LiveLaneModelTest::showsWhatRunsLongestFirst()
{
    LiveStore store;
    store.send(QStringLiteral("second"), patchOf(QStringLiteral("in_progress")), 20s);
    store.send(QStringLiteral("first"), patchOf(QStringLiteral("ringing")), 10s);
    store.send(QStringLiteral("over"), patchOf(QStringLiteral("completed")), 5s);
    store.send(QStringLiteral("open chat"), patchOf(QStringLiteral("open")), 6s);
    store.settle();
    StoreReader reader(store.location());
    LiveLaneModel model(reader, store.clock());
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(idsOf(model), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    QCOMPARE(rowAt(model, 0)->assumedEndAt, LiveStore::c_noon + 10s + 2h);
    QCOMPARE(model.index(0).data(RecordIdRole).toLongLong(), store.idOf(QStringLiteral("first")));
    QCOMPARE(model.overdueCount(), 0);
}

void LiveLaneModelTest::followsCalls()
{
    LiveStore store;
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("ringing")), 20s);
    store.settle();
    StoreReader reader(store.location());
    LiveLaneModel model(reader, store.clock());
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.rowCount(), 1);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("in_progress")), 10s);
    store.settle();
    QTRY_COMPARE(idsOf(model), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
    const QPersistentModelIndex index(model.index(1));
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("in_progress")), 30s);
    store.settle();
    QTRY_COMPARE(rowAt(model, 1)->record.status, Status::InProgress);
    QJsonObject moved = patchOf(QStringLiteral("in_progress"));
    moved.insert(QStringLiteral("started_at"), toMicroseconds(LiveStore::c_noon));
    store.send(QStringLiteral("a"), moved, 40s);
    store.settle();
    QTRY_COMPARE(idsOf(model), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(index.row(), 0);
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("completed")), 50s);
    store.settle();
    QTRY_COMPARE(idsOf(model), QStringList{QStringLiteral("b")});
    QCOMPARE(reset.size(), 0);
}

void LiveLaneModelTest::countsTheOverdue()
{
    LiveStore store;
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("in_progress")));
    store.settle();
    StoreReader reader(store.location());
    LiveLaneModel model(reader, store.clock());
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(!rowAt(model, 0)->isOverdue);
    const QSignalSpy summary(&model, &LiveLaneModel::summaryChanged);
    store.clock().set(LiveStore::c_noon + 61min); // half of two hours
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("in_progress")), 60min);
    store.settle();
    QTRY_COMPARE(model.overdueCount(), 1);
    QVERIFY(rowAt(model, 0)->isOverdue);
    QVERIFY(!summary.isEmpty());
}

void LiveLaneModelTest::namesSourcesThatOnlyReportEnds()
{
    LiveStore store;
    store.addSource(QStringLiteral("Phones"), QStringLiteral("eigi"));
    store.addSource(QStringLiteral("Bots"), QStringLiteral("varda"));
    StoreReader reader(store.location());
    LiveLaneModel model(reader, store.clock());
    QTRY_COMPARE(model.sourcesThatOnlyReportEnds(), QStringList{QStringLiteral("Phones")});
}

QTEST_GUILESS_MAIN(LiveLaneModelTest)
#include "tst_livelanemodel.moc"
