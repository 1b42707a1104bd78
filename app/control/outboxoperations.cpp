// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/outboxoperations.h"

#include "app/control/requestreader.h"
#include "models/filter/filter.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_destination("destination");
constexpr QLatin1StringView c_rows("rows");
constexpr QLatin1StringView c_filter("filter");
constexpr QLatin1StringView c_perMinute("per_minute");
constexpr qint64 c_mostPerMinute = 60'000;

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

Result<Filter> filterIn(const QJsonObject &request)
{
    const auto filter = Filter::parse(RequestReader(request).text(c_filter), conversationSchema());
    if (!filter)
        return failure(ErrorCode::FilterSyntax, QStringLiteral("the filter, at character %1: %2")
                                                    .arg(filter.error().position + 1)
                                                    .arg(filter.error().message));
    return *filter;
}

Result<ResendQuery> resendQuery(const QJsonObject &request, const OperationContext &context)
{
    const RequestReader reader(request);
    ResendQuery query;
    query.alsoSent = request.value(QLatin1StringView("also_sent")).toBool();
    if (!reader.text(c_destination).isEmpty()) {
        const auto destination = destinationId(reader, context);
        if (!destination)
            return std::unexpected(destination.error());
        query.destination = *destination;
    }
    if (!reader.text(c_filter).isEmpty()) {
        const auto filter = filterIn(request);
        if (!filter)
            return std::unexpected(filter.error());
        query.filter = filter->toSql({QTimeZone::utc(), context.now});
    }
    return query;
}

Result<qint64> rowIn(const QJsonObject &request)
{
    const auto row = RequestReader(request).integer(QLatin1StringView("row"));
    if (!row)
        return failure(ErrorCode::BadArgument, QStringLiteral("the request lacks \"row\""));
    return *row;
}

Result<QJsonObject> answered(qint64 row, const Result<void> &done)
{
    return done ? Result<QJsonObject>(QJsonObject{{QStringLiteral("row"), row}}) : std::unexpected(done.error());
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

Result<void> checkResend(const QJsonObject &request)
{
    const qint64 perMinute = RequestReader(request).integer(c_perMinute).value_or(0);
    if (perMinute < 0 || perMinute > c_mostPerMinute)
        return failure(ErrorCode::BadArgument, QStringLiteral("at most %1 a minute").arg(c_mostPerMinute));
    const auto filter = filterIn(request);
    return filter ? Result<void>() : std::unexpected(filter.error());
}

Result<QJsonObject> resendOutbox(const QJsonObject &request, const OperationContext &context)
{
    if (const auto checked = checkResend(request); !checked)
        return std::unexpected(checked.error());
    const auto query = resendQuery(request, context);
    if (!query)
        return std::unexpected(query.error());
    if (request.value(QLatin1StringView("only_count")).toBool())
        return counted(c_rows, outbox::countResend(context.database, *query));
    constexpr std::chrono::microseconds minute = std::chrono::minutes(1);
    const qint64 perMinute = RequestReader(request).integer(c_perMinute).value_or(0);
    const std::chrono::microseconds interval(perMinute > 0 ? minute.count() / perMinute : 0);
    return counted(c_rows, outbox::resend(context.database, *query, interval, context.now));
}

Result<QJsonObject> chooseContact(const QJsonObject &request, const OperationContext &context)
{
    const auto row = rowIn(request);
    if (!row)
        return std::unexpected(row.error());
    const auto contact = RequestReader(request).required(QLatin1StringView("contact"));
    if (!contact)
        return std::unexpected(contact.error());
    return answered(*row, outbox::chooseContact(context.database, *row, *contact, context.now));
}

Result<QJsonObject> settlePerhapsWritten(const QJsonObject &request, const OperationContext &context)
{
    const auto row = rowIn(request);
    if (!row)
        return std::unexpected(row.error());
    const QJsonValue isThere = request.value(QLatin1StringView("is_there"));
    if (!isThere.isBool())
        return failure(ErrorCode::BadArgument, QStringLiteral("the request lacks \"is_there\""));
    return answered(*row, outbox::settle(context.database, *row, isThere.toBool(), context.now));
}

} // namespace earshot::operations
