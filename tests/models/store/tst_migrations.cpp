// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/migrations.h"

#include "models/store/destinations.h"
#include "models/store/outbox.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void climbsFromEveryVersion_data();
    void climbsFromEveryVersion();
    void whatWaitedComesThroughTheClimb_data();
    void whatWaitedComesThroughTheClimb();
    void makesAPrivateFile();
    void setsWhatTheJournalsPromiseRestsOn();
    void refusesAnythingElseAndLeavesItAlone_data();
    void refusesAnythingElseAndLeavesItAlone();
    void aLockedStoreIsSaidToBe();
    void readingMakesNoFile();
    void anOldStoreIsNotReadBeforeItIsMigrated();
    void aFailedMigrationChangesNothing();

private:
    QString path(const QString &name = QStringLiteral("earshot.sqlite")) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void MigrationsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void MigrationsTest::climbsFromEveryVersion_data()
{
    QTest::addColumn<int>("from");
    for (int version = 0; version <= currentSchema(); ++version)
        QTest::addRow("from %d", version) << version;
}

void MigrationsTest::climbsFromEveryVersion()
{
    QFETCH(int, from);
    if (from > 0) {
        const auto old = Database::open(path(), Database::Mode::Write);
        QVERIFY(old);
        QVERIFY(old->run(QStringLiteral("PRAGMA application_id = 1164006248")));
        QVERIFY(migrate(*old, from));
        QCOMPARE(schemaOf(*old).value(), from);
    }
    const auto now = openToWrite(path());
    QVERIFY2(now.has_value(), now ? "" : qPrintable(now.error().detail));
    QCOMPARE(schemaOf(*now).value(), currentSchema());

    // Whatever the way up, the tables are the same.
    const auto fresh = openToWrite(path(QStringLiteral("fresh.sqlite")));
    const QString shape =
        QStringLiteral("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY name)");
    QCOMPARE(now->value(shape).value().toString(), fresh->value(shape).value().toString());
}

void MigrationsTest::whatWaitedComesThroughTheClimb_data()
{
    QTest::addColumn<int>("from");
    for (int version = 1; version < currentSchema(); ++version)
        QTest::addRow("from %d", version) << version;
}

void MigrationsTest::whatWaitedComesThroughTheClimb()
{
    QFETCH(int, from);
    {
        const auto old = Database::open(path(), Database::Mode::Write);
        QVERIFY(old->run(QStringLiteral("PRAGMA application_id = 1164006248")));
        QVERIFY(migrate(*old, from));
        for (
            const char *sql :
            {R"(INSERT INTO destination ("key", "name", "kind", "url", "method", "rule", "state", "created_at"))"
             R"( VALUES ('abc', 'CRM', 'webhook', 'https://crm.example', 'PUT', 'outcome:booked', 'paused', 5))",
             R"(INSERT INTO identity ("source_id", "scope", "platform_id") VALUES (1, 'call', 'a'), (1, 'call', 'b'))",
             R"(INSERT INTO outbox ("destination", "record_kind", "conversation", "state", "wanted", "sent", "attempts",)"
             R"( "next_at", "body", "body_version", "attempt_key", "reason", "created_at", "updated_at") VALUES)"
             R"( (1, 'conversation', 1, 'parked', 3, 2, 12, 7, '{"a":1}', 3, 'key', 'answered 422', 5, 6),)"
             R"( (1, 'conversation', 2, 'waiting', 1, 0, 0, 7, NULL, NULL, NULL, NULL, 5, 6))"})
            QVERIFY(old->run(QString::fromUtf8(sql)));
    }
    const auto now = openToWrite(path());
    QVERIFY2(now.has_value(), now ? "" : qPrintable(now.error().detail));
    const auto crm = destinations::byName(*now, QStringLiteral("CRM"));
    QVERIFY2(crm.has_value(), crm ? "" : qPrintable(crm.error().detail));
    QCOMPARE(crm->state, DestinationState::Paused);
    QCOMPARE(crm->breaker, BreakerState::Closed);
    QVERIFY(crm->options.isEmpty() && crm->mapping.isNull() && !crm->holdUntil);

    const auto rows = outbox::list(*now, {});
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first().state, OutboxState::Parked);
    QVERIFY(!rows->first().question && rows->first().crmId.isNull());
    QCOMPARE(outbox::resend(*now, {}, {}, fromMicroseconds(8)).value(), 1);
    const auto due = outbox::due(*now, crm->id, fromMicroseconds(9), 5, {});
    QCOMPARE(due->size(), 2);
    QCOMPARE(due->last().body, QByteArray("{\"a\":1}")); // under the key it had
    QCOMPARE(due->last().bodyVersion, due->last().wanted);
    QCOMPARE(due->last().attemptKey, QStringLiteral("key"));
}

