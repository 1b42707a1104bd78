// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/integrity.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"
#include "models/store/writer.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/support/faultvfs.h"

#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>
#include <thread>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);
constexpr int c_senders = 3;
constexpr int c_roundsOfAStore = 8; // then it begins with a new one, so that its making is cut too

int wantedRounds()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("EARSHOT_POWER_ROUNDS", &isNumber);
    return isNumber ? wanted : 40;
}

quint32 firstSeed()
{
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("EARSHOT_POWER_SEED", &isNumber);
    return isNumber ? quint32(wanted) : 20'260'514;
}

/** What senders were told: the bodies that were answered for. */
class Promises
{
public:
    void add(qint64 id, const QByteArray &body)
    {
        const std::scoped_lock lock(m_mutex);
        m_bodies.insert(id, body);
    }

    QHash<qint64, QByteArray> all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_bodies;
    }

    void clear() { m_bodies.clear(); }

    qint64 nextNumber() { return ++m_number; }

private:
    mutable std::mutex m_mutex;
    QHash<qint64, QByteArray> m_bodies;
    std::atomic<qint64> m_number = 0;
};

Delivery deliveryOf(qint64 number, int bytes)
{
    const QJsonObject json{{QStringLiteral("type"), QStringLiteral("conversation.updated")},
                           {QStringLiteral("id"), QString::number(number)},
                           {QStringLiteral("scope"), QStringLiteral("call")},
                           {QStringLiteral("at"), toMicroseconds(c_noon) + number},
                           {QStringLiteral("message"), QStringLiteral("m%1").arg(number)},
                           {QStringLiteral("text"), QString(bytes, QLatin1Char('x'))}};
    Delivery delivery;
    delivery.sourceId = 1;
    delivery.receivedAt = c_noon + std::chrono::microseconds(number);
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.remote = QStringLiteral("192.0.2.7");
    delivery.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    delivery.verdict = QStringLiteral("unsigned");
    return delivery;
}

/** Offers one delivery and waits for the answer. */
Result<qint64> offerOne(Writer &writer, Promises &promises, const Delivery &delivery)
{
    std::binary_semaphore answered(0);
    Result<qint64> answer = failure(ErrorCode::Cancelled, QStringLiteral("refused"));
    const bool isTaken = writer.offer({delivery, [&](Result<qint64> result) {
                                           if (result)
                                               promises.add(*result, delivery.body);
                                           answer = std::move(result);
                                           answered.release();
                                       }});
    if (isTaken)
        answered.acquire();
    return answer;
}

} // namespace

/** The promise of an acknowledgement, on a disk that forgets what was not flushed. `EARSHOT_POWER_ROUNDS` asks for more
 * rounds, `EARSHOT_POWER_SEED` begins with another seed; a failure names its own. */
class PowerCutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingAcknowledgedIsLost_data();
    void nothingAcknowledgedIsLost();
    void aFullDiskIsSaidAndEnds();
    void aDiskWithErrorsIsSaidAndEnds();
    void aFailedFlushIsNotTrusted();
    void tooLittleRoomStopsIntakeBeforeTheDiskIsFull();

private:
    QString path() const { return StoreLocation::inFolder(m_folder->path()).path; }

    WriterSettings settings() const;
    bool start();
    void runUntilTheCut(std::mt19937 &random);
    void send(quint32 seed);
    void disturb(std::mt19937 &random);
    void runJob(const QString &sql);
    template <typename T>
    void awaitOrCut(const QFuture<T> &future) const;
    void endProcess();
    void reboot();
    void verifyPromises(const QString &round);
    Result<qint64> offer(int bytes = 20);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FaultDisk> m_disk;
    std::unique_ptr<FaultVfs> m_vfs;
    PlainRegistry m_registry;
    ManualClock m_clock{c_noon};
    std::unique_ptr<Writer> m_writer;
    Promises m_promises;
    std::atomic<qint64> m_freeBytes = 1LL << 40;
};

/** Errors are what this is about, and a killed writer tells of many. */
void PowerCutTest::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("earshot.*=false"));
}

void PowerCutTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_disk = std::make_unique<FaultDisk>(1);
    m_vfs = std::make_unique<FaultVfs>(*m_disk);
    m_promises.clear();
    m_freeBytes = 1LL << 40;
}

void PowerCutTest::cleanup()
{
    endProcess();
    m_folder.reset();
}

WriterSettings PowerCutTest::settings() const
{
    WriterSettings settings;
    settings.location = StoreLocation::inFolder(m_folder->path());
    settings.probeInterval = 20ms;
    settings.checkpoint = {.interval = 3ms, .worthBytes = 64 << 10, .cutBytes = 256 << 10};
    settings.diskRoom = [this](const QString &) { return DiskRoom{m_freeBytes, 1LL << 41}; };
    return settings;
}

