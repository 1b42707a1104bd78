// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/recordids.h"

namespace earshot {

Result<QList<qint64>> recordIds(const QStringList &words)
{
    constexpr qsizetype most = 10'000;
    if (words.size() > most)
        return failure(ErrorCode::BadArgument, QStringLiteral("at most %1 IDs at once").arg(most));
    QList<qint64> ids;
    for (const QString &word : words) {
        bool isNumber = false;
        const qint64 id = word.toLongLong(&isNumber);
        if (!isNumber || id <= 0)
            return failure(ErrorCode::BadArgument, QStringLiteral("\"%1\" is no ID").arg(word));
        ids.append(id);
    }
    return ids;
}

QJsonArray toJson(const QList<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return array;
}

} // namespace earshot
