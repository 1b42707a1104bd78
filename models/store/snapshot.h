// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

namespace earshot {

/** Runs several queries of @p work on the store as it is at one moment, whatever is written meanwhile. Changes nothing;
 * keep it short, since the write-ahead log cannot shrink under it. */
template <typename T>
Result<T> readSnapshot(const Database &database, const std::function<Result<T>()> &work)
{
    if (const auto begun = database.run(QStringLiteral("BEGIN DEFERRED")); !begun)
        return std::unexpected(begun.error());
    Result<T> result = work();
    database.rollback(); // nothing was written, so there is nothing to commit
    return result;
}

} // namespace earshot
