// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/exportjob.h"

#include "app/report/csvformat.h"
#include "app/report/exportpath.h"
#include "app/report/ndjsonformat.h"
#include "app/report/recordexport.h"
#include "models/store/migrations.h"
#include "models/store/recordrow.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <functional>
#include <limits>
#include <thread>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_progressInterval(100);

/** The column that a kind's id is in. */
QString idColumn(RecordKind kind)
{
    return kind == RecordKind::Deliveries ? QStringLiteral(R"(d."id")") : QStringLiteral(R"(c."id")");
}

RecordSelection selectionOf(const ExportRequest &request, Timestamp now)
{
    if (request.ids.isEmpty())
        return request.scope.selection(request.what, now);
    QJsonArray ids;
    for (const qint64 id : request.ids)
        ids.append(id);
    const QString list = QString::fromUtf8(QJsonDocument(ids).toJson(QJsonDocument::Compact));
    return {{QStringLiteral("%1 IN (SELECT \"value\" FROM json_each(?))").arg(idColumn(request.what)), {list}}, {}};
}

Result<std::unique_ptr<RecordFormat>> formatOf(const ExportRequest &request)
{
    const auto fields = FieldChoice::of(request.what, request.fields);
    if (!fields)
        return std::unexpected(fields.error());
    if (request.format == ExportRequest::Format::Ndjson)
        return std::make_unique<NdjsonFormat>(*fields, request.zone);
    const auto reader = request.spreadsheet ? CsvFormat::Reader::Spreadsheet : CsvFormat::Reader::Program;
    return std::make_unique<CsvFormat>(*fields, request.zone, reader);
}

Result<qint64> countOf(const Database &database, RecordKind kind, const RecordSelection &selection)
{
    const SqlCondition condition = recordCondition(kind, selection);
    const auto count = database.value(
        QStringLiteral("SELECT count(*) %1 WHERE %2").arg(recordFrom(kind), condition.sql), condition.binds);
    return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
}

/** Lets a file take its place only if it is still wanted then. */
class WantedOutput final : public ExportOutput
{
public:
    WantedOutput(ExportOutput &output, std::function<bool()> isWanted)
        : m_output(output)
        , m_isWanted(std::move(isWanted))
    {
    }

    Result<void> write(QByteArrayView bytes) override { return m_isWanted() ? m_output.write(bytes) : unwanted(); }

    Result<void> finish() override { return m_isWanted() ? m_output.finish() : unwanted(); }

private:
    static Result<void> unwanted() { return failure(ErrorCode::Cancelled, QStringLiteral("the export was cancelled")); }

    ExportOutput &m_output;
    const std::function<bool()> m_isWanted;
};

/** Passes on what an export has written, and that it is no longer wanted, while it runs. */
class Overseer
{
public:
    Overseer(QPromise<Result<ExportResult>> &promise, const std::atomic_bool &stop)
        : m_thread([this, &promise, &stop](const std::stop_token &done) {
            while (!done.stop_requested()) {
                std::this_thread::sleep_for(c_progressInterval);
                constexpr qint64 most = std::numeric_limits<int>::max();
                promise.setProgressValue(int(std::min(m_written.load(), most)));
                if (stop || promise.isCanceled())
                    m_isUnwanted = true;
            }
        })
    {
    }

    const std::atomic_bool &isUnwanted() const { return m_isUnwanted; }

    std::atomic<qint64> &written() { return m_written; }

private:
    std::atomic<qint64> m_written = 0;
    std::atomic_bool m_isUnwanted = false;
    std::jthread m_thread; ///< last: ends before the rest goes
};

Result<ExportResult> write(const ExportRequest &request, const StoreLocation &location, Timestamp now,
                           const std::atomic_bool &stop, QPromise<Result<ExportResult>> &promise)
{
    if (const auto checked = checkExportPath(request.path, location); !checked)
        return std::unexpected(checked.error());
    const auto format = formatOf(request);
    if (!format)
        return std::unexpected(format.error());
    const auto database = openToRead(location.path);
    if (!database)
        return std::unexpected(database.error());
    const RecordSelection selection = selectionOf(request, now);
    const auto expected = countOf(*database, request.what, selection);
    if (!expected)
        return std::unexpected(expected.error());
    promise.setProgressRange(0, int(std::min<qint64>(*expected, std::numeric_limits<int>::max())));
    const auto file = openExportOutput(request.path);
    if (!file)
        return std::unexpected(file.error());
    WantedOutput output(**file, [&promise, &stop] { return !stop && !promise.isCanceled(); });
    Overseer overseer(promise, stop);
    const auto rows =
        exportRecords(*database, request.what, selection, **format, output, overseer.isUnwanted(), &overseer.written());
    return rows ? Result<ExportResult>(ExportResult{*rows, request.path}) : std::unexpected(rows.error());
}

} // namespace

void runExport(const ExportRequest &request, const StoreLocation &location, Timestamp now, const std::atomic_bool &stop,
               QPromise<Result<ExportResult>> &promise)
{
    promise.addResult(write(request, location, now, stop, promise));
    promise.finish();
}

} // namespace earshot
