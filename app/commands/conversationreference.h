// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <optional>

namespace earshot {

/** Earshot's own number as typed. */
std::optional<qint64> ownId(const QString &text);

/** Whether the text can name a conversation: by its number or as SOURCE/PLATFORM-ID. BadArgument says what is off. */
Result<void> checkConversationReference(const QString &text);

/** The conversation that it names. NotFound also where there is more than one; says which. */
Result<qint64> referredConversation(const Database &database, const QString &text);

} // namespace earshot
