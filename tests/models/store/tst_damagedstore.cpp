// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/backup.h"
#include "models/store/damagedstore.h"
#include "models/store/integrity.h"
#include "models/store/journal.h"
#include "models/store/salvage.h"
#include "models/store/suspicion.h"
#include "tests/models/store/damage.h"
#include "tests/models/store/livestore.h"

#include <QDir>
#include <QTest>

using namespace earshot;

namespace {

constexpr int c_deliveries = 600;

SalvagedTable tableOf(const SalvageReport &report, const QString &name)
{
    for (const SalvagedTable &table : report.tables) {
        if (table.name == name)
            return table;
    }
    return {};
}

} // namespace

class DamagedStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aDamagedJournalIsPutAsideAndANewStoreBegun();
    void whatIsNotSurelyOursIsLeftAlone();
    void aDamagedProjectionKeepsReceiving();
    void aSuspectStoreIsReadAsAWhole();
    void anUnfoundedSuspicionIsDropped();
    void salvagesAllOfASoundStore();
    void salvagesAroundDamagedPages_data();
    void salvagesAroundDamagedPages();
    void aLostSourceKeepsItsDeliveries();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("earshot.sqlite")); }

    QString newPath() const { return m_folder->filePath(QStringLiteral("new.sqlite")); }

    std::unique_ptr<Writer> start(const QString &at);

    static void rebuild(Writer &writer) { QVERIFY(writer.rebuild().result()); }

    LiveStore m_model; ///< each test damages a copy of it
    std::unique_ptr<QTemporaryDir> m_folder;
    PlainRegistry m_registry;
    ManualClock m_clock{LiveStore::c_noon};
};

void DamagedStoreTest::initTestCase()
{
    for (int i = 0; i < c_deliveries; ++i)
        QVERIFY(m_model.send(QStringLiteral("c%1").arg(i), {}, std::chrono::seconds(i)) > 0);
    const QByteArray large = R"({"type":"conversation.updated","id":"large","scope":"conversation","key":")"
                             + QByteArray(50'000, 'x') + R"("})";
    QVERIFY(m_model.sendBody(large) > 0);
    m_model.settle();
}

void DamagedStoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(backUp({.storePath = m_model.location().path, .filePath = path()}));
}

std::unique_ptr<Writer> DamagedStoreTest::start(const QString &at)
{
    WriterSettings settings;
    settings.location = {at};
    auto writer = std::make_unique<Writer>(settings, m_registry, m_clock);
    const auto started = writer->start();
    if (!started) {
        QTest::qFail(qPrintable(started.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return writer;
}

void DamagedStoreTest::aDamagedJournalIsPutAsideAndANewStoreBegun()
{
    overwrite(path(), {pagesOf(path(), QStringLiteral("delivery"), QStringLiteral("leaf")).last()});
    QFile damaged(path());
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    const QByteArray before = damaged.readAll();
    const auto writer = start(path());
    QVERIFY(writer);
    QCOMPARE(writer->putAside(), QString(path() + QStringLiteral(".corrupt-20260514T120000Z")));
    QFile aside(writer->putAside());
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QVERIFY(aside.readAll() == before);
    const auto reader = openToRead(path());
    QVERIFY(reader);
    QCOMPARE(sources::byName(*reader, QStringLiteral("desk"))->id, m_model.source()); // its token keeps working
    const auto id = writer->run<qint64>([this](const Database &database) -> Result<qint64> {
        return Journal::open(database)->append(m_model.deliveryOf("{}"));
    });
    QVERIFY(id.result().value() > c_deliveries + 1); // ids that were given are not used again
}

void DamagedStoreTest::whatIsNotSurelyOursIsLeftAlone()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(68) && file.write("none") == 4);
    file.close();
    const auto moved = damagedstore::putAside(path(), LiveStore::c_noon);
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, ErrorCode::StoreDamaged);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("earshot.sqlite")});
}

void DamagedStoreTest::aDamagedProjectionKeepsReceiving()
{
    overwrite(path(), pagesOf(path(), QStringLiteral("conversation_outcome"), QStringLiteral("leaf")));
    const auto writer = start(path());
    QVERIFY(writer);
    QVERIFY(writer->putAside().isEmpty());
    QVERIFY(!writer->trouble());
}

