// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/deliveryoperations.h"

#include "app/control/requestreader.h"
#include "models/store/quarantine.h"

#include <QJsonArray>

namespace earshot::operations {
namespace {

Result<QList<qint64>> idsOf(const QJsonObject &request)
{
    const QList<qint64> ids = RequestReader(request).integers(QLatin1StringView("ids"));
    return ids.isEmpty() ? failure(ErrorCode::BadArgument, QStringLiteral("no delivery is named"))
                         : Result<QList<qint64>>(ids);
}

} // namespace

Result<QJsonObject> releaseDeliveries(const QJsonObject &request, const OperationContext &context)
{
    const auto ids = idsOf(request);
    if (!ids)
        return std::unexpected(ids.error());
    const auto copies = quarantine::release(context.database, *ids);
    if (!copies)
        return std::unexpected(copies.error());
    QJsonArray released;
    for (const qint64 copy : *copies)
        released.append(copy);
    return QJsonObject{{QStringLiteral("released"), released}};
}

Result<QJsonObject> discardDeliveries(const QJsonObject &request, const OperationContext &context)
{
    const auto ids = idsOf(request);
    if (!ids)
        return std::unexpected(ids.error());
    const auto discarded = quarantine::discard(context.database, *ids);
    if (!discarded)
        return std::unexpected(discarded.error());
    return QJsonObject{{QStringLiteral("discarded"), *discarded}};
}

} // namespace earshot::operations
