// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/domain/forwarding.h"
#include "models/store/destinations.h"

#include <functional>
#include <optional>

namespace earshot {

/** A destination as it would be, against what one that is kept got. */
struct ShadowRequest {
    Destination described;
    std::optional<qint64> kept; ///< who got records; nothing for a new destination
    int most = 100; ///< conversations
    Timestamp now; ///< for times in the rule such as `today`
};

/** Hears how far a shadow run has come and may end it. */
struct ShadowListener {
    std::function<void(int done, int all)> progress;
    std::function<bool()> isCancelled;
};

/** The latest conversations that the described rule lets pass, the latest first; without a rule, those that have rows
 * in the kept destination's outbox. Error: FilterSyntax. In the connection's thread. */
Result<QList<qint64>> shadowConversations(const Database &database, const ShadowRequest &request);

/** Renders them and compares with what was sent. Nothing is written or sent. @p jqProgram starts the helper, see
 * JqRunner. Blocks, in a loop of events of its own, in the connection's thread, which is any but the GUI's. Errors:
 * Cancelled, and FileFailed where jq cannot be run. */
Result<ShadowRun> runShadow(const Database &database, const QString &jqProgram, const ShadowRequest &request,
                            const ShadowListener &listener);

} // namespace earshot
