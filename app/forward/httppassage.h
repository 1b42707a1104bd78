// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/httpexchanger.h"
#include "app/forward/passage.h"
#include "app/forward/requestpace.h"
#include "models/store/outboxlog.h"

#include <memory>

namespace earshot {

/** What holds a passage's requests back. */
struct PassageHold {
    std::shared_ptr<RequestPace> pace = {}; ///< of its destination; null: none
    std::shared_ptr<const bool> halted = {}; ///< once true, nothing goes out any more; null: never
};

/** A passage over HTTP. */
class HttpPassage final : public Passage
{
public:
    /** @p exchanger must outlive it, or the time until @p hold is halted. */
    HttpPassage(HttpExchanger &exchanger, Shipment shipment, PassageHold hold = {});

    const Shipment &shipment() const override { return m_shipment; }

    QCoro::Task<DestinationAnswer> exchange(CrmRequest request) override;

    /** What was asked and answered so far, without secrets. */
    const QList<LoggedExchange> &log() const { return m_log; }

private:
    QCoro::Task<> turn();

    bool isHalted() const { return m_hold.halted && *m_hold.halted; }

    HttpExchanger &m_exchanger;
    const Shipment m_shipment;
    const PassageHold m_hold;
    QList<LoggedExchange> m_log;
};

/** The request and its answer as the log of attempts keeps them. */
LoggedExchange logged(const Destination &destination, const Secrets::Destination &secrets, const CrmRequest &request,
                      const DestinationAnswer &answer);

} // namespace earshot
