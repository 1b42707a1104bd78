// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QList>

namespace earshot {

/** How many conversations of the last thirty days a rule of a destination lets pass. */
struct RuleCount {
    qint64 chosen = 0;
    qint64 all = 0;
};

/** A conversation by which a rule or a mapping is tried. */
struct SampleConversation {
    qint64 id = 0;
    Timestamp time; ///< by which conversations are ordered
    QString contact; ///< name, else phone, else e-mail, else the platform's id
    QString outcome; ///< as stored; null if there is none

    friend bool operator==(const SampleConversation &, const SampleConversation &) = default;
};

// Functions over a connection, in its thread. A rule is a filter over conversations, read as forwarding reads it: its
// days are those of UTC. Errors: those of the store, and FilterSyntax.

Result<RuleCount> countRule(const Database &database, const QString &rule, Timestamp now);

/** Those that the rule lets pass, the latest first, at most @p most. */
Result<QList<SampleConversation>> latestOfRule(const Database &database, const QString &rule, Timestamp now, int most);

} // namespace earshot
