// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/filter/filter.h"
#include "models/store/database.h"

#include <QList>

#include <vector>

namespace earshot {

/** Which changed conversations go to which destinations. Its enqueue() is the writer's ChangedHook. Only on the
 * writer's thread; times in a rule such as `today` are UTC's. */
class ForwardingRules
{
public:
    /** @p clock must outlive the rules. */
    explicit ForwardingRules(const Clock &clock)
        : m_clock(clock)
    {
    }

    /** Puts the changed conversations in the outbox of each destination whose rule lets them pass, also of a paused
     * one. A destination whose rule this version cannot read is paused with the reason. Errors: those of the store. */
    Result<void> enqueue(const Database &database, const QList<qint64> &conversations);

    /** A destination is being changed: the rules are read anew before they are used again. Right within the transaction
     * that changes it, whether that is committed or not. */
    void invalidate() { m_loaded = false; }

private:
    Result<void> load(const Database &database);

    struct Rule {
        qint64 destination;
        Filter filter;
    };

    const Clock &m_clock;
    std::vector<Rule> m_rules;
    bool m_loaded = false;
};

} // namespace earshot
