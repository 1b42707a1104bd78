// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/loginmanager.h"

#include "models/base/logging.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

#include <fcntl.h>

namespace earshot {
namespace {

constexpr QLatin1StringView c_service("org.freedesktop.login1");
constexpr QLatin1StringView c_path("/org/freedesktop/login1");
constexpr QLatin1StringView c_interface("org.freedesktop.login1.Manager");

} // namespace

LoginManager::LoginManager(QObject *parent)
    : QObject(parent)
{
}

LoginManager::~LoginManager() = default;

void LoginManager::start()
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    // Of the manager alone, since every user may send signals on this bus. Qt asks the bus once who that is.
    bus.connect(c_service, c_path, c_interface, QStringLiteral("PrepareForSleep"), this, SLOT(takeSignal(bool)));
    takeLock();
}

void LoginManager::takeLock()
{
    QDBusMessage call = QDBusMessage::createMethodCall(c_service, c_path, c_interface, QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Earshot")
         << QStringLiteral("Senders are answered before the computer sleeps") << QStringLiteral("delay");
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!reply.isValid())
            qCDebug(lcApp) << "nobody delays sleep for us:" << reply.error().name();
        else if (!m_isAboutToSleep) // else it comes too late
            m_lock = FileDescriptor(fcntl(reply.value().fileDescriptor(), F_DUPFD_CLOEXEC, 0));
    });
}

void LoginManager::takeSignal(bool isAboutToSleep)
{
    m_isAboutToSleep = isAboutToSleep;
    Q_EMIT preparesForSleep(isAboutToSleep);
    if (isAboutToSleep)
        m_lock = FileDescriptor(); // go ahead
    else
        takeLock();
}

} // namespace earshot
