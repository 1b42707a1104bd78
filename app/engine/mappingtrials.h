// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqrunner.h"
#include "models/base/clock.h"
#include "models/domain/forwarding.h"
#include "models/store/destinations.h"
#include "models/store/location.h"

#include <QThreadPool>

#include <atomic>

namespace earshot {

/** Tries mappings for a person at the window, each trial in a thread of its own and with a helper of its own. Nothing
 * is written or sent. Every future ends; cancelling it ends the trial. */
class MappingTrials
{
public:
    /** @p clock must outlive it; @p jqProgram starts the helper, see JqRunner. */
    MappingTrials(StoreLocation location, const Clock &clock, QString jqProgram);

    /** Ends what is under way. */
    ~MappingTrials();

    /** What the described destination's mapping makes of the conversation. */
    QFuture<Result<MappingPreview>> preview(const Destination &described, qint64 conversation);

    /** StoreActions::shadowRun(); @p name is empty for a new destination. */
    QFuture<Result<ShadowRun>> shadowRun(const QString &name, const Destination &described, int most);

    /** Blocks until it is known whether the mapping can be compiled. BadArgument says where it cannot. Any thread but
     * the GUI's. */
    Result<void> check(const Destination &described) const;

private:
    const StoreLocation m_location;
    const Clock &m_clock;
    const QString m_jqProgram;
    std::atomic_bool m_stop = false;
    QThreadPool m_pool; ///< last: its work ends before the rest goes
};

} // namespace earshot
