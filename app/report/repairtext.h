// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/salvage.h"

#include <QByteArray>
#include <QJsonObject>

namespace earshot {

/** What was salvaged of each table, for people: a line a table, then what was left out. */
QByteArray salvageText(const SalvageReport &report);

/** The same: `{"whole":…,"tables":[{"table":…,"rows":…,"lost":…,"cut_short":…},…],"deliveries_without_body":…,
 * "sources_made_up":…,"orphans":…}`. */
QJsonObject salvageJson(const SalvageReport &report);

} // namespace earshot
