// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace earshot {

/** Tells the service manager how a service fares: sd_notify(3)'s protocol, a datagram to the socket that the
 * environment names. Without one, nothing happens. Of its thread's event loop, whose life the watchdog proves. */
class ServiceNotifier final : public QObject
{
    Q_OBJECT

public:
    /** What the manager has put into the environment. */
    struct Environment {
        QByteArray socket; ///< NOTIFY_SOCKET: a path, or an abstract name after `@`
        std::chrono::microseconds watchdog{0}; ///< WATCHDOG_USEC, if WATCHDOG_PID is us; 0 for none

        /** Reads it and takes it out, so that no program we start speaks in our name. Before there are threads. */
        static Environment take();
    };

    explicit ServiceNotifier(const Environment &environment, QObject *parent = nullptr);

    /** It works from now on; the watchdog is told so until stopping(). A second time nothing
     * happens. */
    void ready();

    /** A line for `systemctl status`. No secrets. */
    void setStatus(const QString &text);

    void stopping();

private:
    void send(const QByteArray &message) const;

    const Environment m_environment;
    bool m_isReady = false;
    QTimer m_alive{this};
};

} // namespace earshot
