// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/hubspotconnector.h"

#include "app/forward/hubspotapi.h"
#include "app/forward/phonematch.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr L1 c_contacts("contacts");
constexpr L1 c_usualObject("calls");
// A search is said to see what was made after ten seconds, and what was changed after sixty.
constexpr std::chrono::seconds c_searchLag(15);
constexpr int c_mostCandidates = 20;
constexpr int c_mostOfAMoment = 100; ///< records with the same time

/** A shipment, as HubSpot is to hold it. */
struct Prepared {
    QString object;
    QJsonObject properties; ///< with the record's key, unless that is the upsert's own
    QString property; ///< that holds the key; empty for none
};

CallFailure wrong(const QString &reason)
{
    return {.kind = CallFailure::Kind::Wrong, .reason = reason, .answer = {}};
}

bool isName(const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9_-]+$"));
    return pattern.match(word).hasMatch();
}

Called<Prepared> prepared(const HubSpotApi &api, const Shipment &shipment)
{
    const Result<CrmEnvelope> envelope = readEnvelope(shipment.body);
    if (!envelope)
        return std::unexpected(wrong(envelope.error().detail));
    const QString object = envelope->object.isEmpty() ? QString(c_usualObject) : envelope->object;
    if (!isName(object))
        return std::unexpected(wrong(QStringLiteral("\"%1\" is no kind of objects in HubSpot").arg(object)));
    Prepared made{
        .object = object, .properties = hubspotProperties(envelope->record), .property = api.recordProperty(object)};
    if (!api.recordKey().isEmpty())
        made.property = api.recordKey();
    else if (!made.property.isEmpty())
        made.properties.insert(made.property, shipment.recordKey);
    else
        made.properties = withMarker(made.properties, object, shipment.recordKey);
    return made;
}

/** What a contact has that must be made. */
Called<QJsonObject> contactProperties(const Shipment &shipment)
{
    const Result<CrmEnvelope> envelope = readEnvelope(shipment.body);
    if (!envelope)
        return std::unexpected(wrong(envelope.error().detail));
    return hubspotProperties(envelope->contact);
}

