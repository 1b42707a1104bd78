// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/trytonharness.h"

#include <QJsonDocument>
#include <QTest>

namespace earshot {
namespace {

constexpr int c_patience = 30'000; // milliseconds

} // namespace

QByteArray trytonEnvelope(const QString &message, const QJsonObject &contactFields, const QJsonObject &recordFields)
{
    const QJsonArray mechanisms{
        QJsonObject{{QStringLiteral("type"), QStringLiteral("phone")},
                    {QStringLiteral("value"), QStringLiteral("+33612345678")}},
        QJsonObject{{QStringLiteral("type"), QStringLiteral("email")}, {QStringLiteral("value"), QJsonValue()}}};
    QJsonObject contact{{QStringLiteral("name"), QStringLiteral("Alice Durand")},
                        {QStringLiteral("contact_mechanisms"), mechanisms}};
    for (auto field = contactFields.begin(); field != contactFields.end(); ++field)
        contact.insert(field.key(), field.value());
    QJsonObject record{{QStringLiteral("message"), message}};
    for (auto field = recordFields.begin(); field != recordFields.end(); ++field)
        record.insert(field.key(), field.value());
    return QJsonDocument(QJsonObject{{QStringLiteral("object"), QStringLiteral("ir.note")},
                                     {QStringLiteral("contact"), contact},
                                     {QStringLiteral("record"), record}})
        .toJson();
}

QJsonObject mechanism(const QString &type, const QString &value)
{
    return {{QStringLiteral("type"), type}, {QStringLiteral("value"), value}};
}

TrytonHarness::TrytonHarness()
    : m_proxy(std::make_unique<CuttingProxy>(m_server.port(),
                                             [this](const QByteArray &request) { return m_plan.choose(request); }))
{
}

bool TrytonHarness::reset()
{
    shipment = {};
    m_exchanger = std::make_unique<HttpExchanger>();
    m_connector = std::make_unique<TrytonConnector>();
    shipment.destination.id = 1;
    shipment.destination.kind = QStringLiteral("tryton");
    shipment.destination.url = QStringLiteral("http://127.0.0.1:%1").arg(m_proxy->port());
    shipment.destination.options = {{QStringLiteral("database"), TrytonServer::database()},
                                    {QStringLiteral("user"), TrytonServer::admin()}};
    shipment.secrets.bearer = TrytonServer::password();
    shipment.recordKey = QStringLiteral("earshot:qhzkvbta:call:42");
    shipment.version = 1;
    shipment.person.phone = QStringLiteral("+33612345678");
    shipment.contactKey = QStringLiteral("+33612345678");
    shipment.body = trytonEnvelope(QStringLiteral("first"));
    return m_server.clear();
}

qint64 TrytonHarness::makeParty(const QString &name, const QList<QJsonObject> &mechanisms)
{
    QJsonArray made;
    for (const QJsonObject &mechanism : mechanisms)
        made.append(mechanism);
    QJsonArray create;
    create.append(QJsonArray{QStringLiteral("create"), made});
    return m_server.create(QStringLiteral("party.party"), {{QStringLiteral("name"), name},
                                                           {QStringLiteral("code"), name},
                                                           {QStringLiteral("contact_mechanisms"), create}});
}

bool TrytonHarness::limitUser()
{
    const qint64 group =
        m_server.create(QStringLiteral("res.group"), {{QStringLiteral("name"), QStringLiteral("People")}});
    const QJsonArray isParty{QStringLiteral("model"), QStringLiteral("="), QStringLiteral("party.party")};
    const QJsonArray models = m_server.search(QStringLiteral("ir.model"), isParty, {QStringLiteral("model")});
    const qint64 model = models.at(0)[QStringLiteral("id")].toInteger();
    const auto access = [&](const QJsonValue &whose, bool write) {
        return m_server.create(QStringLiteral("ir.model.access"), {{QStringLiteral("model"), model},
                                                                   {QStringLiteral("group"), whose},
                                                                   {QStringLiteral("perm_read"), true},
                                                                   {QStringLiteral("perm_write"), write},
                                                                   {QStringLiteral("perm_create"), write},
                                                                   {QStringLiteral("perm_delete"), false}});
    };
    const QJsonObject user{{QStringLiteral("name"), QStringLiteral("Earshot")},
                           {QStringLiteral("login"), QStringLiteral("earshot")},
                           {QStringLiteral("password"), QStringLiteral("Listen-2-calls!")}};
    shipment.destination.options.insert(QStringLiteral("user"), QStringLiteral("earshot"));
    shipment.secrets.bearer = "Listen-2-calls!";
    return access(QJsonValue(), false) > 0 && access(group, true) > 0
           && m_server.create(QStringLiteral("res.user"), user) > 0;
}

QStringList TrytonHarness::messages()
{
    QStringList messages;
    for (const QJsonValue note : m_server.search(QStringLiteral("ir.note"), {}, {QStringLiteral("message")}))
        messages.append(note.toObject().value(QStringLiteral("message")).toString());
    return messages;
}

QStringList TrytonHarness::recordMessages()
{
    return messages().filter(QStringLiteral("[earshot:"));
}

Called<CrmPerson> TrytonHarness::createPerson()
{
    HttpPassage way = passage();
    return QCoro::waitFor(m_connector->createPerson(way));
}

Called<QList<CrmPerson>> TrytonHarness::findPersons()
{
    HttpPassage way = passage();
    return QCoro::waitFor(m_connector->findPersons(way));
}

Called<CrmRecord> TrytonHarness::createRecord(const QString &person)
{
    Called<CrmRecord> made;
    const auto isOver = [&] {
        HttpPassage way = passage();
        made = QCoro::waitFor(m_connector->createRecord(way, person));
        return made || made.error().kind != CallFailure::Kind::Refused;
    };
    (void)QTest::qWaitFor(isOver, c_patience);
    return made;
}

Called<CrmRecord> TrytonHarness::updateRecord(const CrmRecord &record)
{
    Called<CrmRecord> changed;
    const auto isOver = [&] {
        HttpPassage way = passage();
        changed = QCoro::waitFor(m_connector->updateRecord(way, record, QString()));
        return changed || changed.error().kind != CallFailure::Kind::Refused;
    };
    (void)QTest::qWaitFor(isOver, c_patience);
    return changed;
}

Called<std::optional<CrmRecord>> TrytonHarness::findRecord()
{
    HttpPassage way = passage();
    return QCoro::waitFor(m_connector->findRecord(way, QString()));
}

DestinationTest TrytonHarness::test()
{
    HttpPassage way = passage();
    return QCoro::waitFor(m_connector->test(way));
}

} // namespace earshot
