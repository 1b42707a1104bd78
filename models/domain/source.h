// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/domain/proof.h"

#include <QString>
#include <QStringList>

#include <chrono>

namespace earshot {

/** A platform account that posts to one hook of ours. Its token is a secret and lives elsewhere (store/secrets.h). */
struct Source {
    qint64 id = 0;
    QString key; ///< eight random letters, given once; part of every forwarded record's key
    QString name; ///< unique, without `/`
    QString platform; ///< insighto, eigi, varda or custom
    QString zone = QStringLiteral("UTC"); ///< in which the platform's times without a zone are read
    QString currency; ///< of its money, null if unknown (ISO 4217)
    QString region; ///< of phone numbers without a country code (ISO 3166), null if unknown
    QString agent; ///< name shown instead of the platform's agent id, null to show the id
    QString idField; ///< custom only: dotted path of the field that names an event, null if there is none
    QStringList allow; ///< networks that may post (CIDR); empty: all
    std::chrono::seconds endTimeout =
        std::chrono::hours(2); ///< a running call without an end is assumed ended after this
    QString publicUrl; ///< under which senders reach the listener, as in `https://hooks.example`; null for its own
    SenderProof proof; ///< what its sender must show; nothing: deliveries are `unsigned`
    std::optional<RateLimit> rateLimit;
    std::optional<ChosenAnswer> answer;
    Retention retention;
    bool enabled = true;
    Timestamp createdAt;
};

} // namespace earshot