/** Empty for what HubSpot would refuse as an address. */
QString emailOf(const Shipment &shipment)
{
    static const QRegularExpression pattern(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    return pattern.match(shipment.person.email).hasMatch() ? shipment.person.email : QString();
}

bool hasPhoneKey(const HubSpotApi &api, const Shipment &shipment)
{
    return !api.contactKey().isEmpty() && !shipment.person.phone.isEmpty();
}

QStringList contactFields(const HubSpotApi &api)
{
    QStringList fields{QStringLiteral("firstname"), QStringLiteral("lastname"), QStringLiteral("email")};
    fields += api.phoneProperties();
    if (!api.contactKey().isEmpty())
        fields.append(api.contactKey());
    fields.removeDuplicates();
    return fields;
}

QJsonObject oneOf(const QString &property, const QStringList &values)
{
    return {{QStringLiteral("propertyName"), property},
            {QStringLiteral("operator"), QStringLiteral("IN")},
            {QStringLiteral("values"), QJsonArray::fromStringList(values)}};
}

QJsonObject equals(const QString &property, const QString &value)
{
    return {{QStringLiteral("propertyName"), property},
            {QStringLiteral("operator"), QStringLiteral("EQ")},
            {QStringLiteral("value"), value}};
}

QJsonObject groupOf(const QJsonObject &filter)
{
    return {{QStringLiteral("filters"), QJsonArray{filter}}};
}

/** Any of the phone's spellings in any of the properties. HubSpot's calculated properties hold digits alone, some
 * without the country code; they are a help, not to be relied on. */
QJsonArray phoneGroups(const HubSpotApi &api, const QString &phone)
{
    constexpr qsizetype c_most = 5; // groups in one search
    QJsonArray groups;
    const QStringList spellings = phoneSpellings(phone);
    for (const QString &property : api.phoneProperties().first(std::min(c_most - 2, api.phoneProperties().size())))
        groups.append(groupOf(oneOf(property, spellings)));
    QStringList digits{QString(phone).remove(QLatin1Char('+'))};
    if (const QString national = nationalDigits(phone); !national.isEmpty())
        digits.append(national);
    for (const L1 calculated :
         {L1("hs_searchable_calculated_phone_number"), L1("hs_searchable_calculated_mobile_number")})
        groups.append(groupOf(oneOf(calculated, digits)));
    return groups;
}

CrmPerson personFrom(const HubSpotApi &api, const QJsonObject &contact)
{
    const QJsonObject fields = contact.value(L1("properties")).toObject();
    const auto field = [&](const QString &name) { return fields.value(name).toString(); };
    CrmPerson person;
    person.id = contact.value(L1("id")).toVariant().toString();
    person.name =
        QString(field(QStringLiteral("firstname")) + QLatin1Char(' ') + field(QStringLiteral("lastname"))).trimmed();
    person.email = field(QStringLiteral("email"));
    for (const QString &property : api.phoneProperties()) {
        if (person.phone.isEmpty())
            person.phone = field(property);
    }
    person.url = api.personUrl(person.id);
    return person;
}

/** A search finds by digits; what it found may be a number of another country. */
bool holdsPhone(const HubSpotApi &api, const QJsonObject &contact, const QString &phone)
{
    const QJsonObject fields = contact.value(L1("properties")).toObject();
    QStringList held;
    for (const QString &property : api.phoneProperties())
        held.append(fields.value(property).toString());
    held.removeAll(QString());
    // Without a word of what it holds, HubSpot's own match counts.
    return held.isEmpty() || std::ranges::any_of(held, [&](const QString &one) { return isSamePhone(one, phone); });
}

QList<CrmPerson> personsWith(const HubSpotApi &api, const QString &phone, const DestinationAnswer &answer)
{
    QList<CrmPerson> persons;
    const QJsonArray results = answer.json().toObject().value(L1("results")).toArray();
    for (const QJsonValue result : results) {
        if (holdsPhone(api, result.toObject(), phone))
            persons.append(personFrom(api, result.toObject()));
    }
    return persons;
}

QCoro::Task<Called<QList<CrmPerson>>> personByKey(Passage &passage, QString property, QString value)
{
    const HubSpotApi api(passage.shipment());
    QCoro::Task<DestinationAnswer> asking = passage.exchange(
        api.readByKey(QStringLiteral("find contact"), c_contacts, property, value, contactFields(api)));
    const DestinationAnswer answer = co_await asking;
    if (saysNotFound(answer))
        co_return QList<CrmPerson>();
    const Called<QString> id = hubspotId(answer);
    if (!id)
        co_return std::unexpected(id.error());
    co_return QList<CrmPerson>{personFrom(api, answer.json().toObject())};
}

QCoro::Task<Called<QList<CrmPerson>>> personsByPhone(Passage &passage)
{
    const HubSpotApi api(passage.shipment());
    const QString phone = passage.shipment().person.phone;
    QCoro::Task<DestinationAnswer> asking = passage.exchange(api.search(
        QStringLiteral("find contact"), c_contacts, phoneGroups(api, phone), contactFields(api), c_mostCandidates));
    const DestinationAnswer answer = co_await asking;
    if (const auto failure = hubspotFailure(answer))
        co_return std::unexpected(*failure);
    if (!answer.json().toObject().value(L1("results")).isArray())
        co_return std::unexpected(notUnderstood(answer, QStringLiteral("results")));
    co_return personsWith(api, phone, answer);
}

/** The time of a record in milliseconds, as a search wants it; empty for none. */
QString momentOf(const QJsonObject &properties)
{
    QString at = properties.value(L1("hs_timestamp")).toString();
    bool isNumber = false;
    at.toLongLong(&isNumber);
    if (isNumber)
        return at;
    const QDateTime time = QDateTime::fromString(at, Qt::ISODateWithMs);
    return time.isValid() ? QString::number(time.toMSecsSinceEpoch()) : QString();
}

/** The look for a record that has no property with unique values: by the plain property that holds its key, else among
 * those of the same time by the key at the end of the body. Nothing where neither can be asked. */
std::optional<CrmRequest> lookFor(const HubSpotApi &api, const Prepared &made, const QString &key)
{
    const QString purpose = QStringLiteral("look for the record");
    if (!made.property.isEmpty())
        return api.search(purpose, made.object, {groupOf(equals(made.property, key))}, {made.property}, 2);
    const QString moment = momentOf(made.properties);
    const QString body = bodyField(made.object);
    if (moment.isEmpty() || body.isEmpty())
        return std::nullopt;
    return api.search(purpose, made.object, {groupOf(equals(QStringLiteral("hs_timestamp"), moment))}, {body},
                      c_mostOfAMoment);
}

QString idOfKey(const DestinationAnswer &answer, const Prepared &made, const QString &key)
{
    const QString field = made.property.isEmpty() ? bodyField(made.object) : made.property;
    const QJsonArray results = answer.json().toObject().value(L1("results")).toArray();
    for (const QJsonValue result : results) {
        const QString held = result.toObject().value(L1("properties")).toObject().value(field).toString();
        if (made.property.isEmpty() ? held.contains(key) : held == key)
            return result.toObject().value(L1("id")).toVariant().toString();
    }
    return {};
}

/** Whether a record was refused since its contact is not there any more. */
QCoro::Task<bool> isGone(Passage &passage, QString person)
{
    const HubSpotApi api(passage.shipment());
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.read(QStringLiteral("is the contact there"), c_contacts, person, {}));
    const DestinationAnswer answer = co_await asking;
    co_return saysNotFound(answer);
}

} // namespace

