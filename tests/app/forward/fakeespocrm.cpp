// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/fakeespocrm.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

QJsonObject invalid(const QString &field, const QString &type)
{
    const QJsonObject data{{QStringLiteral("field"), field}, {QStringLiteral("type"), type}};
    return {
        {QStringLiteral("messageTranslation"),
         QJsonObject{{QStringLiteral("label"), QStringLiteral("validationFailure")}, {QStringLiteral("data"), data}}}};
}

QJsonArray toArray(const QList<QJsonObject> &rows)
{
    QJsonArray array;
    for (const QJsonObject &row : rows)
        array.append(row);
    return array;
}

QString whereOf(const CrmRequest &request, const char *part)
{
    return request.query.queryItemValue(QStringLiteral("where[0][%1]").arg(QLatin1StringView(part)),
                                        QUrl::FullyDecoded);
}

QJsonObject allRights()
{
    const QJsonObject all{{QStringLiteral("create"), QStringLiteral("yes")},
                          {QStringLiteral("read"), QStringLiteral("all")},
                          {QStringLiteral("edit"), QStringLiteral("own")}};
    const QJsonObject table{
        {QStringLiteral("Contact"), all}, {QStringLiteral("Call"), all}, {QStringLiteral("Meeting"), all}};
    return {{QStringLiteral("table"), table}, {QStringLiteral("assignmentPermission"), QStringLiteral("all")}};
}

} // namespace

FakeEspoCrm::FakeEspoCrm(Shipment shipment)
    : VendorCrm(std::move(shipment))
    , acl(allRights())
{
}

QString FakeEspoCrm::add(const QString &entity, const QJsonObject &fields)
{
    QJsonObject record = fields;
    const QString id = QStringLiteral("id%1").arg(m_next++);
    record.insert(QStringLiteral("id"), id);
    m_records[entity].append(record);
    return id;
}

void FakeEspoCrm::softDelete(const QString &entity, const QString &id)
{
    for (QJsonObject &record : m_records[entity]) {
        if (record.value(L1("id")).toString() == id)
            record.insert(QStringLiteral("deleted"), true);
    }
}

QList<QJsonObject> FakeEspoCrm::all(const QString &entity) const
{
    QList<QJsonObject> rows = m_records.value(entity);
    rows.removeIf([](const QJsonObject &record) { return record.value(L1("deleted")).toBool(); });
    return rows;
}

DestinationAnswer FakeEspoCrm::handle(const CrmRequest &request)
{
    if (!request.headers.contains({"X-Api-Key", shipment().secrets.bearer}))
        return answered(401, QByteArray());
    const QStringList path = request.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (request.path == L1("/App/user")) {
        const QJsonObject user{{QStringLiteral("id"), QStringLiteral("u1")},
                               {QStringLiteral("userName"), QStringLiteral("earshot")}};
        return answered(200, QJsonObject{{QStringLiteral("user"), user}, {QStringLiteral("acl"), acl}});
    }
    if (request.method == "GET")
        return list(request, path.first());
    return request.method == "POST" ? create(request, path.first()) : change(request, path.first(), path.value(1));
}

DestinationAnswer FakeEspoCrm::list(const CrmRequest &request, const QString &entity) const
{
    const QString attribute = whereOf(request, "attribute");
    const QString value = whereOf(request, "value");
    if (attribute.startsWith(L1("c")) && attribute.at(1).isUpper() && !customFields.contains(attribute))
        return answered(400, QByteArray());
    QList<QJsonObject> rows = all(entity);
    rows.removeIf([&](const QJsonObject &record) {
        const QString held = record.value(attribute).toString();
        return whereOf(request, "type") == L1("contains") ? !held.contains(value) : held != value;
    });
    return answered(200, QJsonObject{{QStringLiteral("total"), rows.size()}, {QStringLiteral("list"), toArray(rows)}});
}

QList<QJsonObject> FakeEspoCrm::lookAlikes(const QJsonObject &contact) const
{
    QList<QJsonObject> rows = all(QStringLiteral("Contact"));
    rows.removeIf([&](const QJsonObject &held) {
        const auto isSame = [&](L1 field) {
            return !contact.value(field).toString().isEmpty() && held.value(field) == contact.value(field);
        };
        const bool sameName = isSame(L1("lastName")) && isSame(L1("firstName"));
        return !sameName && !isSame(L1("phoneNumber")) && !isSame(L1("emailAddress"));
    });
    return rows;
}

bool FakeEspoCrm::clashes(const QString &entity, const QJsonObject &fields) const
{
    const QJsonValue key = fields.value(uniqueField);
    return !uniqueField.isEmpty() && key.isString()
           && std::ranges::any_of(m_records.value(entity),
                                  [&](const QJsonObject &record) { return record.value(uniqueField) == key; });
}

DestinationAnswer FakeEspoCrm::create(const CrmRequest &request, const QString &entity)
{
    QJsonObject fields = QJsonDocument::fromJson(request.body).object();
    if (entity == L1("Contact")) {
        if (const QList<QJsonObject> found = lookAlikes(fields); !found.isEmpty())
            return answered(409, toArray(found));
    } else if (!fields.contains(L1("assignedUserId"))) {
        return answered(400, invalid(QStringLiteral("assignedUser"), QStringLiteral("required")));
    }
    const QStringList names = fields.keys();
    for (const QString &name : names) {
        if (name.startsWith(L1("c")) && name.at(1).isUpper() && !customFields.contains(name))
            fields.remove(name); // silently
    }
    if (clashes(entity, fields))
        return answered(500, QByteArray());
    const QString id = add(entity, fields);
    return answered(200, QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("duration"), 300}});
}

DestinationAnswer FakeEspoCrm::change(const CrmRequest &request, const QString &entity, const QString &id)
{
    const QJsonObject fields = QJsonDocument::fromJson(request.body).object();
    for (QJsonObject &record : m_records[entity]) {
        if (record.value(L1("id")).toString() != id || record.value(L1("deleted")).toBool())
            continue;
        for (auto field = fields.begin(); field != fields.end(); ++field)
            record.insert(field.key(), field.value());
        return answered(200, record);
    }
    return answered(404, QByteArray());
}

} // namespace earshot
