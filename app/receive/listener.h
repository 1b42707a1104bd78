// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/counters.h"
#include "app/receive/hook.h"
#include "app/receive/listenersettings.h"
#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/deliverysink.h"

#include <QList>

#include <memory>

namespace earshot {

struct ReceiveContext;

/** The embedded HTTP listener: takes what platforms send to their hooks and hands it to the journal. A sender is
 * answered 200 only once its delivery is committed; until then its connection waits and costs no thread. */
class Listener
{
public:
    /** @p clock and @p sink must outlive the listener. */
    Listener(const ListenerSettings &settings, const Clock &clock, DeliverySink &sink);

    /** Stops. */
    ~Listener();

    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    /** Begins to listen and returns the port. Errors: ListenFailed names the address and the reason, setCertificate()'s
     * are those of a certificate. Once, by the owner's thread. */
    Result<quint16> start();

    /** Takes no more connections, waits until the sink has answered for every delivery it took and the senders have
     * heard it, then closes. The sink must work until then. By the owner's thread; a second time nothing happens. */
    void stop();

    /** The port listened on, 0 before start() and after stop(). */
    quint16 port() const;

    /** The hooks from the next request on, all others are unknown. A source's rate and the turns of its chosen answer
     * go on being counted. One thread at a time. */
    void setHooks(const QList<Hook> &hooks);

    /** Presents another certificate from the next handshake on; open connections go on. Errors: FileFailed and
     * BadArgument, and then the old one stays. Only where TLS is on. Any thread. */
    Result<void> setCertificate(const CertificateFiles &files);

    /** Any thread. */
    ListenerCounts counts() const;

    /** What was not answered 2xx since the last call, by source and status; answers that a person chose are among it.
     * Any thread. */
    QList<Refusals> takeRefusals();

private:
    struct Parts;

    const std::unique_ptr<ReceiveContext> m_context;
    std::unique_ptr<Parts> m_parts; ///< while listening
};

} // namespace earshot
