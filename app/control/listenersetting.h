// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/listenersettings.h"
#include "models/base/result.h"
#include "models/store/database.h"

#include <QJsonObject>

#include <optional>

namespace earshot {

/** What is set for the listener of a store, beside what `serve` is told for one run. */
struct ListenerSetting {
    std::optional<CertificateFiles> tls; ///< absolute paths; nothing: HTTP
    QStringList trustedProxies; ///< networks (CIDR)

    friend bool operator==(const ListenerSetting &, const ListenerSetting &) = default;
};

/** `listener`, under which it is kept (models/store/settings.h). */
inline constexpr QLatin1StringView c_listenerKey("listener");

/** `{"tls":{"certificate":PATH,"key":PATH},"trusted_proxies":["10.0.0.0/8"]}`; `tls` is null for HTTP. */
QJsonObject toJson(const ListenerSetting &setting);

/** What is missing is as if it was never set. Errors: BadArgument, which names the member: one that is not known, a
 * path that is missing or not absolute, a network that is none. The files are not looked at. */
Result<ListenerSetting> listenerSettingFromJson(const QJsonObject &json);

/** What is set in a store. Errors: the store's, BadArgument. */
Result<ListenerSetting> listenerSetting(const Database &database);

/** What is set of the store, where @p told (for one run) says nothing else. */
ListenerSettings withSetting(ListenerSettings told, const ListenerSetting &setting);

} // namespace earshot
