// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/wholeconversation.h"

namespace earshot {

/** Names a conversation wherever it goes, also with two Earshots on one CRM: `earshot:<source key>:<scope>:<platform
 * id>`. Other characters than `[A-Za-z0-9:._+-]` are percent-encoded. */
QString recordKey(const QString &sourceKey, const ConversationKey &key);

/** What is sent of a conversation, as docs/destinations.md describes it: the neutral record in UTC, `transcript` and
 * `ext`. */
QJsonObject conversationRecord(const WholeConversation &conversation);

} // namespace earshot
