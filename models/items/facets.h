// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/facetterms.h"
#include "models/items/storereader.h"
#include "models/items/viewscope.h"

#include <QObject>

namespace earshot {

/** One value of a facet and how many conversations of the scope have it. */
struct FacetValue {
    QString value; ///< as stored and as the filter takes it; of `dur` a DurationClass's; null where it is unknown
    qint64 count = 0;
    QString platform; ///< of a source

    friend bool operator==(const FacetValue &, const FacetValue &) = default;
};

struct FacetGroup {
    QString field; ///< of the filter: status, outcome, source, channel, agent, dur, campaign
    QList<FacetValue> values; ///< by count downwards, then by value; the unknown last; durations the shortest first

    friend bool operator==(const FacetGroup &, const FacetGroup &) = default;
};

/** Counts of the scope by the usual fields, and by time for the histogram above them. Counted off the GUI thread, anew
 * at most once a second. A facet's own terms are left out of its count, so that its other values can be chosen; a value
 * that the filter names is listed even where nothing has it. */
class Facets final : public QObject
{
    Q_OBJECT

public:
    /** @p reader, @p scope and @p clock must outlive it. */
    Facets(StoreReader &reader, const ViewScope &scope, const Clock &clock, QObject *parent = nullptr);
    ~Facets() override;

    const QList<FacetGroup> &groups() const;

    struct HistogramBin {
        Timestamp from; ///< an hour or a day of the scope's zone
        qint64 count = 0;

        friend bool operator==(const HistogramBin &, const HistogramBin &) = default;
    };

    /** Every hour of one day, or every day of more; without gaps. Terms over the start of a conversation that choose a
     * part of the range are left out, as a brush leaves its chart. */
    const QList<HistogramBin> &histogram() const;

    /** Whether a bin is an hour. */
    bool isHourly() const;

    /** Where the last bin ends. */
    Timestamp histogramEnd() const;

    /** What the counts belong to; another one than the scope's while they are on their way. */
    const ScopeQuery &query() const;

    /** False until there are counts, and while none can be had. */
    bool isLoaded() const;

    /** Counts nothing while nobody looks. */
    void setActive(bool active);

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace earshot
