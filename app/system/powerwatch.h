// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace earshot {

class LoginManager;

/** How long the computer has slept since it was started: what CLOCK_BOOTTIME counts and CLOCK_MONOTONIC does not. */
std::chrono::milliseconds timeAsleep();

struct PowerSettings {
    std::chrono::milliseconds lookInterval{10'000}; ///< how often the clocks are compared
    std::chrono::milliseconds longestPreparation{
        30'000}; ///< awake for so long after it was to sleep, it sleeps no more
    std::function<std::chrono::milliseconds()> asleep = timeAsleep;
};

/** Tells when the computer is about to sleep and when it has woken up: by the login manager where there is one
 * (systemd-logind or elogind), and else, afterwards, by the clocks. Of its thread's event loop. */
class PowerWatch final : public QObject
{
    Q_OBJECT

public:
    explicit PowerWatch(const PowerSettings &settings, QObject *parent = nullptr);
    ~PowerWatch() override;

    void start();

    /** What a login manager says; called by the real one, and by tests. */
    void takeSleep(bool isAboutToSleep);

Q_SIGNALS:
    /** The computer sleeps as soon as every slot has returned, and a few seconds from now in any case. */
    void goingToSleep();

    /** Also where goingToSleep() was not told. */
    void wokeUp();

private:
    void look();
    void wake();

    const PowerSettings m_settings;
    std::chrono::milliseconds m_known{0}; ///< sleep that has been told of
    QTimer m_look{this};
    QTimer m_preparation{this}; ///< runs, while the computer does, from goingToSleep() on
    std::unique_ptr<LoginManager> m_manager; ///< null where Earshot was built without D-Bus
};

} // namespace earshot
