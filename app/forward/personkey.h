// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/shipment.h"
#include "models/domain/conversation.h"

namespace earshot {

/** By what the conversation's contact is found at the destination. The number is E.164, which a national one becomes by
 * the destination's option `region` where it has one; what cannot be one (`anonymous`, an extension) names nobody. */
PersonKey personKeyOf(const Conversation &conversation, const Destination &destination);

/** The one of them that stands for the contact: the number, else the e-mail address in lower case; null for none. */
QString contactKeyOf(const PersonKey &person);

/** Whether the two may be one contact. */
bool mayBeSame(const PersonKey &one, const PersonKey &other);

} // namespace earshot
