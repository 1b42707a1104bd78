// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/storereader.h"
#include "models/store/backup.h"
#include "tests/models/store/livestore.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace earshot;

class StoreReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInAnotherThreadAndAnswersInThisOne();
    void anErrorComesBack();
    void aStoppedReadIsCancelled();
    void whatNobodyWaitsForIsNotRead();
    void goingAwayEndsWhatIsRead();
    void aContextThatIsGoneIsNotCalled();
    void quickReadsDoNotWaitForLongOnes();
    void tellsOfChanges();
    void tellsOnceThatThereIsNoStoreAndWhenThereIs();
    void followsTheFileThatTakesTheStoresPlace();

private:
    static Result<qint64> endless(const Database &database)
    {
        const auto count = database.value(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                                                         "n LIMIT 10000000000) SELECT count(*) FROM n"));
        return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
    }

    static Result<qint64> sources(const Database &database)
    {
        const auto count = database.value(QStringLiteral("SELECT count(*) FROM source"));
        return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
    }
};

void StoreReaderTest::readsInAnotherThreadAndAnswersInThisOne()
{
    const LiveStore store;
    StoreReader reader(store.location());
    QThread *answeredIn = nullptr;
    std::atomic<QThread *> readIn = nullptr;
    qint64 count = 0;
    reader
        .read<qint64>([&](const Database &database) {
            readIn = QThread::currentThread();
            return sources(database);
        })
        .then(this, [&](const Result<qint64> &result) {
            answeredIn = QThread::currentThread();
            count = result.value_or(-1);
        });
    QTRY_COMPARE(count, 1);
    QCOMPARE(answeredIn, QThread::currentThread());
    QVERIFY(readIn != QThread::currentThread());
}

void StoreReaderTest::anErrorComesBack()
{
    const LiveStore store;
    StoreReader reader(store.location());
    const QFuture<Result<int>> future = reader.read<int>([](const Database &database) -> Result<int> {
        const auto run = database.run(QStringLiteral("SELECT nonsense"));
        return run ? Result<int>(0) : std::unexpected(run.error());
    });
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::StoreFailed);
}

void StoreReaderTest::aStoppedReadIsCancelled()
{
    const LiveStore store;
    StoreReader reader(store.location());
    const StopFlag stop = std::make_shared<std::atomic_bool>(false);
    std::atomic_bool begun = false;
    const QFuture<Result<qint64>> future = reader.read<qint64>(
        [&](const Database &database) {
            begun = true;
            return endless(database);
        },
        stop);
    QTRY_VERIFY(begun);
    stop->store(true);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

void StoreReaderTest::whatNobodyWaitsForIsNotRead()
{
    const LiveStore store;
    StoreReader reader(store.location());
    bool isRead = false;
    const QFuture<Result<int>> future = reader.read<int>(
        [&](const Database &) -> Result<int> {
            isRead = true;
            return 1;
        },
        std::make_shared<std::atomic_bool>(true));
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    QVERIFY(!isRead);
}

void StoreReaderTest::goingAwayEndsWhatIsRead()
{
    const LiveStore store;
    auto reader = std::make_unique<StoreReader>(store.location());
    QList<QFuture<Result<qint64>>> futures;
    for (int i = 0; i < 6; ++i)
        futures.append(reader->read<qint64>(endless));
    reader.reset();
    for (const auto &future : std::as_const(futures)) {
        QVERIFY(future.isFinished());
        QVERIFY(!future.result());
    }
}

void StoreReaderTest::aContextThatIsGoneIsNotCalled()
{
    const LiveStore store;
    StoreReader reader(store.location());
    bool isCalled = false;
    auto context = std::make_unique<QObject>();
    auto reading = reader.read<qint64>(sources);
    reading.then(context.get(), [&](const Result<qint64> &) { isCalled = true; });
    context.reset();
    QTRY_VERIFY(reading.future().isFinished());
    QVERIFY(!isCalled);
}

void StoreReaderTest::quickReadsDoNotWaitForLongOnes()
{
    const LiveStore store;
    StoreReader reader(store.location());
    const StopFlag stop = std::make_shared<std::atomic_bool>(false);
    for (int i = 0; i < 5; ++i)
        reader.read<qint64>(endless, stop);
    const QFuture<Result<qint64>> quick = reader.read<qint64>(sources, {}, ReadCost::Quick);
    QTRY_VERIFY(quick.isFinished());
    QCOMPARE(quick.result().value_or(-1), 1);
    stop->store(true);
}

void StoreReaderTest::tellsOfChanges()
{
    LiveStore store;
    StoreReader reader(store.location());
    const QSignalSpy changed(&reader, &StoreReader::changed);
    const QFuture<Result<qint64>> read = reader.read<qint64>(sources); // what is read, changes are told of from then on
    QTRY_VERIFY(read.isFinished());
    store.send(QStringLiteral("mine"));
    store.settle();
    const qint64 id = store.idOf(QStringLiteral("mine"));
    const auto isTold = [&] {
        return std::ranges::any_of(std::as_const(changed), [&](const QVariantList &arguments) {
            return arguments[0].value<StoreChanges>().conversations.contains(id);
        });
    };
    QTRY_VERIFY(isTold());
    for (const QVariantList &arguments : std::as_const(changed))
        QVERIFY(!arguments[0].value<StoreChanges>().isEmpty());
}

void StoreReaderTest::tellsOnceThatThereIsNoStoreAndWhenThereIs()
{
    const QTemporaryDir folder;
    const StoreLocation location = StoreLocation::inFolder(folder.path());
    StoreReader reader(location);
    QSignalSpy failed(&reader, &StoreReader::failed);
    QSignalSpy recovered(&reader, &StoreReader::recovered);
    QSignalSpy changed(&reader, &StoreReader::changed);
    const QFuture<Result<qint64>> early = reader.read<qint64>(sources);
    QTRY_VERIFY(early.isFinished());
    QCOMPARE(early.result().error().code, ErrorCode::NotFound);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::NotFound);
    QCOMPARE(recovered.size(), 0);

    QVERIFY(openToWrite(location.path));
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(failed.size(), 1);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(changed[0][0].value<StoreChanges>().everything);
    const QFuture<Result<qint64>> late = reader.read<qint64>(sources);
    QTRY_VERIFY(late.isFinished());
    QCOMPARE(late.result().value_or(-1), 0);
}

void StoreReaderTest::followsTheFileThatTakesTheStoresPlace()
{
    const QTemporaryDir folder;
    const StoreLocation location = StoreLocation::inFolder(folder.path());
    const LiveStore small;
    LiveStore large;
    large.addSource(QStringLiteral("second"));
    QVERIFY(backUp({.storePath = small.location().path, .filePath = location.path}));
    StoreReader reader(location);
    QSignalSpy changed(&reader, &StoreReader::changed);
    const auto count = [&reader] {
        const QFuture<Result<qint64>> future = reader.read<qint64>(sources);
        return QTest::qWaitFor([&future] { return future.isFinished(); }) ? future.result().value_or(-1) : -2;
    };
    QCOMPARE(count(), 1);
    QVERIFY(QFile::rename(location.path, location.path + QStringLiteral(".corrupt")));
    QVERIFY(backUp({.storePath = large.location().path, .filePath = location.path}));
    QTRY_VERIFY(!changed.isEmpty() && changed.last().first().value<StoreChanges>().everything);
    QCOMPARE(count(), 2);
}

QTEST_GUILESS_MAIN(StoreReaderTest)
#include "tst_storereader.moc"
