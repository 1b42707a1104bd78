// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/attempt.h"
#include "app/forward/connector.h"
#include "app/forward/httppassage.h"
#include "app/forward/mapper.h"
#include "models/store/writer.h"

#include <memory>

namespace earshot {

/** What forwarding works with. All must outlive it. */
struct ForwarderParts {
    Writer &writer;
    const Connectors &connectors;
    HttpExchanger &exchanger;
    Mapper &mapper;
    const Clock &clock;
};

/** How those who run are told to end. */
struct RunEnds {
    std::shared_ptr<bool> halted = std::make_shared<bool>(false); ///< nothing more goes out
    std::shared_ptr<bool> abandoned = std::make_shared<bool>(false); ///< nor is anything stored: the parts may be gone
};

/** What an attempt came to, with all that was said. */
struct AttemptRunEnd {
    FlowOutcome outcome;
    QList<LoggedExchange> log;
};

/** Carries out one attempt: renders its body where that is to be done, then carries the record. @p attempt has its
 * secrets. Main thread. */
QCoro::Task<AttemptRunEnd> runAttempt(ForwarderParts parts, Attempt attempt, std::shared_ptr<RequestPace> pace,
                                      RunEnds ends);

} // namespace earshot
