// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/connector.h"

#include <variant>

namespace earshot {

/** Where a flow keeps how far it has come, so that the next attempt goes on from there, also after kill -9. Each task
 * ends once that is on disk; an error ends the flow. */
class StepKeeper
{
public:
    virtual ~StepKeeper() = default;

    virtual StepStates steps() const = 0; ///< as they are now
    /** The contact known for the shipment's contact key; nothing if none is. */
    virtual std::optional<CrmPerson> knownPerson() const = 0;

    virtual QCoro::Task<Result<void>> begin(OutboxStep step) = 0;
    virtual QCoro::Task<Result<void>> finish(OutboxStep step, CrmRecord record) = 0;
    virtual QCoro::Task<Result<void>> forget(OutboxStep step) = 0;
    virtual QCoro::Task<Result<void>> keepPerson(CrmPerson person) = 0;
    virtual QCoro::Task<Result<void>> forgetPerson() = 0;
};

/** The destination has the version. */
struct Delivered {
    CrmRecord record;
};

/** A write may or may not have been carried out, and no look will tell: a person decides. */
struct PerhapsWritten {
    OutboxStep step = OutboxStep::Activity;
    QString reason;
};

/** Several contacts fit: a person chooses. */
struct WhichContact {
    QList<CrmPerson> candidates;
};

/** A look is of use only from then on. */
struct LookLater {
    Timestamp time;
    QString reason;
};

/** What Earshot itself failed at. */
struct FlowBroken {
    Error error;
};

using FlowOutcome = std::variant<Delivered, CallFailure, PerhapsWritten, WhichContact, LookLater, FlowBroken>;

/** Brings one record to a destination: find or make its contact, write the record, tie the two; begins where an earlier
 * attempt was left. Before a write whose answer was lost is repeated, it is looked for. A later version changes the
 * same record. All must outlive the task. */
QCoro::Task<FlowOutcome> carryRecord(Connector &connector, Passage &passage, StepKeeper &keeper, const Clock &clock);

} // namespace earshot
