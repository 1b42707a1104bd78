// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QDeadlineTimer>

#include <chrono>

namespace earshot {

/** Gives pages that nothing is on back to the disk, a few at a time (`PRAGMA incremental_vacuum`): a slice moves pages
 * from the file's end to its gaps. The file itself is cut by the next checkpoint. On the writer's connection. */
class FileVacuum
{
public:
    /** @p database must outlive it. */
    explicit FileVacuum(const Database &database)
        : m_database(database)
    {
    }

    /** Are there gaps worth the work? */
    Result<bool> hasWork() const;

    /** Gives back for about @p budget in one transaction; how many pages go in a slice follows from how long the last
     * ones took. True while there is more. */
    Result<bool> slice(std::chrono::milliseconds budget);

private:
    Result<qint64> giveBack(qint64 pages, QDeadlineTimer deadline);

    const Database &m_database;
    qint64 m_pages = 32; ///< in the next slice
};

} // namespace earshot
