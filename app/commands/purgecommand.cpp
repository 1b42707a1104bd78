// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/purgecommand.h"

#include "app/commands/asking.h"
#include "app/commands/selectionoptions.h"
#include "app/control/purgerequest.h"
#include "models/store/purgecount.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_before("before");
constexpr QLatin1StringView c_source("source");
constexpr QLatin1StringView c_dryRun("dry-run");

QJsonObject requestOf(const CommandLine &line, const std::optional<Timestamp> &before)
{
    QJsonObject request{{QStringLiteral("operation"), QStringLiteral("purge")}};
    if (before)
        request.insert(c_before, toMicroseconds(*before));
    if (line.has(c_source))
        request.insert(c_source, line.value(c_source));
    return request;
}

/** What would go; nothing is changed. */
Result<QJsonObject> count(const CommandLine &line, const QJsonObject &request)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto wish = purgeWish(*database, request);
    if (!wish)
        return std::unexpected(wish.error());
    const auto report = countPurge(*database, *wish->before, wish->source);
    if (!report)
        return std::unexpected(report.error());
    QJsonObject json = toJson(*report);
    json.insert(QStringLiteral("dry_run"), true);
    return json;
}

QString words(const QJsonObject &answer, bool isDryRun)
{
    const auto number = [&answer](const char *member) {
        return QString::number(answer.value(QLatin1StringView(member)).toInteger());
    };
    QString text = QStringLiteral("%1 conversations, %2 deliveries, %3 bytes %4.")
                       .arg(number("conversations"), number("deliveries"), number("bytes"),
                            isDryRun ? QStringLiteral("would be removed") : QStringLiteral("removed"));
    if (answer.value(QLatin1StringView("sealed")).toInteger() > 0)
        text += QStringLiteral(" %1 conversations sealed.").arg(number("sealed"));
    if (answer.value(QLatin1StringView("kept")).toInteger() > 0)
        text += QStringLiteral(" %1 conversations kept, since they are running or wait to be forwarded.")
                    .arg(number("kept"));
    return text;
}

int purge(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("purge"),
                     QStringLiteral("Removes conversations of which nothing was heard since a moment, with all that "
                                    "belongs to them, and what came before it and belongs to none. For good. Without "
                                    "--before: does at once what the retention of the sources says."));
    line.addOption(c_before, QStringLiteral("TIME"), QStringLiteral("As in 2026-05-14 or today-90d."));
    line.addOption(c_source, QStringLiteral("NAME"), QStringLiteral("Only of this source."));
    line.addFlag(c_dryRun, QStringLiteral("Only says what would be removed."));
    line.addZoneOption();
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto before = momentOf(line, c_before, SystemClock());
    if (!before)
        return line.failed(before.error());
    const bool isDryRun = line.has(c_dryRun);
    if (isDryRun && !*before)
        return line.misuse(QStringLiteral("--dry-run needs --before"));
    const QJsonObject request = requestOf(line, *before);
    const auto answer = isDryRun ? count(line, request) : ask(line, request, QStringLiteral("Still removing."));
    if (!answer)
        return line.failed(answer.error());
    return line.wantsJson() ? line.printLine(*answer) : line.printLine(words(*answer, isDryRun));
}

} // namespace

Command purgeCommand()
{
    return {QStringLiteral("purge"), QStringLiteral("Remove what is old."), purge};
}

} // namespace earshot
