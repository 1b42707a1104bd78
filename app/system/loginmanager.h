// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/filedescriptor.h"

#include <QObject>

namespace earshot {

/** The login manager on the system's bus (org.freedesktop.login1, systemd-logind or elogind): what it says of sleep,
 * and a delay lock, so that it waits for us. See https://systemd.io/INHIBITOR_LOCKS. Of its thread's event loop. */
class LoginManager final : public QObject
{
    Q_OBJECT

public:
    explicit LoginManager(QObject *parent = nullptr);
    ~LoginManager() override;

    /** Begins to listen, if there is a bus. */
    void start();

Q_SIGNALS:
    /** True: the computer sleeps once the slots have returned, or when the manager's patience (5 s as it comes) ends.
     * False: it has woken up. */
    void preparesForSleep(bool isAboutToSleep);

private Q_SLOTS:
    void takeSignal(bool isAboutToSleep);

private:
    void takeLock();

    FileDescriptor m_lock; ///< while we want to be waited for
    bool m_isAboutToSleep = false;
};

} // namespace earshot
