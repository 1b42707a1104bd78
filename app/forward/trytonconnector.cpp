// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/trytonconnector.h"

#include "app/forward/phonematch.h"
#include "app/forward/trytonrights.h"

#include <QCryptographicHash>
#include <QUrl>

namespace earshot {
namespace {

using Kind = CallFailure::Kind;
using L1 = QLatin1StringView;
using tryton::clause;
using tryton::names;

constexpr int c_mostCandidates = 20;
constexpr int c_mostReplacements = 5; ///< parties merged into one another

std::unexpected<CallFailure> failed(Kind kind, const QString &reason, const DestinationAnswer &answer = {})
{
    return std::unexpected(CallFailure{kind, reason, answer});
}

/** Of sao, the web client, or of the desktop's, which opens tryton:// (tryton(1)). */
QString partyUrl(const Shipment &shipment, qint64 party)
{
    QString base = trytonOption(shipment, u"web_url");
    if (base.isEmpty() || party == 0)
        return {};
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    const QString separator = base.startsWith(L1("tryton://")) ? QStringLiteral("/") : QStringLiteral("/#");
    const QString database = QString::fromLatin1(QUrl::toPercentEncoding(trytonOption(shipment, u"database")));
    return base + separator + QStringLiteral("%1/model/party.party/%2").arg(database).arg(party);
}

/** The code of a party that has to be made. */
QString codeOf(const Shipment &shipment)
{
    const QString prefix = trytonOption(shipment, u"code_prefix");
    QString digits;
    for (const QChar c : shipment.person.phone) {
        if (c.isDigit())
            digits.append(c);
    }
    if (!digits.isEmpty())
        return prefix + digits;
    const QByteArray email = shipment.person.email.toLower().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(email, QCryptographicHash::Sha256).toHex().left(16);
    return email.isEmpty() ? QString() : QString(prefix + L1("MAIL-") + QString::fromLatin1(hash));
}

/** `[["create", […]]]`, Tryton's way to make the records of a list; those without a value are left out. */
QJsonArray mechanismsToMake(const QJsonArray &mechanisms)
{
    QJsonArray kept;
    for (const QJsonValue mechanism : mechanisms) {
        if (!mechanism.toObject().value(L1("value")).toString().isEmpty())
            kept.append(mechanism);
    }
    return kept.isEmpty() ? QJsonArray() : tryton::listOf(QJsonArray{QStringLiteral("create"), kept});
}

Called<QJsonObject> partyFields(const Shipment &shipment)
{
    const Result<CrmEnvelope> envelope = readEnvelope(shipment.body);
    if (!envelope)
        return failed(Kind::Wrong, envelope.error().detail);
    QJsonObject fields = envelope->contact;
    const QString mechanisms = QStringLiteral("contact_mechanisms");
    fields.insert(mechanisms, mechanismsToMake(fields.value(mechanisms).toArray()));
    if (const QString code = QStringLiteral("code"); fields.value(code).toString().isEmpty())
        fields.insert(code, codeOf(shipment));
    return fields;
}

CrmPerson personOf(const Shipment &shipment, const QJsonObject &party)
{
    const qint64 id = party.value(L1("id")).toInteger();
    const QString phone = party.value(L1("phone")).toString();
    return {QString::number(id), party.value(L1("rec_name")).toString(),
            phone.isEmpty() ? party.value(L1("mobile")).toString() : phone, party.value(L1("email")).toString(),
            partyUrl(shipment, id)};
}

QJsonArray personFields()
{
    return names({L1("rec_name"), L1("phone"), L1("mobile"), L1("email"), L1("active"), L1("replaced_by")});
}

} // namespace

/** Both steps look first, then are safe to repeat: see the class. */
Certainty TrytonConnector::certainty(OutboxStep /*step*/, const Shipment & /*shipment*/) const
{
    return {Certainty::Repeat::AfterLook, std::chrono::seconds(0)};
}

QCoro::Task<Called<QList<CrmPerson>>> TrytonConnector::partiesWith(Passage &passage, QJsonArray mechanism)
{
    const QJsonArray domain{QStringLiteral("contact_mechanisms"), QStringLiteral("where"), mechanism};
    QCoro::Task<Called<TrytonResult>> asking =
        m_rpc.call(passage, tryton::search(QStringLiteral("find contact"), QStringLiteral("party.party"), domain,
                                           c_mostCandidates, personFields()));
    const Called<TrytonResult> found = co_await asking;
    if (!found) {
        QCoro::Task<CallFailure> explaining = explainedByRights(m_rpc, passage, found.error());
        co_return std::unexpected(co_await explaining);
    }
    QList<CrmPerson> persons;
    for (const QJsonValue party : found->value.toArray())
        persons.append(personOf(passage.shipment(), party.toObject()));
    co_return persons;
}

QCoro::Task<Called<QList<CrmPerson>>> TrytonConnector::findPersons(Passage &passage)
{
    const PersonKey &person = passage.shipment().person;
    Called<QList<CrmPerson>> found;
    if (!person.phone.isEmpty()) {
        const QJsonArray spellings = QJsonArray::fromStringList(phoneSpellings(person.phone));
        const QJsonArray isPhone = clause(L1("type"), L1("in"), names({L1("phone"), L1("mobile")}));
        const QJsonArray isIt{QStringLiteral("OR"), clause(L1("value_compact"), L1("in"), spellings),
                              clause(L1("value"), L1("in"), spellings)};
        QCoro::Task<Called<QList<CrmPerson>>> finding = partiesWith(passage, QJsonArray{isPhone, isIt});
        found = co_await finding;
    }
    if (!found || !found->isEmpty() || person.email.isEmpty())
        co_return found;
    const QJsonArray isEmail = clause(L1("type"), L1("="), QStringLiteral("email"));
    const QJsonArray isIt = clause(L1("value"), L1("ilike"), tryton::escaped(person.email));
    QCoro::Task<Called<QList<CrmPerson>>> finding = partiesWith(passage, QJsonArray{isEmail, isIt});
    co_return co_await finding;
}

QCoro::Task<Called<CrmPerson>> TrytonConnector::partyOfCode(Passage &passage, QString code, CallFailure failure)
{
    QJsonArray domain = clause(L1("code"), L1("="), code);
    for (int i = 0; i < c_mostReplacements; ++i) {
        TrytonCall call = tryton::search(QStringLiteral("find contact by code"), QStringLiteral("party.party"), domain,
                                         1, personFields());
        call.context.insert(QStringLiteral("active_test"), false);
        QCoro::Task<Called<TrytonResult>> asking = m_rpc.call(passage, call);
        const Called<TrytonResult> found = co_await asking;
        if (!found)
            co_return std::unexpected(found.error());
        const QJsonObject party = found->value.toArray().at(0).toObject();
        if (party.isEmpty())
            break;
        if (tryton::isTrue(party.value(L1("active"))))
            co_return personOf(passage.shipment(), party);
        const qint64 successor = party.value(L1("replaced_by")).toInteger();
        if (successor == 0)
            co_return failed(Kind::Wrong, QStringLiteral("the contact with code %1 is deactivated in Tryton").arg(code),
                             failure.answer);
        domain = clause(L1("id"), L1("="), successor);
    }
    QCoro::Task<CallFailure> explaining = explainedByRights(m_rpc, passage, failure);
    co_return std::unexpected(co_await explaining);
}

QCoro::Task<Called<CrmPerson>> TrytonConnector::makeParty(Passage &passage, QJsonObject fields)
{
    const QString code = fields.value(L1("code")).toString();
    QCoro::Task<Called<TrytonResult>> asking =
        m_rpc.call(passage, {QStringLiteral("make contact"), QStringLiteral("model.party.party.create"),
                             tryton::listOf(tryton::listOf(fields))});
    const Called<TrytonResult> made = co_await asking;
    if (!made && isUserError(made.error())) { // most likely since the code is taken, by ourselves
        QCoro::Task<Called<CrmPerson>> finding = partyOfCode(passage, code, made.error());
        co_return co_await finding;
    }
    if (!made)
        co_return std::unexpected(made.error());
    const qint64 id = made->value.toArray().at(0).toInteger();
    if (id == 0)
        co_return std::unexpected(notUnderstood({}, QStringLiteral("an id")));
    const Shipment &shipment = passage.shipment();
    co_return CrmPerson{QString::number(id), fields.value(L1("name")).toString(), shipment.person.phone,
                        shipment.person.email, partyUrl(shipment, id)};
}

QCoro::Task<Called<CrmPerson>> TrytonConnector::createPerson(Passage &passage)
{
    const Called<QJsonObject> fields = partyFields(passage.shipment());
    if (!fields)
        co_return std::unexpected(fields.error());
    if (fields->value(L1("code")).toString().isEmpty())
        co_return failed(Kind::Wrong, QStringLiteral("a contact needs a phone number or an e-mail address"));
    QCoro::Task<Called<CrmPerson>> making = makeParty(passage, *fields);
    co_return co_await making;
}

QCoro::Task<Called<qint64>> TrytonConnector::partyOf(Passage &passage, QString person)
{
    if (!person.isEmpty())
        co_return person.toLongLong();
    const QString code = trytonOption(passage.shipment(), u"unknown_party");
    QCoro::Task<Called<TrytonResult>> asking =
        m_rpc.call(passage, tryton::search(QStringLiteral("find contact for nobody"), QStringLiteral("party.party"),
                                           clause(L1("code"), L1("="), code), 1, personFields()));
    const Called<TrytonResult> found = co_await asking;
    if (!found)
        co_return std::unexpected(found.error());
    if (const qint64 id = found->value.toArray().at(0).toObject().value(L1("id")).toInteger(); id != 0)
        co_return id;
    const QJsonObject fields{{QStringLiteral("code"), code},
                             {QStringLiteral("name"), QStringLiteral("Unknown callers")}};
    QCoro::Task<Called<CrmPerson>> making = makeParty(passage, fields);
    const Called<CrmPerson> made = co_await making;
    if (!made)
        co_return std::unexpected(made.error());
    co_return made->id.toLongLong();
}

QCoro::Task<Called<std::optional<CrmRecord>>> TrytonConnector::findRecord(Passage &passage, QString person)
{
    QCoro::Task<Called<qint64>> looking = m_notes.find(passage);
    const Called<qint64> note = co_await looking;
    if (!note)
        co_return std::unexpected(note.error());
    if (*note == 0)
        co_return std::optional<CrmRecord>();
    co_return CrmRecord{QString::number(*note), partyUrl(passage.shipment(), person.toLongLong())};
}

QCoro::Task<Called<CrmRecord>> TrytonConnector::createRecord(Passage &passage, QString person)
{
    QCoro::Task<Called<qint64>> choosing = partyOf(passage, person);
    const Called<qint64> party = co_await choosing;
    if (!party)
        co_return std::unexpected(party.error());
    QCoro::Task<Called<qint64>> putting = m_notes.put(passage, *party);
    const Called<qint64> note = co_await putting;
    if (!note)
        co_return std::unexpected(note.error());
    co_return CrmRecord{QString::number(*note), partyUrl(passage.shipment(), *party)};
}

QCoro::Task<Called<CrmRecord>> TrytonConnector::updateRecord(Passage &passage, CrmRecord record, QString person)
{
    QCoro::Task<Called<void>> changing = m_notes.change(passage, record.id.toLongLong());
    const Called<void> changed = co_await changing;
    if (!changed)
        co_return std::unexpected(changed.error());
    if (record.url.isEmpty())
        record.url = partyUrl(passage.shipment(), person.toLongLong());
    co_return record;
}

QCoro::Task<DestinationTest> TrytonConnector::test(Passage &passage)
{
    QCoro::Task<Called<void>> signing = m_rpc.signIn(passage);
    if (const Called<void> signedIn = co_await signing; !signedIn)
        co_return DestinationTest{false, signedIn.error().reason};
    QCoro::Task<Called<QList<RightCheck>>> asking = trytonRights(m_rpc, passage);
    const Called<QList<RightCheck>> rights = co_await asking;
    if (!rights)
        co_return DestinationTest{false, rights.error().reason};
    const bool isComplete = std::ranges::all_of(*rights, &RightCheck::isThere);
    const QString user = trytonOption(passage.shipment(), u"user");
    co_return DestinationTest{isComplete,
                              isComplete ? QStringLiteral("signed in as %1").arg(user)
                                         : QStringLiteral("signed in as %1, who lacks rights").arg(user),
                              *rights};
}

} // namespace earshot
