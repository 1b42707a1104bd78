// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <optional>

namespace earshot {
namespace {

/** A member's name as it stands between slashes; nothing for a `~` that escapes neither itself nor a slash. */
std::optional<QString> unescaped(QString step)
{
    static const QRegularExpression strayTilde(QStringLiteral("~(?![01])"));
    if (step.contains(strayTilde))
        return std::nullopt;
    // In this order, so that ~01 becomes ~1 (RFC 6901 section 4).
    step.replace(QLatin1StringView("~1"), QLatin1StringView("/"));
    step.replace(QLatin1StringView("~0"), QLatin1StringView("~"));
    return step;
}

QJsonValue elementOf(const QJsonArray &array, const QString &step)
{
    static const QRegularExpression index(QStringLiteral("^(0|[1-9][0-9]{0,8})$")); // no leading zeros
    if (!index.match(step).hasMatch())
        return QJsonValue(QJsonValue::Undefined);
    return array.at(step.toInt()); // Undefined past its end
}

} // namespace

Result<JsonPointer> JsonPointer::read(const QString &text)
{
    JsonPointer pointer;
    if (text.isEmpty())
        return pointer;
    if (!text.startsWith(QLatin1Char('/')))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("\"%1\" is no JSON pointer, which begins with a slash. Try /data/id").arg(text));
    for (const QString &step : text.mid(1).split(QLatin1Char('/'))) {
        const auto name = unescaped(step);
        if (!name)
            return failure(ErrorCode::BadArgument,
                           QStringLiteral("\"%1\" is no JSON pointer: ~ is written ~0 there, / is ~1").arg(text));
        pointer.m_steps.append(*name);
    }
    return pointer;
}

QJsonValue JsonPointer::in(const QJsonValue &document) const
{
    QJsonValue found = document;
    for (const QString &step : m_steps)
        found = found.isArray() ? elementOf(found.toArray(), step) : found.toObject().value(step);
    return found;
}

} // namespace earshot
