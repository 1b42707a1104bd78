// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/addresscounts.h"
#include "app/receive/answerdelays.h"
#include "app/receive/answerset.h"
#include "app/receive/bodybudget.h"
#include "app/receive/counters.h"
#include "app/receive/gate.h"
#include "app/receive/hooktable.h"
#include "app/receive/listenersettings.h"
#include "app/receive/tlscredentials.h"
#include "models/base/clock.h"
#include "models/domain/deliverysink.h"

#include <atomic>
#include <chrono>
#include <memory>

namespace earshot {

/** What all requests of one listener share. Any thread. */
struct ReceiveContext {
    ReceiveContext(const ListenerSettings &listenerSettings, const Clock &systemClock, DeliverySink &deliverySink)
        : settings(listenerSettings)
        , clock(systemClock)
        , sink(deliverySink)
        , trustedProxies(listenerSettings.trustedProxies)
        , addresses(listenerSettings.maxConnectionsPerAddress,
                    NetworkSet(listenerSettings.unlimitedNetworks + listenerSettings.trustedProxies))
        , bodies(listenerSettings.maxInFlightBytes)
        , answers(listenerSettings.retryAfter)
    {
    }

    const ListenerSettings settings;
    const Clock &clock;
    DeliverySink &sink;
    std::atomic<std::shared_ptr<const HookTable>> hooks = std::make_shared<const HookTable>();
    const NetworkSet trustedProxies;
    AddressCounts addresses;
    std::atomic<std::shared_ptr<const TlsCredentials>> credentials; ///< for the next handshake; null without TLS
    BodyBudget bodies;
    Gate unfinished; ///< deliveries offered to the sink whose senders have not got their answer yet
    AnswerDelays delays; ///< run by the acceptor
    Counters counters;
    const AnswerSet answers;
    const std::chrono::steady_clock::time_point startedAt = std::chrono::steady_clock::now();
};

} // namespace earshot
