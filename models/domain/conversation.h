// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace earshot {

enum class Kind { Call, Chat };
enum class Direction { Inbound, Outbound };

/** Where a conversation stands. The order is not a rank: see isFinal() and the fold. */
enum class Status {
    Open,
    Pending,
    Ringing,
    InProgress,
    Completed,
    Disconnected,
    Abandoned,
    Failed,
    Resolved,
    Closed,
    AssumedEnded, ///< no end came in time; yields to any real end
};

QString kindText(Kind kind);
QString directionText(Direction direction);
QString statusText(Status status);
std::optional<Kind> kindFromText(QStringView text);
std::optional<Direction> directionFromText(QStringView text);
std::optional<Status> statusFromText(QStringView text);

/** Completed, disconnected, abandoned, failed, resolved, closed and assumed_ended are final. */
constexpr bool isFinal(Status status)
{
    return status >= Status::Completed;
}

/** One call or one chat in Earshot's own words: the neutral record. An unknown value is null (an empty optional, a null
 * QString, an empty object). The same struct is a **patch**, what one event says of a conversation: there only what it
 * says is set.
 *
 *  Each member that is exported stands in conversationFields() with its name and type; exports, filters, the store's
 * columns and the fold go by that table. */
struct Conversation {
    qint64 id = 0; ///< Earshot's own, given once for ever per (source, scope, platform id)
    QString platform;
    QString source; ///< the source's name
    std::optional<Kind> kind;
    QString conversationId; ///< the platform's
    QString channel; ///< the platform's word in lower case; an open set
    std::optional<Direction> direction;
    std::optional<Status> status;
    QString statusDetail; ///< the platform's own word where it is not one of ours
    QString outcome;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> answeredAt;
    std::optional<Timestamp> endedAt;
    std::optional<qint64> durationSeconds;
    QString agent;
    QString contactId;
    QString contactName;
    QString contactPhone; ///< E.164 where it can be
    QString contactEmail;
    QString from;
    QString to;
    std::optional<qint64> messages; ///< how many messages are held
    QString firstMessage;
    QString intent;
    QString form;
    QString recordingUrl;
    QString summary;
    QString notes;
    QString utmSource;
    QString utmMedium;
    QString campaign;
    QString landingPage;
    QString gclid;
    std::optional<qint64> estimatedValueMinor; ///< minor units of currency, like all …Minor
    std::optional<qint64> actualValueMinor;
    std::optional<qint64> revenueMinor;
    std::optional<qint64> costMinor;
    QString currency; ///< ISO 4217
    std::optional<bool> isTest;
    QJsonObject attributes;
    QJsonObject analysis;
    QStringList estimated; ///< names of the fields that were deduced, in conversationFields() order
    std::optional<qint64> events; ///< how many distinct events made it
    std::optional<Timestamp> updatedAt; ///< arrival of the latest delivery that belongs to it

    friend bool operator==(const Conversation &, const Conversation &) = default;
};

} // namespace earshot
