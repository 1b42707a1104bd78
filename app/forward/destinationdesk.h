// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/connector.h"
#include "app/forward/httpexchanger.h"
#include "app/forward/mapper.h"
#include "models/domain/forwarding.h"
#include "models/store/wholeconversation.h"

namespace earshot {

/** A conversation and what is known of it at a destination. */
struct DryRunSubject {
    WholeConversation conversation;
    PersonKey person;
    QString contactKey; ///< null for a record that belongs to nobody
    std::optional<CrmPerson> known; ///< the contact that earlier records hang on
    std::optional<CrmRecord> written; ///< the record, if the destination has it
};

/** Error: NotFound for a conversation that the store does not hold. In the connection's thread. */
Result<DryRunSubject> dryRunSubject(const Database &database, const Destination &destination, qint64 conversation);

/** What a person asks of a destination outside the outbox: whether it works, and what it would do. What is under way
 * when it goes ends without an answer. Main thread. */
class DestinationDesk
{
public:
    /** @p runner must outlive it. */
    explicit DestinationDesk(JqRunner &runner, ExchangeSettings settings = {});

    /** Has its kind look at token and rights; a webhook is sent one made-up conversation, by its mapping, marked
     * `"test": true`. */
    QCoro::Task<DestinationTest> test(Destination destination, Secrets::Destination secrets, Timestamp now);

    /** Renders the conversation, looks for its contact and its record, and changes nothing. */
    QCoro::Task<ForwardDryRun> dryRun(Destination destination, Secrets::Destination secrets, DryRunSubject subject,
                                      Timestamp now);

private:
    /** The id of the one contact that fits; empty if there is none, or more than one. */
    QCoro::Task<Called<QString>> seekContact(Connector &connector, Passage &passage, const DryRunSubject &subject,
                                             ForwardDryRun &run);
    QCoro::Task<Called<void>> seekRecord(Connector &connector, Passage &passage, const DryRunSubject &subject,
                                         QString person, ForwardDryRun &run);
    /** Null for a kind that nobody knows (any more). */
    Connector *connectorOf(const Destination &destination) const;

    Mapper m_mapper;
    Connectors m_connectors = allConnectors();
    std::shared_ptr<const bool> m_here = std::make_shared<const bool>(true); ///< gone with the desk
    HttpExchanger m_exchanger; ///< last: goes first, and with it what is under way
};

} // namespace earshot
