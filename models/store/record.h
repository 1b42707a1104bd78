// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/domain/fields.h"
#include "models/filter/schema.h"

#include <QJsonValue>
#include <QString>

#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace earshot {

/** What can be exported: one row of it is a Record. */
enum class RecordKind { Conversations, Messages, Events, Deliveries };

QString recordKindText(RecordKind kind);
std::optional<RecordKind> recordKindFromText(QStringView text);

/** A record's fields, in the order of exports. */
std::span<const Field> recordFields(RecordKind kind);

/** The fields that a filter over this kind may name. */
const FilterSchema &filterSchema(RecordKind kind);

/** One JSON object or array, as compact text. */
struct JsonText {
    QString text;

    friend bool operator==(const JsonText &, const JsonText &) = default;
};

/** A field's value: unknown, yes or no, a number, a moment, text (ids too), an object or list. */
using RecordValue = std::variant<std::monostate, bool, qint64, Timestamp, QString, JsonText>;

/** One record of any kind: a value for each of recordFields(), in their order. */
using Record = std::vector<RecordValue>;

/** The value as JSON; moments in ISO 8601 in @p zone. */
QJsonValue toJson(const RecordValue &value, const QTimeZone &zone);

/** The value of the field of that name, which the kind has. */
const RecordValue &fieldOf(const Record &record, RecordKind kind, QLatin1StringView name);

} // namespace earshot
