// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/callfailure.h"
#include "app/forward/passage.h"

#include <chrono>
#include <map>
#include <memory>
#include <vector>

namespace earshot {

/** A record as the destination knows it. */
struct CrmRecord {
    QString id; ///< may be empty where the destination gives none
    QString url; ///< where a person sees it; null if nobody knows
};

/** What may be done after the answer to a write was lost. */
struct Certainty {
    enum class Repeat {
        Harmless, ///< the write carries a key that the destination knows again: simply repeat it
        AfterLook, ///< a look tells for sure whether it is there
        Unsure, ///< a look may miss what is there: if nothing is found, a person decides
    };

    Repeat repeat = Repeat::AfterLook;
    std::chrono::seconds lag{0}; ///< a look sees what was written so long ago
};

/** What a token may do, as one line of a test. */
struct RightCheck {
    QString what; ///< as in `write contacts`
    bool isThere = false;
    QString missing; ///< what to grant, in the destination's own words, as in `crm.objects.contacts.write`; else empty
};

/** What a destination made of a test. */
struct DestinationTest {
    bool accepted = false;
    QString words; ///< what came back, as in "answered 200"
    QList<RightCheck> rights = {}; ///< where its kind can tell
};

/** How one kind of destination is talked to. RecordFlow says what is done when; a connector only how. It keeps nothing
 * between calls but sessions, so one serves all destinations of its kind. Main thread; parameters of its coroutines are
 * taken by value or outlive them, as the passage does.
 *
 *  A failure of a write is Lost where it may have been carried out; see failureOf(). */
class Connector
{
public:
    virtual ~Connector() = default;

    /** Whether records hang on contacts. Without, the functions about persons are not called. */
    virtual bool hasContacts() const { return true; }

    /** Records under way to one destination at once, at most; 1 where looking and writing of two of them must not
     * cross. */
    virtual int mostAtOnce() const { return 16; }

    /** Of the steps Contact and Activity. */
    virtual Certainty certainty(OutboxStep step, const Shipment &shipment) const = 0;

    /** Those who have the phone number or, failing that, the e-mail address. All candidates, as far as one answer has
     * them. */
    virtual QCoro::Task<Called<QList<CrmPerson>>> findPersons(Passage &passage);
    /** Makes the contact, or gives back the one that is there already. A failure with candidates: several are there
     * that look like it, and a person chooses. */
    virtual QCoro::Task<Called<CrmPerson>> createPerson(Passage &passage);

    /** The record with the shipment's key, if there is one. @p person is whose it would be, as far as that is known:
     * some destinations list records only by person. */
    virtual QCoro::Task<Called<std::optional<CrmRecord>>> findRecord(Passage &passage, QString person) = 0;
    /** @p person is empty for a record that belongs to nobody. Gone: there is no such person. */
    virtual QCoro::Task<Called<CrmRecord>> createRecord(Passage &passage, QString person) = 0;
    /** Makes the record what the shipment says. May be repeated. Gone: there is no such record. */
    virtual QCoro::Task<Called<CrmRecord>> updateRecord(Passage &passage, CrmRecord record, QString person) = 0;
    /** Ties the record to the person, where createRecord() has not done so. May be repeated. */
    virtual QCoro::Task<Called<void>> link(Passage &passage, CrmRecord record, QString person);

    /** Whether the token works and has every right that is needed, without leaving anything there; what cannot be found
     * out otherwise may leave one record marked as a test. */
    virtual QCoro::Task<DestinationTest> test(Passage &passage) = 0;
};

/** A connector for each kind, by its word. */
using Connectors = std::map<QString, std::unique_ptr<Connector>>;

Connectors allConnectors();

} // namespace earshot
