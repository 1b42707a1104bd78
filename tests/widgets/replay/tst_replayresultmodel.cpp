// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/replay/replayfloor.h"
#include "widgets/replay/replayresultmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace earshot;

class ReplayResultModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOutcomes();
    void insertsABatchWithOneSignal();
    void knowsWhatFailed();
};

void ReplayResultModelTest::showsOutcomes()
{
    ReplayResultModel model;
    const QAbstractItemModelTester tester(&model);
    model.append({outcomeOf(7, 200, 2, QStringLiteral("{\n \"ok\": true}")),
                  unansweredOutcome(8, QStringLiteral("Connection refused"), 2)});
    const auto text = [&model](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(0, ReplayResultModel::DeliveryId), QStringLiteral("7"));
    QCOMPARE(text(0, ReplayResultModel::Status), QStringLiteral("200"));
    QCOMPARE(text(0, ReplayResultModel::Elapsed), QStringLiteral("12 ms"));
    QCOMPARE(text(0, ReplayResultModel::Answer), QStringLiteral("{ \"ok\": true}"));
    QCOMPARE(text(1, ReplayResultModel::Status), QStringLiteral("No answer"));
    QCOMPARE(text(1, ReplayResultModel::Answer), QStringLiteral("Connection refused"));
    QCOMPARE(model.headerData(ReplayResultModel::Answer, Qt::Horizontal, Qt::DisplayRole).toString(),
             QStringLiteral("Answer"));
}

void ReplayResultModelTest::insertsABatchWithOneSignal()
{
    ReplayResultModel model;
    const QAbstractItemModelTester tester(&model);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QList<ReplayOutcome> outcomes;
    for (int i = 0; i < 500; ++i)
        outcomes.append(outcomeOf(i, 200, 500));
    model.append(outcomes);
    model.append({});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 500);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.acceptedCount(), 0);
}

void ReplayResultModelTest::knowsWhatFailed()
{
    ReplayResultModel model;
    model.append({outcomeOf(9, 500), outcomeOf(7, 204), outcomeOf(8, 302), unansweredOutcome(3, QStringLiteral("x"))});
    QCOMPARE(model.acceptedCount(), 1);
    QCOMPARE(model.failed(), QList<qint64>({3, 8, 9}));
}

QTEST_MAIN(ReplayResultModelTest)
#include "tst_replayresultmodel.moc"
