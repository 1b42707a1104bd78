// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>

namespace earshot {

/** Every answer Earshot gives to a sender by itself; answerset.cpp has their status and bytes. */
enum class Answer : std::uint8_t {
    Stored, ///< 200, after the commit
    HookCheck, ///< 200 to a GET or HEAD without a payload: a sender looks whether the address is alive
    HookOptions, ///< 204 with Allow
    BadRequest, ///< 400, framing: what the message means is in doubt
    ProofRefused, ///< 401, the signature or the secret header is missing or wrong
    ProofRefusedBasic, ///< the same where Basic is asked for: with WWW-Authenticate
    ProofRefusedBearer, ///< the same where a bearer token is
    ProofRefusedBoth, ///< the same where both are
    AddressRefused, ///< 403, not in the source's networks
    NotFound, ///< 404, the same for an unknown token and any other path
    HookMethodRefused, ///< 405 with Allow
    HealthMethodRefused, ///< 405 with Allow
    TooSlow, ///< 408
    BodyTooLarge, ///< 413
    TargetTooLong, ///< 414
    CodingUnknown, ///< 415, a Content-Encoding that we cannot undo
    ExpectationRefused, ///< 417
    TooMany, ///< 429 with Retry-After: more than the source's rate
    MethodUnknown, ///< 501
    NotStored, ///< 503 with Retry-After: no room, the journal failed, or we are stopping
};

inline constexpr std::size_t c_answerCount = std::size_t(Answer::NotStored) + 1;

} // namespace earshot
