// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/viewscope.h"

#include "models/filter/parser.h"
#include "models/items/filterterms.h"
#include "models/store/recordrow.h"

#include <algorithm>

namespace earshot {
namespace {

bool isTimeCondition(const filter::Expression &expression)
{
    if (const auto *condition = std::get_if<filter::Condition>(&expression))
        return std::holds_alternative<filter::TimeRange>(condition->test);
    const auto *group = std::get_if<filter::Group>(&expression);
    return group && std::ranges::any_of(group->terms, isTimeCondition);
}

/** The kind whose fields the filter names: conversations, unless only deliveries have them. Nothing if neither has. */
std::optional<RecordKind> kindOf(const QString &text)
{
    for (const RecordKind kind : {RecordKind::Conversations, RecordKind::Deliveries}) {
        if (Filter::parse(text, filterSchema(kind)))
            return kind;
    }
    return std::nullopt;
}

/** The event @p ev belongs to a chosen record of @p of. */
QString eventOf(RecordKind of, const QString &condition)
{
    const QLatin1StringView link(of == RecordKind::Deliveries ? R"(d."id" = ev."delivery")"
                                                              : R"(c."id" = ev."conversation")");
    return QStringLiteral("EXISTS (SELECT 1 %1 WHERE %2 AND %3)").arg(recordFrom(of), link, condition);
}

/** What ties events @p ev to a record of @p kind. A delivery that repeats another belongs to what that one made. */
QLatin1StringView linkToEvents(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Conversations:
        return QLatin1StringView(R"(ev."conversation" = c."id")");
    case RecordKind::Messages:
        return QLatin1StringView(R"(ev."conversation" = m."conversation")");
    case RecordKind::Events:
        return QLatin1StringView(R"(ev."delivery" = e."delivery" AND ev."position" = e."position")");
    case RecordKind::Deliveries:
        break;
    }
    return QLatin1StringView(R"(ev."delivery" = coalesce(f."duplicate_of", d."id"))");
}

/** Records of @p kind that share an event with a record of @p of for which @p filter holds. */
SqlCondition throughEvents(RecordKind kind, RecordKind of, const SqlCondition &filter)
{
    return {QStringLiteral("EXISTS (SELECT 1 FROM event ev WHERE %1 AND %2)")
                .arg(linkToEvents(kind), eventOf(of, filter.sql)),
            filter.binds};
}

} // namespace

ScopeQuery::ScopeQuery(QString filter, TimeRange range, QTimeZone zone)
    : m_filter(std::move(filter))
    , m_range(range)
    , m_zone(std::move(zone))
{
}

RecordSelection ScopeQuery::selection(RecordKind kind, Timestamp now) const
{
    RecordSelection selection;
    if (!namesItsTime())
        selection.interval = intervalOf(m_range, m_zone, now);
    if (m_filter.trimmed().isEmpty())
        return selection;
    const FilterContext context{m_zone, now};
    if (const auto own = Filter::parse(m_filter, filterSchema(kind))) {
        selection.filter = own->toSql(context);
        return selection;
    }
    const auto of = kindOf(m_filter);
    selection.filter = of ? throughEvents(kind, *of, Filter::parse(m_filter, filterSchema(*of))->toSql(context))
                          : SqlCondition{QStringLiteral("0"), {}};
    return selection;
}

bool ScopeQuery::namesItsTime() const
{
    const auto kind = kindOf(m_filter);
    const auto parsed = kind ? filter::parse(m_filter, filterSchema(*kind)) : filter::Group();
    return parsed && isTimeCondition(*parsed);
}

std::expected<void, FilterError> checkFilter(const QString &text, RecordKind kind)
{
    const auto own = Filter::parse(text, filterSchema(kind));
    if (own)
        return {};
    const RecordKind otherKind = kind == RecordKind::Deliveries ? RecordKind::Conversations : RecordKind::Deliveries;
    const auto other = Filter::parse(text, filterSchema(otherKind));
    if (other)
        return {};
    // Whoever came further knew the fields before.
    return std::unexpected(other.error().position > own.error().position ? other.error() : own.error());
}

ViewScope::ViewScope(QObject *parent)
    : QObject(parent)
{
}

std::expected<void, FilterError> ViewScope::setFilter(const QString &text)
{
    if (const auto checked = checkFilter(text, RecordKind::Conversations); !checked)
        return checked;
    take(ScopeQuery(text, m_query.range(), m_query.zone()));
    return {};
}

void ViewScope::setRange(const TimeRange &range)
{
    take(ScopeQuery(m_query.filter(), range, m_query.zone()));
}

void ViewScope::setZone(const QTimeZone &zone)
{
    take(ScopeQuery(m_query.filter(), m_query.range(), zone));
}

void ViewScope::take(const ScopeQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    Q_EMIT changed();
}

namespace {

const FilterSchema &schemaOf(const QString &filter)
{
    return filterSchema(kindOf(filter).value_or(RecordKind::Conversations));
}

/** @p filter without the terms that @p isUnwanted; as it was where none is. */
template <typename Predicate>
QString without(const QString &filter, const FilterSchema &schema, Predicate isUnwanted)
{
    QStringList kept;
    bool any = false;
    const QList<FilterItem> items = filterItems(filter, schema);
    for (const FilterItem &item : items) {
        if (isUnwanted(item))
            any = true;
        else
            kept.append(item.text);
    }
    return any ? kept.join(u' ') : filter;
}

QString withTerm(const QString &filter, const QString &term)
{
    const QString trimmed = filter.trimmed();
    return trimmed.isEmpty() ? term : QString(trimmed + u' ' + term);
}

/** A term takes the place of its opposite. */
QString withTermFor(const QString &filter, const QString &field, const QString &value, bool excluded)
{
    const FilterSchema &schema = schemaOf(filter);
    const QString rest = without(filter, schema, [&](const FilterItem &item) {
        return item.isExcluded != excluded && isOfField(item, field, schema) && asksFor(item, value);
    });
    return withTerm(rest, filterTerm(field, value, excluded));
}

bool asks(const QString &filter, const QString &field, const QString &value, bool excluded)
{
    const FilterSchema &schema = schemaOf(filter);
    return std::ranges::any_of(filterItems(filter, schema), [&](const FilterItem &item) {
        return item.isExcluded == excluded && isOfField(item, field, schema) && asksFor(item, value);
    });
}

} // namespace

void ViewScope::addTerm(const QString &field, const QString &value)
{
    if (!hasTerm(field, value))
        (void)setFilter(withTermFor(filter(), field, value, false));
}

void ViewScope::excludeTerm(const QString &field, const QString &value)
{
    if (!excludesTerm(field, value))
        (void)setFilter(withTermFor(filter(), field, value, true));
}

void ViewScope::setTerm(const QString &field, const QString &value)
{
    const FilterSchema &schema = schemaOf(filter());
    const QString rest =
        without(filter(), schema, [&](const FilterItem &item) { return isOfField(item, field, schema); });
    (void)setFilter(value.isNull() ? rest : withTerm(rest, filterTerm(field, value)));
}

bool ViewScope::hasTerm(const QString &field, const QString &value) const
{
    return asks(filter(), field, value, false);
}

bool ViewScope::excludesTerm(const QString &field, const QString &value) const
{
    return asks(filter(), field, value, true);
}

} // namespace earshot
