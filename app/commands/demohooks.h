// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"

#include <QHash>
#include <QUrl>

namespace earshot {

/** The hooks at @p base of the store's enabled sources of each of @p platforms; a platform without one is given a
 * source `demo-<platform>` first. */
Result<QHash<QString, QList<QUrl>>> hooksToFeed(const CommandLine &line, const QStringList &platforms,
                                                const QString &base);

} // namespace earshot
