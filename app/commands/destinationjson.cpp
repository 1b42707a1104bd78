// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationjson.h"

#include "app/commands/asking.h"
#include "models/store/forwardingstate.h"

namespace earshot {
namespace {

QJsonValue timeOrNull(std::optional<Timestamp> time)
{
    return time ? QJsonValue(toIsoText(*time, QTimeZone::utc())) : QJsonValue(QJsonValue::Null);
}

} // namespace

Result<ListedDestination> listedDestination(const Database &database, const Destination &destination)
{
    const auto counts = outbox::counts(database, destination.id);
    if (!counts)
        return std::unexpected(counts.error());
    const auto asking = countAsking(database, destination.id);
    if (!asking)
        return std::unexpected(asking.error());
    return ListedDestination{destination, *counts, *asking};
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
        {QStringLiteral("options"), destination.options},
        {QStringLiteral("state"), destinationStateText(destination.state)},
        {QStringLiteral("reason"), jsonOrNull(destination.reason)},
        {QStringLiteral("breaker"), breakerStateText(destination.breaker)},
        {QStringLiteral("hold_until"), timeOrNull(destination.holdUntil)},
        {QStringLiteral("hold_reason"), jsonOrNull(destination.holdReason)},
        {QStringLiteral("created_at"), toIsoText(destination.createdAt, QTimeZone::utc())},
        {QStringLiteral("asking"), one.asking}};
    for (const OutboxState state :
         {OutboxState::Waiting, OutboxState::Sent, OutboxState::Parked, OutboxState::Discarded})
        json.insert(outboxStateText(state), one.counts.value(state));
    return json;
}

QString conditionWords(const Destination &destination)
{
    if (destination.state == DestinationState::Paused)
        return destinationStateText(destination.state);
    if (destination.breaker != BreakerState::Closed)
        return QStringLiteral("breaker %1").arg(breakerStateText(destination.breaker));
    if (destination.holdUntil && *destination.holdUntil > SystemClock().now())
        return QStringLiteral("held");
    return destinationStateText(destination.state);
}

QString conditionReason(const Destination &destination)
{
    if (!destination.reason.isEmpty())
        return destination.reason;
    if (!destination.holdUntil || *destination.holdUntil <= SystemClock().now())
        return {};
    const QString until = QStringLiteral("until %1").arg(toIsoText(*destination.holdUntil, QTimeZone::utc()));
    return destination.holdReason.isEmpty() ? until : QStringLiteral("%1; %2").arg(destination.holdReason, until);
}

QString ruleWords(const Destination &destination)
{
    if (!destination.rule)
        return QStringLiteral("by hand");
    return destination.rule->isEmpty() ? QStringLiteral("everything") : *destination.rule;
}

} // namespace earshot
