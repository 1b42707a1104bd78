// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/engineworker.h"

#include "models/base/logging.h"
#include "models/store/writerlock.h"

namespace earshot {
namespace {

/** As the holder of the role publishes it. */
TunnelState tunnelOf(const QJsonObject &facts)
{
    const QString kind = facts.value(QLatin1StringView("kind")).toString();
    TunnelState state;
    if (kind == QLatin1StringView("starting"))
        state.kind = TunnelState::Kind::Starting;
    else if (kind == QLatin1StringView("up"))
        state.kind = TunnelState::Kind::Up;
    else if (kind == QLatin1StringView("down"))
        state.kind = TunnelState::Kind::Down;
    state.publicBase = facts.value(QLatin1StringView("public")).toString();
    state.reason = facts.value(QLatin1StringView("reason")).toString();
    return state;
}

} // namespace

EngineWorker::EngineWorker(EngineSettings settings)
    : m_settings(std::move(settings))
{
    m_settings.serve.isWindow = true;
    m_lookTimer.setInterval(m_settings.lookInterval);
    m_lookTimer.callOnTimeout(this, &EngineWorker::look);
}

void EngineWorker::start()
{
    m_lookTimer.start();
    look();
}

void EngineWorker::stop()
{
    m_lookTimer.stop();
    m_keeper.reset();
    m_application.reset();
}

void EngineWorker::listen(const ListenerSettings &settings)
{
    m_settings.serve.listener = settings;
    if (m_keeper)
        m_keeper->listen(settings);
    else
        look();
}

void EngineWorker::look()
{
    if (m_application)
        return;
    if (!takeRole())
        return;
    m_lookTimer.stop(); // the role is kept until the end, or until the store proves damaged
    keepListening();
}

bool EngineWorker::takeRole()
{
    if (WriterLock::holder(m_settings.serve.writer.location.lockPath())) {
        tellHolder();
        return false;
    }
    auto application = std::make_unique<Application>(m_settings.serve);
    const auto taken = application->takeRole();
    if (taken) {
        m_application = std::move(application);
        connect(m_application.get(), &Application::storeTroubleChanged, this, [this] {
            if (m_told)
                tell(*m_told);
        });
        connect(m_application.get(), &Application::storeDamaged, this, &EngineWorker::reopen, Qt::QueuedConnection);
        connect(m_application.get(), &Application::tunnelChanged, this,
                [this] { tellTunnel(m_application->tunnel()); });
        tellTunnel(m_application->tunnel());
        return true;
    }
    if (taken.error().code == ErrorCode::WriterHeld) {
        tellHolder();
    } else {
        const ListenerState down{ListenerState::Kind::Down, {}, taken.error().detail};
        if (m_told != down)
            Q_EMIT storeFailed(taken.error());
        tell(down);
    }
    return false;
}

void EngineWorker::keepListening()
{
    m_keeper = std::make_unique<ListenerKeeper>(*m_application, m_settings.keeper);
    connect(m_keeper.get(), &ListenerKeeper::stateChanged, this, &EngineWorker::tell);
    m_keeper->listen(m_settings.serve.listener);
}

/** The opening puts the damaged store aside; whoever reads it here follows. */
void EngineWorker::reopen()
{
    m_keeper.reset();
    m_application.reset();
    m_lookTimer.start();
    look();
}

/** A command holds the role for moments and publishes no address: that is no news. */
void EngineWorker::tellHolder()
{
    const auto facts = WriterLock::holder(m_settings.serve.writer.location.lockPath());
    const QString base = facts ? facts->value(QLatin1StringView("listen")).toString() : QString();
    tellTunnel(tunnelOf(facts.value_or(QJsonObject()).value(QLatin1StringView("tunnel")).toObject()));
    if (!base.isEmpty())
        tell({ListenerState::Kind::Elsewhere, base, {}});
    else if (facts && facts->contains(QLatin1StringView("socket")))
        tell({ListenerState::Kind::Down,
              {},
              QStringLiteral("process %1 holds this store and receives nothing")
                  .arg(facts->value(QLatin1StringView("pid")).toInteger())});
}

void EngineWorker::tell(ListenerState state)
{
    state.storeTrouble = m_application ? m_application->storeTrouble() : std::nullopt;
    state.storePutAside = m_application ? m_application->storePutAside() : QString();
    if (m_told == state)
        return;
    m_told = state;
    Q_EMIT stateChanged(state);
}

void EngineWorker::tellTunnel(const TunnelState &state)
{
    if (m_toldTunnel == state)
        return;
    m_toldTunnel = state;
    Q_EMIT tunnelChanged(state);
}

} // namespace earshot
