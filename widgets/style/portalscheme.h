// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace earshot {

/** Light or dark as the desktop's settings portal says (org.freedesktop.portal.Settings, key color-scheme), now and
 * when it changes. Nothing is waited for; where there is no portal, nothing is answered. */
class PortalScheme final : public QObject
{
    Q_OBJECT

public:
    explicit PortalScheme(QObject *parent = nullptr);

    void ask();

Q_SIGNALS:
    /** Null if the desktop has no preference. */
    void answered(std::optional<bool> isDark);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void tell(const QVariant &value);
};

} // namespace earshot
