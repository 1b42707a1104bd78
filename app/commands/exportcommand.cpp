// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/exportcommand.h"

#include "app/commands/interruption.h"
#include "app/commands/selectionoptions.h"
#include "app/report/csvformat.h"
#include "app/report/exportpath.h"
#include "app/report/ndjsonformat.h"
#include "app/report/recordexport.h"

#include <memory>

namespace earshot {
namespace {

constexpr QLatin1StringView c_format("format");
constexpr QLatin1StringView c_what("what");
constexpr QLatin1StringView c_output("output");
constexpr QLatin1StringView c_fields("fields");
constexpr QLatin1StringView c_spreadsheet("spreadsheet");

/** What was asked for, understood. */
struct Export {
    RecordKind kind = RecordKind::Conversations;
    RecordSelection selection;
    std::unique_ptr<RecordFormat> format;
    QString output;
};

void addOptions(CommandLine &line)
{
    line.addRequiredOption(c_format, QStringLiteral("csv|ndjson"),
                           QStringLiteral("Rows of RFC 4180, or one JSON object a line."));
    line.addRequiredOption(c_what, QStringLiteral("KIND"),
                           QStringLiteral("conversations, messages, events or deliveries."));
    line.addRequiredOption(c_output, QStringLiteral("FILE|-"),
                           QStringLiteral("File to write, replaced once the export is whole; - is standard output."));
    addSelectionOptions(line);
    line.addOption(c_fields, QStringLiteral("NAMES"),
                   QStringLiteral("Only these fields, in this order, with commas between. Default: all."));
    line.addFlag(
        c_spreadsheet,
        QStringLiteral(
            "CSV to open in a spreadsheet: begins with a byte order mark, and text that would run as a formula "
            "gets an apostrophe in front."));
}

std::unexpected<Error> misused(const QString &what)
{
    return failure(ErrorCode::BadArgument, what);
}

Result<std::unique_ptr<RecordFormat>> formatOf(const CommandLine &line, RecordKind kind)
{
    const QString format = line.value(c_format);
    const auto fields = FieldChoice::of(kind, line.value(c_fields).split(QLatin1Char(','), Qt::SkipEmptyParts));
    if (!fields)
        return std::unexpected(fields.error());
    if (format == QLatin1StringView("xlsx"))
        return misused(QStringLiteral("xlsx is not in this version; use csv --spreadsheet"));
    if (format == QLatin1StringView("csv")) {
        const auto reader = line.has(c_spreadsheet) ? CsvFormat::Reader::Spreadsheet : CsvFormat::Reader::Program;
        return std::make_unique<CsvFormat>(*fields, line.zone(), reader);
    }
    if (format != QLatin1StringView("ndjson"))
        return misused(QStringLiteral("\"%1\" is no format; use csv or ndjson").arg(format));
    if (line.has(c_spreadsheet))
        return misused(QStringLiteral("--spreadsheet is for csv"));
    return std::make_unique<NdjsonFormat>(*fields, line.zone());
}

Result<Export> exportOf(const CommandLine &line, const Clock &clock)
{
    const auto kind = recordKindFromText(line.value(c_what));
    if (!kind)
        return misused(QStringLiteral("\"%1\" cannot be exported; use conversations, messages, events or deliveries")
                           .arg(line.value(c_what)));
    auto format = formatOf(line, *kind);
    if (!format)
        return std::unexpected(format.error());
    auto selection = selectionOf(line, *kind, clock);
    if (!selection)
        return std::unexpected(selection.error());
    const QString output = line.value(c_output);
    if (const auto checked = checkExportPath(output, line.store()); !checked)
        return misused(QStringLiteral("--output %1").arg(checked.error().detail));
    return Export{*kind, *std::move(selection), *std::move(format), output};
}

Result<qint64> write(const CommandLine &line, const Export &wanted)
{
    const Interruption interruption;
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto output = openExportOutput(wanted.output);
    if (!output)
        return std::unexpected(output.error());
    return exportRecords(*database, wanted.kind, wanted.selection, *wanted.format, **output, Interruption::flag());
}

int report(const CommandLine &line, const Export &wanted, const Result<qint64> &count)
{
    const bool isStream = wanted.output == QLatin1StringView("-");
    if (count)
        return isStream ? int(ExitDone)
                        : line.printLine(QStringLiteral("%1 %2 exported to %3")
                                             .arg(*count)
                                             .arg(recordKindText(wanted.kind), wanted.output));
    if (count.error().code != ErrorCode::Cancelled)
        return line.failed(count.error());
    if (count.error().detail.isEmpty()) // who read standard output has gone and wants to hear no more
        return ExitFailed;
    return line.failed({ErrorCode::Cancelled,
                        isStream ? QStringLiteral("cancelled") : QStringLiteral("cancelled. No file was left behind")});
}

int runExport(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("export"), QStringLiteral("Writes records to a file or to standard output."));
    addOptions(line);
    if (const auto code = line.read(arguments))
        return *code;
    const auto wanted = exportOf(line, SystemClock());
    if (!wanted)
        return line.failed(wanted.error());
    return report(line, *wanted, write(line, *wanted));
}

} // namespace

Command exportCommand()
{
    return {QStringLiteral("export"), QStringLiteral("Write conversations, messages, events or deliveries to a file."),
            runExport};
}

} // namespace earshot
