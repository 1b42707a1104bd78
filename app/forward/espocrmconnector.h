// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/connector.h"

namespace earshot {

/** EspoCRM: contacts, and calls or meetings in their history (docs/crm/espocrm.md). What was written is seen by the
 * next look at once, so a record is never made twice. */
class EspoCrmConnector final : public Connector
{
public:
    Certainty certainty(OutboxStep step, const Shipment &shipment) const override;

    QCoro::Task<Called<QList<CrmPerson>>> findPersons(Passage &passage) override;
    QCoro::Task<Called<CrmPerson>> createPerson(Passage &passage) override;

    QCoro::Task<Called<std::optional<CrmRecord>>> findRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> createRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> updateRecord(Passage &passage, CrmRecord record, QString person) override;

    QCoro::Task<DestinationTest> test(Passage &passage) override;
};

} // namespace earshot
