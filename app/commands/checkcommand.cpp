// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/checkcommand.h"

#include "app/commands/selectionoptions.h"
#include "app/report/integrityreport.h"

namespace earshot {
namespace {

Result<IntegrityReport> check(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    return checkIntegrity(*database);
}

int runCheck(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("check"),
                     QStringLiteral("Reads the whole store and compares what must agree. Changes nothing; ends with "
                                    "1 where something does not."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
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
