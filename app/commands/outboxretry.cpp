// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxretry.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/recordids.h"
#include "app/commands/selectionoptions.h"
#include "app/control/operation.h"
#include "models/filter/filter.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr QLatin1StringView c_destination("destination");
constexpr QLatin1StringView c_filter("filter");
constexpr QLatin1StringView c_pace("pace");
constexpr QLatin1StringView c_alsoSent("also-sent");
constexpr QLatin1StringView c_dryRun("dry-run");
constexpr QLatin1StringView c_retried("retried");

void addOptions(CommandLine &line)
{
    line.addOption(c_destination, QStringLiteral("NAME"), QStringLiteral("What was given up for this destination."));
    line.addOption(c_filter, QStringLiteral("EXPR"),
                   QStringLiteral("What was given up of the conversations that this filter lets pass."));
    line.addOption(c_pace, QStringLiteral("N"), QStringLiteral("Spread it out: N a minute. Default: all at once"));
    line.addFlag(c_alsoSent, QStringLiteral("Also what was sent, each as a new version."));
    line.addFlag(c_dryRun, QStringLiteral("Only say how many there would be."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Row of the outbox."), CommandLine::Positional::Any);
    line.addJsonFlag();
}

/** What is off with the words, all in all; null if nothing is. */
QString misuseOf(const CommandLine &line)
{
    const bool isSelected = line.has(c_destination) || line.has(c_filter);
    const std::array<QString, 3> ofSelections{c_pace, c_alsoSent, c_dryRun};
    if (isSelected == !line.positionals().isEmpty())
        return QStringLiteral("needs either IDs or a selection: --destination, --filter");
    const auto given = std::ranges::find_if(ofSelections, [&line](const QString &option) { return line.has(option); });
    if (!isSelected && given != ofSelections.end())
        return QStringLiteral("--%1 goes with --destination and --filter, not with IDs").arg(*given);
    return {};
}

Result<QJsonObject> requestOf(const CommandLine &line)
{
    if (!line.positionals().isEmpty()) {
        const auto rows = recordIds(line.positionals());
        if (!rows)
            return std::unexpected(rows.error());
        return QJsonObject{{QStringLiteral("operation"), QStringLiteral("outbox retry")},
                           {QStringLiteral("rows"), toJson(*rows)}};
    }
    const auto pace = line.integer(c_pace, 1, 60'000);
    if (!pace)
        return std::unexpected(pace.error());
    return QJsonObject{{QStringLiteral("operation"), QStringLiteral("outbox resend")},
                       {QStringLiteral("destination"), line.value(c_destination)},
                       {QStringLiteral("filter"), line.value(c_filter)},
                       {QStringLiteral("per_minute"), pace->value_or(0)},
                       {QStringLiteral("also_sent"), line.has(c_alsoSent)}};
}

/** How many there would be: only reads. */
Result<qint64> countThem(const CommandLine &line)
{
    if (const auto checked = checkRequest({{QStringLiteral("operation"), QStringLiteral("outbox resend")},
                                           {QStringLiteral("filter"), line.value(c_filter)}});
        !checked)
        return std::unexpected(checked.error());
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    ResendQuery query;
    query.alsoSent = line.has(c_alsoSent);
    if (line.has(c_destination)) {
        const auto destination = destinations::byName(*database, line.value(c_destination));
        if (!destination)
            return std::unexpected(destination.error());
        query.destination = destination->id;
    }
    if (const auto filter = Filter::parse(line.value(c_filter), conversationSchema()))
        query.filter = filter->toSql({QTimeZone::utc(), SystemClock().now()});
    return outbox::countResend(*database, query);
}

Result<qint64> retryThem(const CommandLine &line)
{
    const auto request = requestOf(line);
    const auto answer = request ? ask(line, *request) : request;
    if (!answer)
        return std::unexpected(answer.error());
    return answer->value(line.positionals().isEmpty() ? QLatin1StringView("rows") : c_retried).toInteger();
}

} // namespace

int retryOutboxRows(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox retry"),
                     QStringLiteral("Sends again what was given up or waits: rows at once and with the same bytes, a "
                                    "selection by the mapping that its destination has now."));
    addOptions(line);
    if (const auto code = line.read(arguments))
        return *code;
    if (const QString misuse = misuseOf(line); !misuse.isEmpty())
        return line.misuse(misuse);
    const bool isDry = line.has(c_dryRun);
    const auto count = isDry ? countThem(line) : retryThem(line);
    if (!count)
        return line.failed(count.error());
    if (line.wantsJson())
        return line.printLine(QJsonObject{{isDry ? QStringLiteral("would_retry") : QString(c_retried), *count}});
    return line.printLine(
        (isDry ? QStringLiteral("%1 would be sent again.") : QStringLiteral("%1 retried.")).arg(*count));
}

} // namespace earshot
