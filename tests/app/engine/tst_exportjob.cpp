// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/exportjob.h"
#include "tests/models/store/storefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace earshot;

namespace {

constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

} // namespace

class ExportJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesTheScope();
    void writesTheChosenIdsAndColumns();
    void makesASpreadsheetSafe();
    void writesTimesInTheZone();
    void writesNothingOnceItIsUnwanted_data();
    void writesNothingOnceItIsUnwanted();
    void leavesTheStoreAlone_data();
    void leavesTheStoreAlone();
    void saysWhatCannotBeDone_data();
    void saysWhatCannotBeDone();

private:
    /** A request for every conversation, to a file in a folder of its own. */
    ExportRequest request() const
    {
        ExportRequest request;
        request.scope = ScopeQuery({}, {TimeRange::Kind::Everything, {}, {}}, QTimeZone::utc());
        request.path = m_out->filePath(QStringLiteral("out.csv"));
        return request;
    }

    StoreLocation location() const { return StoreLocation::inFolder(m_store->folder()); }

    Result<ExportResult> run(const ExportRequest &request)
    {
        const std::atomic_bool stop = false;
        QPromise<Result<ExportResult>> promise;
        promise.start();
        runExport(request, location(), c_noon, stop, promise);
        m_most = promise.future().progressMaximum();
        return promise.future().result();
    }

    QByteArray written() const
    {
        QFile file(request().path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<QTemporaryDir> m_out;
    QList<qint64> m_ids;
    int m_most = 0;
};

void ExportJobTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_out = std::make_unique<QTemporaryDir>();
    m_ids.clear();
    const qint64 source = m_store->addSource(QStringLiteral("desk"));
    const char *const outcomes[] = {"booked", "=1+1", "booked"};
    for (int i = 0; i < 3; ++i) {
        Conversation conversation;
        conversation.startedAt = c_noon + std::chrono::hours(i);
        conversation.outcome = QString::fromLatin1(outcomes[i]);
        m_ids.append(m_store->addConversation(source, conversation));
    }
}

void ExportJobTest::cleanup()
{
    m_store.reset();
    m_out.reset();
}

void ExportJobTest::writesTheScope()
{
    ExportRequest booked = request();
    booked.scope =
        ScopeQuery(QStringLiteral("outcome:booked"), {TimeRange::Kind::Everything, {}, {}}, QTimeZone::utc());
    booked.fields = {QStringLiteral("conversation_id"), QStringLiteral("outcome")};
    const auto result = run(booked);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    QCOMPARE(result->rows, 2);
    QCOMPARE(result->path, booked.path);
    QCOMPARE(m_most, 2); // known before anything is written
    QCOMPARE(written(), QByteArray("conversation_id,outcome\r\nc-1,booked\r\nc-3,booked\r\n"));
}

void ExportJobTest::writesTheChosenIdsAndColumns()
{
    ExportRequest chosen = request();
    chosen.ids = {m_ids.at(2), m_ids.at(1)};
    chosen.scope = ScopeQuery(QStringLiteral("outcome:nothing"), {}, QTimeZone::utc()); // which says nothing then
    chosen.format = ExportRequest::Format::Ndjson;
    chosen.fields = {QStringLiteral("outcome"), QStringLiteral("conversation_id")};
    QVERIFY(run(chosen));
    QCOMPARE(written(), QByteArray("{\"outcome\":\"=1+1\",\"conversation_id\":\"c-2\"}\n"
                                   "{\"outcome\":\"booked\",\"conversation_id\":\"c-3\"}\n"));
}

void ExportJobTest::makesASpreadsheetSafe()
{
    ExportRequest spreadsheet = request();
    spreadsheet.spreadsheet = true;
    spreadsheet.ids = {m_ids.at(1)};
    spreadsheet.fields = {QStringLiteral("outcome")};
    QVERIFY(run(spreadsheet));
    QVERIFY(written().startsWith("\xEF\xBB\xBF"
                                 "outcome\r\n"));
    QVERIFY(!written().contains("\n=1+1"));
}

void ExportJobTest::writesTimesInTheZone()
{
    ExportRequest zoned = request();
    zoned.zone = QTimeZone("Asia/Kathmandu");
    zoned.ids = {m_ids.at(0)};
    zoned.fields = {QStringLiteral("started_at")};
    QVERIFY(run(zoned));
    QCOMPARE(written(), QByteArray("started_at\r\n2026-05-14T17:45:00+05:45\r\n"));
}

void ExportJobTest::writesNothingOnceItIsUnwanted_data()
{
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("cancelled") << true;
    QTest::newRow("the program ends") << false;
}

void ExportJobTest::writesNothingOnceItIsUnwanted()
{
    QFETCH(bool, cancelled);
    const std::atomic_bool stop = !cancelled;
    QPromise<Result<ExportResult>> promise;
    promise.start();
    QFuture<Result<ExportResult>> future = promise.future();
    if (cancelled)
        future.cancel();
    runExport(request(), location(), c_noon, stop, promise);
    QVERIFY(future.isFinished());
    QVERIFY(QDir(m_out->path()).isEmpty());
    if (cancelled)
        QCOMPARE(future.resultCount(), 0);
    else
        QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

void ExportJobTest::leavesTheStoreAlone_data()
{
    QTest::addColumn<QString>("ending");
    for (const char *const ending : {"", "-wal", "-shm", ".lock", ".secrets", ".sock"})
        QTest::addRow("earshot.sqlite%s", ending) << QString::fromLatin1(ending);
}

void ExportJobTest::leavesTheStoreAlone()
{
    QFETCH(QString, ending);
    ExportRequest request = this->request();
    const QStringList before = QDir(m_store->folder()).entryList(QDir::Files);
    // Through a link too, and where the file is not there just now.
    QVERIFY(QFile::link(m_store->folder(), m_out->filePath(QStringLiteral("link"))));
    for (const QString &folder : {m_store->folder(), m_out->filePath(QStringLiteral("link"))}) {
        request.path = QString(folder + QLatin1StringView("/earshot.sqlite") + ending);
        const auto result = run(request);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadArgument);
        QVERIFY(result.error().detail.contains(QStringLiteral("is part of the store")));
    }
    QCOMPARE(QDir(m_store->folder()).entryList(QDir::Files), before);
    QCOMPARE(m_store->number(QStringLiteral("SELECT count(*) FROM conversation")), 3);
}

void ExportJobTest::saysWhatCannotBeDone_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("unknown column") << QStringList{QStringLiteral("colour")} << QString() << ErrorCode::BadArgument;
    QTest::newRow("no such folder") << QStringList() << QStringLiteral("nowhere/out.csv") << ErrorCode::FileFailed;
}

void ExportJobTest::saysWhatCannotBeDone()
{
    QFETCH(QStringList, fields);
    QFETCH(QString, path);
    ExportRequest wrong = request();
    wrong.fields = fields;
    if (!path.isEmpty())
        wrong.path = m_out->filePath(path);
    const auto result = run(wrong);
    QVERIFY(!result);
    QTEST(result.error().code, "code");
    QVERIFY(QDir(m_out->path()).isEmpty());
}

QTEST_GUILESS_MAIN(ExportJobTest)
#include "tst_exportjob.moc"
