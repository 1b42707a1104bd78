// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/recordflow.h"

#include <QPromise>
#include <QStringList>

namespace earshot {

/** A CRM in memory, reached by a connector. Keys are unique in it only if told so. */
class FakeCrm final : public Connector
{
public:
    enum class Call { FindPersons, CreatePerson, FindRecord, CreateRecord, UpdateRecord, Link };

    /** What becomes of one call: it fails, after it was carried out or instead. */
    struct Fault {
        CallFailure::Kind kind = CallFailure::Kind::Lost;
        bool isCarriedOut = false;
    };

    struct Record {
        QString id;
        QString key;
        QByteArray body;
        QString person; ///< it hangs on
    };

    static QString wordOf(Call call);

    /** The next call of that kind ends so; several in their order. */
    void fail(Call call, Fault fault) { m_faults.append({call, fault}); }

    /** The next call of that kind waits until it is released: before it is carried out, or with its answer. */
    void hold(Call call, bool isCarriedOut);

    bool isHolding() const { return m_isHolding; }

    void release();

    QList<CrmPerson> persons;
    QList<Record> records;
    QStringList calls; ///< as they came
    bool keysAreUnique = false; ///< what is made again is given back
    bool tiesOnCreation = true;
    bool refusesUnknownPersons = true;
    bool looksAreBlind = false; ///< finds nothing, as a search that lags
    QList<CrmPerson> lookAlikes; ///< why no contact is made
    Certainty contactCertainty;
    Certainty recordCertainty;
    bool withContacts = true;

    bool hasContacts() const override { return withContacts; }

    Certainty certainty(OutboxStep step, const Shipment & /*shipment*/) const override
    {
        return step == OutboxStep::Contact ? contactCertainty : recordCertainty;
    }

    QCoro::Task<Called<QList<CrmPerson>>> findPersons(Passage &passage) override;
    QCoro::Task<Called<CrmPerson>> createPerson(Passage &passage) override;
    QCoro::Task<Called<std::optional<CrmRecord>>> findRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> createRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> updateRecord(Passage &passage, CrmRecord record, QString person) override;
    QCoro::Task<Called<void>> link(Passage &passage, CrmRecord record, QString person) override;
    QCoro::Task<DestinationTest> test(Passage &passage) override;

private:
    std::optional<Fault> faultOf(Call call);
    /** Called before and after each call is carried out. */
    QCoro::Task<> wait(Call call, bool isCarriedOut);
    CrmPerson makePerson(const Shipment &shipment);
    CrmRecord makeRecord(const Shipment &shipment, const QString &person);
    bool isUnknown(const QString &person) const;

    QList<std::pair<Call, Fault>> m_faults;
    std::optional<std::pair<Call, bool>> m_held;
    QPromise<void> m_gate;
    bool m_isHolding = false;
    int m_ids = 0;
};

/** A passage on which nothing goes. */
class FakePassage final : public Passage
{
public:
    explicit FakePassage(const Shipment &shipment)
        : m_shipment(shipment)
    {
    }

    const Shipment &shipment() const override { return m_shipment; }

    QCoro::Task<DestinationAnswer> exchange(CrmRequest request) override;

private:
    const Shipment m_shipment;
};

/** A memory that outlives the flow, as a store does. */
class FakeKeeper final : public StepKeeper
{
public:
    explicit FakeKeeper(const Clock &clock)
        : m_clock(clock)
    {
    }

    StepStates kept;
    std::optional<CrmPerson> person;
    int changes = 0; ///< so far
    std::optional<int> diesAt; ///< that change and all after it fail
    bool diesAfterwards = false; ///< that very change is kept

    StepStates steps() const override { return kept; }

    std::optional<CrmPerson> knownPerson() const override { return person; }

    QCoro::Task<Result<void>> begin(OutboxStep step) override;
    QCoro::Task<Result<void>> finish(OutboxStep step, CrmRecord record) override;
    QCoro::Task<Result<void>> forget(OutboxStep step) override;
    QCoro::Task<Result<void>> keepPerson(CrmPerson known) override;
    QCoro::Task<Result<void>> forgetPerson() override;

private:
    Result<void> change(const std::function<void()> &work);

    const Clock &m_clock;
};

} // namespace earshot
