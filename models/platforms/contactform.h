// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/platforms/jsonreader.h"

namespace earshot {

/** Sets the contact's name, e-mail and phone from a form's fields, which carry whatever names its author gave them:
 * `name`, `full_name`, or `first_name` and `last_name`; `email`; `phone`; in any case. What the form does not hold
 * stays as it is. */
void setContactFromForm(Conversation &patch, const QJsonObject &fieldValues, ReadingContext &context);

} // namespace earshot
