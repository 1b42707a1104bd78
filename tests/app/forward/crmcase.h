// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/recordflow.h"

#include <QJsonObject>
#include <QSet>

#include <deque>

namespace earshot {

/** A CRM that lives in the test: it gets what a connector asks, keeps what is written, and meets with mishaps. */
class VendorCrm : public Passage
{
public:
    /** What becomes of a request. */
    struct Mishap {
        enum class Kind {
            None,
            AnswerLost, ///< carried out, but the answer never comes
            NeverArrives, ///< cut off before it was carried out, which nobody can know
            NotSent, ///< no connection
            Answered, ///< not carried out, answered with this instead
        };
        Kind kind = Kind::None;
        int status = 0;
        QByteArray body = {};
        QByteArray contentType = "application/json";
        QString statusReason = {};
    };

    explicit VendorCrm(Shipment shipment)
        : m_shipment(std::move(shipment))
    {
    }

    const Shipment &shipment() const override { return m_shipment; }

    Shipment &changeShipment() { return m_shipment; }

    QCoro::Task<DestinationAnswer> exchange(CrmRequest request) final;

    /** The next request of that purpose meets with it; in the order of the calls. */
    void meet(const QString &purpose, const Mishap &mishap) { m_mishaps.emplace_back(purpose, mishap); }

    const QList<CrmRequest> &requests() const { return m_requests; }

    QStringList purposes() const;
    /** The body of the latest request of that purpose. */
    QJsonObject bodyOf(const QString &purpose) const;

protected:
    /** Carries the request out. */
    virtual DestinationAnswer handle(const CrmRequest &request) = 0;

    static DestinationAnswer answered(int status, const QByteArray &body);
    static DestinationAnswer answered(int status, const QJsonValue &body);

private:
    Mishap mishapFor(const QString &purpose);

    Shipment m_shipment;
    std::deque<std::pair<QString, Mishap>> m_mishaps;
    QList<CrmRequest> m_requests;
};

/** Keeps steps in memory. */
class MemoryKeeper final : public StepKeeper
{
public:
    explicit MemoryKeeper(const Clock &clock)
        : m_clock(clock)
    {
    }

    StepStates steps() const override { return m_steps; }

    std::optional<CrmPerson> knownPerson() const override { return m_person; }

    QCoro::Task<Result<void>> begin(OutboxStep step) override;
    QCoro::Task<Result<void>> finish(OutboxStep step, CrmRecord record) override;
    QCoro::Task<Result<void>> forget(OutboxStep step) override;
    QCoro::Task<Result<void>> keepPerson(CrmPerson person) override;
    QCoro::Task<Result<void>> forgetPerson() override;

    /** A later version is wanted: all is done but the record, which has to be changed. */
    void want();

private:
    const Clock &m_clock;
    StepStates m_steps;
    std::optional<CrmPerson> m_person;
};

/** A clock that stands until it is moved. */
class StandingClock final : public Clock
{
public:
    Timestamp now() const override { return m_now; }

    void move(std::chrono::seconds by) { m_now += by; }

private:
    Timestamp m_now = fromMicroseconds(1'778'760'000'000'000);
};

/** Carries the shipment of @p passage, and waits for it. */
FlowOutcome carried(Connector &connector, Passage &passage, StepKeeper &keeper, const Clock &clock);

/** The outcome as one word: delivered, perhaps written, which contact, look later, broken, or the kind of failure. */
QString outcomeWord(const FlowOutcome &outcome);

/** Why it is no delivery; empty if it is one. */
QString outcomeReason(const FlowOutcome &outcome);

} // namespace earshot
