// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/hubspotapi.h"

#include "app/forward/textlimit.h"
#include "models/store/destinationkinds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

/** HubSpot's own kinds of objects that we know more of than the name. */
struct KnownObject {
    L1 name;
    L1 type; ///< its number in addresses of pages
    int toContact; ///< association type
    L1 body;
};

// developers.hubspot.com, "Understanding the CRM" (object type ids) and "Associations v4" (association type ids).
constexpr std::array c_objects{
    KnownObject{L1("calls"), L1("0-48"), 194, L1("hs_call_body")},
    KnownObject{L1("communications"), L1("0-18"), 81, L1("hs_communication_body")},
    KnownObject{L1("notes"), L1("0-46"), 202, L1("hs_note_body")},
    KnownObject{L1("meetings"), L1("0-47"), 200, L1("hs_meeting_body")},
    KnownObject{L1("tasks"), L1("0-27"), 204, L1("hs_task_body")},
};

constexpr L1 c_contactType("0-1");
constexpr qsizetype c_longestBody = 65536;
constexpr qsizetype c_longestTitle = 255;
constexpr qsizetype c_longestWords = 400; ///< of what HubSpot says about a failure
constexpr L1 c_bodyMark("<br>[… cut here, HubSpot takes 65,536 characters; Earshot has the rest]");

const KnownObject *known(const QString &object)
{
    const auto *const found = std::ranges::find(c_objects, object, &KnownObject::name);
    return found == c_objects.end() ? nullptr : found;
}

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

bool isNumbered(const QString &version)
{
    static const QRegularExpression pattern(QStringLiteral("^v[0-9]+$"));
    return pattern.match(version).hasMatch();
}

QJsonArray associationsWith(const QString &object, const QString &person)
{
    const KnownObject *const kind = known(object);
    if (person.isEmpty() || !kind)
        return {};
    const QJsonObject type{{QStringLiteral("associationCategory"), QStringLiteral("HUBSPOT_DEFINED")},
                           {QStringLiteral("associationTypeId"), kind->toContact}};
    return {QJsonObject{{QStringLiteral("to"), QJsonObject{{QStringLiteral("id"), person}}},
                        {QStringLiteral("types"), QJsonArray{type}}}};
}

/** The answer as it may be shown: without secrets. */
QJsonObject shownBody(const DestinationAnswer &answer)
{
    return QJsonDocument::fromJson(answer.text.toUtf8()).object();
}

void appendScopes(QStringList &scopes, const QJsonObject &context)
{
    for (const L1 name : {L1("requiredGranularScopes"), L1("missingScopes"), L1("requiredScopes")}) {
        const QJsonArray named = context.value(name).toArray();
        for (const QJsonValue scope : named)
            scopes.append(scope.toString());
    }
}

/** What HubSpot says, as far as it says anything: each of its fields may be missing. */
QString wordsOf(const DestinationAnswer &answer)
{
    QString words = shownBody(answer).value(L1("message")).toString();
    const QStringList scopes = neededScopes(answer);
    if (!scopes.isEmpty())
        words += QStringLiteral("; the token lacks %1").arg(scopes.join(L1(" or ")));
    return cutText(words, c_longestWords, QStringLiteral("…"));
}

CallFailure::Kind kindOfCategory(const QString &category)
{
    if (category == L1("RATE_LIMITS"))
        return CallFailure::Kind::Refused;
    if (category == L1("MISSING_SCOPES"))
        return CallFailure::Kind::Forbidden;
    if (category == L1("OBJECT_NOT_FOUND"))
        return CallFailure::Kind::Gone;
    if (category == L1("INTERNAL_ERROR"))
        return CallFailure::Kind::Broken;
    return CallFailure::Kind::Wrong;
}

/** The failure inside a batch's answer. */
std::optional<CallFailure> failureInside(const DestinationAnswer &answer)
{
    const QJsonObject first = answer.json().toObject().value(L1("errors")).toArray().first().toObject();
    if (first.isEmpty())
        return std::nullopt;
    const QString category = first.value(L1("category")).toString();
    const QJsonObject shown = shownBody(answer).value(L1("errors")).toArray().first().toObject();
    const QString words = cutText(shown.value(L1("message")).toString(), c_longestWords, QStringLiteral("…"));
    return CallFailure{
        .kind = kindOfCategory(category),
        .reason = QStringLiteral("answered %1, and inside: %2 %3").arg(answer.status.value_or(0)).arg(category, words),
        .answer = answer};
}

