// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QJsonValue>
#include <QList>
#include <QTimeZone>

#include <span>
#include <variant>

namespace earshot {

/** What a field of a record holds: decides how it is written to files, compared in filters and kept in a column. */
enum class FieldType {
    Id, ///< text that names something; compared whole
    Word, ///< one of a (possibly open) set of words; compared whole, without case
    Text, ///< free text; a filter looks inside it, without case
    Phone, ///< text, compared by its digits
    Integer,
    Money, ///< integer, minor units of the record's currency
    Duration, ///< integer, seconds
    Time, ///< microseconds UTC in the store, ISO 8601 in files
    Boolean,
    Object, ///< a JSON object
    List, ///< a JSON array of texts
};

/** A field of any record kind: its name in files, filters and columns. */
struct Field {
    QLatin1StringView name;
    FieldType type;
};

/** A field of the neutral record and where it lies in the struct. */
struct ConversationField {
    using Member =
        std::variant<qint64 Conversation::*, QString Conversation::*, std::optional<qint64> Conversation::*,
                     std::optional<bool> Conversation::*, std::optional<Timestamp> Conversation::*,
                     std::optional<Kind> Conversation::*, std::optional<Direction> Conversation::*,
                     std::optional<Status> Conversation::*, QJsonObject Conversation::*, QStringList Conversation::*>;

    QLatin1StringView name;
    FieldType type;
    Member member;
};

/** Every exported field of a conversation, in the order of exports. */
std::span<const ConversationField> conversationFields();

/** The fields of the other record kinds, in the order of exports. */
std::span<const Field> messageFields();
std::span<const Field> eventFields();
std::span<const Field> deliveryFields();

/** True where the record says nothing of this field. */
bool isNull(const Conversation &conversation, const ConversationField &field);

/** The field for files: times in ISO 8601 in @p zone, ids as text, null where unknown. */
QJsonValue toJson(const Conversation &conversation, const ConversationField &field, const QTimeZone &zone);

/** The whole record, every field present. */
QJsonObject toJson(const Conversation &conversation, const QTimeZone &zone);

/** A patch as the store keeps it beside an event: only what is set; moments in microseconds. */
QJsonObject patchToJson(const Conversation &patch);
Conversation patchFromJson(const QJsonObject &json);

/** Sets @p field of @p to from @p from, whatever was there. */
void copyField(const ConversationField &field, const Conversation &from, Conversation &to);

/** Makes the field unknown. */
void clearField(const ConversationField &field, Conversation &conversation);

} // namespace earshot
