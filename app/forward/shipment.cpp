// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/shipment.h"

#include <QJsonDocument>

namespace earshot {

Result<CrmEnvelope> readEnvelope(const QByteArray &body)
{
    const auto bad = [](const QString &what) {
        return failure(ErrorCode::BadArgument, QStringLiteral("the mapping must give %1").arg(what));
    };
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return bad(QStringLiteral("an object {object, contact, record}"));
    const QJsonObject made = document.object();
    const QJsonValue object = made.value(QLatin1StringView("object"));
    const QJsonValue contact = made.value(QLatin1StringView("contact"));
    const QJsonValue record = made.value(QLatin1StringView("record"));
    if (!object.isString() && !object.isNull() && !object.isUndefined())
        return bad(QStringLiteral("text as \"object\""));
    if (!contact.isObject() && !contact.isNull() && !contact.isUndefined())
        return bad(QStringLiteral("an object or null as \"contact\""));
    if (!record.isObject())
        return bad(QStringLiteral("an object as \"record\""));
    return CrmEnvelope{object.toString(), contact.toObject(), record.toObject()};
}

} // namespace earshot
