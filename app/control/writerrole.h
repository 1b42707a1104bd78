// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/keystore.h"
#include "app/coverage/backfiller.h"
#include "app/coverage/enrichmentrules.h"
#include "app/forward/forwardingrules.h"
#include "models/base/clock.h"
#include "models/platforms/registry.h"
#include "models/store/writer.h"
#include "models/store/writerlock.h"

#include <QFuture>
#include <QJsonObject>

#include <memory>

namespace earshot {

/** The writer's role for one store, with the parts that whoever has it must run: the writer, the decoders and the
 * forwarding rules. Every process that writes does so through this, so that none projects a delivery without its rules.
 * Of the main thread. */
class WriterRole
{
public:
    /** Takes the lock and opens and migrates the store, whose folder exists. Errors: WriterHeld, and those of opening
     * the store. */
    static Result<std::unique_ptr<WriterRole>> take(const WriterSettings &settings);

    /** Waits for what the key store was asked, as long as that store has patience. */
    ~WriterRole();

    Writer &writer() { return m_writer; }

    WriterLock &lock() { return m_lock; }

    const StoreLocation &location() const { return m_location; }

    /** From now on secrets of destinations that are removed are removed from @p store too, and those of new ones kept
     * there if
     * @p keepsNew, as far as it takes them. Before the first start(). */
    void useKeyStore(std::shared_ptr<KeyStore> store, bool keepsNew)
    {
        m_keyStore = std::move(store);
        m_keepsNew = keepsNew;
    }

    /** Starts an operation (operation.h), `rebuild`, which answers with `last_delivery` once the new projection stands,
     * `purge` (purgerequest.h), or `coverage backfill` (backfiller.h). A change of retention is also carried out at
     * once. The future always ends; with Cancelled if this goes first. */
    QFuture<Result<QJsonObject>> start(const QJsonObject &request);

private:
    WriterRole(WriterLock lock, const WriterSettings &settings);

    QFuture<Result<QJsonObject>> startOperation(const QJsonObject &request);
    QFuture<Result<QJsonObject>> startKeepingCredentials(const QJsonObject &request);
    QFuture<Result<QJsonObject>> startWithKeyStore(const QJsonObject &request);
    QFuture<Result<QJsonObject>> startPurge(const QJsonObject &request);
    QFuture<Result<QJsonObject>> startRebuild();

    WriterLock m_lock; // first in, last out
    StoreLocation m_location;
    SystemClock m_clock;
    PlatformRegistry m_registry;
    ForwardingRules m_rules;
    EnrichmentRules m_enrichment;
    std::shared_ptr<KeyStore> m_keyStore; ///< may be null
    bool m_keepsNew = false;
    QFuture<Result<QJsonObject>> m_keeping; ///< the last operation that waits for the store; they end in their order
    Writer m_writer; // its threads use all of the above
    Backfiller m_backfiller; // and this uses the writer
};

} // namespace earshot
