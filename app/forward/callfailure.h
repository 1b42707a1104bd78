// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/destinationanswer.h"
#include "models/store/outboxsteps.h"

#include <expected>

namespace earshot {

/** Why a request to a destination did not do what it was to. */
struct CallFailure {
    enum class Kind {
        NotSent, ///< nothing went out: again, without a look
        Lost, ///< nobody knows whether it was carried out: a look before it is repeated
        Broken, ///< the other side failed (500, 503 …): a look before it is repeated
        Refused, ///< not carried out, but it may be later (408, 423, 425, 429, 477)
        Wrong, ///< this record will not be taken as it is
        Gone, ///< what the request was about is not there (any more)
        NeedsLogin, ///< its token is missing, wrong or has ended
        Forbidden, ///< its token lacks a right
        Stopped, ///< Earshot stops
    };

    Kind kind = Kind::Lost;
    QString reason; ///< in words, for a person
    DestinationAnswer answer;
    QList<CrmPerson> candidates = {}; ///< of a contact that was to be made: who looks like it, for a person to choose
};

/** What a request to a destination was for, or why it did not come about. */
template <typename T>
using Called = std::expected<T, CallFailure>;

/** What an answer means by the rules that hold everywhere: 2xx is success (nothing), but for 202 and HTML, which prove
 * nothing (a front that hides a broken application answers so), and for one that breaks off. 401 NeedsLogin, 403
 * Forbidden, 404 and 410 Gone; 408, 423, 425, 429, 477 Refused; no answer, 202, HTML, 502, 504, 520 to 529 Lost; other
 * 5xx Broken; all else Wrong, redirects with the address they name. A kind of destination may know better. */
std::optional<CallFailure> failureOf(const DestinationAnswer &answer);

/** The same as failureOf(), for an answer that must also be JSON. */
std::optional<CallFailure> failureOfJson(const DestinationAnswer &answer);

/** An answer that is none of those and yet not what was asked for: Lost, since it may have been carried out. */
CallFailure notUnderstood(const DestinationAnswer &answer, const QString &what);

} // namespace earshot
