// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxlist.h"

#include "app/commands/commandline.h"
#include "app/commands/outboxjson.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"

#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_destination("destination");
constexpr QLatin1StringView c_state("state");
constexpr QLatin1StringView c_question("question");

QStringList toCells(const OutboxRow &row, const QTimeZone &zone)
{
    return {QString::number(row.id),
            row.destinationName,
            QString::number(row.conversation),
            stateWords(row),
            QString::number(row.attempts),
            row.lastStatus ? QString::number(*row.lastStatus) : QStringLiteral("–"),
            row.crmUrl.isEmpty() ? row.crmId : row.crmUrl,
            toIsoText(row.updatedAt, zone),
            row.reason};
}

Result<OutboxQuery> queryOf(const CommandLine &line, const Database &database)
{
    OutboxQuery query;
    query.isAsking = line.has(c_question);
    if (line.has(c_state)) {
        query.state = outboxStateFromText(line.value(c_state));
        if (!query.state)
            return failure(
                ErrorCode::BadArgument,
                QStringLiteral("--state is waiting, sent, parked or discarded, not \"%1\"").arg(line.value(c_state)));
    }
    if (line.has(c_destination)) {
        const auto destination = destinations::byName(database, line.value(c_destination));
        if (!destination)
            return std::unexpected(destination.error());
        query.destination = destination->id;
    }
    return query;
}

/** Every row, page by page, so that no read transaction lasts. */
Result<QList<OutboxRow>> readAll(const Database &database, OutboxQuery query)
{
    QList<OutboxRow> rows;
    while (true) {
        const auto page = outbox::list(database, query);
        if (!page)
            return page;
        rows += *page;
        if (page->size() < query.most)
            return rows;
        query.after = page->last().id;
    }
}

int printRows(const CommandLine &line, const QList<OutboxRow> &rows)
{
    if (line.wantsJson()) {
        QJsonArray array;
        for (const OutboxRow &row : rows)
            array.append(toJson(row, line.zone()));
        return line.printLine(QJsonObject{{QStringLiteral("rows"), array}});
    }
    QList<QStringList> lines;
    for (const OutboxRow &row : rows)
        lines.append(toCells(row, line.zone()));
    return line.print(textTable({QStringLiteral("ID"), QStringLiteral("Destination"), QStringLiteral("Conversation"),
                                 QStringLiteral("State"), QStringLiteral("Attempts"), QStringLiteral("Answer"),
                                 QStringLiteral("Record"), QStringLiteral("Changed"), QStringLiteral("Reason")},
                                lines));
}

} // namespace

int listOutbox(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox list"), QStringLiteral("Prints what waits, was sent or was given up."));
    line.addOption(c_destination, QStringLiteral("NAME"), QStringLiteral("Only what goes there."));
    line.addOption(c_state, QStringLiteral("STATE"), QStringLiteral("Only waiting, sent, parked or discarded rows."));
    line.addFlag(c_question, QStringLiteral("Only rows that ask something."));
    line.addZoneOption();
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto database = openStore(line);
    if (!database)
        return line.failed(database.error());
    const auto query = queryOf(line, *database);
    if (!query)
        return line.failed(query.error());
    const auto rows = readAll(*database, *query);
    return rows ? printRows(line, *rows) : line.failed(rows.error());
}

} // namespace earshot
