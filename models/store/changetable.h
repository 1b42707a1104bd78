// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QList>

namespace earshot {

/** What a row of the `change` table tells of. */
enum class ChangeKind { Conversation, Outbox, Source, Destination, Rebuild, Setting, Delivery };

/** The word in the table. */
QString changeKindText(ChangeKind kind);

/** The table that every writer adds to and a ChangeReader follows. Functions over the writer's connection, inside the
 * transaction of the change itself, so that both are seen at once or not at all. */
namespace changetable {

/** One row; without @p record where several changed together. */
Result<void> note(const Database &database, ChangeKind kind, std::optional<qint64> record = {});

/** A row for each of the conversations, in one statement. */
Result<void> noteConversations(const Database &database, ChangeKind kind, const QList<qint64> &conversations);

/** A row for the conversation of each of these outbox rows. */
Result<void> noteOutboxRows(const Database &database, const QList<qint64> &rows);

/** Drops the oldest rows but for about @p kept, so many at a time that a commit need not wait long. Makes its own
 * transaction, and only if there is something to drop. */
Result<void> trim(const Database &database, qint64 kept = 100'000);

} // namespace changetable
} // namespace earshot
