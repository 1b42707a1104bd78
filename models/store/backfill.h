// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QList>

namespace earshot {

/** What a platform's API said of a conversation; stored as its word. */
enum class FetchResult {
    Fetched, ///< all that it knows, and the conversation is over
    Running, ///< it goes on: worth asking again
    Gone, ///< it knows no such conversation (any more)
};

QString fetchResultText(FetchResult result);

/** A conversation that was seen only in part. */
struct PartialConversation {
    qint64 id = 0;
    QString platformId;

    friend bool operator==(const PartialConversation &, const PartialConversation &) = default;
};

/** Conversations of which a platform's API may know more than its webhook told. Functions over a connection, in its
 * thread; the changing ones inside the caller's transaction and only for the holder of the writer's role. */
namespace backfill {

/** Whether Earshot knows how to ask this platform for a conversation. */
bool isPossible(const QString &platform);

/** How long a platform keeps what can be asked for: eigi.ai 90 days (its page "Get conversation"). */
inline constexpr std::chrono::days c_kept(90);

/** A source's conversations of the last c_kept before @p now that lack a transcript, a duration that was said, for a
 * call its recording, or an end, and that the API was not asked for since they last changed, unless they were going on.
 * By id, those over @p after, at most @p most. */
Result<QList<PartialConversation>> partlySeen(const Database &database, qint64 sourceId, Timestamp now,
                                              qint64 after = 0, int most = 1'000'000'000);

/** How many of them there are, by their time from @p from until @p until. */
Result<qint64> countPartlySeen(const Database &database, qint64 sourceId, Timestamp from, Timestamp until,
                               Timestamp now);

Result<void> note(const Database &database, qint64 conversation, Timestamp at, FetchResult result);

/** Where the source's platform is asked, as in `https://api.eigi.ai`; its usual place if nothing was set. */
Result<QString> apiBase(const Database &database, qint64 sourceId);

/** Sets it; empty for the usual place. A `/` at its end is dropped. Errors: BadArgument for what is no https:// address
 * (http:// only to this computer itself, as the key goes with every request). */
Result<void> setApiBase(const Database &database, qint64 sourceId, const QString &base);

} // namespace backfill
} // namespace earshot
