// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"

#include <QCryptographicHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace earshot;

namespace {

/** A connection of a program that is not Earshot. */
class Stranger
{
public:
    explicit Stranger(const QString &path)
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("the test's own database does not open");
    }

    ~Stranger()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(QStringLiteral("stranger"));
    }

    Stranger(const Stranger &) = delete;
    Stranger &operator=(const Stranger &) = delete;

    bool run(const QString &sql) { return QSqlQuery(m_database).exec(sql); }

private:
    QSqlDatabase m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("stranger"));
};

QByteArray digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

/** Commands that read and commands that write. */
const QList<QStringList> &commands()
{
    static const QList<QStringList> all{
        {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")},
        {QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("--platform"), QStringLiteral("varda"),
         QStringLiteral("--name"), QStringLiteral("x")},
        {QStringLiteral("source"), QStringLiteral("list")},
        {QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("ndjson"), QStringLiteral("--what"),
         QStringLiteral("conversations"), QStringLiteral("--output"), QStringLiteral("-")},
        {QStringLiteral("stats"), QStringLiteral("--json")},
        {QStringLiteral("rebuild")},
        {QStringLiteral("check")},
    };
    return all;
}

void addCommandRows(const QList<QStringList> &rows)
{
    QTest::addColumn<QStringList>("command");
    for (const QStringList &command : rows)
        QTest::newRow(qPrintable(command.mid(0, 2).join(QLatin1Char(' ')))) << command;
}

QList<QStringList> writingCommands()
{
    return {commands().at(0), commands().at(1), commands().at(5)};
}

} // namespace

/** A store that cannot be used is said in one line that names it, and left as it is. */
class BadStoresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void newerStore_data() { addCommandRows(commands()); }

    void newerStore();

    void noDatabase_data() { addCommandRows(commands()); }

    void noDatabase();

    void databaseOfAnotherProgram_data() { addCommandRows(commands()); }

    void databaseOfAnotherProgram();

    void folderInItsPlace_data() { addCommandRows(commands()); }

    void folderInItsPlace();

    void lockedStore_data() { addCommandRows(writingCommands()); }

    void lockedStore();

    void readOnlyStore_data() { addCommandRows(writingCommands()); }

    void readOnlyStore();

    void missingStore_data()
    {
        addCommandRows({commands().at(2), commands().at(3), commands().at(4), commands().at(6)});
    }

    void missingStore();
    void secretsThatOthersMayRead();

private:
    static void makeStore(const EarshotProcess &earshot);
    static void verifyRefused(const EarshotProcess &earshot, const QStringList &command);
    static void verifyRefusal(const EarshotProcess &earshot, const CommandResult &result);
};

void BadStoresTest::makeStore(const EarshotProcess &earshot)
{
    QVERIFY(!earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda")).isEmpty());
}

void BadStoresTest::verifyRefused(const EarshotProcess &earshot, const QStringList &command)
{
    const QByteArray before = digestOf(earshot.location().path);
    verifyRefusal(earshot, earshot.run(command));
    QCOMPARE(digestOf(earshot.location().path), before);
}

void BadStoresTest::verifyRefusal(const EarshotProcess &earshot, const CommandResult &result)
{
    QVERIFY2(result.exitCode == 1, result.words().constData());
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(result.errors.startsWith("earshot ") && result.errors.count('\n') == 1, result.errors.constData());
    QVERIFY2(result.errors.contains(QFile::encodeName(earshot.location().path)), result.errors.constData());
}

void BadStoresTest::newerStore()
{
    QFETCH(QStringList, command);
    const EarshotProcess earshot;
    makeStore(earshot);
    {
        Stranger newer(earshot.location().path);
        QVERIFY(newer.run(QStringLiteral("PRAGMA user_version=999")));
        QVERIFY(newer.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    verifyRefused(earshot, command);
}

void BadStoresTest::noDatabase()
{
    QFETCH(QStringList, command);
    const EarshotProcess earshot;
    QFile file(earshot.location().path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray("This is a letter to my aunt.\n").repeated(500)) > 0);
    file.close();
    verifyRefused(earshot, command);
}

void BadStoresTest::databaseOfAnotherProgram()
{
    QFETCH(QStringList, command);
    const EarshotProcess earshot;
    {
        Stranger other(earshot.location().path);
        QVERIFY(other.run(QStringLiteral("CREATE TABLE recipe (name TEXT)")));
    }
    verifyRefused(earshot, command);
}

void BadStoresTest::folderInItsPlace()
{
    QFETCH(QStringList, command);
    const EarshotProcess earshot;
    QVERIFY(QDir().mkdir(earshot.location().path));
    verifyRefused(earshot, command);
    QVERIFY(QDir(earshot.location().path).isEmpty());
}

void BadStoresTest::lockedStore()
{
    QFETCH(QStringList, command);
    const EarshotProcess earshot;
    makeStore(earshot);
    const QByteArray before = digestOf(earshot.location().path);
    {
        Stranger other(earshot.location().path);
        QVERIFY(other.run(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")));
        QVERIFY(other.run(QStringLiteral("BEGIN EXCLUSIVE")));
        // The file is not looked at meanwhile: closing it would give up this process's locks on it (POSIX, fcntl).
        verifyRefusal(earshot, earshot.run(command));
    }
    QCOMPARE(digestOf(earshot.location().path), before);
}

void BadStoresTest::readOnlyStore()
{
    QFETCH(QStringList, command);
    if (geteuid() == 0 && QStandardPaths::findExecutable(QStringLiteral("setpriv")).isEmpty())
        QSKIP("nothing is read-only to root, and setpriv is missing");
    const EarshotProcess earshot;
    makeStore(earshot);
    QVERIFY(QFile::remove(earshot.location().lockPath()));
    const QByteArray folder = QFile::encodeName(earshot.folder());
    const QByteArray path = QFile::encodeName(earshot.location().path);
    QCOMPARE(chmod(path.constData(), 0444), 0);
    QCOMPARE(chmod(folder.constData(), 0555), 0);
    const QByteArray before = digestOf(earshot.location().path);

    QStringList words{qEnvironmentVariable("EARSHOT_BINARY")};
    if (geteuid() == 0)
        words =
            QStringList{QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"), QStringLiteral("--clear-groups")}
            + words;
    words += command + QStringList{QStringLiteral("--data"), earshot.folder()};
    QProcess process;
    process.start(words.first(), words.mid(1));
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(process.exitCode() == 1, errors.constData());
    QVERIFY2(errors.startsWith("earshot ") && errors.count('\n') == 1 && errors.contains(path), errors.constData());
    QCOMPARE(chmod(folder.constData(), 0755), 0); // so that it can be removed
    QCOMPARE(digestOf(earshot.location().path), before);
}

void BadStoresTest::missingStore()
{
    QFETCH(QStringList, command);
    const EarshotProcess earshot;
    verifyRefused(earshot, command);
    QVERIFY(!QFile::exists(earshot.location().path));
}

void BadStoresTest::secretsThatOthersMayRead()
{
    const EarshotProcess earshot;
    makeStore(earshot);
    const QString path = earshot.location().secretsPath();
    QCOMPARE(chmod(QFile::encodeName(path).constData(), 0644), 0);
    const CommandResult result = earshot.run(commands().at(0));
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains(QFile::encodeName(path)) && result.errors.count('\n') == 1,
             result.errors.constData());
}

QTEST_GUILESS_MAIN(BadStoresTest)
#include "tst_badstores.moc"
