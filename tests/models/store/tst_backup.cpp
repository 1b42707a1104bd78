// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/backup.h"
#include "models/store/integrity.h"
#include "tests/models/store/livestore.h"

#include <QDir>
#include <QTest>

#include <thread>

using namespace earshot;

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void holdsAllThatWasAcknowledgedBefore();
    void refusesFilesOfTheStore_data();
    void refusesFilesOfTheStore();
    void replacesOnlyWhenAsked();
    void leavesNothingWhenStopped();
    void aMigrationIsPrecededByACopy();

private:
    QString target() const { return m_folder->filePath(QStringLiteral("copy.sqlite")); }

    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void BackupTest::holdsAllThatWasAcknowledgedBefore()
{
    LiveStore store;
    for (int i = 0; i < 300; ++i)
        QVERIFY(store.send(QStringLiteral("c%1").arg(i)) > 0);
    const qint64 before = store.number(QStringLiteral("SELECT max(\"id\") FROM delivery"));
    std::atomic_bool isOver = false;
    std::atomic<qint64> during = 0;
    std::thread sender([&] {
        while (!isOver) {
            if (store.sendBody(R"({"type":"conversation.updated","id":"d","scope":"conversation"})") > 0)
                ++during;
        }
    });
    QTRY_VERIFY(during > 10);
    const auto report = backUp({.storePath = store.location().path, .filePath = target()});
    isOver = true;
    sender.join();
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(files(), QStringList{QStringLiteral("copy.sqlite")}); // one file, whole
    QCOMPARE(QFile::permissions(target()) & ~QFile::Permissions(0x7000),
             QFile::Permissions(QFile::ReadUser | QFile::WriteUser));
    const auto copy = openToRead(target());
    QVERIFY(copy);
    const auto checked = checkIntegrity(*copy);
    QVERIFY(checked && checked->isSound());
    QCOMPARE(copy->value(QStringLiteral("SELECT count(*) FROM delivery WHERE \"id\" <= ?"), {before})->toLongLong(),
             before);
    QCOMPARE(copy->value(QStringLiteral("SELECT count(*) FROM delivery"))->toLongLong(), report->deliveries);
}

void BackupTest::refusesFilesOfTheStore_data()
{
    QTest::addColumn<QString>("suffix");
    for (const char *suffix : {"", "-wal", ".secrets", ".lock"})
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
}

void BackupTest::refusesFilesOfTheStore()
{
    QFETCH(QString, suffix);
    const LiveStore store;
    const QString odd = QDir(store.location().path + QStringLiteral("/../.")).absolutePath();
    const QString file = QStringLiteral("%1/./earshot.sqlite%2").arg(odd, suffix);
    const auto report = backUp({.storePath = store.location().path, .filePath = file, .replaces = true});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::BadArgument);
}

void BackupTest::replacesOnlyWhenAsked()
{
    LiveStore store;
    store.send(QStringLiteral("c"));
    QFile there(target());
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    const auto refused = backUp({.storePath = store.location().path, .filePath = target()});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::AlreadyExists);
    QCOMPARE(QFileInfo(target()).size(), 4);
    QVERIFY(backUp({.storePath = store.location().path, .filePath = target(), .replaces = true}));
    QVERIFY(openToRead(target()));
}

void BackupTest::leavesNothingWhenStopped()
{
    const LiveStore store;
    const std::atomic_bool stop = true;
    const auto report = backUp({.storePath = store.location().path, .filePath = target(), .stop = &stop});
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(files(), QStringList());
}

void BackupTest::aMigrationIsPrecededByACopy()
{
    const QString path = m_folder->filePath(QStringLiteral("earshot.sqlite"));
    {
        const auto old = Database::open(path, Database::Mode::Write);
        QVERIFY(old);
        QVERIFY(old->run(QStringLiteral("PRAGMA application_id = %1").arg(storeApplicationId())));
        QVERIFY(migrate(*old, 1));
    }
    for (const char *earlier : {".before-0", ".before-1"}) {
        QFile copy(path + QLatin1StringView(earlier));
        QVERIFY(copy.open(QIODevice::WriteOnly));
    }
    QVERIFY(openToWrite(path));
    const QString copy = QStringLiteral("%1.before-%2").arg(path).arg(currentSchema());
    QVERIFY(QFile::exists(copy));
    QCOMPARE(schemaOf(*Database::open(copy, Database::Mode::Read)).value(), 1);
    QVERIFY(!QFile::exists(path + QStringLiteral(".before-0"))); // the two latest are kept
    QVERIFY(QFile::exists(path + QStringLiteral(".before-1")));
}

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
