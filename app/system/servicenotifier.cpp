// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/servicenotifier.h"

#include "app/receive/filedescriptor.h"
#include "models/base/logging.h"

#include <cerrno>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace earshot {
namespace {

/** Its size; 0 if the name is none that sd_notify(3) allows. */
socklen_t addressOf(const QByteArray &name, sockaddr_un &address)
{
    const bool isAllowed = name.startsWith('/') || name.startsWith('@');
    if (!isAllowed || name.size() < 2 || std::size_t(name.size()) >= sizeof address.sun_path)
        return 0;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    if (name.startsWith('@'))
        address.sun_path[0] = '\0'; // an abstract socket, unix(7)
    return socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(name.size()));
}

} // namespace

ServiceNotifier::Environment ServiceNotifier::Environment::take()
{
    Environment environment{qgetenv("NOTIFY_SOCKET"), {}};
    const QByteArray process = qgetenv("WATCHDOG_PID");
    if (process.isEmpty() || process.toLongLong() == getpid())
        environment.watchdog = std::chrono::microseconds(std::max(0LL, qgetenv("WATCHDOG_USEC").toLongLong()));
    for (const char *const name : {"NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC"})
        qunsetenv(name);
    return environment;
}

ServiceNotifier::ServiceNotifier(const Environment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
    // Half of the time is what sd_watchdog_enabled(3) asks for.
    m_alive.setInterval(std::chrono::duration_cast<std::chrono::milliseconds>(environment.watchdog / 2));
    m_alive.callOnTimeout(this, [this] { send("WATCHDOG=1"); });
}

void ServiceNotifier::ready()
{
    if (!std::exchange(m_isReady, true))
        send("READY=1");
    if (m_environment.watchdog.count() > 0)
        m_alive.start();
}

void ServiceNotifier::setStatus(const QString &text)
{
    QString line = text;
    line.replace(QLatin1Char('\n'), QLatin1Char(' ')); // each line is another assignment
    send("STATUS=" + line.toUtf8());
}

void ServiceNotifier::stopping()
{
    m_alive.stop(); // the manager's own patience with a stop counts from here
    send("STOPPING=1");
}

void ServiceNotifier::send(const QByteArray &message) const
{
    sockaddr_un address = {};
    const socklen_t size = addressOf(m_environment.socket, address);
    if (size == 0)
        return;
    const FileDescriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const bool isSent = socket.isValid()
                        && ::sendto(socket.get(), message.constData(), std::size_t(message.size()),
                                    MSG_NOSIGNAL | MSG_DONTWAIT, reinterpret_cast<const sockaddr *>(&address), size)
                               == message.size();
    if (!isSent)
        qCWarning(lcApp) << "the service manager does not hear us:" << qt_error_string(errno);
}

} // namespace earshot
