// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace earshot {

/** Whether a delivery's sender is who it should be; stored as its word (verdictWord). */
enum class Verdict : std::uint8_t {
    Unsigned, ///< no proof is asked for
    Verified,
    Failed, ///< the proof is missing or wrong: 401 and quarantine
    Expired, ///< the signature is right but too old or from the future: 401 and quarantine
    Unchecked, ///< our own secret could not be read: 200 and quarantine
    Released, ///< a person let a delivery out of quarantine; this one is its copy
};

QString verdictWord(Verdict verdict);

/** A verdict, and why. */
struct VerdictReport {
    Verdict verdict = Verdict::Unsigned;
    /** A stable word, with a number where it needs one, as in `previous-secret` or `clock-behind 420`
     * (models/verify/verdicttext.h says it in words); null where there is nothing to say. */
    QString reason;
    std::optional<std::chrono::seconds> clockSkew; ///< our clock less the sender's, where it told its time

    bool isAccepted() const
    {
        return verdict == Verdict::Unsigned || verdict == Verdict::Verified || verdict == Verdict::Released;
    }

    friend bool operator==(const VerdictReport &, const VerdictReport &) = default;
};

} // namespace earshot