Certainty HubSpotConnector::certainty(OutboxStep step, const Shipment &shipment) const
{
    const HubSpotApi api(shipment);
    const bool isKeyed = step == OutboxStep::Contact ? !emailOf(shipment).isEmpty() || hasPhoneKey(api, shipment)
                                                     : !api.recordKey().isEmpty();
    if (isKeyed)
        return {.repeat = Certainty::Repeat::Harmless};
    return {.repeat = Certainty::Repeat::Unsure, .lag = c_searchLag};
}

QCoro::Task<Called<QList<CrmPerson>>> HubSpotConnector::findPersons(Passage &passage)
{
    const HubSpotApi api(passage.shipment());
    const PersonKey person = passage.shipment().person;
    const QString email = emailOf(passage.shipment());
    Called<QList<CrmPerson>> found = QList<CrmPerson>();
    if (hasPhoneKey(api, passage.shipment())) {
        QCoro::Task<Called<QList<CrmPerson>>> asking = personByKey(passage, api.contactKey(), person.phone);
        found = co_await asking;
    }
    if (found && found->isEmpty() && !person.phone.isEmpty()) {
        QCoro::Task<Called<QList<CrmPerson>>> asking = personsByPhone(passage);
        found = co_await asking;
    }
    if (found && found->isEmpty() && !email.isEmpty()) {
        QCoro::Task<Called<QList<CrmPerson>>> asking = personByKey(passage, QStringLiteral("email"), email);
        found = co_await asking;
    }
    co_return found;
}

QCoro::Task<Called<CrmPerson>> HubSpotConnector::createPerson(Passage &passage)
{
    const HubSpotApi api(passage.shipment());
    const PersonKey key = passage.shipment().person;
    const QString email = emailOf(passage.shipment());
    Called<QJsonObject> fields = contactProperties(passage.shipment());
    if (!fields)
        co_return std::unexpected(fields.error());
    const bool byPhone = hasPhoneKey(api, passage.shipment());
    if (byPhone && !email.isEmpty())
        fields->insert(api.contactKey(), key.phone);

    const QString purpose = QStringLiteral("make contact");
    const bool isUpsert = byPhone || !email.isEmpty();
    CrmRequest request = !email.isEmpty() ? api.upsert(purpose, c_contacts, QStringLiteral("email"), email, *fields)
                         : byPhone        ? api.upsert(purpose, c_contacts, api.contactKey(), key.phone, *fields)
                                          : api.create(purpose, c_contacts, *fields, {});
    QCoro::Task<DestinationAnswer> asking = passage.exchange(request);
    const DestinationAnswer answer = co_await asking;
    Called<QString> id = isUpsert ? upsertedId(answer) : hubspotId(answer);
    if (const QString existing = existingId(answer); !existing.isEmpty())
        id = existing;
    if (!id)
        co_return std::unexpected(id.error());
    co_return CrmPerson{*id, key.name, key.phone, email, api.personUrl(*id)};
}

