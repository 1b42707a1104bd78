// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"
#include "models/store/location.h"

#include <QDateTime>
#include <QStringList>

namespace earshot {

/** Which changed conversations are asked for at their platform: those that were seen only in part and whose source has
 * an API key. Part of the writer's ChangedHook. Only on the writer's thread. */
class EnrichmentRules
{
public:
    /** What follows within @p delay is waited for before anybody is asked. @p clock must outlive the rules. */
    EnrichmentRules(const StoreLocation &location, const Clock &clock,
                    std::chrono::milliseconds delay = std::chrono::seconds(10))
        : m_secretsPath(location.secretsPath())
        , m_clock(clock)
        , m_delay(delay)
    {
    }

    /** Errors: those of the store. Where the secrets cannot be read, nobody is asked. */
    Result<void> enqueue(const Database &database, const QList<qint64> &conversations);

private:
    Result<void> load(const Database &database);

    const QString m_secretsPath;
    const Clock &m_clock;
    const std::chrono::milliseconds m_delay;
    QDateTime m_loadedAs; ///< when the file of secrets was last changed, as of load()
    bool m_loaded = false;
    QStringList m_sourceKeys; ///< of sources with an API key whose platform can be asked
};

} // namespace earshot
