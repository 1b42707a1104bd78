// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/schema.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace earshot {
namespace {

using Fields = std::vector<FilterField>;
using Aliases = std::vector<FilterSchema::Alias>;
using Names = std::vector<QLatin1StringView>;

constexpr qsizetype c_nearEnough = 2;

/** Where the column of a field is not `table."field"`. */
struct Override {
    QLatin1StringView field;
    FieldType type;
    QLatin1StringView sql;
};

bool sameName(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/** JSON columns are looked into value by value, so that neither keys nor JSON's escapes get in the way. */
void lookIntoJson(FilterField &field)
{
    const bool isList = field.type == FieldType::List;
    field.rows = QStringLiteral("%1(%2) AS item WHERE TRUE")
                     .arg(isList ? QLatin1StringView("json_each") : QLatin1StringView("json_tree"), field.sql);
    field.rowSql = isList ? QStringLiteral("item.\"value\"") : QStringLiteral("item.\"atom\"");
}

FilterField columnOf(QLatin1StringView table, QLatin1StringView name, FieldType type)
{
    FilterField field{name, type, QStringLiteral("%1.\"%2\"").arg(table, name), {}, {}};
    if (type == FieldType::List || type == FieldType::Object)
        lookIntoJson(field);
    return field;
}

template <typename Range>
Fields columnsOf(QLatin1StringView table, const Range &domainFields, const std::vector<Override> &overrides)
{
    Fields fields;
    for (const auto &domainField : domainFields)
        fields.push_back(columnOf(table, domainField.name, domainField.type));
    for (const Override &override : overrides) {
        const auto field = std::ranges::find(fields, QString(override.field), &FilterField::name);
        Q_ASSERT(field != fields.end());
        field->type = override.type;
        field->sql = override.sql;
    }
    return fields;
}

/** What was said in a conversation: one value for each of its messages. */
FilterField transcriptField()
{
    return {QStringLiteral("text"),
            FieldType::Text,
            {},
            QStringLiteral("\"message\" AS said WHERE said.\"conversation\" = c.\"id\""),
            QStringLiteral("said.\"text\"")};
}

Fields conversationColumns()
{
    Fields fields =
        columnsOf(QLatin1StringView("c"), conversationFields(),
                  {
                      {QLatin1StringView("id"), FieldType::Integer, QLatin1StringView("c.\"id\"")},
                      {QLatin1StringView("source"), FieldType::Word, QLatin1StringView("src.\"name\"")},
                      {QLatin1StringView("platform"), FieldType::Word, QLatin1StringView("src.\"platform\"")},
                  });
    fields.push_back(transcriptField());
    return fields;
}

Aliases conversationAliases()
{
    constexpr std::array pairs = {
        std::pair{"answered", "answered_at"},  std::pair{"contact", "contact_name"},
        std::pair{"cost", "cost_minor"},       std::pair{"dur", "duration_s"},
        std::pair{"duration", "duration_s"},   std::pair{"email", "contact_email"},
        std::pair{"ended", "ended_at"},        std::pair{"msgs", "messages"},
        std::pair{"name", "contact_name"},     std::pair{"page", "landing_page"},
        std::pair{"phone", "contact_phone"},   std::pair{"recording", "recording_url"},
        std::pair{"revenue", "revenue_minor"}, std::pair{"started", "started_at"},
        std::pair{"test", "is_test"},          std::pair{"updated", "updated_at"},
        std::pair{"utm_campaign", "campaign"}, std::pair{"value", "estimated_value_minor"},
    };
    Aliases aliases;
    for (const auto &[alias, field] : pairs)
        aliases.push_back({QLatin1StringView(alias), QLatin1StringView(field)});
    return aliases;
}

Names conversationTextFields()
{
    Names names;
    for (const char *name : {"contact_name", "contact_phone", "contact_email", "from", "to", "conversation_id", "agent",
                             "campaign", "intent", "form", "first_message", "summary", "notes", "text"})
        names.emplace_back(name);
    return names;
}

template <typename T>
std::vector<T> joined(std::vector<T> first, const std::vector<T> &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Fields messageColumns()
{
    return columnsOf(
        QLatin1StringView("m"), messageFields(),
        {{QLatin1StringView("conversation"), FieldType::Integer, QLatin1StringView("m.\"conversation\"")}});
}

Fields eventColumns()
{
    return columnsOf(
        QLatin1StringView("e"), eventFields(),
        {
            {QLatin1StringView("id"), FieldType::Id, QLatin1StringView("(e.\"delivery\" || '.' || e.\"position\")")},
            {QLatin1StringView("delivery"), FieldType::Integer, QLatin1StringView("e.\"delivery\"")},
            {QLatin1StringView("conversation"), FieldType::Integer, QLatin1StringView("e.\"conversation\"")},
        });
}

Fields deliveryColumns()
{
    Fields fields = columnsOf(
        QLatin1StringView("d"), deliveryFields(),
        {
            {QLatin1StringView("id"), FieldType::Integer, QLatin1StringView("d.\"id\"")},
            {QLatin1StringView("source"), FieldType::Word, QLatin1StringView("src.\"name\"")},
            {QLatin1StringView("target"), FieldType::Text,
             QLatin1StringView("CAST(d.\"target\" AS TEXT)")}, // raw bytes
            {QLatin1StringView("state"), FieldType::Word, QLatin1StringView("coalesce(f.\"state\", 'received')")},
            {QLatin1StringView("reason"), FieldType::Text, QLatin1StringView("f.\"reason\"")},
            {QLatin1StringView("duplicate_of"), FieldType::Integer, QLatin1StringView("f.\"duplicate_of\"")},
            {QLatin1StringView("events"), FieldType::Integer, QLatin1StringView("coalesce(f.\"events\", 0)")},
        });
    fields.push_back(columnOf(QLatin1StringView("src"), QLatin1StringView("platform"), FieldType::Word));
    return fields;
}

/** Levenshtein's distance, one row of the table at a time. */
qsizetype editDistance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 0; j < size_t(b.size()); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[qsizetype(j)] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

} // namespace

FilterSchema::FilterSchema(const std::vector<FilterField> &fields, const std::vector<Alias> &aliases,
                           const std::vector<QLatin1StringView> &textFields)
    : m_aliases(aliases)
{
    for (const FilterField &candidate : fields) {
        if (!fieldNamed(candidate.name))
            m_fields.push_back(candidate);
    }
    for (const QLatin1StringView name : textFields)
        m_textFields.push_back(fieldNamed(QString(name)));
    Q_ASSERT(std::ranges::none_of(m_textFields, [](const FilterField *textField) { return !textField; }));
}

const FilterField *FilterSchema::fieldNamed(QStringView name) const
{
    const auto found =
        std::ranges::find_if(m_fields, [&](const FilterField &candidate) { return sameName(candidate.name, name); });
    return found == m_fields.end() ? nullptr : &*found;
}

const FilterField *FilterSchema::field(QStringView name) const
{
    if (const FilterField *found = fieldNamed(name))
        return found;
    const auto alias = std::ranges::find_if(
        m_aliases, [&](const Alias &candidate) { return sameName(QString(candidate.alias), name); });
    return alias == m_aliases.end() ? nullptr : fieldNamed(QString(alias->field));
}

QString FilterSchema::nearestName(QStringView name) const
{
    QString nearest;
    qsizetype shortest = std::min(c_nearEnough, name.size() - 1) + 1; // of a short name more must be right
    const QString wanted = name.toString().toLower();
    const auto consider = [&](const QString &candidate) {
        if (std::abs(candidate.size() - wanted.size()) >= shortest)
            return;
        if (const qsizetype distance = editDistance(wanted, candidate); distance < shortest) {
            nearest = candidate;
            shortest = distance;
        }
    };
    for (const FilterField &candidate : m_fields)
        consider(candidate.name);
    for (const Alias &candidate : m_aliases)
        consider(candidate.alias);
    return nearest;
}

const FilterSchema &conversationSchema()
{
    static const FilterSchema schema(conversationColumns(), conversationAliases(), conversationTextFields());
    return schema;
}

const FilterSchema &messageSchema()
{
    static const FilterSchema schema(joined(messageColumns(), conversationColumns()), conversationAliases(),
                                     {QLatin1StringView("text"), QLatin1StringView("name")});
    return schema;
}

const FilterSchema &eventSchema()
{
    static const FilterSchema schema(
        joined(eventColumns(), conversationColumns()),
        joined(Aliases{{QLatin1StringView("occurred"), QLatin1StringView("occurred_at")},
                       {QLatin1StringView("warning"), QLatin1StringView("warnings")}},
               conversationAliases()),
        joined(Names{QLatin1StringView("platform_type"), QLatin1StringView("warnings")}, conversationTextFields()));
    return schema;
}

const FilterSchema &deliverySchema()
{
    static const FilterSchema schema(
        deliveryColumns(),
        {{QLatin1StringView("received"), QLatin1StringView("received_at")},
         {QLatin1StringView("size"), QLatin1StringView("bytes")}},
        {QLatin1StringView("target"), QLatin1StringView("reason"), QLatin1StringView("remote")});
    return schema;
}

} // namespace earshot
