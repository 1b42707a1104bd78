// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/listener.h"

#include "app/receive/acceptor.h"
#include "models/base/logging.h"

namespace earshot {
namespace {

constexpr qsizetype c_besidesLine = 64LL * 1024; // for the header of a request with the longest line

HttpDaemon::Limits ordinaryLimits(const ListenerSettings &settings)
{
    return {settings.maxHeaderBytes, settings.maxConnections};
}

HttpDaemon::Limits longLineLimits(const ListenerSettings &settings)
{
    return {settings.maxRequestLineBytes + c_besidesLine, settings.maxGetConnections};
}

} // namespace

/** Made in this order and ended in the other: the acceptor hands nothing to a daemon that has gone. */
struct Listener::Parts {
    Parts(ListenSocket socket, ReceiveContext &context)
        : port(socket.port)
        , closing(context.settings.lingerTime)
        , ordinary(ordinaryLimits(context.settings), context, connections, closing)
        , longLines(longLineLimits(context.settings), context, connections, closing)
        , acceptor(std::move(socket), {ordinary, longLines}, context, connections, closing)
    {
    }

    bool start() { return ordinary.isRunning() && longLines.isRunning() && acceptor.start(); }

    const quint16 port;
    ConnectionTable connections;
    ClosingSockets closing;
    HttpDaemon ordinary;
    HttpDaemon longLines;
    Acceptor acceptor;
};

Listener::Listener(const ListenerSettings &settings, const Clock &clock, DeliverySink &sink)
    : m_context(std::make_unique<ReceiveContext>(settings, clock, sink))
{
}

Listener::~Listener()
{
    stop();
}

Result<quint16> Listener::start()
{
    Q_ASSERT(!m_parts);
    Result<ListenSocket> socket = openListenSocket(m_context->settings.address, m_context->settings.port);
    if (!socket)
        return std::unexpected(socket.error());
    m_parts = std::make_unique<Parts>(std::move(*socket), *m_context);
    if (!m_parts->start()) {
        m_parts.reset();
        return failure(ErrorCode::ListenFailed, QStringLiteral("the system has no descriptors or threads left"));
    }
    qCInfo(lcReceive) << "listening on" << m_context->settings.address << "port" << m_parts->port;
    return m_parts->port;
}

void Listener::stop()
{
    if (!m_parts)
        return;
    m_parts->acceptor.closeDoor();
    m_context->unfinished.closeAndWait();
    m_parts.reset();
    qCInfo(lcReceive) << "stopped listening";
}

quint16 Listener::port() const
{
    return m_parts ? m_parts->port : quint16(0);
}

void Listener::setHooks(const QList<Hook> &hooks)
{
    m_context->hooks.store(std::make_shared<const HookTable>(hooks));
}

ListenerCounts Listener::counts() const
{
    return m_context->counters.counts();
}

} // namespace earshot
