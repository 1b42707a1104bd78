// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/statscommand.h"

#include "app/commands/coveragecommand.h"
#include "app/commands/selectionoptions.h"
#include "app/report/statisticsreport.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_by("by");
constexpr QLatin1StringView c_coverage("coverage");

QStringList groupingWords()
{
    QStringList words;
    for (const Grouping grouping : groupings())
        words.append(groupingText(grouping));
    return words;
}

Result<Grouping> groupingOf(const CommandLine &line)
{
    if (!line.has(c_by))
        return Grouping::None;
    const auto grouping = groupingFromText(line.value(c_by));
    if (!grouping)
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("--by %1 is not known; use %2")
                           .arg(line.value(c_by), groupingWords().join(QLatin1StringView(", "))));
    return *grouping;
}

Result<Statistics> count(const CommandLine &line, const RecordSelection &selection, Grouping grouping)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    return countConversations(*database, selection, grouping, line.zone());
}

int runStats(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("stats"), QStringLiteral("Counts conversations and sums up how long they took."));
    line.addOption(c_by, QStringLiteral("FIELD"),
                   QStringLiteral("One row for each %1.").arg(groupingWords().join(QLatin1StringView(", "))));
    line.addFlag(
        c_coverage,
        QStringLiteral("Instead: when Earshot was not listening, when sources were silent or refused, and how many "
                       "deliveries may be missing; over the last seven days unless told otherwise."));
    addSelectionOptions(line);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (line.has(c_coverage)) {
        if (line.has(c_by) || line.has(QStringLiteral("filter")))
            return line.misuse(QStringLiteral("--coverage takes neither --by nor --filter"));
        return printCoverage(line);
    }
    const auto grouping = groupingOf(line);
    if (!grouping)
        return line.failed(grouping.error());
    const auto selection = selectionOf(line, RecordKind::Conversations, SystemClock());
    if (!selection)
        return line.failed(selection.error());
    const auto statistics = count(line, *selection, *grouping);
    if (!statistics)
        return line.failed(statistics.error());
    return line.print(line.wantsJson() ? statisticsJson(*statistics, *grouping, line.zone())
                                       : statisticsText(*statistics, *grouping));
}

} // namespace

Command statsCommand()
{
    return {QStringLiteral("stats"), QStringLiteral("Count conversations."), runStats};
}

} // namespace earshot
