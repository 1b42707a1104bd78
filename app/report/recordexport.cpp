// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/recordexport.h"

#include "models/store/querystop.h"

namespace earshot {
namespace {

constexpr qsizetype c_blockBytes = 64 * 1024;

/** Collects what a format says and passes it on in blocks. */
class BlockWriter
{
public:
    BlockWriter(RecordFormat &format, ExportOutput &output)
        : m_format(format)
        , m_output(output)
    {
        m_block.reserve(2 * c_blockBytes);
        m_format.appendHeader(m_block);
    }

    /** False once something could not be written; see result(). */
    bool add(const Record &record)
    {
        m_format.appendRecord(m_block, record);
        if (m_block.size() >= c_blockBytes)
            flush();
        return m_result.has_value();
    }

    Result<void> finish()
    {
        flush();
        return m_result ? m_output.finish() : m_result;
    }

    Result<void> result() const { return m_result; }

private:
    void flush()
    {
        m_result = m_output.write(m_block);
        m_block.resize(0); // keeps its memory
    }

    RecordFormat &m_format;
    ExportOutput &m_output;
    QByteArray m_block;
    Result<void> m_result;
};

} // namespace

Result<qint64> exportRecords(const Database &database, RecordKind kind, const RecordSelection &selection,
                             RecordFormat &format, ExportOutput &output, const std::atomic_bool &stop,
                             std::atomic<qint64> *written)
{
    const QueryStop queryStop(database, stop);
    BlockWriter writer(format, output);
    const auto count = readRecords(database, kind, selection, [&](const Record &record) {
        if (written != nullptr)
            written->fetch_add(1, std::memory_order_relaxed);
        return writer.add(record) && !stop;
    });
    if (!writer.result())
        return std::unexpected(writer.result().error());
    if (stop)
        return failure(ErrorCode::Cancelled, QStringLiteral("cancelled"));
    if (!count)
        return count;
    if (const auto finished = writer.finish(); !finished)
        return std::unexpected(finished.error());
    return count;
}

} // namespace earshot
