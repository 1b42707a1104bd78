// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/expose/tunneloutput.h"
#include "app/system/backoff.h"
#include "models/items/tunnelstate.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <memory>

namespace earshot {

/** How a tunnel's program is kept up. */
struct TunnelPatience {
    std::chrono::milliseconds base{1000}; ///< wait before the first restart; doubles with each
    std::chrono::milliseconds cap{60'000}; ///< longest wait
    std::chrono::milliseconds address{60'000}; ///< for the public address to appear
    std::chrono::milliseconds stable{60'000}; ///< up for that long, the waits begin anew
    std::chrono::milliseconds grace{2000}; ///< for the program to end when asked
};

/** Runs the program that gives the listener a public address, and starts it again when it ends. The program dies with
 * this process, however that dies. Of its thread's event loop. */
class Tunnel final : public QObject
{
    Q_OBJECT

public:
    explicit Tunnel(TunnelPatience patience = {}, QObject *parent = nullptr);

    /** Ends the program. */
    ~Tunnel() override;

    /** Runs what @p settings say towards the listener at @p base; no tunnel, or an empty base, ends it. The same again
     * changes nothing. */
    void carry(const TunnelSettings &settings, const QString &base);

    TunnelState state() const { return m_state; }

    /** How long it waits, or has waited, before the latest restart. */
    std::chrono::milliseconds restartWait() const { return m_restart.intervalAsDuration(); }

Q_SIGNALS:
    void stateChanged(const earshot::TunnelState &state);

private:
    void start();
    void stop();
    void readOutput();
    void programEnded();
    void programFailed(QProcess::ProcessError error);
    void giveUpWaiting();
    void tryAgainLater(const QString &reason);
    void tell(const TunnelState &state);

    const TunnelPatience m_patience;
    TunnelSettings m_settings;
    QString m_base;
    TunnelState m_state;
    std::unique_ptr<TunnelOutput> m_output;
    std::unique_ptr<QProcess> m_program;
    QElapsedTimer m_upSince;
    BackOff m_backOff;
    QTimer m_restart{this};
    QTimer m_addressDeadline{this};
};

} // namespace earshot
