// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/filter.h"
#include "models/items/timerange.h"

#include <QObject>

#include <expected>

namespace earshot {

/** What is shown, as a value for another thread. It says the same of every kind of record, so that a table, a chart, an
 * export and a count agree. */
class ScopeQuery
{
public:
    ScopeQuery() = default;
    ScopeQuery(QString filter, TimeRange range, QTimeZone zone);

    /** The records of @p kind that are meant. A filter that speaks of conversations chooses the deliveries, events and
     * messages that belong to them; one that speaks of deliveries, the conversations that they made. */
    RecordSelection selection(RecordKind kind, Timestamp now) const;

    const QString &filter() const { return m_filter; }

    const TimeRange &range() const { return m_range; }

    const QTimeZone &zone() const { return m_zone; }

    /** True where the filter itself names a time, which then counts instead of the range. */
    bool namesItsTime() const;

    friend bool operator==(const ScopeQuery &, const ScopeQuery &) = default;

private:
    QString m_filter;
    TimeRange m_range;
    QTimeZone m_zone = QTimeZone::utc();
};

/** Whether @p text is a filter over conversations or over deliveries; the error is that of the kind whose fields it
 * names, else that of @p kind. */
std::expected<void, FilterError> checkFilter(const QString &text, RecordKind kind);

/** The filter line, the time range and the zone of a window: the one line of truth, which facets, brushes and views
 * write to and everything that shows something reads. GUI thread. */
class ViewScope final : public QObject
{
    Q_OBJECT

public:
    explicit ViewScope(QObject *parent = nullptr);

    const ScopeQuery &query() const { return m_query; }

    QString filter() const { return m_query.filter(); }

    /** A filter that is not understood changes nothing. */
    std::expected<void, FilterError> setFilter(const QString &text);
    void setRange(const TimeRange &range);
    void setZone(const QTimeZone &zone);

    /** Writes a term such as `outcome:booked` into the filter line. */
    void addTerm(const QString &field, const QString &value);
    void excludeTerm(const QString &field, const QString &value);

    /** The only term of that field, or none if @p value is null: what a click on a facet does. */
    void setTerm(const QString &field, const QString &value);
    bool hasTerm(const QString &field, const QString &value) const;
    bool excludesTerm(const QString &field, const QString &value) const;

Q_SIGNALS:
    /** The filter, the range or the zone is another. */
    void changed();

private:
    void take(const ScopeQuery &query);

    ScopeQuery m_query;
};

/** `field:value`, quoted where the value needs it; `-field:value` where it is excluded; an unknown value (null) is
 * `field:none`. */
QString filterTerm(const QString &field, const QString &value, bool excluded = false);

} // namespace earshot
