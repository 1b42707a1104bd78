// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace earshot {

class FilterSchema;
struct FilterField;

/** One of the terms that stand side by side in a filter, as written. */
struct FilterItem {
    QString text; ///< with what negates it; without `and`
    QString name; ///< as written, of a term `name:value`; null for all else
    const FilterField *field = nullptr; ///< of that name; null for a path into JSON
    bool isExcluded = false; ///< negated, or by `!=`
    bool isNone = false; ///< `field:none`
    QString value; ///< what is meant, quotes taken off; null where it is a pattern, a range or a comparison
};

/** The terms of @p filter in their order; its fields are those of @p schema. A text that is no filter gives what can be
 * told of it. */
QList<FilterItem> filterItems(const QString &filter, const FilterSchema &schema);

/** Is @p item a term of the field of that name (or alias)? */
bool isOfField(const FilterItem &item, const QString &name, const FilterSchema &schema);

/** Does @p item ask for @p value (null: unknown), whether to include or exclude it? */
bool asksFor(const FilterItem &item, const QString &value);

} // namespace earshot