QJsonValue asText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value;
    case QJsonValue::Bool:
        return QString(value.toBool() ? L1("true") : L1("false"));
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

QJsonValue fitting(const QString &name, const QString &text)
{
    if (name == L1("hs_call_recording_url") && !text.startsWith(L1("https://")))
        return {};
    if (name == L1("hs_call_title"))
        return cutText(text, c_longestTitle, QStringLiteral("…"));
    return name.endsWith(L1("_body")) ? cutHtml(text, c_longestBody, c_bodyMark) : text;
}

} // namespace

HubSpotApi::HubSpotApi(const Shipment &shipment)
    : m_token(shipment.secrets.bearer)
{
    const DestinationKind *const kind = destinationKind(u"hubspot");
    const auto option = [&](QStringView name) {
        return optionOf(*kind, shipment.destination.options, name).toString().trimmed();
    };
    m_version = option(u"api_version");
    m_appUrl = option(u"app_url");
    m_portal = option(u"portal_id");
    m_phoneProperties =
        option(u"phone_properties").remove(QLatin1Char(' ')).split(QLatin1Char(','), Qt::SkipEmptyParts);
    m_contactKey = option(u"contact_key");
    m_recordKey = option(u"record_key");
    m_recordProperty = option(u"record_property");
}

QString HubSpotApi::recordProperty(const QString &object) const
{
    // Calls alone have HubSpot's own field for a foreign key.
    const bool isOfCalls = m_recordProperty.startsWith(L1("hs_call_"));
    return isOfCalls && object != L1("calls") ? QString() : m_recordProperty;
}

QString HubSpotApi::objects(const QString &object) const
{
    return isNumbered(m_version) ? QStringLiteral("/crm/%1/objects/%2").arg(m_version, encoded(object))
                                 : QStringLiteral("/crm/objects/%1/%2").arg(encoded(m_version), encoded(object));
}

