// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/answer.h"
#include "app/receive/requesthead.h"

namespace earshot {

/** Refuses what libmicrohttpd 0.9.75 lets pass though senders and proxies may read it in two ways (request smuggling):
 * 400, or 417 for an expectation other than `100-continue`. To be asked before the first byte of the body; the
 * connection must be closed after a refusal, since nobody can tell where the next request begins. RFC 9110 and RFC
 * 9112. */
std::optional<Answer> refusalOf(const RequestHead &head);

} // namespace earshot
