// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/fields.h"
#include "models/store/database.h"

namespace earshot {

// How the neutral record lies in the store: one column a field, by the table of conversationFields(). Moments are
// microseconds, yes and no 1 and 0, words text, objects and lists compact JSON; what is unknown is NULL, but for a
// list, which is then empty.

/** Every field as a column of @p alias, for a SELECT that joins `source src`, whose name and platform the record has.
 * In the order of conversationFields(); those named @p without are NULL, for who does not show them. */
QString conversationColumns(QStringView alias, std::span<const QLatin1StringView> without = {});

/** The record in the columns of conversationColumns(), the first of which is @p firstColumn. A word that is not one of
 * ours is unknown. */
Conversation conversationFromRow(const Statement &row, int firstColumn);

/** The field for binding to its column. */
QVariant columnValue(const Conversation &conversation, const ConversationField &field);

} // namespace earshot