QCoro::Task<Called<std::optional<CrmRecord>>> HubSpotConnector::findRecord(Passage &passage, QString person)
{
    const HubSpotApi api(passage.shipment());
    const QString key = passage.shipment().recordKey;
    const Called<Prepared> made = prepared(api, passage.shipment());
    if (!made)
        co_return std::unexpected(made.error());
    const bool isKeyed = !api.recordKey().isEmpty();
    const std::optional<CrmRequest> request =
        isKeyed ? api.readByKey(QStringLiteral("look for the record"), made->object, api.recordKey(), key, {})
                : lookFor(api, *made, key);
    if (!request)
        co_return std::nullopt;
    QCoro::Task<DestinationAnswer> asking = passage.exchange(*request);
    const DestinationAnswer answer = co_await asking;
    if (isKeyed && saysNotFound(answer))
        co_return std::nullopt;
    if (const auto failure = hubspotFailure(answer))
        co_return std::unexpected(*failure);
    const Called<QString> id = isKeyed ? hubspotId(answer) : Called<QString>(idOfKey(answer, *made, key));
    if (!id)
        co_return std::unexpected(id.error());
    if (id->isEmpty())
        co_return std::nullopt;
    co_return CrmRecord{*id, api.recordUrl(made->object, *id, person)};
}

QCoro::Task<Called<CrmRecord>> HubSpotConnector::createRecord(Passage &passage, QString person)
{
    const HubSpotApi api(passage.shipment());
    const Called<Prepared> made = prepared(api, passage.shipment());
    if (!made)
        co_return std::unexpected(made.error());
    const QString purpose = QStringLiteral("write the record");
    const bool isKeyed = !api.recordKey().isEmpty();
    QCoro::Task<DestinationAnswer> asking = passage.exchange(
        isKeyed ? api.upsert(purpose, made->object, api.recordKey(), passage.shipment().recordKey, made->properties)
                : api.create(purpose, made->object, made->properties, person));
    const DestinationAnswer answer = co_await asking;
    Called<QString> id = isKeyed ? upsertedId(answer) : hubspotId(answer);
    if (const QString existing = existingId(answer); !existing.isEmpty())
        id = existing;
    if (id)
        co_return CrmRecord{*id, api.recordUrl(made->object, *id, person)};
    if (id.error().kind == CallFailure::Kind::Wrong && !isKeyed && !person.isEmpty()) {
        QCoro::Task<bool> asked = isGone(passage, person);
        if (co_await asked)
            id.error().kind = CallFailure::Kind::Gone;
    }
    co_return std::unexpected(id.error());
}

QCoro::Task<Called<CrmRecord>> HubSpotConnector::updateRecord(Passage &passage, CrmRecord record, QString person)
{
    const HubSpotApi api(passage.shipment());
    const Called<Prepared> made = prepared(api, passage.shipment());
    if (!made)
        co_return std::unexpected(made.error());
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.change(QStringLiteral("change the record"), made->object, record.id, made->properties));
    const DestinationAnswer answer = co_await asking;
    const Called<QString> id = hubspotId(answer);
    if (!id)
        co_return std::unexpected(id.error());
    co_return CrmRecord{record.id, record.url.isEmpty() ? api.recordUrl(made->object, record.id, person) : record.url};
}

QCoro::Task<Called<void>> HubSpotConnector::link(Passage &passage, CrmRecord record, QString person)
{
    const HubSpotApi api(passage.shipment());
    const Called<Prepared> made = prepared(api, passage.shipment());
    if (!made)
        co_return std::unexpected(made.error());
    QCoro::Task<DestinationAnswer> asking = passage.exchange(api.tie(made->object, record.id, person));
    const DestinationAnswer answer = co_await asking;
    if (const auto failure = hubspotFailure(answer))
        co_return std::unexpected(*failure);
    co_return Called<void>();
}

} // namespace earshot
