// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/timerange.h"
#include "models/store/record.h"

#include <QList>
#include <QVariantMap>

namespace earshot {

/** A filter, a range and an order under a name. */
struct SavedView {
    QString key; ///< of one that Earshot brings, whose name is in the user's language; empty for one's own
    QString name; ///< as given by a person; empty for the key's
    RecordKind kind = RecordKind::Conversations; ///< or Deliveries
    QString filter;
    TimeRange range;
    int sortColumn = -1; ///< of the table of that kind; -1 for its usual order
    Qt::SortOrder sortOrder = Qt::DescendingOrder;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/** What its tab says, in the user's language. */
QString viewName(const SavedView &view);

/** What Earshot brings; the first of each kind is without a filter. */
QList<SavedView> shippedViews();

/** For settings. */
QVariantMap toVariantMap(const SavedView &view);

/** Nothing for what is no view. */
std::optional<SavedView> savedViewFrom(const QVariantMap &map);

} // namespace earshot
