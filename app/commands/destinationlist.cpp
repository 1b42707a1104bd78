// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationlist.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"

#include <QJsonArray>

namespace earshot {
namespace {

struct ListedDestination {
    Destination destination;
    QHash<OutboxState, qint64> counts;
};

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
        const auto counts = outbox::counts(*database, destination.id);
        if (!counts)
            return std::unexpected(counts.error());
        found.append({destination, *counts});
    }
    return found;
}

QJsonObject toJson(const ListedDestination &one)
{
    const Destination &destination = one.destination;
    QJsonObject json{
        {QStringLiteral("name"), destination.name},
        {QStringLiteral("kind"), destination.kind},
        {QStringLiteral("url"), destination.url},
        {QStringLiteral("method"), destination.method},
        {QStringLiteral("filter"), destination.rule ? QJsonValue(*destination.rule) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("ca_file"), jsonOrNull(destination.caFile)},
        {QStringLiteral("state"), destinationStateText(destination.state)},
        {QStringLiteral("reason"), jsonOrNull(destination.reason)},
        {QStringLiteral("created_at"), toIsoText(destination.createdAt, QTimeZone::utc())}};
    for (const OutboxState state :
         {OutboxState::Waiting, OutboxState::Sent, OutboxState::Parked, OutboxState::Discarded})
        json.insert(outboxStateText(state), one.counts.value(state));
    return json;
}

QString ruleWords(const Destination &destination)
{
    if (!destination.rule)
        return QStringLiteral("by hand");
    return destination.rule->isEmpty() ? QStringLiteral("everything") : *destination.rule;
}

QStringList toRow(const ListedDestination &one)
{
    const auto count = [&one](OutboxState state) { return QString::number(one.counts.value(state)); };
    return {one.destination.name,        destinationStateText(one.destination.state),
            count(OutboxState::Waiting), count(OutboxState::Sent),
            count(OutboxState::Parked),  ruleWords(one.destination),
            one.destination.url,         one.destination.reason};
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
    return line.print(textTable({QStringLiteral("Name"), QStringLiteral("State"), QStringLiteral("Waiting"),
                                 QStringLiteral("Sent"), QStringLiteral("Parked"), QStringLiteral("Filter"),
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
