// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/espocrmconnector.h"

#include "app/forward/espocrmapi.h"
#include "app/forward/phonematch.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr L1 c_contact("Contact");
constexpr L1 c_usualEntity("Call");
constexpr L1 c_description("description");
constexpr L1 c_equals("equals");
/** What was cut off on its way may still be carried out there. */
constexpr std::chrono::seconds c_keyedLag(5);
constexpr std::chrono::seconds c_markedLag(15); ///< nothing there refuses a second one
/** A 500 may pass, so it is tried again; but the same answer comes for ever for a key that a deleted record holds. */
constexpr int c_patience = 4;

/** A shipment, as EspoCRM is to hold it. */
struct Prepared {
    QString entity;
    QJsonObject fields;
    QString key;
};

CallFailure wrong(const QString &reason)
{
    return {.kind = CallFailure::Kind::Wrong, .reason = reason, .answer = {}};
}

bool isName(const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z][A-Za-z0-9]*$"));
    return pattern.match(word).hasMatch();
}

/** Fields without those that are null, which EspoCRM may refuse where a default would do. */
QJsonObject withoutNulls(const QJsonObject &fields)
{
    QJsonObject known;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (!field.value().isNull())
            known.insert(field.key(), field.value());
    }
    return known;
}

QString markerOf(const QString &key)
{
    return QLatin1Char('[') + key + QLatin1Char(']');
}

/** The record's key: in its field, or at the end of the description. */
void insertKey(const EspoCrmApi &api, Prepared &made)
{
    if (!api.keyField().isEmpty()) {
        made.fields.insert(api.keyField(), made.key);
        return;
    }
    const QString text = made.fields.value(c_description).toString();
    if (!text.contains(markerOf(made.key)))
        made.fields.insert(c_description, QString(text + (text.isEmpty() ? L1() : L1("\n\n")) + markerOf(made.key)));
}

Called<Prepared> prepared(const EspoCrmApi &api, const Shipment &shipment)
{
    const Result<CrmEnvelope> envelope = readEnvelope(shipment.body);
    if (!envelope)
        return std::unexpected(wrong(envelope.error().detail));
    const QString entity = envelope->object.isEmpty() ? QString(c_usualEntity) : envelope->object;
    if (!isName(entity))
        return std::unexpected(wrong(QStringLiteral("\"%1\" is no kind of records in EspoCRM").arg(entity)));
    const QString key = api.keyField().isEmpty() ? shipment.recordKey : fittingKey(shipment.recordKey);
    Prepared made{.entity = entity, .fields = withoutNulls(envelope->record), .key = key};
    insertKey(api, made);
    return made;
}

/** What only a new record is given: whose it is may have been changed there since. */
QJsonObject withOwners(const EspoCrmApi &api, QJsonObject fields, const QString &person)
{
    const auto insertIfMissing = [&](const QString &name, const QJsonValue &value) {
        if (!fields.contains(name))
            fields.insert(name, value);
    };
    if (!api.assignedUser().isEmpty())
        insertIfMissing(QStringLiteral("assignedUserId"), api.assignedUser());
    if (!person.isEmpty()) {
        insertIfMissing(QStringLiteral("parentType"), QString(c_contact));
        insertIfMissing(QStringLiteral("parentId"), person);
        insertIfMissing(QStringLiteral("contactsIds"), QJsonArray{person});
    }
    return fields;
}

CrmPerson personFrom(const EspoCrmApi &api, const QJsonObject &row)
{
    CrmPerson person;
    person.id = row.value(L1("id")).toString();
    person.name = row.value(L1("name")).toString();
    person.phone = row.value(L1("phoneNumber")).toString();
    person.email = row.value(L1("emailAddress")).toString();
    person.url = api.url(c_contact, person.id);
    return person;
}

QList<CrmPerson> personsIn(const EspoCrmApi &api, const DestinationAnswer &answer)
{
    QList<CrmPerson> persons;
    const QJsonArray rows = espocrmRows(answer);
    for (const QJsonValue row : rows) {
        if (const CrmPerson person = personFrom(api, row.toObject()); !person.id.isEmpty())
            persons.append(person);
    }
    return persons;
}

