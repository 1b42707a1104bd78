// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/checkcommand.h"

#include "app/commands/asking.h"
#include "app/commands/selectionoptions.h"
#include "app/control/storerepair.h"
#include "app/report/integrityreport.h"
#include "app/report/repairtext.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_repair("repair");
constexpr QLatin1StringView c_output("output");

Result<IntegrityReport> check(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    return checkIntegrity(*database);
}

int saidRepair(const CommandLine &line, const RepairReport &report)
{
    const bool isSound = report.checked.isSound();
    int printed = ExitDone;
    if (line.wantsJson()) {
        printed = line.printLine(QJsonObject{{QStringLiteral("file"), report.path},
                                             {QStringLiteral("put_aside"), jsonOrNull(report.putAside)},
                                             {QStringLiteral("sound"), isSound},
                                             {QStringLiteral("salvaged"), salvageJson(report.salvaged)}});
    } else {
        printed = line.print(salvageText(report.salvaged) + integrityText(report.checked, report.path));
        if (printed == ExitDone && !report.putAside.isEmpty())
            printed = line.printLine(QStringLiteral("The damaged store is kept as %1.").arg(report.putAside));
    }
    return printed == ExitDone && !isSound ? int(ExitFailed) : printed;
}

int repair(const CommandLine &line)
{
    const auto report = repairStore(line.store(), line.value(c_output));
    if (report)
        return saidRepair(line, *report);
    if (report.error().code == ErrorCode::WriterHeld)
        return line.failed(
            {report.error().code,
             report.error().detail + QLatin1StringView("; end it first, or repair into another file with --output")});
    return line.failed(report.error());
}

int runCheck(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("check"),
                     QStringLiteral("Reads the whole store and compares what must agree. Changes nothing; ends with "
                                    "1 where something does not. With --repair it makes a store of what can still be "
                                    "read of a damaged one, and keeps that."));
    line.addFlag(c_repair, QStringLiteral("Salvage: the new store takes the damaged one's place."));
    line.addOption(c_output, QStringLiteral("FILE"),
                   QStringLiteral("With --repair: make the new store there, and leave the damaged one where it is."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (line.has(c_repair))
        return repair(line);
    if (line.has(c_output))
        return line.misuse(QStringLiteral("--output goes with --repair"));
    const auto report = check(line);
    if (!report)
        return line.failed(report.error());
    const int printed =
        line.print(line.wantsJson() ? integrityJson(*report) : integrityText(*report, line.store().path));
    return printed == ExitDone && !report->isSound() ? int(ExitFailed) : printed;
}

} // namespace

Command checkCommand()
{
    return {QStringLiteral("check"), QStringLiteral("Look whether what the store holds agrees."), runCheck};
}

} // namespace earshot
