// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/malformed.h"

#include "app/simulate/storyjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

QByteArray cutOff(const QByteArray &bytes, StoryRandom &random)
{
    const auto kept = static_cast<double>(bytes.size()) * (0.2 + 0.6 * random.unit());
    return bytes.left(static_cast<qsizetype>(kept));
}

/** A NUL between two bytes, where JSON allows none. */
QByteArray withNul(QByteArray bytes, StoryRandom &random)
{
    return bytes.insert(random.between(1, bytes.size() - 1), '\0');
}

/** Well-formed JSON, but nothing is of the type that the platform's documents say. */
QByteArray wrongTypes(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.insert(QStringLiteral("data"), QJsonArray{QStringLiteral("id"), 1, QJsonValue::Null});
    object.insert(QStringLiteral("event"),
                  QJsonObject{{QStringLiteral("name"), object.value(QStringLiteral("event"))}});
    return compactJson(object);
}

void breakForm(SimulatedRequest &request, StoryRandom &random)
{
    const qsizetype closing = request.body.lastIndexOf("\r\n--");
    switch (random.between(0, 2)) {
    case 0: // ends without its closing line
        request.body.truncate(closing);
        break;
    case 1: // ends within a part
        request.body = cutOff(request.body, random);
        break;
    default:
        setHeader(request, QByteArrayLiteral("Content-Type"), QByteArrayLiteral("multipart/form-data"));
    }
}

void breakJson(SimulatedRequest &request, StoryRandom &random)
{
    switch (random.between(0, 2)) {
    case 0:
        request.body = cutOff(request.body, random);
        break;
    case 1:
        request.body = withNul(request.body, random);
        break;
    default:
        request.body = wrongTypes(request.body);
    }
}

} // namespace

SimulatedRequest malformed(const SimulatedRequest &request, StoryRandom &random)
{
    SimulatedRequest broken = request;
    if (!request.query.isEmpty())
        broken.query = cutOff(request.query, random);
    else if (header(request, "Content-Type").startsWith("multipart/"))
        breakForm(broken, random);
    else
        breakJson(broken, random);
    return broken;
}

} // namespace earshot
