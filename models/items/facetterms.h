// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/recordqueries.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <span>

namespace earshot {

// How a filter line is read and written by what stands beside it: facets and the brush over the time histogram. Only
// terms at the top level count; what is said otherwise is left as it stands.

/** Which values of one field a filter asks for. A null value is the unknown one. */
struct FieldTerms {
    QStringList included; ///< any of these
    QStringList excluded; ///< none of these

    bool isEmpty() const { return included.isEmpty() && excluded.isEmpty(); }

    bool includes(const QString &value) const;
    bool excludes(const QString &value) const;

    friend bool operator==(const FieldTerms &, const FieldTerms &) = default;
};

/** Of @p field, which is one of conversations or, where they have none of that name, of deliveries. */
FieldTerms fieldTerms(const QString &filter, const QString &field);

/** @p filter with @p terms instead of what fieldTerms() reads; without any where they are empty. */
QString withFieldTerms(const QString &filter, const QString &field, const FieldTerms &terms);

/** A class of durations; the value stands behind `dur:` in a filter and in FacetValue. */
struct DurationClass {
    QLatin1StringView value; ///< as in `1:00..1:59`
    qint64 from = 0; ///< seconds
    std::optional<qint64> to; ///< seconds, included; the last class is open
};

/** From the shortest to the longest; without gaps. */
std::span<const DurationClass> durationClasses();

/** The interval that the filter's own terms over the start of a conversation name together; nothing where there are
 * none, or where they are no plain interval. */
std::optional<TimeInterval> startedInterval(const QString &filter, const QTimeZone &zone, Timestamp now);

/** @p filter without such terms. */
QString withoutStarted(const QString &filter);

/** @p filter with one such term: the hours or days that @p interval, which has both ends, covers in @p zone. */
QString withStarted(const QString &filter, const TimeInterval &interval, const QTimeZone &zone);

} // namespace earshot
