// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace earshot {

/** One change of a list: a row goes, comes or moves. */
struct ListStep {
    enum class Kind {
        Remove, ///< the row at `from`
        Insert, ///< before the row at `to`
        Move, ///< the row at `from` up to `to`
    };

    Kind kind = Kind::Remove;
    int from = 0;
    int to = 0;

    friend bool operator==(const ListStep &, const ListStep &) = default;
};

/** What makes the list with the keys @p before the one with @p after, to be done one after the other, so that views
 * keep what is selected and where they stand. Keys are unique. Meant for short lists in which little changes. */
QList<ListStep> listSteps(const QList<qint64> &before, const QList<qint64> &after);

} // namespace earshot
