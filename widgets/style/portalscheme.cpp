// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/portalscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace earshot {
namespace {

constexpr QLatin1StringView c_service("org.freedesktop.portal.Desktop");
constexpr QLatin1StringView c_path("/org/freedesktop/portal/desktop");
constexpr QLatin1StringView c_interface("org.freedesktop.portal.Settings");
constexpr QLatin1StringView c_group("org.freedesktop.appearance");
constexpr QLatin1StringView c_key("color-scheme");

} // namespace

PortalScheme::PortalScheme(QObject *parent)
    : QObject(parent)
{
}

void PortalScheme::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // Of any sender: naming one would make Qt wait for the bus to say who that is.
    bus.connect(QString(), c_path, c_interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(c_service, c_path, c_interface, QStringLiteral("Read"));
    call << QString(c_group) << QString(c_key);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            tell(reply.value().variant());
    });
}

void PortalScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == c_group && key == c_key)
        tell(value.variant());
}

void PortalScheme::tell(const QVariant &value)
{
    // Read() wraps its value in a variant once more than the signal does.
    QVariant scheme = value;
    if (scheme.canConvert<QDBusVariant>())
        scheme = scheme.value<QDBusVariant>().variant();
    switch (scheme.toUInt()) {
    case 1:
        Q_EMIT answered(true);
        break;
    case 2:
        Q_EMIT answered(false);
        break;
    default:
        Q_EMIT answered(std::nullopt);
    }
}

} // namespace earshot
