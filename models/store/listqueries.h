// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/recordqueries.h"

#include <atomic>
#include <vector>

namespace earshot {

/** What a long list is sorted by. Conversations have all but Size and State, deliveries Time, Source, Size and State;
 * by what a kind does not have it is sorted by time. */
enum class ListSort { Time, Status, Contact, Source, Duration, Outcome, Size, State };

/** Is it sorted by words? Where a row stands is then only known by asking for all of them. */
bool isSortedByText(ListSort sort);

/** A result of a list: which records, in which order. */
struct ListQuery {
    RecordKind kind = RecordKind::Conversations; ///< or Deliveries
    RecordSelection selection;
    ListSort sort = ListSort::Time;
    bool isDescending = true;
};

/** A record's place in a list: by order, then by id. The order is microseconds, seconds or bytes, the lowest or highest
 * number where it is unknown, so that the unknown comes last; 0 for all where isSortedByText(). */
struct ListKey {
    qint64 order = 0;
    qint64 id = 0;

    friend auto operator<=>(const ListKey &, const ListKey &) = default;
};

using ListKeys = std::vector<ListKey>;

/** The keys of the result in its order, at most @p most of them (0: all). @p found counts along, for who watches. Ten
 * million take seconds: stop it by a QueryStop. */
Result<ListKeys> listKeys(const Database &database, const ListQuery &query, qint64 most = 0,
                          std::atomic<qint64> *found = nullptr);

/** The statement of listKeys(), whose plan tests look at. */
QString listKeysSql(const ListQuery &query);

/** Those of @p ids that are in the result, with their keys; in no order. */
Result<ListKeys> listKeysOf(const Database &database, const ListQuery &query, const QList<qint64> &ids);

} // namespace earshot