/** Whether a look-alike may be taken for the one that was to be made: one that has another number and another address
 * is a namesake, as far as anybody can tell. */
bool mayBe(const CrmPerson &held, const PersonKey &wanted)
{
    if (held.phone.isEmpty() && held.email.isEmpty())
        return true;
    const bool samePhone = !wanted.phone.isEmpty() && isSamePhone(held.phone, wanted.phone);
    const bool sameEmail = !wanted.email.isEmpty() && held.email.compare(wanted.email, Qt::CaseInsensitive) == 0;
    return samePhone || sameEmail;
}

/** The contact behind a 409, or the failure that has a person choose. */
Called<CrmPerson> lookAlike(const EspoCrmApi &api, const DestinationAnswer &answer, const PersonKey &wanted)
{
    const QList<CrmPerson> persons = personsIn(api, answer);
    if (persons.size() == 1 && mayBe(persons.first(), wanted))
        return persons.first();
    const QString reason = persons.isEmpty()
                               ? QStringLiteral("EspoCRM says there is such a contact, but not which")
                               : QStringLiteral("EspoCRM has %1 that look like this one").arg(persons.size());
    return std::unexpected(
        CallFailure{.kind = CallFailure::Kind::Wrong, .reason = reason, .answer = answer, .candidates = persons});
}

QCoro::Task<Called<QList<CrmPerson>>> personsBy(Passage &passage, QString attribute, QString value)
{
    const EspoCrmApi api(passage.shipment());
    const QStringList select{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("phoneNumber"),
                             QStringLiteral("emailAddress")};
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.find(QStringLiteral("find contact"), c_contact, c_equals, attribute, value, select));
    const DestinationAnswer answer = co_await asking;
    if (const auto failure = espocrmFailure(answer))
        co_return std::unexpected(*failure);
    if (!answer.json().toObject().value(L1("list")).isArray())
        co_return std::unexpected(notUnderstood(answer, QStringLiteral("a list")));
    co_return personsIn(api, answer);
}

/** A deleted record may hold the key for ever: it is not found, and none can be made in its place. */
CallFailure refusedForEver(CallFailure failure, const EspoCrmApi &api)
{
    failure.kind = CallFailure::Kind::Wrong;
    failure.reason += QStringLiteral(" again and again, and there is no record with this key: perhaps a deleted one "
                                     "still holds it in %1. Restore that one in EspoCRM, or remove it for good")
                          .arg(api.keyField());
    return failure;
}

} // namespace

Certainty EspoCrmConnector::certainty(OutboxStep step, const Shipment &shipment) const
{
    if (step == OutboxStep::Contact)
        return {.repeat = Certainty::Repeat::AfterLook, .lag = c_keyedLag}; // its duplicate check refuses a second one
    const EspoCrmApi api(shipment);
    return {.repeat = Certainty::Repeat::AfterLook, .lag = api.keyField().isEmpty() ? c_markedLag : c_keyedLag};
}

QCoro::Task<Called<QList<CrmPerson>>> EspoCrmConnector::findPersons(Passage &passage)
{
    const PersonKey person = passage.shipment().person;
    Called<QList<CrmPerson>> found = QList<CrmPerson>();
    const QStringList spellings = person.phone.isEmpty() ? QStringList() : phoneSpellings(person.phone);
    for (const QString &spelling : spellings) {
        QCoro::Task<Called<QList<CrmPerson>>> asking = personsBy(passage, QStringLiteral("phoneNumber"), spelling);
        found = co_await asking;
        if (!found || !found->isEmpty())
            co_return found;
    }
    if (!person.email.isEmpty()) {
        QCoro::Task<Called<QList<CrmPerson>>> asking = personsBy(passage, QStringLiteral("emailAddress"), person.email);
        found = co_await asking;
    }
    co_return found;
}

