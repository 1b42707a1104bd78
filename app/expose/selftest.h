// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <qcorotask.h>

namespace earshot {

/** One thing on the way from a sender to the listener. */
enum class SelfTestStep {
    Listener, ///< Earshot answers at its own address
    PublicAddress, ///< there is one, and it fits what the platform takes
    Name, ///< the name has an address
    Port, ///< something takes connections there
    Certificate, ///< TLS, for that name, from an authority everybody knows
    Answer, ///< it is this Earshot that answers there
    RoundTrip, ///< an event comes through the hook unharmed
    LargeEvent, ///< so does one of a mebibyte
    SenderAddress, ///< the listener sees who sent it
};

/** What a step found. */
struct SelfTestFinding {
    enum class Result { Passed, Warning, Failed, Skipped };

    SelfTestStep step = SelfTestStep::Listener;
    Result result = Result::Skipped;
    QString detail; ///< what was seen and, if it blocks, what to do; English, without secrets

    friend bool operator==(const SelfTestFinding &, const SelfTestFinding &) = default;
};

/** What is tested. */
struct SelfTestRequest {
    QString localBase; ///< of the listener, as in `http://127.0.0.1:8765`; empty while it does not listen
    QString publicBase; ///< as in `https://hooks.example`; empty if there is none
    QString tunnelProblem; ///< why the tunnel is down; empty if it is up or there is none
    QString sourceName;
    QString platform; ///< of the source: some take only https
    QByteArray token; ///< of its hook: a secret
    QString ownCertificate; ///< the listener's own, where it has TLS; trusted for the local address
    QStringList caFiles; ///< trusted besides the system's for the public address; for tests
    Timestamp now;
};

/** Looks at the way step by step and sends one event round the whole of it: out to the public address and back in
 * through the hook. What it sends is marked (app/receive/probe.h) and is not stored. All steps are told; those after
 * one that blocks are skipped. Redirects are not followed, as senders do not follow them. Takes a minute at most. Needs
 * an event loop. */
QCoro::Task<QList<SelfTestFinding>> runSelfTest(SelfTestRequest request);

/** Nothing failed. */
bool isReachable(const QList<SelfTestFinding> &findings);

} // namespace earshot
