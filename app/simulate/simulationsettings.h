// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/fault.h"
#include "models/base/result.h"

#include <QHash>
#include <QList>
#include <QNetworkRequest>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

namespace earshot {

/** What to make up, how fast, and where to send it. */
struct SimulationSettings {
    QStringList platforms; ///< of simulatedPlatforms()
    double ratePerSecond = 1.0; ///< deliveries, of all platforms together
    std::optional<qint64> count; ///< deliveries, repeats included; null: until stopped
    quint64 seed = 1; ///< the same seed, start and settings make the same bytes
    QSet<Fault> faults;
    QHash<QString, QList<QUrl>> hooks; ///< by platform; conversations take a platform's hooks in turn
    std::function<void(QNetworkRequest &)> trust = [](QNetworkRequest &) { }; ///< sets how hooks' TLS is verified
    QList<QByteArray> vardaSecrets; ///< one for each of Varda's hooks, in their order, or none at all: signs what that
                                    ///< hook is sent; an empty one does not. Never logged
};

/** Reads `all`, `varda` or `varda,eigi`. BadArgument names an unknown platform and lists the known ones. */
Result<QStringList> platformsFromText(const QString &text);

/** BadArgument if the settings cannot be run: no or an unknown platform, one without a hook, a hook that is not HTTP, a
 *  rate that is no positive number, a negative count. */
Result<void> checkSettings(const SimulationSettings &settings);

} // namespace earshot
