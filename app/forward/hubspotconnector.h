// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/connector.h"

namespace earshot {

/** HubSpot: contacts, and calls, communications or notes on their timelines (docs/crm/hubspot.md). Its search lags
 * behind its writes, so what has no property with unique values is never repeated on the word of a search. */
class HubSpotConnector final : public Connector
{
public:
    Certainty certainty(OutboxStep step, const Shipment &shipment) const override;

    QCoro::Task<Called<QList<CrmPerson>>> findPersons(Passage &passage) override;
    QCoro::Task<Called<CrmPerson>> createPerson(Passage &passage) override;

    QCoro::Task<Called<std::optional<CrmRecord>>> findRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> createRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> updateRecord(Passage &passage, CrmRecord record, QString person) override;
    QCoro::Task<Called<void>> link(Passage &passage, CrmRecord record, QString person) override;

    QCoro::Task<DestinationTest> test(Passage &passage) override;
};

} // namespace earshot
