// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/tunneltest.h"

#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "app/control/selftestrequest.h"
#include "app/expose/selftestreport.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_source("source");
constexpr QLatin1StringView c_publicUrl("public-url");
constexpr QLatin1StringView c_caFile("ca-file");

Result<SelfTestRequest> requestOf(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    auto request =
        selfTestRequest(*database, line.store(), line.value(c_source), line.value(c_publicUrl), SystemClock().now());
    if (request && line.has(c_caFile))
        request->caFiles = {line.value(c_caFile)};
    return request;
}

} // namespace

int runTunnelTest(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("tunnel test"),
                     QStringLiteral("Sends one event out to the public address and back in through a source's hook, "
                                    "and names what blocks it. The event is not stored."));
    line.addOption(c_source, QStringLiteral("NAME"),
                   QStringLiteral("Whose hook, and whose public address. Default: the first source."));
    line.addOption(c_publicUrl, QStringLiteral("URL"), QStringLiteral("Test this address instead."));
    line.addOption(c_caFile, QStringLiteral("FILE"),
                   QStringLiteral("PEM certificates to trust besides the system's, as senders would have to."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto request = requestOf(line);
    if (!request)
        return line.failed(request.error());
    const QList<SelfTestFinding> findings = QCoro::waitFor(runSelfTest(*request));
    const int printed = line.wantsJson() ? line.printLine(selfTestJson(request->publicBase, findings))
                                         : line.print(selfTestText(findings).toUtf8());
    return printed == ExitDone && !isReachable(findings) ? int(ExitFailed) : printed;
}

} // namespace earshot
