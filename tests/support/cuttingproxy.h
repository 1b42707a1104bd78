// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QThread>

#include <functional>
#include <memory>

namespace earshot {

/** What happens to one request on its way through a bad network. */
struct NetworkFault {
    enum class Kind {
        None,
        CutBeforeRequest, ///< none of it reaches the server
        CutMidRequest, ///< half of it does
        CutBeforeAnswer, ///< the server has it; the answer is lost
        CutMidAnswer, ///< half of the answer comes
        DelayRequest, ///< it reaches the server late, while the client waits or is gone
        GhostRequest, ///< the connection is cut, and the request reaches the server late all the same
        DelayAnswer, ///< the answer comes late
    };

    Kind kind = Kind::None;
    int delayMs = 0;
};

/** Stands between a client and an HTTP server on this computer that answers one request per connection, and cuts,
 * delays and haunts. Runs in a thread of its own. */
class CuttingProxy
{
public:
    /** Decides about each request by its bytes; called in the proxy's thread. */
    using Chooser = std::function<NetworkFault(const QByteArray &request)>;

    CuttingProxy(quint16 target, Chooser choose);
    /** Cuts all connections. */
    ~CuttingProxy();

    quint16 port() const { return m_port; }

private:
    QThread m_thread;
    quint16 m_port = 0;
};

} // namespace earshot
