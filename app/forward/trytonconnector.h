// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/connector.h"
#include "app/forward/trytonnotes.h"
#include "app/forward/trytonrpc.h"

namespace earshot {

/** Tryton: parties, and a note on the party for each call or chat (docs/crm/tryton.md). A party is made under a code of
 * its own, which Tryton keeps unique; of notes see TrytonNotes. */
class TrytonConnector final : public Connector
{
public:
    /** Two records of nobody would take the same empty note. */
    int mostAtOnce() const override { return 1; }

    Certainty certainty(OutboxStep step, const Shipment &shipment) const override;

    QCoro::Task<Called<QList<CrmPerson>>> findPersons(Passage &passage) override;
    QCoro::Task<Called<CrmPerson>> createPerson(Passage &passage) override;

    QCoro::Task<Called<std::optional<CrmRecord>>> findRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> createRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> updateRecord(Passage &passage, CrmRecord record, QString person) override;

    QCoro::Task<DestinationTest> test(Passage &passage) override;

private:
    QCoro::Task<Called<QList<CrmPerson>>> partiesWith(Passage &passage, QJsonArray mechanism);
    QCoro::Task<Called<CrmPerson>> makeParty(Passage &passage, QJsonObject fields);
    /** Whoever has the code that could not be given again for @p failure. */
    QCoro::Task<Called<CrmPerson>> partyOfCode(Passage &passage, QString code, CallFailure failure);
    /** The party that @p person names, or the one for records that belong to nobody. */
    QCoro::Task<Called<qint64>> partyOf(Passage &passage, QString person);

    TrytonRpc m_rpc;
    TrytonNotes m_notes{m_rpc};
};

} // namespace earshot
