// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace earshot {

/** Reads a request's members. A member of the wrong type counts as missing; whoever sent it is our own program. */
class RequestReader
{
public:
    explicit RequestReader(const QJsonObject &request)
        : m_request(request)
    {
    }

    /** BadArgument if it is missing or empty. */
    Result<QString> required(QLatin1StringView member) const;
    /** Null if it is missing. */
    QString text(QLatin1StringView member) const;
    std::optional<QString> optionalText(QLatin1StringView member) const;

    QByteArray bytes(QLatin1StringView member) const { return text(member).toUtf8(); }

    QStringList texts(QLatin1StringView member) const;
    QList<qint64> integers(QLatin1StringView member) const;
    std::optional<qint64> integer(QLatin1StringView member) const;

private:
    const QJsonObject &m_request;
};

} // namespace earshot
