// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/rulesample.h"

#include "models/items/viewscope.h"
#include "models/store/recordqueries.h"
#include "models/store/recordrow.h"

namespace earshot {
namespace {

constexpr RecordKind c_kind = RecordKind::Conversations;

Result<SqlCondition> conditionOf(const QString &rule, TimeRange::Kind range, Timestamp now)
{
    if (const auto read = Filter::parse(rule, conversationSchema()); !read)
        return failure(ErrorCode::FilterSyntax, read.error().message);
    const ScopeQuery scope(rule, {range, {}, {}}, QTimeZone::utc());
    return recordCondition(c_kind, scope.selection(c_kind, now));
}

Result<qint64> countOf(const Database &database, const QString &rule, Timestamp now)
{
    const auto condition = conditionOf(rule, TimeRange::Kind::Last30Days, now);
    if (!condition)
        return std::unexpected(condition.error());
    const auto value = database.value(
        QStringLiteral("SELECT count(*) %1 WHERE %2").arg(recordFrom(c_kind), condition->sql), condition->binds);
    return value ? Result<qint64>(value->toLongLong()) : std::unexpected(value.error());
}

} // namespace

Result<RuleCount> countRule(const Database &database, const QString &rule, Timestamp now)
{
    const auto chosen = countOf(database, rule, now);
    if (!chosen)
        return std::unexpected(chosen.error());
    const auto all = countOf(database, {}, now);
    if (!all)
        return std::unexpected(all.error());
    return RuleCount{*chosen, *all};
}

Result<QList<SampleConversation>> latestOfRule(const Database &database, const QString &rule, Timestamp now, int most)
{
    const auto condition = conditionOf(rule, TimeRange::Kind::Everything, now);
    if (!condition)
        return std::unexpected(condition.error());
    QVariantList values = condition->binds;
    values.append(most);
    auto rows = database.run(
        QStringLiteral(R"(SELECT c."id", c."time", coalesce(c."contact_name", c."contact_phone", c."contact_email",)"
                       R"( c."conversation_id"), c."outcome" %1 WHERE %2 ORDER BY c."time" DESC, c."id" DESC LIMIT ?)")
            .arg(recordFrom(c_kind), condition->sql),
        values);
    if (!rows)
        return std::unexpected(rows.error());
    QList<SampleConversation> found;
    while (rows->next())
        found.append({rows->integer(0), fromMicroseconds(rows->integer(1)), rows->text(2), rows->text(3)});
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return found;
}

} // namespace earshot
