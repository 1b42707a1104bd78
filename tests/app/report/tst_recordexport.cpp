// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/csvformat.h"
#include "app/report/ndjsonformat.h"
#include "app/report/recordexport.h"
#include "tests/models/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <future>

#include <sys/stat.h>
#include <unistd.h>

using namespace earshot;

class RecordExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void writesEveryRecord();
    void replacesAFileOnlyWhenWhole();
    void leavesNoFileWhenCancelled_data();
    void leavesNoFileWhenCancelled();
    void leavesNoFileWhenTheStoreFails();
    void saysWhichFileCannotBeWritten_data();
    void saysWhichFileCannotBeWritten();
    void saysThatTheDiskIsFull();
    void endsQuietlyWhenNobodyReads();
    void neverReplacesWhatIsNoPlainFile();
    void takesNoMoreMemoryForMoreRecords();

private:
    QStringList filesLeft() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    static constexpr int c_conversations = 3000;
    StoreFixture m_store;
    std::unique_ptr<QTemporaryDir> m_folder;
};

static Result<qint64> exportTo(const Database &database, const QString &name, const std::atomic_bool &stop = false)
{
    auto output = openExportOutput(name);
    if (!output)
        return std::unexpected(output.error());
    CsvFormat format(RecordKind::Conversations, QTimeZone::utc(), CsvFormat::Reader::Program);
    return exportRecords(database, RecordKind::Conversations, {}, format, **output, stop);
}

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RecordExportTest::initTestCase()
{
    std::signal(SIGPIPE, SIG_IGN);
    const qint64 source = m_store.addSource(QStringLiteral("s"));
    m_store.run(QStringLiteral("BEGIN"));
    for (int i = 0; i < c_conversations; ++i) {
        Conversation conversation;
        conversation.notes = QStringLiteral("note, with a comma");
        m_store.addConversation(source, conversation);
    }
    m_store.run(QStringLiteral("COMMIT"));
}

void RecordExportTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void RecordExportTest::writesEveryRecord()
{
    const auto count = exportTo(m_store.database(), path("out.csv"));
    QVERIFY(count);
    QCOMPARE(*count, c_conversations);
    QCOMPARE(contents(path("out.csv")).count("\r\n"), c_conversations + 1);
    QCOMPARE(filesLeft(), QStringList{QStringLiteral("out.csv")});
}

