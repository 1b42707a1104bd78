// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/destinationdesk.h"

#include "app/forward/conversationrecord.h"
#include "app/forward/httppassage.h"
#include "app/forward/personkey.h"
#include "app/forward/sampleconversation.h"
#include "models/store/outbox.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

namespace earshot {
namespace {

Shipment shipmentTo(const Destination &destination, const Secrets::Destination &secrets,
                    const WholeConversation &conversation, Timestamp now)
{
    Shipment shipment;
    shipment.destination = destination;
    shipment.secrets = secrets;
    shipment.recordKey = recordKey(conversation.sourceKey, conversation.key);
    shipment.version = 1;
    shipment.deliveryKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    shipment.at = now;
    return shipment;
}

QString wordsOf(const JqError &error)
{
    if (error.line <= 0)
        return QStringLiteral("the mapping: %1").arg(error.message);
    return QStringLiteral("the mapping, line %1: %2").arg(error.line).arg(error.message);
}

QString unknownKind(const Destination &destination)
{
    return QStringLiteral("nobody knows how to talk to \"%1\"").arg(destination.kind);
}

QString indented(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return QString::fromUtf8(document.isNull() ? json : document.toJson(QJsonDocument::Indented)).trimmed();
}

QString wordsOf(const CrmPerson &person)
{
    QStringList parts;
    for (const QString &part : {person.name, person.phone, person.email}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    const QString id = QStringLiteral("(%1)").arg(person.id);
    return parts.isEmpty() ? person.id : QString(parts.join(QLatin1StringView(", ")) + QLatin1Char(' ') + id);
}

/** The record that an earlier sending has led to, if the destination has it. */
Result<std::optional<CrmRecord>> writtenRecord(const Database &database, const Destination &destination,
                                               qint64 conversation)
{
    const auto rows = outbox::ofConversation(database, conversation);
    if (!rows)
        return std::unexpected(rows.error());
    const auto row =
        std::ranges::find_if(*rows, [&](const OutboxRow &known) { return known.destination == destination.id; });
    if (row == rows->end())
        return std::optional<CrmRecord>();
    if (row->crmId.isNull() && row->sent == 0)
        return std::optional<CrmRecord>();
    return std::optional<CrmRecord>(CrmRecord{row->crmId, row->crmUrl});
}

} // namespace

Result<DryRunSubject> dryRunSubject(const Database &database, const Destination &destination, qint64 conversation)
{
    auto whole = readWholeConversation(database, conversation);
    if (!whole)
        return std::unexpected(whole.error());
    DryRunSubject subject;
    subject.person = personKeyOf(whole->record, destination);
    subject.contactKey = contactKeyOf(subject.person);
    subject.conversation = std::move(*whole);
    auto written = writtenRecord(database, destination, conversation);
    if (!written)
        return std::unexpected(written.error());
    subject.written = std::move(*written);
    if (subject.contactKey.isEmpty())
        return subject;
    auto known = outboxsteps::person(database, destination.id, subject.contactKey);
    if (!known)
        return std::unexpected(known.error());
    subject.known = std::move(*known);
    return subject;
}

DestinationDesk::DestinationDesk(JqRunner &runner, ExchangeSettings settings)
    : m_mapper(runner)
    , m_exchanger(settings)
{
}

Connector *DestinationDesk::connectorOf(const Destination &destination) const
{
    const auto known = m_connectors.find(destination.kind);
    return known == m_connectors.end() ? nullptr : known->second.get();
}

QCoro::Task<DestinationTest> DestinationDesk::test(Destination destination, Secrets::Destination secrets, Timestamp now)
{
    Connector *const connector = connectorOf(destination);
    if (connector == nullptr)
        co_return DestinationTest{false, unknownKind(destination)};
    const WholeConversation sample = sampleConversation(QUuid::createUuid().toString(QUuid::WithoutBraces), now);
    Shipment shipment = shipmentTo(destination, secrets, sample, now);
    const std::weak_ptr<const bool> here = m_here;
    QCoro::Task<Mapped> rendering = m_mapper.render(destination, sampleRecord(sample));
    const Mapped body = co_await rendering;
    if (here.expired())
        co_return DestinationTest{false, QStringLiteral("Earshot stops")};
    if (!body)
        co_return DestinationTest{false, wordsOf(body.error())};
    shipment.body = *body;
    HttpPassage passage(m_exchanger, shipment);
    QCoro::Task<DestinationTest> testing = connector->test(passage);
    co_return co_await testing;
}

QCoro::Task<ForwardDryRun> DestinationDesk::dryRun(Destination destination, Secrets::Destination secrets,
                                                   DryRunSubject subject, Timestamp now)
{
    ForwardDryRun run;
    Connector *const connector = connectorOf(destination);
    if (connector == nullptr) {
        run.problem = unknownKind(destination);
        co_return run;
    }
    const std::weak_ptr<const bool> here = m_here;
    QCoro::Task<Mapped> rendering = m_mapper.render(destination, conversationRecord(subject.conversation));
    const Mapped body = co_await rendering;
    if (here.expired() || !body) {
        run.problem = body ? QStringLiteral("Earshot stops") : wordsOf(body.error());
        co_return run;
    }
    run.body = indented(*body);

    Shipment shipment = shipmentTo(destination, secrets, subject.conversation, now);
    shipment.body = *body;
    shipment.person = subject.person;
    shipment.contactKey = subject.contactKey;
    HttpPassage passage(m_exchanger, shipment);
    QCoro::Task<Called<QString>> seekingContact = seekContact(*connector, passage, subject, run);
    const Called<QString> person = co_await seekingContact;
    if (!person) {
        run.problem = person.error().reason;
        co_return run;
    }
    QCoro::Task<Called<void>> seekingRecord = seekRecord(*connector, passage, subject, *person, run);
    const Called<void> asked = co_await seekingRecord;
    if (!asked)
        run.problem = asked.error().reason;
    co_return run;
}

QCoro::Task<Called<QString>> DestinationDesk::seekContact(Connector &connector, Passage &passage,
                                                          const DryRunSubject &subject, ForwardDryRun &run)
{
    const auto envelope = connector.hasContacts() ? readEnvelope(passage.shipment().body) : Result<CrmEnvelope>();
    if (!envelope)
        co_return std::unexpected(CallFailure{CallFailure::Kind::Wrong, envelope.error().detail, {}});
    if (envelope->contact.isEmpty() || subject.contactKey.isEmpty()) {
        run.contact = ForwardDryRun::Contact::None;
        co_return QString();
    }
    QList<CrmPerson> persons;
    if (subject.known) {
        persons = {*subject.known};
    } else {
        QCoro::Task<Called<QList<CrmPerson>>> finding = connector.findPersons(passage);
        const Called<QList<CrmPerson>> found = co_await finding;
        if (!found)
            co_return std::unexpected(found.error());
        persons = *found;
    }
    for (const CrmPerson &person : persons)
        run.contacts.append(wordsOf(person));
    if (persons.isEmpty())
        run.contact = ForwardDryRun::Contact::WouldBeMade;
    else
        run.contact = persons.size() == 1 ? ForwardDryRun::Contact::Found : ForwardDryRun::Contact::Several;
    co_return persons.size() == 1 ? persons.first().id : QString();
}

QCoro::Task<Called<void>> DestinationDesk::seekRecord(Connector &connector, Passage &passage,
                                                      const DryRunSubject &subject, QString person, ForwardDryRun &run)
{
    if (subject.written) {
        run.write = ForwardDryRun::Write::WouldBeChanged;
        run.recordUrl = subject.written->url;
        co_return Called<void>();
    }
    if (run.contact == ForwardDryRun::Contact::Several) // nothing is written before a person has chosen
        co_return Called<void>();
    QCoro::Task<Called<std::optional<CrmRecord>>> finding = connector.findRecord(passage, person);
    const Called<std::optional<CrmRecord>> found = co_await finding;
    if (!found)
        co_return std::unexpected(found.error());
    run.write = *found ? ForwardDryRun::Write::WouldBeChanged : ForwardDryRun::Write::WouldBeMade;
    if (*found)
        run.recordUrl = (*found)->url;
    co_return Called<void>();
}

} // namespace earshot
