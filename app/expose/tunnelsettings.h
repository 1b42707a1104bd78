// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/items/tunnelsettings.h"

#include <QJsonObject>

namespace earshot {

/** `tunnel`, under which it is kept (models/store/settings.h). */
inline constexpr QLatin1StringView c_tunnelKey("tunnel");

QJsonObject toJson(const TunnelSettings &settings);

/** Errors: BadArgument names the field and says what it may be. An empty object is no tunnel. */
Result<TunnelSettings> tunnelSettingsFromJson(const QJsonObject &json);

/** The program and its arguments, for a listener at @p base such as `http://127.0.0.1:8765`. No shell is involved.
 * Errors: BadArgument for settings without a tunnel. */
Result<QStringList> tunnelCommandLine(const TunnelSettings &settings, const QString &base);

} // namespace earshot