/** The index of arrivals: what an opening tries is a delivery of long ago. */
void DamagedStoreTest::aSuspectStoreIsReadAsAWhole()
{
    const QList<qint64> leaves = pagesOf(path(), QStringLiteral("delivery_received"), QStringLiteral("leaf"));
    QVERIFY(leaves.size() > 1);
    overwrite(path(), {leaves.last()});
    QVERIFY(start(path())->putAside().isEmpty());
    QVERIFY(suspicion::note(path()));
    QCOMPARE(QFile::permissions(suspicion::notePath(path())) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    const auto writer = start(path());
    QVERIFY(writer);
    QVERIFY(!writer->putAside().isEmpty());
    QVERIFY(!suspicion::isNoted(path()));
    QVERIFY(sources::byName(*openToRead(path()), QStringLiteral("desk")));
}

void DamagedStoreTest::anUnfoundedSuspicionIsDropped()
{
    QVERIFY(suspicion::note(path()));
    QVERIFY(suspicion::note(path())); // a second time is no failure
    const auto writer = start(path());
    QVERIFY(writer);
    QVERIFY(writer->putAside().isEmpty());
    QVERIFY(!suspicion::isNoted(path()));
}

void DamagedStoreTest::salvagesAllOfASoundStore()
{
    const auto report = salvageStore(path(), newPath());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    for (const SalvagedTable &table : report->tables)
        QVERIFY2(table.lost == 0 && !table.isCutShort,
                 qPrintable(table.name + QStringLiteral(": %1 rows, %2 lost").arg(table.rows).arg(table.lost)));
    QVERIFY(report->isWhole());
    QCOMPARE(report->deliveries(), c_deliveries + 1);
    const auto checked = checkIntegrity(*openToRead(newPath()));
    for (const IntegrityProblem &problem : checked->problems)
        QVERIFY2(false, qPrintable(problem.check + problem.places.join(QLatin1Char(' '))));
}

void DamagedStoreTest::salvagesAroundDamagedPages_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("leastDeliveries"); // a page holds some tens of them
    QTest::newRow("two leaves of the journal") << "delivery" << "leaf" << c_deliveries - 150;
    QTest::newRow("two leaves of bodies") << "delivery_body" << "leaf" << c_deliveries - 150;
    QTest::newRow("one large body") << "delivery_body" << "overflow" << c_deliveries;
    QTest::newRow("identities") << "identity" << "leaf" << c_deliveries + 1;
    QTest::newRow("events") << "event" << "leaf" << c_deliveries + 1;
    QTest::newRow("an index") << "delivery_received" << "leaf" << c_deliveries + 1;
    QTest::newRow("the root of findings") << "finding" << "internal" << c_deliveries + 1;
}

void DamagedStoreTest::salvagesAroundDamagedPages()
{
    QFETCH(QString, table);
    QFETCH(QString, kind);
    QFETCH(int, leastDeliveries);
    const QList<qint64> pages = pagesOf(path(), table, kind);
    QVERIFY(!pages.isEmpty());
    overwrite(path(), {pages.at(pages.size() / 2), pages.last()});
    QVERIFY(!checkIntegrity(*openToRead(path())).value_or(IntegrityReport{0, {}, 0, {{}}}).isSound());

    const auto report = salvageStore(path(), newPath());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY2(report->deliveries() >= leastDeliveries, qPrintable(QString::number(report->deliveries())));
    const SalvagedTable salvaged = tableOf(*report, table);
    QVERIFY(kind != QLatin1StringView("leaf") || table == QLatin1StringView("delivery_received") || salvaged.lost > 0);
    QVERIFY(salvaged.lost <= c_deliveries + 1);
    {
        const auto writer = start(newPath());
        QVERIFY(writer);
        rebuild(*writer);
    }
    const auto database = openToRead(newPath());
    const auto checked = checkIntegrity(*database);
    QVERIFY(checked);
    for (const IntegrityProblem &problem : checked->problems)
        QVERIFY2(false, qPrintable(problem.check + problem.places.join(QLatin1Char(' '))));
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM delivery")).value().toLongLong(),
             report->deliveries());
    QCOMPARE(checked->conversations, report->deliveries());
}

void DamagedStoreTest::aLostSourceKeepsItsDeliveries()
{
    overwrite(path(), pagesOf(path(), QStringLiteral("source"), QStringLiteral("leaf")));
    const auto report = salvageStore(path(), newPath());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->sourcesMadeUp, 1);
    QCOMPARE(report->deliveries(), c_deliveries + 1);
    const auto made = sources::byName(*openToRead(newPath()), QStringLiteral("lost-1"));
    QVERIFY(made);
    QVERIFY(!made->enabled);
}

QTEST_GUILESS_MAIN(DamagedStoreTest)
#include "tst_damagedstore.moc"
