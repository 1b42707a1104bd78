// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/coveragecommand.h"

#include "app/commands/asking.h"
#include "app/commands/console.h"
#include "app/commands/enrichmentcommand.h"
#include "app/commands/selectionoptions.h"
#include "app/report/coveragereport.h"
#include "app/report/plaintext.h"
#include "models/store/backfill.h"
#include "models/store/sources.h"

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr L1 c_source("source");
constexpr L1 c_dryRun("dry-run");
constexpr std::chrono::days c_usualDays(7);

/** What all requests of one back-fill came to. */
struct BackfillSum {
    qint64 asked = 0;
    qint64 fetched = 0;
    qint64 running = 0;
    qint64 gone = 0;
    qint64 failed = 0;
    qint64 remaining = 0;
    qint64 last = 0;
    QString stopped;
    QString problem;

    void add(const QJsonObject &answer)
    {
        asked += answer.value(L1("asked")).toInteger();
        fetched += answer.value(L1("fetched")).toInteger();
        running += answer.value(L1("running")).toInteger();
        gone += answer.value(L1("gone")).toInteger();
        failed += answer.value(L1("failed")).toInteger();
        remaining = answer.value(L1("remaining")).toInteger();
        last = answer.value(L1("last")).toInteger();
        stopped = answer.value(L1("stopped")).toString();
        if (problem.isEmpty())
            problem = answer.value(L1("problem")).toString();
    }
};

/** In small requests, so that what has come is kept however it ends. */
Result<BackfillSum> askForAll(const CommandLine &line, const QString &name)
{
    BackfillSum sum;
    do {
        const auto answer = ask(line,
                                {{QStringLiteral("operation"), QStringLiteral("coverage backfill")},
                                 {QStringLiteral("name"), name},
                                 {QStringLiteral("after"), sum.last}},
                                QStringLiteral("Fetching: %1 so far.").arg(sum.asked));
        if (!answer)
            return std::unexpected(answer.error());
        const qint64 before = sum.last;
        sum.add(*answer);
        if (sum.last == before)
            break;
    } while (sum.remaining > 0 && sum.stopped.isEmpty());
    return sum;
}

QJsonObject jsonOf(const QString &name, const BackfillSum &sum)
{
    return {{QStringLiteral("source"), name},
            {QStringLiteral("asked"), sum.asked},
            {QStringLiteral("fetched"), sum.fetched},
            {QStringLiteral("running"), sum.running},
            {QStringLiteral("gone"), sum.gone},
            {QStringLiteral("failed"), sum.failed},
            {QStringLiteral("remaining"), sum.remaining},
            {QStringLiteral("stopped"), jsonOrNull(sum.stopped)},
            {QStringLiteral("problem"), jsonOrNull(sum.problem)}};
}

int printSum(const CommandLine &line, const QString &name, const BackfillSum &sum)
{
    const int printed = line.wantsJson()
                            ? line.printLine(jsonOf(name, sum))
                            : line.printLine(QStringLiteral("Asked for %1: %2 fetched, %3 still going on, %4 "
                                                            "no longer there, %5 failed, %6 not asked for.")
                                                 .arg(sum.asked)
                                                 .arg(sum.fetched)
                                                 .arg(sum.running)
                                                 .arg(sum.gone)
                                                 .arg(sum.failed)
                                                 .arg(sum.remaining));
    if (!sum.problem.isEmpty())
        console::say(QStringLiteral("earshot coverage backfill: %1").arg(plaintext::line(sum.problem)));
    if (!sum.stopped.isEmpty())
        console::say(QStringLiteral("earshot coverage backfill: %1").arg(plaintext::line(sum.stopped)));
    return sum.stopped.isEmpty() && sum.failed == 0 ? printed : ExitFailed;
}

/** Only reads. */
int listPartlySeen(const CommandLine &line, const QString &name)
{
    const auto database = openStore(line);
    if (!database)
        return line.failed(database.error());
    const auto source = sources::byName(*database, name);
    if (!source)
        return line.failed(source.error());
    if (!backfill::isPossible(source->platform))
        return line.failed(
            {ErrorCode::BadArgument, QStringLiteral("only eigi.ai lets Earshot ask for single conversations")});
    const auto partly = backfill::partlySeen(*database, source->id, SystemClock().now());
    if (!partly)
        return line.failed(partly.error());
    if (line.wantsJson()) {
        QJsonArray ids;
        for (const PartialConversation &conversation : *partly)
            ids.append(conversation.platformId);
        return line.printLine(
            QJsonObject{{QStringLiteral("source"), source->name}, {QStringLiteral("would_ask"), ids}});
    }
    QString text = QStringLiteral("Would ask for %1.\n").arg(partly->size());
    for (const PartialConversation &conversation : *partly)
        text += plaintext::line(conversation.platformId) + QLatin1Char('\n');
    return line.print(text.toUtf8());
}

int runBackfill(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("coverage backfill"),
                     QStringLiteral("Fetches from eigi.ai's API the conversations that were seen only in part: without "
                                    "transcript, duration, recording or end."));
    line.addRequiredOption(c_source, QStringLiteral("NAME"), QStringLiteral("A source with an API key."));
    line.addFlag(c_dryRun, QStringLiteral("Only say which would be asked for."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const QString name = line.value(c_source);
    if (line.has(c_dryRun))
        return listPartlySeen(line, name);
    const auto sum = askForAll(line, name);
    return sum ? printSum(line, name, *sum) : line.failed(sum.error());
}

} // namespace

int printCoverage(const CommandLine &line)
{
    const SystemClock clock;
    const auto selection = selectionOf(line, RecordKind::Conversations, clock);
    if (!selection)
        return line.failed(selection.error());
    const Timestamp now = clock.now();
    const Timestamp until = selection->interval.until.value_or(now);
    const TimeSpan wanted{selection->interval.from.value_or(until - c_usualDays), until};
    if (wanted.isEmpty())
        return line.failed({ErrorCode::BadArgument, QStringLiteral("--to is not after --from")});
    const auto database = openStore(line);
    if (!database)
        return line.failed(database.error());
    const auto coverage = readCoverage(*database, wanted, now);
    if (!coverage)
        return line.failed(coverage.error());
    return line.print(line.wantsJson() ? coverageJson(*coverage, line.zone()) : coverageText(*coverage, line.zone()));
}

Command coverageCommand()
{
    return {QStringLiteral("coverage"), QStringLiteral("Fetch what was seen only in part."),
            [](const QStringList &words) {
                return runOneOf(
                    {{QStringLiteral("backfill"), QStringLiteral("Fetch it from eigi.ai's API."), runBackfill},
                     {QStringLiteral("enrichment"), QStringLiteral("Print what is fetched by itself."), runEnrichment}},
                    QStringLiteral("earshot coverage"),
                    QStringLiteral("Fetches what was seen only in part. What may be missing at all is said by "
                                   "earshot stats --coverage."),
                    words);
            }};
}

} // namespace earshot
