// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

    Writer &writer() { return m_writer; }

    WriterLock &lock() { return m_lock; }

    const StoreLocation &location() const { return m_location; }

    /** Starts an operation (operation.h), or `rebuild`, which answers with `deliveries` once the new projection stands.
     * The future always ends; with Cancelled if this goes first. */
    QFuture<Result<QJsonObject>> start(const QJsonObject &request);

private:
    WriterRole(WriterLock lock, const WriterSettings &settings);

    QFuture<Result<QJsonObject>> startRebuild();

    WriterLock m_lock; // first in, last out
    StoreLocation m_location;
    SystemClock m_clock;
    PlatformRegistry m_registry;
    ForwardingRules m_rules;
    Writer m_writer; // its threads use all of the above
};

} // namespace earshot
