// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/engine.h"

#include "app/engine/engineworker.h"

namespace earshot {

Engine::Engine(const EngineSettings &settings, QObject *parent)
    : QObject(parent)
    , m_worker(new EngineWorker(settings))
{
    qRegisterMetaType<ListenerState>();
    qRegisterMetaType<TunnelState>();
    qRegisterMetaType<Error>();
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &EngineWorker::stateChanged, this, &Engine::takeState);
    connect(m_worker, &EngineWorker::tunnelChanged, this, &Engine::tunnelChanged);
    connect(m_worker, &EngineWorker::storeFailed, this, &Engine::storeFailed);
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
}

Engine::~Engine()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, thread = &m_thread] {
        worker->stop();
        thread->quit();
    });
    m_thread.wait();
}

void Engine::start()
{
    QMetaObject::invokeMethod(m_worker, &EngineWorker::start);
}

void Engine::listen(const ListenerSettings &settings)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, settings] { worker->listen(settings); });
}

void Engine::takeState(const ListenerState &state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace earshot
