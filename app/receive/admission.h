// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/answer.h"
#include "app/receive/connection.h"
#include "app/receive/receivecontext.h"
#include "app/receive/requesthead.h"
#include "app/receive/target.h"

namespace earshot {

/** What a request's head settles before its body is read. */
struct Admission {
    Target target;
    std::shared_ptr<const HookTable> hooks; ///< keeps hook alive though the hooks may change meanwhile
    const HookEntry *hook = nullptr;
    std::optional<QHostAddress> sender; ///< nothing where a trusted proxy does not say
    std::optional<Answer> answer; ///< nothing where the body is wanted
    std::chrono::seconds retryAfter{0}; ///< of Answer::TooMany
};

/** Whether the request may come in, and where to. @p head has passed requestcheck. */
Admission admit(ReceiveContext &context, const Connection &connection, const RequestHead &head);

} // namespace earshot
