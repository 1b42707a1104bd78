// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/retention.h"

#include "models/store/conversationpass.h"
#include "models/store/deliverypass.h"
#include "models/store/sources.h"

namespace earshot {

QString isOldSql()
{
    return QStringLiteral(R"((c."time" < ? AND c."updated_at" < ?))");
}

QString isRunningSql()
{
    return QStringLiteral(R"((c."status" IN ('ringing', 'in_progress') AND c."ended_at" IS NULL))");
}

QString isWaitingSql()
{
    return QStringLiteral(R"((EXISTS (SELECT 1 FROM outbox o JOIN destination t ON t."id" = o."destination")"
                          R"( WHERE o."conversation" = c."id" AND o."state" = 'waiting' AND t."removed_at" IS NULL)))");
}

namespace {

using Mode = ConversationPass::Mode;

/** The passes of one wish, and what goes by its own age. */
class PassList
{
public:
    explicit PassList(Timestamp now)
        : m_now(now)
    {
    }

    void removeBefore(qint64 source, Timestamp before)
    {
        m_passes.push_back(std::make_unique<ConversationPass>(Mode::Remove, source, before, m_now));
        m_limits[source].removeBefore = before;
    }

    void keep(qint64 source, const Retention &retention)
    {
        if (retention.whole)
            removeBefore(source, m_now - *retention.whole);
        if (retention.bytes) {
            m_passes.push_back(std::make_unique<ConversationPass>(Mode::Seal, source, m_now - *retention.bytes, m_now));
            m_limits[source].stripBefore = m_now - *retention.bytes;
        }
        if (retention.maxBytes) {
            m_passes.push_back(
                std::make_unique<ConversationPass>(Mode::Fit, source, m_now, m_now, *retention.maxBytes));
            m_limits[source].maxBytes = retention.maxBytes;
        }
    }

    RetentionPasses take()
    {
        if (!m_limits.isEmpty())
            m_passes.push_back(std::make_unique<DeliveryPass>(std::move(m_limits)));
        return std::move(m_passes);
    }

private:
    const Timestamp m_now;
    RetentionPasses m_passes;
    DeliveryLimits m_limits;
};

} // namespace

Result<RetentionPasses> retentionPasses(const Database &database, const PurgeWish &wish, Timestamp now)
{
    const auto sources = sources::everById(database);
    if (!sources)
        return std::unexpected(sources.error());
    PassList passes(now);
    for (const Source &source : *sources) {
        if (wish.source && *wish.source != source.id)
            continue;
        if (wish.before)
            passes.removeBefore(source.id, *wish.before);
        else
            passes.keep(source.id, source.retention);
    }
    return passes.take();
}

std::unique_ptr<RetentionPass> quarantinePass(const QuarantineBound &bound)
{
    return std::make_unique<QuarantinePass>(bound);
}

} // namespace earshot
