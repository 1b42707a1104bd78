// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/fakehubspot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

QJsonObject toJson(const FakeHubSpot::Object &object)
{
    return {{QStringLiteral("id"), object.id}, {QStringLiteral("properties"), object.properties}};
}

QJsonObject errorBody(const QString &category, const QString &message)
{
    return {{QStringLiteral("status"), QStringLiteral("error")},
            {QStringLiteral("message"), message},
            {QStringLiteral("category"), category}};
}

bool fits(const QJsonObject &properties, const QJsonObject &filter)
{
    const QString held = properties.value(filter.value(L1("propertyName")).toString()).toString();
    if (filter.value(L1("operator")).toString() == L1("EQ"))
        return held == filter.value(L1("value")).toString();
    return filter.value(L1("values")).toArray().contains(held);
}

bool fitsAny(const QJsonObject &properties, const QJsonArray &groups)
{
    return std::ranges::any_of(groups, [&](const QJsonValue &group) {
        return std::ranges::all_of(group.toObject().value(L1("filters")).toArray(),
                                   [&](const QJsonValue &filter) { return fits(properties, filter.toObject()); });
    });
}

QString decoded(const QString &part)
{
    return QUrl::fromPercentEncoding(part.toLatin1());
}

} // namespace

QString FakeHubSpot::add(const QString &type, const QJsonObject &properties)
{
    const QString id = QString::number(m_next++);
    m_objects[type].append({id, properties});
    return id;
}

void FakeHubSpot::remove(const QString &type, const QString &id)
{
    m_objects[type].removeIf([&](const Object &object) { return object.id == id; });
}

FakeHubSpot::Object *FakeHubSpot::find(const QString &type, const QString &property, const QString &value)
{
    for (Object &object : m_objects[type]) {
        if (property.isEmpty() ? object.id == value : object.properties.value(property).toString() == value)
            return &object;
    }
    return nullptr;
}

std::optional<DestinationAnswer> FakeHubSpot::refusal(const CrmRequest &request) const
{
    const bool reads = request.method == "GET" || request.path.endsWith(L1("/search"));
    const QString scope =
        reads ? QStringLiteral("crm.objects.contacts.read") : QStringLiteral("crm.objects.contacts.write");
    if (!request.headers.contains({"Authorization", "Bearer " + shipment().secrets.bearer}))
        return answered(401, errorBody(QStringLiteral("INVALID_AUTHENTICATION"), QStringLiteral("Who is there?")));
    if (scopes.contains(scope))
        return std::nullopt;
    QJsonObject body = errorBody(QStringLiteral("MISSING_SCOPES"), QStringLiteral("This app lacks scopes."));
    const QJsonObject context{{QStringLiteral("requiredGranularScopes"), QJsonArray{scope}}};
    body.insert(QStringLiteral("errors"), QJsonArray{QJsonObject{{QStringLiteral("context"), context}}});
    return answered(403, body);
}

DestinationAnswer FakeHubSpot::handle(const CrmRequest &request)
{
    const QStringList path = request.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (path.value(0) == L1("oauth"))
        return tokenInfo();
    if (const auto refused = refusal(request))
        return *refused;
    if (request.method == "PUT")
        return tie(path.mid(3));
    return path.value(2) == L1("objects") ? handleObject(request, path.mid(3)) : answered(404, QByteArray("<html>"));
}

DestinationAnswer FakeHubSpot::tokenInfo() const
{
    if (!tellsScopes)
        return answered(404, errorBody(QStringLiteral("OBJECT_NOT_FOUND"), QStringLiteral("no such token")));
    return answered(200, QJsonObject{{QStringLiteral("hubId"), 4711},
                                     {QStringLiteral("scopes"), QJsonArray::fromStringList(scopes)}});
}

DestinationAnswer FakeHubSpot::handleObject(const CrmRequest &request, const QStringList &path)
{
    const QString &type = path.first();
    const QString rest = decoded(path.mid(1).join(QLatin1Char('/')));
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "GET")
        return get(request, type, rest);
    if (request.method == "PATCH")
        return change(type, rest, body);
    if (rest == L1("search"))
        return search(type, body);
    return rest == L1("batch/upsert") ? upsert(type, body) : create(type, body);
}

