// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/application.h"
#include "app/listenerkeeper.h"
#include "models/items/listenerstate.h"
#include "models/items/tunnelstate.h"

#include <QObject>
#include <QThread>

namespace earshot {

class EngineWorker;

struct EngineSettings {
    ServeSettings serve;
    std::chrono::milliseconds lookInterval{1000}; ///< how often it looks whether the writer's role has come free
    KeeperSettings keeper; ///< how it goes on receiving
};

/** Receiving and forwarding behind a window: an Application in a thread of its own, so that the window waits for
 * nothing. Where another process holds the writer's role, it waits for it to end and then takes its place. */
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(const EngineSettings &settings, QObject *parent = nullptr);

    /** Stops as Application::stop() does and waits for it. */
    ~Engine() override;

    /** Begins; what becomes of it is told by the signals. */
    void start();

    /** Receives at another address from now on, or tries the same again at once. */
    void listen(const ListenerSettings &settings);

    ListenerState state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const earshot::ListenerState &state);

    /** How the program that gives the listener a public address is doing, wherever it runs. */
    void tunnelChanged(const earshot::TunnelState &state);

    /** The store cannot be opened for writing by anyone here; tried again. */
    void storeFailed(const earshot::Error &error);

private:
    void takeState(const ListenerState &state);

    QThread m_thread;
    EngineWorker *const m_worker; ///< lives in the thread and goes with it
    ListenerState m_state;
};

} // namespace earshot
