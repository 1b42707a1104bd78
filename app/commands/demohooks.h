// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"

#include <QHash>
#include <QUrl>

namespace earshot {

/** Where the simulator sends, as its settings have it. */
struct HooksToFeed {
    QHash<QString, QList<QUrl>> hooks; ///< by platform
    QList<QByteArray>
        vardaSecrets; ///< one for each of Varda's; empty where its source asks for no signature of Varda's
};

/** The hooks at @p base of the store's enabled sources of each of @p platforms; a platform without one is given a
 * source `demo-<platform>` first. Secrets that lie in a desktop's key store are not looked up. */
Result<HooksToFeed> hooksToFeed(const CommandLine &line, const QStringList &platforms, const QString &base);

} // namespace earshot
