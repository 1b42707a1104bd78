// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"

#include <QLatin1StringView>

namespace earshot {

/** What the `data` of a Varda event is. */
enum class VardaSubject { Conversation, Message, Call, Outcome, Contact, Unknown };

struct VardaEvent {
    QLatin1StringView name;
    EventType type;
    VardaSubject subject;
    bool reopens = false;
};

/** The event of that name; one of type and subject Unknown for any other. */
const VardaEvent &vardaEvent(const QString &name);

/** Ours, and Varda's own word where it is not the same. */
struct VardaStatus {
    std::optional<Status> status;
    QString detail;
};

/** Where an event leaves its conversation or call. @p status and @p disposition are the payload's words in lower case,
 * null if absent. */
VardaStatus vardaStatus(const VardaEvent &event, const QString &status, const QString &disposition);

/** Who sent a message; nothing for a word that is not known. */
std::optional<Role> vardaRole(const QString &senderType);

} // namespace earshot
