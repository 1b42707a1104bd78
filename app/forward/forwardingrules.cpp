// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/forwardingrules.h"

#include "models/base/logging.h"
#include "models/store/destinations.h"
#include "models/store/outbox.h"

namespace earshot {
namespace {

Result<void> pauseUnreadable(const Database &database, const Destination &destination, const FilterError &error)
{
    qCWarning(lcForward) << "the rule of" << destination.name << "cannot be read:" << error.message;
    return destinations::pause(database, destination.id,
                               QStringLiteral("its rule cannot be read: %1").arg(error.message));
}

} // namespace

Result<void> ForwardingRules::load(const Database &database)
{
    const auto known = destinations::all(database);
    if (!known)
        return std::unexpected(known.error());
    std::vector<Rule> rules;
    for (const Destination &destination : *known) {
        if (!destination.rule)
            continue;
        auto filter = Filter::parse(*destination.rule, conversationSchema());
        if (filter)
            rules.push_back({destination.id, std::move(*filter)});
        else if (const auto paused = pauseUnreadable(database, destination, filter.error()); !paused)
            return paused;
    }
    m_rules = std::move(rules);
    m_loaded = true;
    return {};
}

Result<void> ForwardingRules::enqueue(const Database &database, const QList<qint64> &conversations)
{
    if (!m_loaded) {
        if (const auto loaded = load(database); !loaded)
            return loaded;
    }
    const Timestamp now = m_clock.now();
    for (const Rule &rule : m_rules) {
        const SqlCondition condition = rule.filter.toSql({QTimeZone::utc(), now});
        const auto done = outbox::enqueueChanged(database, conversations, condition, rule.destination, now);
        if (!done)
            return done;
    }
    return {};
}

} // namespace earshot