/** False if the power went meanwhile. */
bool PowerCutTest::start()
{
    m_writer = std::make_unique<Writer>(settings(), m_registry, m_clock);
    if (const auto started = m_writer->start(); !started) {
        if (!m_disk->isCut())
            QTest::qFail(qPrintable(started.error().detail), __FILE__, __LINE__);
        return false;
    }
    return m_writer
        ->run<int>([](const Database &database) -> Result<int> {
            Source source;
            source.name = source.key = QStringLiteral("desk");
            source.platform = QStringLiteral("plain");
            if (const auto known = sources::all(database); known && !known->isEmpty())
                return 0;
            const auto added = sources::add(database, source);
            return added ? Result<int>(0) : std::unexpected(added.error());
        })
        .result()
        .has_value();
}

void PowerCutTest::endProcess()
{
    m_writer.reset();
    m_vfs.reset();
    m_disk.reset();
}

/** The machine comes back with what its disk has, and an index of the log that is worth nothing. */
void PowerCutTest::reboot()
{
    m_writer.reset();
    m_vfs.reset();
    const QHash<QString, QByteArray> survivors = m_disk->survivors();
    m_disk.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    for (auto each = survivors.begin(); each != survivors.end(); ++each) {
        QFile file(m_folder->filePath(each.key()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(each.value()), each.value().size());
    }
    QFile index(path() + QLatin1StringView("-shm"));
    QVERIFY(index.open(QIODevice::WriteOnly));
    QVERIFY(index.write(QByteArray(32768, '\x5a')) > 0);
}

Result<qint64> PowerCutTest::offer(int bytes)
{
    return offerOne(*m_writer, m_promises, deliveryOf(m_promises.nextNumber(), bytes));
}

void PowerCutTest::send(quint32 seed)
{
    std::mt19937 random(seed);
    while (!m_disk->isCut()) {
        const int bytes = random() % 20 == 0 ? int(random() % 60'000) : int(random() % 900);
        offer(bytes);
    }
}

/** What the dead process was asked for ends with its writer. */
template <typename T>
void PowerCutTest::awaitOrCut(const QFuture<T> &future) const
{
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished() || m_disk->isCut(), 60'000);
}

void PowerCutTest::runJob(const QString &sql)
{
    awaitOrCut(m_writer->run<int>([sql](const Database &database) -> Result<int> {
        auto done = database.run(sql);
        while (done && done->next()) { }
        return done ? Result<int>(0) : std::unexpected(done.error());
    }));
}

/** What else a writer is asked for while it receives. */
void PowerCutTest::disturb(std::mt19937 &random)
{
    switch (random() % 4) {
    case 0:
        return awaitOrCut(m_writer->rebuild());
    case 1:
        return runJob(QStringLiteral("DELETE FROM change"));
    case 2:
        return runJob(QStringLiteral("PRAGMA incremental_vacuum(50)"));
    default:
        return awaitOrCut(m_writer->projected());
    }
}

void PowerCutTest::runUntilTheCut(std::mt19937 &random)
{
    std::vector<std::thread> senders;
    for (int i = 0; i < c_senders; ++i)
        senders.emplace_back([this, seed = quint32(random())] { send(seed); });
    while (!m_disk->isCut())
        disturb(random);
    for (std::thread &sender : senders)
        sender.join();
}

void PowerCutTest::verifyPromises(const QString &round)
{
    m_writer = std::make_unique<Writer>(settings(), m_registry, m_clock);
    const auto started = m_writer->start();
    QVERIFY2(started, qPrintable(round + (started ? QString() : started.error().detail)));
    QVERIFY2(m_writer->putAside().isEmpty(), qPrintable(round));
    QVERIFY2(m_writer->projected().result(), qPrintable(round));
    const auto database = openToRead(path());
    QVERIFY2(database, qPrintable(round));
    const auto promised = m_promises.all();
    QHash<QByteArray, int> held;
    auto rows = database->run(QStringLiteral("SELECT b.delivery, b.body, f.state FROM delivery_body b "
                                             "JOIN finding f ON f.delivery = b.delivery"));
    QVERIFY2(rows, qPrintable(round));
    qint64 found = 0;
    while (rows->next()) {
        const QByteArray body = rows->value(1).toByteArray();
        QVERIFY2(++held[body] == 1, qPrintable(round + QStringLiteral("doubled: %1").arg(rows->integer(0))));
        QCOMPARE(rows->text(2), QStringLiteral("decoded"));
        if (const auto promise = promised.find(rows->integer(0)); promise != promised.end()) {
            QVERIFY2(*promise == body, qPrintable(round + QStringLiteral("changed: %1").arg(rows->integer(0))));
            ++found;
        }
    }
    QVERIFY2(found == promised.size(), qPrintable(round
                                                  + QStringLiteral("%1 of %2 acknowledged deliveries are lost")
                                                        .arg(promised.size() - found)
                                                        .arg(promised.size())));
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM conversation")).value().toLongLong(), held.size());
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM conversation WHERE events <> 1")).value().toInt(), 0);
    const auto report = checkIntegrity(*database);
    QVERIFY2(report, qPrintable(round));
    for (const IntegrityProblem &problem : report->problems)
        QVERIFY2(false, qPrintable(round + problem.check + QLatin1Char(' ') + problem.places.join(QLatin1Char(' '))));
    m_writer.reset();
}

void PowerCutTest::nothingAcknowledgedIsLost_data()
{
    QTest::addColumn<double>("errors");
    QTest::newRow("power cuts") << 0.0;
    QTest::newRow("power cuts and a disk that fails now and then") << 0.003;
}

void PowerCutTest::nothingAcknowledgedIsLost()
{
    QFETCH(double, errors);
    const int rounds = wantedRounds();
    qint64 promises = 0;
    qint64 failures = 0;
    for (int i = 0; i < rounds; ++i) {
        const quint32 seed = firstSeed() + quint32(i);
        const QString round = QStringLiteral("EARSHOT_POWER_SEED=%1: ").arg(seed);
        if (i % c_roundsOfAStore == 0) {
            promises += m_promises.all().size();
            m_promises.clear();
            m_folder = std::make_unique<QTemporaryDir>();
        }
        std::mt19937 random(seed);
        m_vfs.reset();
        m_disk = std::make_unique<FaultDisk>(seed);
        m_vfs = std::make_unique<FaultVfs>(*m_disk);
        m_disk->cutAfter(qint64(std::exp(std::uniform_real_distribution<double>(2, 9.5)(random))));
        if (start()) {
            m_disk->failWith(unsigned(DiskOperation::Write) | unsigned(DiskOperation::Sync), SQLITE_IOERR, errors);
            runUntilTheCut(random);
        }
        m_disk->cut();
        failures += m_disk->failures();
        reboot();
        verifyPromises(round);
        if (QTest::currentTestFailed())
            return;
    }
    promises += m_promises.all().size();
    QVERIFY(rounds == 0 || promises > rounds);
    QVERIFY(errors == 0 || rounds < 10 || failures > 0);
    qInfo("%d power cuts, %lld acknowledged deliveries, %lld disk errors: none lost, none doubled", rounds, promises,
          failures);
}

void PowerCutTest::aFullDiskIsSaidAndEnds()
{
    QVERIFY(start());
    QVERIFY(offer());
    m_disk->setCapacity(1 << 20);
    QTRY_VERIFY(!offer(30'000));
    QCOMPARE(m_writer->trouble().value().code, ErrorCode::StoreFull);
    m_disk->setCapacity(std::nullopt);
    QTRY_VERIFY(!m_writer->trouble()); // though nobody sends
    QVERIFY(offer(30'000));
    m_disk->cut();
    reboot();
    verifyPromises({});
}

void PowerCutTest::aDiskWithErrorsIsSaidAndEnds()
{
    QVERIFY(start());
    QVERIFY(offer());
    m_disk->failWith(unsigned(DiskOperation::Write), SQLITE_IOERR, 1);
    QVERIFY(!offer());
    QCOMPARE(m_writer->trouble().value().code, ErrorCode::StoreDiskFailed);
    QVERIFY(!offer());
    m_disk->failNothing();
    QTRY_VERIFY(!m_writer->trouble());
    QVERIFY(offer());
    QVERIFY(m_writer->projected().result()); // what failed for the disk is not given up as unfit
    m_disk->cut();
    reboot();
    verifyPromises({});
}

/** A flush that failed has lost pages for good, and the next one says it succeeded (fsync(2)). */
void PowerCutTest::aFailedFlushIsNotTrusted()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        cleanup();
        init();
        m_disk = nullptr;
        m_vfs.reset();
        m_disk = std::make_unique<FaultDisk>(seed);
        m_vfs = std::make_unique<FaultVfs>(*m_disk);
        QVERIFY(start());
        for (int i = 0; i < 20; ++i)
            QVERIFY(offer());
        QVERIFY(m_writer->projected().result()); // committed without a flush, so that the failing one has it to lose
        m_disk->failWith(unsigned(DiskOperation::Sync), SQLITE_IOERR, 1);
        QVERIFY(!offer());
        m_disk->failNothing();
        QTRY_VERIFY(offer());
        for (int i = 0; i < 20; ++i)
            QVERIFY(offer());
        m_disk->cut();
        reboot();
        verifyPromises(QStringLiteral("seed %1: ").arg(seed));
        if (QTest::currentTestFailed())
            return;
    }
}

void PowerCutTest::tooLittleRoomStopsIntakeBeforeTheDiskIsFull()
{
    QVERIFY(start());
    QVERIFY(offer());
    m_freeBytes = 1 << 20;
    QTRY_VERIFY(!offer());
    QCOMPARE(m_writer->trouble().value().code, ErrorCode::StoreFull);
    QVERIFY(m_writer->projected().result()); // what was accepted is shown all the same
    m_freeBytes = 1LL << 40;
    QTRY_VERIFY(!m_writer->trouble());
    QVERIFY(offer());
}

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
