// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/requestreader.h"

#include <QJsonArray>

namespace earshot {

Result<QString> RequestReader::required(QLatin1StringView member) const
{
    QString value = text(member);
    if (value.isEmpty())
        return failure(ErrorCode::BadArgument, QStringLiteral("the request lacks \"%1\"").arg(member));
    return value;
}

QString RequestReader::text(QLatin1StringView member) const
{
    return m_request.value(member).toString();
}

std::optional<QString> RequestReader::optionalText(QLatin1StringView member) const
{
    const QJsonValue value = m_request.value(member);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QStringList RequestReader::texts(QLatin1StringView member) const
{
    QStringList values;
    for (const auto &value : m_request.value(member).toArray())
        values.append(value.toString());
    return values;
}

QList<qint64> RequestReader::integers(QLatin1StringView member) const
{
    QList<qint64> values;
    for (const auto &value : m_request.value(member).toArray())
        values.append(value.toInteger());
    return values;
}

std::optional<qint64> RequestReader::integer(QLatin1StringView member) const
{
    const QJsonValue value = m_request.value(member);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

} // namespace earshot