CrmRequest HubSpotApi::request(const QString &purpose, const QByteArray &method, const QString &path,
                               const QJsonObject &body) const
{
    CrmRequest request;
    request.purpose = purpose;
    request.method = method;
    request.path = path;
    request.headers.append({"Authorization", "Bearer " + m_token});
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

CrmRequest HubSpotApi::read(const QString &purpose, const QString &object, const QString &id,
                            const QStringList &properties) const
{
    CrmRequest asked = request(purpose, "GET", objects(object) + QLatin1Char('/') + encoded(id), {});
    if (!properties.isEmpty())
        asked.query.addQueryItem(QStringLiteral("properties"), properties.join(QLatin1Char(',')));
    return asked;
}

CrmRequest HubSpotApi::readByKey(const QString &purpose, const QString &object, const QString &property,
                                 const QString &value, const QStringList &properties) const
{
    CrmRequest asked = read(purpose, object, value, properties);
    asked.query.addQueryItem(QStringLiteral("idProperty"), encoded(property));
    return asked;
}

CrmRequest HubSpotApi::search(const QString &purpose, const QString &object, const QJsonArray &filterGroups,
                              const QStringList &properties, int most) const
{
    return request(purpose, "POST", objects(object) + L1("/search"),
                   {{QStringLiteral("filterGroups"), filterGroups},
                    {QStringLiteral("properties"), QJsonArray::fromStringList(properties)},
                    {QStringLiteral("limit"), most}});
}

CrmRequest HubSpotApi::create(const QString &purpose, const QString &object, const QJsonObject &properties,
                              const QString &person) const
{
    QJsonObject body{{QStringLiteral("properties"), properties}};
    if (object != L1("contacts")) // HubSpot's own specification asks for them, be there any or none
        body.insert(QStringLiteral("associations"), associationsWith(object, person));
    return request(purpose, "POST", objects(object), body);
}

CrmRequest HubSpotApi::upsert(const QString &purpose, const QString &object, const QString &property,
                              const QString &value, const QJsonObject &properties) const
{
    const QJsonObject input{{QStringLiteral("id"), value},
                            {QStringLiteral("idProperty"), property},
                            {QStringLiteral("properties"), properties}};
    return request(purpose, "POST", objects(object) + L1("/batch/upsert"),
                   {{QStringLiteral("inputs"), QJsonArray{input}}});
}

CrmRequest HubSpotApi::change(const QString &purpose, const QString &object, const QString &id,
                              const QJsonObject &properties) const
{
    return request(purpose, "PATCH", objects(object) + QLatin1Char('/') + encoded(id),
                   {{QStringLiteral("properties"), properties}});
}

CrmRequest HubSpotApi::tie(const QString &object, const QString &id, const QString &person) const
{
    const QString from = isNumbered(m_version) ? QStringLiteral("/crm/v4/objects/") + encoded(object) : objects(object);
    return request(QStringLiteral("tie to contact"), "PUT",
                   from + QStringLiteral("/%1/associations/default/contacts/%2").arg(encoded(id), encoded(person)), {});
}

CrmRequest HubSpotApi::tokenInfo() const
{
    return request(QStringLiteral("scopes of the token"), "POST",
                   QStringLiteral("/oauth/v2/private-apps/get/access-token-info"),
                   {{QStringLiteral("tokenKey"), QString::fromUtf8(m_token)}});
}

QString HubSpotApi::recordPage(const QString &type, const QString &id) const
{
    if (m_portal.isEmpty() || id.isEmpty())
        return {};
    return QStringLiteral("%1/contacts/%2/record/%3/%4").arg(m_appUrl, encoded(m_portal), type, encoded(id));
}

QString HubSpotApi::personUrl(const QString &person) const
{
    return recordPage(c_contactType, person);
}

QString HubSpotApi::recordUrl(const QString &object, const QString &id, const QString &person) const
{
    const KnownObject *const kind = known(object);
    if (!person.isEmpty() && kind && !m_portal.isEmpty()) // in its place on the contact's timeline
        return personUrl(person) + L1("?engagement=") + encoded(id);
    return recordPage(kind ? QString(kind->type) : encoded(object), id);
}

std::optional<CallFailure> hubspotFailure(const DestinationAnswer &answer)
{
    std::optional<CallFailure> failure = failureOfJson(answer);
    if (!failure || !answer.status)
        return failure;
    if (const QString words = wordsOf(answer); !words.isEmpty())
        failure->reason += L1(": ") + words;
    return failure;
}

bool saysNotFound(const DestinationAnswer &answer)
{
    return answer.status == 404 && answer.complete && answer.json().isObject();
}

QStringList neededScopes(const DestinationAnswer &answer)
{
    const QJsonObject body = shownBody(answer);
    QStringList scopes;
    appendScopes(scopes, body.value(L1("context")).toObject());
    const QJsonArray errors = body.value(L1("errors")).toArray();
    for (const QJsonValue error : errors)
        appendScopes(scopes, error.toObject().value(L1("context")).toObject());
    scopes.removeDuplicates();
    scopes.removeAll(QString());
    return scopes;
}

Called<QString> hubspotId(const DestinationAnswer &answer)
{
    if (const auto failure = hubspotFailure(answer))
        return std::unexpected(*failure);
    QString id = answer.json().toObject().value(L1("id")).toVariant().toString();
    if (id.isEmpty())
        return std::unexpected(notUnderstood(answer, QStringLiteral("an id")));
    return id;
}

Called<QString> upsertedId(const DestinationAnswer &answer)
{
    if (const auto failure = hubspotFailure(answer))
        return std::unexpected(*failure);
    const QJsonObject result = answer.json().toObject().value(L1("results")).toArray().first().toObject();
    QString id = result.value(L1("id")).toVariant().toString();
    if (!id.isEmpty())
        return id;
    if (const auto failure = failureInside(answer))
        return std::unexpected(*failure);
    return std::unexpected(notUnderstood(answer, QStringLiteral("an id")));
}

QString existingId(const DestinationAnswer &answer)
{
    static const QRegularExpression pattern(QStringLiteral("Existing ID: *([0-9]+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (answer.status != 409)
        return {};
    const auto found = pattern.match(answer.json().toObject().value(L1("message")).toString());
    return found.hasMatch() ? found.captured(1) : QString();
}

QJsonObject hubspotProperties(const QJsonObject &fields)
{
    QJsonObject properties;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonValue text = asText(field.value());
        const QJsonValue value = text.isString() ? fitting(field.key(), text.toString()) : text;
        if (value.isString())
            properties.insert(field.key(), value);
    }
    return properties;
}

QString bodyField(const QString &object)
{
    const KnownObject *const kind = known(object);
    return kind ? QString(kind->body) : QString();
}

QJsonObject withMarker(QJsonObject properties, const QString &object, const QString &key)
{
    const QString field = bodyField(object);
    const QString body = properties.value(field).toString();
    if (field.isEmpty() || body.contains(key))
        return properties;
    const QString marker = QStringLiteral("<br>[%1]").arg(key);
    properties.insert(field, QString(cutHtml(body, c_longestBody - marker.size(), c_bodyMark) + marker));
    return properties;
}

} // namespace earshot
