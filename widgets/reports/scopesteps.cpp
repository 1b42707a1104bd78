// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/reports/scopesteps.h"

#include "models/items/filterterms.h"

#include <QDateTime>
#include <QScopedValueRollback>

namespace earshot {
namespace {

constexpr auto c_kind = RecordKind::Conversations;

QString joined(const QString &filter, const QString &term)
{
    const QString trimmed = filter.trimmed();
    return trimmed.isEmpty() ? term : QString(trimmed + QLatin1Char(' ') + term);
}

/** The day that begins at that moment; nothing if it is not midnight. */
std::optional<QDate> dayBeginningAt(Timestamp time, const QTimeZone &zone)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(milliseconds, zone);
    return local == local.date().startOfDay(zone) ? std::optional(local.date()) : std::nullopt;
}

} // namespace

ScopeSteps::ScopeSteps(ViewScope &scope, QObject *parent)
    : QObject(parent)
    , m_scope(scope)
{
    connect(&m_scope, &ViewScope::changed, this, [this] {
        if (!m_isStepping)
            m_steps.clear();
    });
}

QString ScopeSteps::filterWithout(const QString &field) const
{
    const FilterSchema &schema = filterSchema(c_kind);
    QStringList kept;
    for (const FilterItem &item : filterItems(m_scope.filter(), schema)) {
        if (!isOfField(item, field, schema))
            kept.append(item.text);
    }
    return kept.join(QLatin1Char(' '));
}

void ScopeSteps::take(const QString &filter, const TimeRange &range)
{
    const ScopeQuery before = m_scope.query();
    const QScopedValueRollback guard(m_isStepping, true);
    if (filter != before.filter() && !m_scope.setFilter(filter))
        return;
    m_scope.setRange(range);
    if (m_scope.query() != before)
        m_steps.append(before);
}

void ScopeSteps::narrowToTime(Timestamp from, Timestamp until)
{
    const QTimeZone &zone = m_scope.query().zone();
    const QString rest = filterWithout(QStringLiteral("started_at"));
    const auto first = dayBeginningAt(from, zone);
    const auto after = dayBeginningAt(until, zone);
    if (first && after && *first < *after)
        return take(rest, {TimeRange::Kind::Days, *first, after->addDays(-1)});
    const QString term = QStringLiteral("started>=%1 started<%2").arg(toIsoText(from, zone), toIsoText(until, zone));
    take(joined(rest, term), m_scope.query().range());
}

void ScopeSteps::narrowToValue(const QString &field, const QString &value)
{
    take(joined(filterWithout(field), filterTerm(field, value)), m_scope.query().range());
}

void ScopeSteps::narrowToDuration(int fromSeconds, int untilSeconds)
{
    QString term = QStringLiteral("dur>=%1s").arg(fromSeconds);
    if (untilSeconds > 0)
        term += QStringLiteral(" dur<%1s").arg(untilSeconds);
    take(joined(filterWithout(QStringLiteral("duration_s")), term), m_scope.query().range());
}

bool ScopeSteps::goBack()
{
    if (m_steps.isEmpty())
        return false;
    const ScopeQuery before = m_steps.takeLast();
    const QScopedValueRollback guard(m_isStepping, true);
    (void)m_scope.setFilter(before.filter()); // it was understood when it stood there
    m_scope.setRange(before.range());
    return true;
}

} // namespace earshot
