// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/proof.h"

#include <QByteArray>
#include <QStringList>

namespace earshot {

/** A source's way in: `/hook/<token>`. */
struct Hook {
    qint64 sourceId = 0;
    SourceSecrets secrets; ///< its tokens are 16 to 128 of `A–Z a–z 0–9 - . _ ~`; each that is live opens the hook
    bool secretsUnreadable = false; ///< what is asked for cannot be checked, and that is our fault: 200 and quarantine
    SenderProof proof;
    QStringList allow; ///< networks that may post (CIDR); empty: all. One that cannot be read allows nobody
    std::optional<RateLimit> rateLimit;
    std::optional<ChosenAnswer> answer;
    QString publicBase; ///< under which senders reach us, as in `https://hooks.example`; null if it is not known
};

} // namespace earshot
