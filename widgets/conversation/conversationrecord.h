// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/store/record.h"

namespace earshot {

/** A record of RecordKind::Conversations as the struct it was written from. */
Conversation conversationOf(const Record &record);

/** The field as text (ids too); null where it is unknown or no text. */
QString textOf(const Record &record, RecordKind kind, QLatin1StringView name);

std::optional<qint64> integerOf(const Record &record, RecordKind kind, QLatin1StringView name);
std::optional<Timestamp> timeOf(const Record &record, RecordKind kind, QLatin1StringView name);

} // namespace earshot
