// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

#include <span>

namespace earshot {

/** A rule that a sound store keeps, as a query for the rows that break it. */
struct IntegrityCheck {
    QLatin1StringView name;
    QLatin1StringView meaning; ///< said of rows that break it
    QLatin1StringView noun; ///< what a row's id is an id of
    QLatin1StringView sql; ///< answers one column, the ids of rows that break it, in their order
};

std::span<const IntegrityCheck> integrityChecks();

} // namespace earshot
