// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace earshot {

/** A system bus of the test's own with a login manager on it (python3-dbusmock) that puts nothing to sleep. */
class LogindMock
{
public:
    /** Says that it could not be started in started(). */
    LogindMock();
    ~LogindMock();

    bool started() const { return m_isStarted; }

    /** For DBUS_SYSTEM_BUS_ADDRESS of the processes that should see it. */
    QString address() const { return m_address; }

    /** Tells everybody that the computer is about to sleep, or has woken up. */
    void prepareForSleep(bool isAboutToSleep) const;

    /** How many delay locks on sleep Earshot holds. */
    int delayLocks() const;

private:
    QTemporaryDir m_folder;
    QString m_address;
    QProcess m_bus;
    QProcess m_mock;
    bool m_isStarted = false;
};

} // namespace earshot
