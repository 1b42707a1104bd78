// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"

#include <QJsonObject>

namespace earshot {

/** Has an operation done (carryOut()) after making the store's folder, if that is missing. While it takes long, @p
 * meanwhile is said on standard error every few seconds. */
Result<QJsonObject> ask(const CommandLine &line, const QJsonObject &request,
                        const QString &meanwhile = QStringLiteral("Waiting for the Earshot that holds the store."));

/** The text, or JSON's null for none. */
QJsonValue jsonOrNull(const QString &text);

} // namespace earshot
