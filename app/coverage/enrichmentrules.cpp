// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/enrichmentrules.h"

#include "models/base/logging.h"
#include "models/store/backfill.h"
#include "models/store/enrichment.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

#include <QFileInfo>

namespace earshot {

Result<void> EnrichmentRules::load(const Database &database)
{
    const auto known = sources::all(database);
    if (!known)
        return std::unexpected(known.error());
    m_sourceKeys.clear();
    m_loaded = true;
    const auto secrets = Secrets::load(m_secretsPath);
    if (!secrets) {
        qCWarning(lcApp) << "no platform is asked for what its webhooks leave out:" << secrets.error().detail;
        return {};
    }
    for (const Source &source : *known) {
        if (backfill::isPossible(source.platform) && !secrets->source(source.key).apiKey.isEmpty())
            m_sourceKeys.append(source.key);
    }
    return {};
}

Result<void> EnrichmentRules::enqueue(const Database &database, const QList<qint64> &conversations)
{
    // Every change of a key replaces the file.
    const QDateTime changed = QFileInfo(m_secretsPath).lastModified();
    if (!m_loaded || changed != m_loadedAs) {
        m_loadedAs = changed;
        if (const auto loaded = load(database); !loaded)
            return loaded;
    }
    return enrichment::enqueueChanged(database, conversations, m_sourceKeys, m_clock.now() + m_delay);
}

} // namespace earshot
