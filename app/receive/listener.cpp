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

/** Nobody can look into a TLS connection for its method, so each may bring a long line. */
HttpDaemon::Limits tlsLimits(const ListenerSettings &settings)
{
    return {settings.maxRequestLineBytes + c_besidesLine, settings.maxTlsConnections, true};
}

} // namespace

/** Made in this order and ended in the other: the acceptor hands nothing to a daemon that has gone. */
struct Listener::Parts {
    Parts(ListenSocket socket, ReceiveContext &context)
        : port(socket.port)
        , closing(context.settings.lingerTime)
        , ordinary(context.settings.tls ? tlsLimits(context.settings) : ordinaryLimits(context.settings), context,
                   connections, closing)
    {
        if (!context.settings.tls)
            longLines.emplace(longLineLimits(context.settings), context, connections, closing);
        acceptor.emplace(std::move(socket), Acceptor::Lanes{ordinary, longLines ? &*longLines : nullptr}, context,
                         connections, closing);
    }

    bool start() { return ordinary.isRunning() && (!longLines || longLines->isRunning()) && acceptor->start(); }

    const quint16 port;
    ConnectionTable connections;
    ClosingSockets closing;
    HttpDaemon ordinary;
    std::optional<HttpDaemon> longLines;
    std::optional<Acceptor> acceptor;
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
    if (const auto &tls = m_context->settings.tls) {
        if (const Result<void> loaded = setCertificate(*tls); !loaded)
            return std::unexpected(loaded.error());
    }
    Result<ListenSocket> socket = openListenSocket(m_context->settings.address, m_context->settings.port);
    if (!socket)
        return std::unexpected(socket.error());
    m_parts = std::make_unique<Parts>(std::move(*socket), *m_context);
    if (!m_parts->start()) {
        m_parts.reset();
        return failure(ErrorCode::ListenFailed, QStringLiteral("the system has no descriptors or threads left"));
    }
    qCInfo(lcReceive) << (m_context->settings.tls ? "listening with TLS on" : "listening on")
                      << m_context->settings.address << "port" << m_parts->port;
    return m_parts->port;
}

void Listener::stop()
{
    if (!m_parts)
        return;
    m_parts->acceptor->closeDoor();
    m_context->delays.endAll(); // nobody waits for a delayed answer, which must be given before the daemons end
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
    const std::shared_ptr<const HookTable> before = m_context->hooks.load();
    m_context->hooks.store(std::make_shared<const HookTable>(hooks, *before));
}

Result<void> Listener::setCertificate(const CertificateFiles &files)
{
    if (!m_context->settings.tls)
        return failure(ErrorCode::BadArgument, QStringLiteral("this listener was started without TLS"));
    auto loaded = TlsCredentials::load(files);
    if (!loaded)
        return std::unexpected(loaded.error());
    m_context->credentials.store(*std::move(loaded));
    return {};
}

ListenerCounts Listener::counts() const
{
    return m_context->counters.counts();
}

QList<Refusals> Listener::takeRefusals()
{
    return m_context->counters.takeRefusals();
}

} // namespace earshot
