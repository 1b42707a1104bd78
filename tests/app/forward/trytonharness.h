// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/httppassage.h"
#include "app/forward/trytonconnector.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/trytonserver.h"

#include <mutex>

namespace earshot {

/** Faults for the next requests that call a method, told beforehand. */
class FaultPlan
{
public:
    void add(const QByteArray &method, NetworkFault fault)
    {
        const std::scoped_lock lock(m_mutex);
        m_faults.append({method, fault});
    }

    NetworkFault choose(const QByteArray &request)
    {
        const std::scoped_lock lock(m_mutex);
        for (qsizetype i = 0; i < m_faults.size(); ++i) {
            if (request.contains(QByteArray('"' + m_faults.at(i).first + '"')))
                return m_faults.takeAt(i).second;
        }
        return {};
    }

private:
    std::mutex m_mutex;
    QList<std::pair<QByteArray, NetworkFault>> m_faults;
};

/** A real Tryton behind a proxy, and a connector with a shipment for it: a call of +33612345678. */
class TrytonHarness
{
public:
    TrytonHarness();

    /** Null if the server runs. */
    QString problem() const { return m_server.problem(); }

    /** As at the beginning, with an empty Tryton; false if that fails. */
    bool reset();

    TrytonServer &server() { return m_server; }

    FaultPlan &plan() { return m_plan; }

    /** Makes a party whose code is its name; its id. */
    qint64 makeParty(const QString &name, const QList<QJsonObject> &mechanisms);
    /** Makes the user `earshot`, who may only read parties, and has the shipment sent as that user; false if that
     * fails.
     */
    bool limitUser();

    /** All notes, and those of records. */
    QStringList messages();
    QStringList recordMessages();

    /** A passage of the shipment as it is now. */
    HttpPassage passage() { return HttpPassage(*m_exchanger, shipment); }

    Called<CrmPerson> createPerson();
    Called<QList<CrmPerson>> findPersons();
    /** As the outbox does, also when it is refused for a second. */
    Called<CrmRecord> createRecord(const QString &person);
    Called<CrmRecord> updateRecord(const CrmRecord &record);
    Called<std::optional<CrmRecord>> findRecord();
    DestinationTest test();

    TrytonConnector &connector() { return *m_connector; }

    Shipment shipment;

private:
    TrytonServer m_server;
    FaultPlan m_plan;
    std::unique_ptr<CuttingProxy> m_proxy;
    std::unique_ptr<HttpExchanger> m_exchanger;
    std::unique_ptr<TrytonConnector> m_connector;
};

/** What a mapping makes of that call. */
QByteArray trytonEnvelope(const QString &message, const QJsonObject &contactFields = {},
                          const QJsonObject &recordFields = {});

/** A contact mechanism. */
QJsonObject mechanism(const QString &type, const QString &value);

} // namespace earshot
