// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/recordrow.h"

#include "models/store/conversationrow.h"

#include <array>

namespace earshot {
namespace {

/** Where a kind's records come from. */
struct RecordSql {
    QLatin1StringView columns; ///< in the order of recordFields(); empty: conversationColumns()
    QLatin1StringView from;
    QLatin1StringView time;
    QLatin1StringView order;
};

// LEFT JOIN, so that a row whose source or conversation were lost is still counted and shown.
constexpr std::array c_sql = {
    RecordSql{
        {},
        QLatin1StringView(R"(conversation c LEFT JOIN source src ON src."id" = c."source_id")"),
        QLatin1StringView(R"(c."time")"),
        QLatin1StringView(R"(c."time", c."id")"),
    },
    RecordSql{
        QLatin1StringView(R"(m."conversation", m."position", m."role", m."name", m."text", m."at")"),
        QLatin1StringView(R"(message m LEFT JOIN conversation c ON c."id" = m."conversation")"
                          R"( LEFT JOIN source src ON src."id" = c."source_id")"),
        QLatin1StringView(R"(coalesce(m."at", c."time"))"),
        QLatin1StringView(R"(coalesce(m."at", c."time"), m."conversation", m."position")"),
    },
    RecordSql{
        QLatin1StringView(R"(e."delivery" || '.' || e."position", e."delivery", e."conversation", e."type",)"
                          R"( e."platform_type", e."occurred_at", e."warnings")"),
        QLatin1StringView(R"(event e LEFT JOIN conversation c ON c."id" = e."conversation")"
                          R"( LEFT JOIN source src ON src."id" = e."source_id")"),
        QLatin1StringView(R"(coalesce(e."occurred_at", e."received_at"))"),
        QLatin1StringView(R"(coalesce(e."occurred_at", e."received_at"), e."delivery", e."position")"),
    },
    RecordSql{
        QLatin1StringView(R"(d."id", src."name", d."received_at", d."method", d."target", d."remote", d."bytes",)"
                          R"( coalesce(f."state", 'received'), f."reason", f."duplicate_of", d."verdict",)"
                          R"( coalesce(f."events", 0))"),
        QLatin1StringView(R"(delivery d LEFT JOIN finding f ON f."delivery" = d."id")"
                          R"( LEFT JOIN source src ON src."id" = d."source_id")"),
        QLatin1StringView(R"(d."received_at")"),
        QLatin1StringView(R"(d."received_at", d."id")"),
    },
};

const RecordSql &sqlOf(RecordKind kind)
{
    return c_sql[std::size_t(kind)];
}

/** A request target is raw bytes in the store. */
QString textOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? QString::fromUtf8(value.toByteArray()) : value.value<QString>();
}

RecordValue objectOf(const QString &json)
{
    return json == QLatin1StringView("{}") ? RecordValue() : RecordValue(JsonText{json});
}

RecordValue valueOf(const QVariant &value, FieldType type)
{
    if (value.isNull())
        return type == FieldType::List ? RecordValue(JsonText{QStringLiteral("[]")}) : RecordValue();
    switch (type) {
    case FieldType::Id:
    case FieldType::Word:
    case FieldType::Text:
    case FieldType::Phone:
        return textOf(value);
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Duration:
        return value.toLongLong();
    case FieldType::Time:
        return fromMicroseconds(value.toLongLong());
    case FieldType::Boolean:
        return value.toBool();
    case FieldType::Object:
        return objectOf(value.toString());
    case FieldType::List:
        return JsonText{value.toString()};
    }
    Q_UNREACHABLE();
}

} // namespace

QString recordSelect(RecordKind kind, const QStringList &more)
{
    const RecordSql &sql = sqlOf(kind);
    const QString own = sql.columns.isEmpty() ? conversationColumns(u"c") : QString(sql.columns);
    const QStringList columns = QStringList{own} + more;
    return QStringLiteral("SELECT %1 %2").arg(columns.join(QLatin1StringView(", ")), recordFrom(kind));
}

QString recordFrom(RecordKind kind)
{
    return QLatin1StringView("FROM ") + sqlOf(kind).from;
}

QString recordTime(RecordKind kind)
{
    return sqlOf(kind).time;
}

QString recordOrder(RecordKind kind)
{
    return sqlOf(kind).order;
}

void readRecord(const Statement &row, RecordKind kind, Record &record)
{
    const std::span<const Field> fields = recordFields(kind);
    record.clear();
    for (std::size_t i = 0; i < fields.size(); ++i)
        record.push_back(valueOf(row.value(int(i)), fields[i].type));
}

} // namespace earshot
