// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QJsonObject>

#include <optional>

namespace earshot {

/** What is set for a whole store, as JSON objects by key. Functions over a connection, in its thread; the changing one
 * inside the caller's transaction and only for the holder of the writer's role. No secrets lie here. */
namespace settings {

/** Nothing if it was never set. Errors: the store's; StoreFailed for what is no object. */
Result<std::optional<QJsonObject>> get(const Database &database, const QString &key);

/** Nothing removes it. Readers hear of it as of a changed setting (ChangeKind::Setting). */
Result<void> set(const Database &database, const QString &key, const std::optional<QJsonObject> &value);

} // namespace settings
} // namespace earshot
