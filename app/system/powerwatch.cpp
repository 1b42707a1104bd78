// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/powerwatch.h"

#include "app/system/loginmanager.h" // its destructor

#include <ctime>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_leastSleep(500); // the two clocks are not read at the same instant

std::chrono::nanoseconds timeOf(clockid_t clock)
{
    timespec time = {};
    return clock_gettime(clock, &time) == 0 ? std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec)
                                            : std::chrono::nanoseconds(0);
}

} // namespace

std::chrono::milliseconds timeAsleep()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(timeOf(CLOCK_BOOTTIME) - timeOf(CLOCK_MONOTONIC));
}

PowerWatch::PowerWatch(const PowerSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    m_look.setInterval(settings.lookInterval);
    m_look.callOnTimeout(this, &PowerWatch::look);
    m_preparation.setSingleShot(true);
    m_preparation.setInterval(settings.longestPreparation);
    m_preparation.callOnTimeout(this, &PowerWatch::wake);
}

PowerWatch::~PowerWatch() = default;

void PowerWatch::start()
{
    m_known = m_settings.asleep();
    m_look.start();
#ifdef EARSHOT_HAS_DBUS
    m_manager = std::make_unique<LoginManager>();
    connect(m_manager.get(), &LoginManager::preparesForSleep, this, &PowerWatch::takeSleep);
    m_manager->start();
#endif
}

void PowerWatch::takeSleep(bool isAboutToSleep)
{
    if (!isAboutToSleep) {
        wake();
        return;
    }
    m_preparation.start(); // whoever should say that it is over may be gone by then
    Q_EMIT goingToSleep();
}

void PowerWatch::wake()
{
    m_preparation.stop();
    m_known = m_settings.asleep();
    Q_EMIT wokeUp();
}

void PowerWatch::look()
{
    if (m_settings.asleep() - m_known >= c_leastSleep)
        wake();
}

} // namespace earshot
