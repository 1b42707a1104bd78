// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxsend.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/recordids.h"
#include "app/commands/selectionoptions.h"
#include "models/store/destinations.h"
#include "models/store/recordqueries.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_destination("destination");
constexpr QLatin1StringView c_dryRun("dry-run");
constexpr qsizetype c_idsARequest = 10'000; // fits a line of the control socket

Result<QList<qint64>> selectedIds(const CommandLine &line, const Database &database)
{
    constexpr RecordKind kind = RecordKind::Conversations;
    const auto selection = selectionOf(line, kind, SystemClock());
    if (!selection)
        return std::unexpected(selection.error());
    QList<qint64> ids;
    const auto read = readRecords(database, kind, *selection, [&ids](const Record &record) {
        ids.append(std::get<QString>(fieldOf(record, kind, QLatin1StringView("id"))).toLongLong());
        return true;
    });
    return read ? Result<QList<qint64>>(ids) : std::unexpected(read.error());
}

Result<QList<qint64>> chosenIds(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    if (const auto known = destinations::byName(*database, line.value(c_destination)); !known)
        return std::unexpected(known.error());
    return line.positionals().isEmpty() ? selectedIds(line, *database) : recordIds(line.positionals());
}

/** Puts them in the outbox, some at a time. The number that was. */
Result<qint64> queue(const CommandLine &line, const QList<qint64> &ids)
{
    qint64 queued = 0;
    for (qsizetype from = 0; from < ids.size(); from += c_idsARequest) {
        const auto answer = ask(line, {{QStringLiteral("operation"), QStringLiteral("outbox send")},
                                       {QStringLiteral("destination"), line.value(c_destination)},
                                       {QStringLiteral("conversations"), toJson(ids.mid(from, c_idsARequest))}});
        if (!answer)
            return std::unexpected(answer.error());
        queued += answer->value(QLatin1StringView("queued")).toInteger();
    }
    return queued;
}

int printCount(const CommandLine &line, const QString &member, const QString &words, qint64 count)
{
    if (line.wantsJson())
        return line.printLine(QJsonObject{{member, count}});
    return line.printLine(words.arg(count).arg(line.value(c_destination)));
}

int sendThem(const CommandLine &line)
{
    const auto ids = chosenIds(line);
    if (!ids)
        return line.failed(ids.error());
    if (line.has(c_dryRun))
        return printCount(line, QStringLiteral("would_queue"), QStringLiteral("%1 would be sent to %2."), ids->size());
    const auto queued = queue(line, *ids);
    if (!queued)
        return line.failed(queued.error());
    return printCount(line, QStringLiteral("queued"), QStringLiteral("%1 queued for %2."), *queued);
}

} // namespace

int sendConversations(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox send"),
                     QStringLiteral("Sends conversations to a destination, also such as it has already."));
    line.addRequiredOption(c_destination, QStringLiteral("NAME"), QStringLiteral("Where to."));
    line.addFlag(c_dryRun, QStringLiteral("Only say how many there would be."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Earshot's id of a conversation."),
                       CommandLine::Positional::Any);
    addSelectionOptions(line);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const bool isSelected =
        line.has(QStringLiteral("filter")) || line.has(QStringLiteral("from")) || line.has(QStringLiteral("to"));
    if (isSelected == !line.positionals().isEmpty())
        return line.misuse(QStringLiteral("needs either IDs or a selection: --filter, --from, --to"));
    return sendThem(line);
}

} // namespace earshot
