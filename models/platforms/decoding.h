// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/event.h"
#include "models/platforms/jsonreader.h"

namespace earshot {

/** The answer for a delivery of the wrong shape; the reason is `code: detail`. */
Decoded malformed(const Error &error, const QByteArray &digest);

/** The answer for a delivery that became one event; Unknown where its type is. */
Decoded decodedAs(const Event &event, const Warnings &warnings, const QByteArray &digest);

/** WrongShape, naming the place: the member is missing, or is not what is needed there. */
std::unexpected<Error> missing(const JsonReader &reader, QLatin1StringView name);

/** The whole transcript of a conversation. Items are objects of `role` or `sender_type`, `content` or `text`, and `ts`,
 * `timestamp` or `created_at`; others are left out with a warning. At most 10,000 are read. @p path is the array's own.
 */
QList<Message> readTranscript(const QJsonArray &items, ReadingContext &context, const QString &path);

/** The agent as the source names it, else the platform's id for it. */
QString agentName(const Source &source, const QString &platformId);

/** Adds a member unless it is null. */
void insertIfKnown(QJsonObject &object, QLatin1StringView name, const QJsonValue &value);

/** Adds a member unless it is a null text. */
void insertIfKnown(QJsonObject &object, QLatin1StringView name, const QString &value);

} // namespace earshot
