// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/storyjson.h"

#include <QJsonDocument>
#include <QTimeZone>

namespace earshot {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString isoSeconds(Timestamp time)
{
    return toIsoText(std::chrono::floor<std::chrono::seconds>(time), QTimeZone::utc());
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

SimulatedRequest jsonPost(const QJsonObject &body)
{
    SimulatedRequest request;
    request.method = QByteArrayLiteral("POST");
    request.headers = {{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")}};
    request.body = compactJson(body);
    return request;
}

QByteArray simulatorUserAgent()
{
    return QByteArrayLiteral("earshot-simulate/" EARSHOT_VERSION);
}

} // namespace earshot
