// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationlist.h"

#include "app/commands/commandline.h"
#include "app/commands/destinationjson.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"

#include <QJsonArray>

namespace earshot {
namespace {

Result<QList<ListedDestination>> listed(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto known = destinations::all(*database);
    if (!known)
        return std::unexpected(known.error());
    QList<ListedDestination> found;
    for (const Destination &destination : *known) {
        const auto one = listedDestination(*database, destination);
        if (!one)
            return std::unexpected(one.error());
        found.append(*one);
    }
    return found;
}

QStringList toRow(const ListedDestination &one)
{
    const auto count = [&one](OutboxState state) { return QString::number(one.counts.value(state)); };
    const Destination &destination = one.destination;
    return {destination.name,
            destination.kind,
            conditionWords(destination),
            count(OutboxState::Waiting),
            count(OutboxState::Sent),
            count(OutboxState::Parked),
            QString::number(one.asking),
            ruleWords(destination),
            destination.url,
            conditionReason(destination)};
}

int printJson(const CommandLine &line, const QList<ListedDestination> &found)
{
    QJsonArray array;
    for (const ListedDestination &one : found)
        array.append(toJson(one));
    return line.printLine(QJsonObject{{QStringLiteral("destinations"), array}});
}

int printTable(const CommandLine &line, const QList<ListedDestination> &found)
{
    QList<QStringList> rows;
    for (const ListedDestination &one : found)
        rows.append(toRow(one));
    return line.print(
        textTable({QStringLiteral("Name"), QStringLiteral("Kind"), QStringLiteral("State"), QStringLiteral("Waiting"),
                   QStringLiteral("Sent"), QStringLiteral("Parked"), QStringLiteral("Asking"), QStringLiteral("Filter"),
                   QStringLiteral("Address"), QStringLiteral("Reason")},
                  rows));
}

} // namespace

int listDestinations(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination list"),
                     QStringLiteral("Prints the destinations and how much waits for them."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto found = listed(line);
    if (!found)
        return line.failed(found.error());
    return line.wantsJson() ? printJson(line, *found) : printTable(line, *found);
}

} // namespace earshot