DestinationAnswer FakeHubSpot::tie(const QStringList &path)
{
    if (!find(path.value(0), {}, path.value(1)) || !find(path.value(4), {}, path.value(5)))
        return answered(404, errorBody(QStringLiteral("OBJECT_NOT_FOUND"), QStringLiteral("no such object")));
    m_ties.insert(QStringLiteral("%1 %2 %3 %4").arg(path.value(0), path.value(1), path.value(4), path.value(5)));
    return answered(200, QJsonObject{{QStringLiteral("status"), QStringLiteral("COMPLETE")}});
}

DestinationAnswer FakeHubSpot::get(const CrmRequest &request, const QString &type, const QString &value)
{
    const QString property = request.query.queryItemValue(QStringLiteral("idProperty"));
    if (!property.isEmpty() && !uniqueProperties.contains(property))
        return answered(400, errorBody(QStringLiteral("VALIDATION_ERROR"), property + L1(" is not unique")));
    if (const Object *object = find(type, property, value))
        return answered(200, toJson(*object));
    return answered(404, errorBody(QStringLiteral("OBJECT_NOT_FOUND"), QStringLiteral("resource not found")));
}

DestinationAnswer FakeHubSpot::create(const QString &type, const QJsonObject &body)
{
    const QJsonObject properties = body.value(L1("properties")).toObject();
    for (const QString &unique : std::as_const(uniqueProperties)) {
        const QString value = properties.value(unique).toString();
        if (const Object *object = value.isEmpty() ? nullptr : find(type, unique, value))
            return answered(409, errorBody(QStringLiteral("CONFLICT"),
                                           QStringLiteral("It already exists. Existing ID: %1").arg(object->id)));
    }
    const QJsonArray associations = body.value(L1("associations")).toArray();
    for (const QJsonValue &association : associations) {
        const QString to = association.toObject().value(L1("to")).toObject().value(L1("id")).toString();
        if (!find(QStringLiteral("contacts"), {}, to))
            return answered(
                400, errorBody(QStringLiteral("VALIDATION_ERROR"), QStringLiteral("associations are not valid")));
    }
    const QString id = add(type, properties);
    for (const QJsonValue &association : associations) {
        const QString to = association.toObject().value(L1("to")).toObject().value(L1("id")).toString();
        m_ties.insert(QStringLiteral("%1 %2 contacts %3").arg(type, id, to));
    }
    return answered(201, toJson(*find(type, {}, id)));
}

DestinationAnswer FakeHubSpot::upsert(const QString &type, const QJsonObject &body)
{
    const QJsonObject input = body.value(L1("inputs")).toArray().first().toObject();
    const QString property = input.value(L1("idProperty")).toString();
    if (!uniqueProperties.contains(property))
        return answered(400, errorBody(QStringLiteral("VALIDATION_ERROR"), property + L1(" is not unique")));
    const QString value = input.value(L1("id")).toString();
    QJsonObject properties = input.value(L1("properties")).toObject();
    properties.insert(property, value);
    Object *known = find(type, property, value);
    const QString id = known ? known->id : add(type, properties);
    if (known)
        known->properties = properties;
    const QJsonObject result{{QStringLiteral("id"), id}, {QStringLiteral("properties"), properties}};
    return answered(200, QJsonObject{{QStringLiteral("status"), QStringLiteral("COMPLETE")},
                                     {QStringLiteral("results"), QJsonArray{result}}});
}

DestinationAnswer FakeHubSpot::change(const QString &type, const QString &id, const QJsonObject &body)
{
    Object *known = find(type, {}, id);
    if (!known)
        return answered(404, errorBody(QStringLiteral("OBJECT_NOT_FOUND"), QStringLiteral("resource not found")));
    const QJsonObject properties = body.value(L1("properties")).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property)
        known->properties.insert(property.key(), property.value());
    return answered(200, toJson(*known));
}

DestinationAnswer FakeHubSpot::search(const QString &type, const QJsonObject &body)
{
    QJsonArray results;
    if (searchSees) {
        for (const Object &object : std::as_const(m_objects[type])) {
            if (fitsAny(object.properties, body.value(L1("filterGroups")).toArray()))
                results.append(toJson(object));
        }
    }
    return answered(200, QJsonObject{{QStringLiteral("total"), results.size()}, {QStringLiteral("results"), results}});
}

} // namespace earshot