QCoro::Task<Called<CrmPerson>> EspoCrmConnector::createPerson(Passage &passage)
{
    const EspoCrmApi api(passage.shipment());
    const PersonKey key = passage.shipment().person;
    const Result<CrmEnvelope> envelope = readEnvelope(passage.shipment().body);
    if (!envelope)
        co_return std::unexpected(wrong(envelope.error().detail));
    QJsonObject fields = withoutNulls(envelope->contact);
    if (!api.assignedUser().isEmpty() && !fields.contains(L1("assignedUserId")))
        fields.insert(QStringLiteral("assignedUserId"), api.assignedUser());
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.create(QStringLiteral("make contact"), c_contact, fields));
    const DestinationAnswer answer = co_await asking;
    if (answer.status == 409 && answer.complete)
        co_return lookAlike(api, answer, key);
    const Called<QString> id = espocrmId(answer);
    if (!id)
        co_return std::unexpected(id.error());
    co_return CrmPerson{*id, key.name, key.phone, key.email, api.url(c_contact, *id)};
}

QCoro::Task<Called<std::optional<CrmRecord>>> EspoCrmConnector::findRecord(Passage &passage, QString /*person*/)
{
    const EspoCrmApi api(passage.shipment());
    const Called<Prepared> made = prepared(api, passage.shipment());
    if (!made)
        co_return std::unexpected(made.error());
    const bool isKeyed = !api.keyField().isEmpty();
    const QString field = isKeyed ? api.keyField() : QString(c_description);
    const QString wanted = isKeyed ? made->key : markerOf(made->key);
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.find(QStringLiteral("look for the record"), made->entity,
                                  isKeyed ? c_equals : L1("contains"), field, wanted, {QStringLiteral("id"), field}));
    const DestinationAnswer answer = co_await asking;
    if (const auto failure = espocrmFailure(answer))
        co_return std::unexpected(*failure);
    if (!answer.json().toObject().value(L1("list")).isArray())
        co_return std::unexpected(notUnderstood(answer, QStringLiteral("a list")));
    const QJsonArray rows = espocrmRows(answer);
    for (const QJsonValue row : rows) {
        // "contains" takes % and _ of a key for any characters.
        const QString held = row.toObject().value(field).toString();
        const QString id = row.toObject().value(L1("id")).toString();
        if (!id.isEmpty() && (held.contains(wanted) || (isKeyed && held.isEmpty())))
            co_return CrmRecord{id, api.url(made->entity, id)};
    }
    co_return std::nullopt;
}

QCoro::Task<Called<CrmRecord>> EspoCrmConnector::createRecord(Passage &passage, QString person)
{
    const EspoCrmApi api(passage.shipment());
    const Called<Prepared> made = prepared(api, passage.shipment());
    if (!made)
        co_return std::unexpected(made.error());
    CrmRequest request =
        api.create(QStringLiteral("write the record"), made->entity, withOwners(api, made->fields, person));
    request.headers.append(std::pair<QByteArray, QByteArray>("X-Skip-Duplicate-Check",
                                                             "true")); // two calls of a person may well look alike
    QCoro::Task<DestinationAnswer> asking = passage.exchange(request);
    const DestinationAnswer answer = co_await asking;
    const Called<QString> id = espocrmId(answer);
    if (id)
        co_return CrmRecord{*id, api.url(made->entity, *id)};
    const bool mayBeClash = answer.status == 500 && answer.complete && !api.keyField().isEmpty();
    if (!mayBeClash)
        co_return std::unexpected(id.error());
    // A unique field's clash is a 500 with an empty body: then the record is there, if it is not a deleted one.
    QCoro::Task<Called<std::optional<CrmRecord>>> looking = findRecord(passage, person);
    const Called<std::optional<CrmRecord>> found = co_await looking;
    if (found && *found)
        co_return **found;
    const bool isForEver = found && passage.shipment().attempt >= c_patience;
    co_return std::unexpected(isForEver ? refusedForEver(id.error(), api) : id.error());
}

QCoro::Task<Called<CrmRecord>> EspoCrmConnector::updateRecord(Passage &passage, CrmRecord record, QString /*person*/)
{
    const EspoCrmApi api(passage.shipment());
    const Called<Prepared> made = prepared(api, passage.shipment());
    if (!made)
        co_return std::unexpected(made.error());
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.change(QStringLiteral("change the record"), made->entity, record.id, made->fields));
    const DestinationAnswer answer = co_await asking;
    const Called<QString> id = espocrmId(answer);
    if (!id)
        co_return std::unexpected(id.error());
    co_return CrmRecord{record.id, record.url.isEmpty() ? api.url(made->entity, record.id) : record.url};
}

} // namespace earshot
