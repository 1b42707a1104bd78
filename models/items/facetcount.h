// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/facets.h"

namespace earshot {

/** What Facets shows, counted at one moment. */
struct FacetCount {
    ScopeQuery query;
    QList<FacetGroup> groups;
    QList<Facets::HistogramBin> histogram;
    bool isHourly = true;
    Timestamp histogramEnd;
};

/** Counts as Facets says. In the connection's thread; the store is read as it is at one moment. */
Result<FacetCount> countFacets(const Database &database, const ScopeQuery &query, Timestamp now);

} // namespace earshot