void MigrationsTest::makesAPrivateFile()
{
    QVERIFY(openToWrite(path()));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    const QStringList names = QDir(m_folder->path()).entryList(QDir::Files);
    for (const QString &name : names)
        QVERIFY2(!(QFile::permissions(path(name)) & others), qPrintable(name));
}

void MigrationsTest::setsWhatTheJournalsPromiseRestsOn()
{
    const auto database = openToWrite(path());
    QVERIFY(database);
    QCOMPARE(database->value(QStringLiteral("PRAGMA journal_mode")).value().toString(), QStringLiteral("wal"));
    QCOMPARE(database->value(QStringLiteral("PRAGMA synchronous")).value().toInt(), 2);
    QCOMPARE(database->value(QStringLiteral("PRAGMA auto_vacuum")).value().toInt(), 2);
    QCOMPARE(database->value(QStringLiteral("PRAGMA wal_autocheckpoint")).value().toInt(), 0);
}

void MigrationsTest::refusesAnythingElseAndLeavesItAlone_data()
{
    QTest::addColumn<QStringList>("statements"); // empty: the file is text
    QTest::addColumn<int>("code");
    QTest::newRow("text") << QStringList() << int(ErrorCode::StoreNotADatabase);
    QTest::newRow("another program's database")
        << QStringList{QStringLiteral("CREATE TABLE notes (a)")} << int(ErrorCode::StoreNotADatabase);
    QTest::newRow("a newer Earshot's") << QStringList{QStringLiteral("PRAGMA application_id = 1164006248"),
                                                      QStringLiteral("CREATE TABLE source (a)"),
                                                      QStringLiteral("PRAGMA user_version = 999")}
                                       << int(ErrorCode::StoreNewer);
}

void MigrationsTest::refusesAnythingElseAndLeavesItAlone()
{
    QFETCH(QStringList, statements);
    QFETCH(int, code);
    if (statements.isEmpty()) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
    } else {
        const auto other = Database::open(path(), Database::Mode::Write);
        for (const QString &statement : std::as_const(statements))
            QVERIFY(other->run(statement));
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();

    const auto written = openToWrite(path());
    const auto read = openToRead(path());
    QVERIFY(!written && !read);
    QCOMPARE(int(written.error().code), code);
    QCOMPARE(int(read.error().code), code);
    QVERIFY2(written.error().detail.contains(path()), qPrintable(written.error().detail));
    file.seek(0);
    QVERIFY(file.readAll() == before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("earshot.sqlite")});
}

void MigrationsTest::aLockedStoreIsSaidToBe()
{
    QVERIFY(openToWrite(path()));
    const auto holder = Database::open(path(), Database::Mode::Write);
    QVERIFY(holder->run(QStringLiteral("PRAGMA locking_mode = EXCLUSIVE")));
    QVERIFY(holder->run(QStringLiteral("BEGIN EXCLUSIVE")));
    const auto read = openToRead(path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::StoreLocked);
}

void MigrationsTest::readingMakesNoFile()
{
    const auto read = openToRead(path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotFound);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void MigrationsTest::anOldStoreIsNotReadBeforeItIsMigrated()
{
    const auto old = Database::open(path(), Database::Mode::Write);
    QVERIFY(old->run(QStringLiteral("PRAGMA application_id = 1164006248")));
    const auto read = openToRead(path());
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::StoreOlder);
}

void MigrationsTest::aFailedMigrationChangesNothing()
{
    const auto database = Database::open(path(), Database::Mode::Write);
    QVERIFY(database->run(QStringLiteral("PRAGMA application_id = 1164006248")));
    QVERIFY(database->run(QStringLiteral("CREATE TABLE outbox (a)"))); // in the way of the first migration's last table
    QVERIFY(!migrate(*database));
    QCOMPARE(schemaOf(*database).value(), 0);
    QCOMPARE(database->value(QStringLiteral("SELECT count(*) FROM sqlite_master")).value().toInt(), 1);
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
