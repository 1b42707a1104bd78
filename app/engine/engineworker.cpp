// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/engineworker.h"

#include "models/base/logging.h"
#include "models/store/writerlock.h"

namespace earshot {

EngineWorker::EngineWorker(EngineSettings settings)
    : m_settings(std::move(settings))
{
    m_settings.serve.isWindow = true;
    m_lookTimer.setInterval(m_settings.lookInterval);
    m_lookTimer.callOnTimeout(this, &EngineWorker::look);
    m_listenTimer.setInterval(m_settings.listenInterval);
    m_listenTimer.callOnTimeout(this, &EngineWorker::tryToListen);
}

void EngineWorker::start()
{
    m_lookTimer.start();
    look();
}

void EngineWorker::stop()
{
    m_lookTimer.stop();
    m_listenTimer.stop();
    m_application.reset();
}

void EngineWorker::listen(const ListenerSettings &settings)
{
    m_settings.serve.listener = settings;
    if (m_application)
        tryToListen();
    else
        look();
}

void EngineWorker::look()
{
    if (m_application)
        return;
    if (!takeRole())
        return;
    m_lookTimer.stop(); // the role is kept until the end
    tryToListen();
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

void EngineWorker::tryToListen()
{
    const auto listening = m_application->listen(m_settings.serve.listener);
    if (listening) {
        m_listenTimer.stop();
        tell({ListenerState::Kind::Listening, m_application->listeningBase(), {}});
        return;
    }
    qCWarning(lcApp) << "not receiving:" << listening.error().detail;
    m_listenTimer.start();
    tell({ListenerState::Kind::Down, {}, listening.error().detail});
}

/** A command holds the role for moments and publishes no address: that is no news. */
void EngineWorker::tellHolder()
{
    const auto facts = WriterLock::holder(m_settings.serve.writer.location.lockPath());
    const QString base = facts ? facts->value(QLatin1StringView("listen")).toString() : QString();
    if (!base.isEmpty())
        tell({ListenerState::Kind::Elsewhere, base, {}});
    else if (facts && facts->contains(QLatin1StringView("socket")))
        tell({ListenerState::Kind::Down,
              {},
              QStringLiteral("process %1 holds this store and receives nothing")
                  .arg(facts->value(QLatin1StringView("pid")).toInteger())});
}

void EngineWorker::tell(const ListenerState &state)
{
    if (m_told == state)
        return;
    m_told = state;
    Q_EMIT stateChanged(state);
}

} // namespace earshot
