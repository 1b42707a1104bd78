// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/outboxoperations.h"

#include "app/control/requestreader.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_destination("destination");
constexpr QLatin1StringView c_rows("rows");

Result<qint64> destinationId(const RequestReader &request, const OperationContext &context)
{
    const auto name = request.required(c_destination);
    if (!name)
        return std::unexpected(name.error());
    const auto destination = destinations::byName(context.database, *name);
    return destination ? Result<qint64>(destination->id) : std::unexpected(destination.error());
}

Result<QJsonObject> counted(QLatin1StringView member, const Result<qint64> &count)
{
    return count ? Result<QJsonObject>(QJsonObject{{member, *count}}) : std::unexpected(count.error());
}

} // namespace

Result<QJsonObject> sendToDestination(const QJsonObject &request, const OperationContext &context)
{
    const RequestReader reader(request);
    const auto destination = destinationId(reader, context);
    if (!destination)
        return std::unexpected(destination.error());
    const QList<qint64> conversations = reader.integers(QLatin1StringView("conversations"));
    return counted(QLatin1StringView("queued"),
                   outbox::enqueue(context.database, conversations, *destination, context.now));
}

Result<QJsonObject> retryOutbox(const QJsonObject &request, const OperationContext &context)
{
    constexpr QLatin1StringView retried("retried");
    const RequestReader reader(request);
    const QList<qint64> rows = reader.integers(c_rows);
    if (!rows.isEmpty())
        return counted(retried, outbox::retry(context.database, rows, context.now));
    const auto destination = destinationId(reader, context);
    if (!destination)
        return std::unexpected(destination.error());
    return counted(retried, outbox::retryParked(context.database, *destination, context.now));
}

Result<QJsonObject> discardOutbox(const QJsonObject &request, const OperationContext &context)
{
    const QList<qint64> rows = RequestReader(request).integers(c_rows);
    return counted(QLatin1StringView("discarded"), outbox::discard(context.database, rows, context.now));
}

} // namespace earshot::operations
