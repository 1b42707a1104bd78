// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/fields.h"

#include <QString>

#include <vector>

namespace earshot {

/** A field that a filter may name, and where a query finds it. Where a record has many values (a list, an object, what
 *  was said), @p rows is the FROM and WHERE that yield them one a row, to be continued with AND; else it is null. */
struct FilterField {
    QString name;
    FieldType type = FieldType::Text;
    QString sql; ///< the record's value; null for a field that only exists as rows
    QString rows;
    QString rowSql; ///< the value in one of the rows
};

/** The fields of one record kind as filters see them: names, short names, types, SQL. The SQL uses fixed table aliases,
 *  which the queries of the store keep: `c` conversation, `src` its source, `m` message, `e` event, `d` delivery, `f`
 *  what was found out about the delivery. Immutable, so any thread; outlives every Filter parsed with it. */
class FilterSchema
{
public:
    /** Another name of a field. */
    struct Alias {
        QLatin1StringView alias;
        QLatin1StringView field;
    };

    /** Where two fields have one name the first counts; a name goes before an alias. @p textFields are looked into by
     *  text without a field. */
    FilterSchema(const std::vector<FilterField> &fields, const std::vector<Alias> &aliases,
                 const std::vector<QLatin1StringView> &textFields);
    FilterSchema(const FilterSchema &) = delete;
    FilterSchema &operator=(const FilterSchema &) = delete;

    /** The field of that name or alias in any case; null if there is none. */
    const FilterField *field(QStringView name) const;

    /** The name or alias that differs from @p name by at most two letters; null if none is that near. */
    QString nearestName(QStringView name) const;

    const std::vector<FilterField> &fields() const { return m_fields; }

    const std::vector<const FilterField *> &textFields() const { return m_textFields; }

private:
    const FilterField *fieldNamed(QStringView name) const;

    std::vector<FilterField> m_fields;
    std::vector<Alias> m_aliases;
    std::vector<const FilterField *> m_textFields;
};

/** Conversations: every exported field, and `text`, what was said in them. */
const FilterSchema &conversationSchema();

/** Messages: their own fields, then those of their conversation. */
const FilterSchema &messageSchema();

/** Events: their own fields, then those of their conversation, null where they belong to none. */
const FilterSchema &eventSchema();

/** Deliveries: their own fields and `platform`. */
const FilterSchema &deliverySchema();

} // namespace earshot