void RecordExportTest::replacesAFileOnlyWhenWhole()
{
    QFile file(path("out.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    file.close();
    const auto cancelled = exportTo(m_store.database(), path("out.csv"), true);
    QVERIFY(!cancelled);
    QCOMPARE(contents(path("out.csv")), QByteArray("old"));
    QVERIFY(exportTo(m_store.database(), path("out.csv")));
    QVERIFY(contents(path("out.csv")).startsWith("id,platform,"));
    QCOMPARE(filesLeft(), QStringList{QStringLiteral("out.csv")});
}

/** Raises a flag after some records. */
class StoppingFormat final : public RecordFormat
{
public:
    StoppingFormat(std::atomic_bool &stop, int after)
        : m_stop(stop)
        , m_left(after)
    {
    }

    void appendHeader(QByteArray &) override { }

    void appendRecord(QByteArray &out, const Record &) override
    {
        out.append(QByteArray(100, 'x'));
        if (--m_left == 0)
            m_stop = true;
    }

    int left() const { return m_left; }

private:
    std::atomic_bool &m_stop;
    int m_left;
};

void RecordExportTest::leavesNoFileWhenCancelled_data()
{
    QTest::addColumn<int>("after");
    QTest::newRow("at the first record") << 1;
    QTest::newRow("after some blocks") << c_conversations / 2;
    QTest::newRow("at the last record") << c_conversations;
}

void RecordExportTest::leavesNoFileWhenCancelled()
{
    QFETCH(int, after);
    std::atomic_bool stop = false;
    StoppingFormat format(stop, after);
    {
        const auto output = openExportOutput(path("out.csv"));
        QVERIFY(output);
        const auto count = exportRecords(m_store.database(), RecordKind::Conversations, {}, format, **output, stop);
        QVERIFY(!count);
        QCOMPARE(count.error().code, ErrorCode::Cancelled);
    }
    QCOMPARE(format.left(), 0); // not one record more
    QCOMPARE(filesLeft(), QStringList());
}

void RecordExportTest::leavesNoFileWhenTheStoreFails()
{
    NdjsonFormat format(RecordKind::Conversations, QTimeZone::utc());
    {
        const auto output = openExportOutput(path("out.ndjson"));
        QVERIFY(output);
        const RecordSelection wrong{{QStringLiteral("c.\"nothing\" = 1"), {}}, {}};
        QVERIFY(!exportRecords(m_store.database(), RecordKind::Conversations, wrong, format, **output, false));
    }
    QCOMPARE(filesLeft(), QStringList());
}

void RecordExportTest::saysWhichFileCannotBeWritten_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a folder that is not there") << "nowhere/out.csv";
    QTest::newRow("a folder") << ".";
}

void RecordExportTest::saysWhichFileCannotBeWritten()
{
    QFETCH(QString, name);
    const QString full = m_folder->filePath(name);
    const auto count = exportTo(m_store.database(), full);
    QVERIFY(!count);
    QCOMPARE(count.error().code, ErrorCode::FileFailed);
    QVERIFY2(count.error().detail.contains(full), qPrintable(count.error().detail));
}

void RecordExportTest::saysThatTheDiskIsFull()
{
    const auto count = exportTo(m_store.database(), QStringLiteral("/dev/full"));
    QVERIFY(!count);
    QCOMPARE(count.error().code, ErrorCode::FileFailed);
    QVERIFY2(count.error().detail.startsWith(QLatin1StringView("/dev/full could not be written")),
             qPrintable(count.error().detail));
}

void RecordExportTest::endsQuietlyWhenNobodyReads()
{
    const QString pipe = path("pipe");
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QFile reader(pipe);
    const auto opened =
        std::async(std::launch::async, [&] { return reader.open(QIODevice::ReadOnly | QIODevice::Unbuffered); });
    auto output = openExportOutput(pipe);
    QVERIFY(output);
    opened.wait();
    reader.close();
    CsvFormat format(RecordKind::Conversations, QTimeZone::utc(), CsvFormat::Reader::Program);
    const auto count = exportRecords(m_store.database(), RecordKind::Conversations, {}, format, **output, false);
    QVERIFY(!count);
    QCOMPARE(count.error(), (Error{ErrorCode::Cancelled, QString()}));
}

void RecordExportTest::neverReplacesWhatIsNoPlainFile()
{
    QVERIFY(exportTo(m_store.database(), QStringLiteral("/dev/null")));
    struct stat facts{};
    QCOMPARE(stat("/dev/null", &facts), 0);
    QVERIFY(S_ISCHR(facts.st_mode));
}

/** Remembers the largest block it was given. */
class MeasuringOutput final : public ExportOutput
{
public:
    Result<void> write(QByteArrayView bytes) override
    {
        m_largest = std::max(m_largest, bytes.size());
        m_total += bytes.size();
        return {};
    }

    Result<void> finish() override { return {}; }

    qsizetype largest() const { return m_largest; }

    qsizetype total() const { return m_total; }

private:
    qsizetype m_largest = 0;
    qsizetype m_total = 0;
};

void RecordExportTest::takesNoMoreMemoryForMoreRecords()
{
    MeasuringOutput output;
    CsvFormat format(RecordKind::Conversations, QTimeZone::utc(), CsvFormat::Reader::Program);
    QVERIFY(exportRecords(m_store.database(), RecordKind::Conversations, {}, format, output, false));
    QVERIFY(output.total() > 200'000);
    QVERIFY(output.largest() < 70'000);
}

QTEST_GUILESS_MAIN(RecordExportTest)
#include "tst_recordexport.moc"
