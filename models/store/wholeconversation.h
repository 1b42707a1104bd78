// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/store/database.h"

namespace earshot {

/** A conversation with its messages and what names it outside this store. */
struct WholeConversation {
    QString sourceKey; ///< Source::key, which outlives a renaming
    ConversationKey key;
    Conversation record;
    QList<Message> messages; ///< in their order
};

/** Error: NotFound where the store holds no such conversation (any more). In the connection's thread. */
Result<WholeConversation> readWholeConversation(const Database &database, qint64 conversation);

} // namespace earshot
