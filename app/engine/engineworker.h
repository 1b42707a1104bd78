// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/engine/engine.h"

namespace earshot {

/** The object in the engine's thread; Engine hides it. */
class EngineWorker final : public QObject
{
    Q_OBJECT

public:
    explicit EngineWorker(EngineSettings settings);

    void start();
    void listen(const ListenerSettings &settings);

    /** Before the thread ends, in it. */
    void stop();

Q_SIGNALS:
    void stateChanged(const earshot::ListenerState &state);
    void tunnelChanged(const earshot::TunnelState &state);
    void storeFailed(const earshot::Error &error);

private:
    void look();
    bool takeRole();
    void keepListening();
    void reopen();
    void tellHolder();
    void tell(ListenerState state);
    void tellTunnel(const TunnelState &state);

    EngineSettings m_settings;
    std::unique_ptr<Application> m_application; ///< while this process holds the role
    std::unique_ptr<ListenerKeeper> m_keeper; ///< as long
    QTimer m_lookTimer{this};
    std::optional<ListenerState> m_told;
    TunnelState m_toldTunnel;
};

} // namespace earshot
