// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

namespace earshot {

/** How long the writer's commits wait for the disk. What cannot be made again is committed under Full; what can, under
 * Normal: after a power cut it is simply a little older. Of the writer's thread. */
class SyncLevel
{
public:
    enum class Level { Full, Normal };

    /** Sets it for the transactions that follow; not within one. Nothing is asked of SQLite if it is set already. An
     * error means that it is as it was or unknown: whoever needs Full must not go on. */
    Result<void> set(const Database &database, Level level)
    {
        if (m_level == level)
            return {};
        m_level.reset();
        const auto done = database.run(level == Level::Full ? QStringLiteral("PRAGMA synchronous = FULL")
                                                            : QStringLiteral("PRAGMA synchronous = NORMAL"));
        if (!done)
            return std::unexpected(done.error());
        m_level = level;
        return {};
    }

private:
    std::optional<Level> m_level; ///< unknown before the first and after a failure
};

} // namespace earshot
