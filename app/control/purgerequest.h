// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/retention.h"

#include <QJsonObject>

namespace earshot {

/** The wish of a request `purge`, which takes `before` (microseconds; none: the rules of the sources are kept now) and
 * `source` (a name; none: all). Errors: NotFound. */
Result<PurgeWish> purgeWish(const Database &database, const QJsonObject &request);

/** `{"conversations":…,"sealed":…,"deliveries":…,"bytes":…,"kept":…}`. */
QJsonObject toJson(const PurgeReport &report);

} // namespace earshot
