// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/purgerequest.h"

#include "app/control/requestreader.h"
#include "models/store/sources.h"

namespace earshot {

Result<PurgeWish> purgeWish(const Database &database, const QJsonObject &request)
{
    const RequestReader reader(request);
    PurgeWish wish;
    if (const auto before = reader.integer(QLatin1StringView("before")))
        wish.before = fromMicroseconds(*before);
    const QString name = reader.text(QLatin1StringView("source"));
    if (name.isEmpty())
        return wish;
    const auto source = sources::byName(database, name);
    if (!source)
        return std::unexpected(source.error());
    wish.source = source->id;
    return wish;
}

QJsonObject toJson(const PurgeReport &report)
{
    return {{QStringLiteral("conversations"), report.conversations},
            {QStringLiteral("sealed"), report.sealed},
            {QStringLiteral("deliveries"), report.deliveries},
            {QStringLiteral("bytes"), report.bytes},
            {QStringLiteral("kept"), report.kept}};
}

} // namespace earshot
