// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/liststeps.h"

#include <QSet>

namespace earshot {

QList<ListStep> listSteps(const QList<qint64> &before, const QList<qint64> &after)
{
    QList<ListStep> steps;
    QList<qint64> keys = before;
    const QSet<qint64> wanted(after.cbegin(), after.cend());
    for (int row = int(keys.size()) - 1; row >= 0; --row) {
        if (wanted.contains(keys.at(row)))
            continue;
        steps.append({ListStep::Kind::Remove, row, row});
        keys.removeAt(row);
    }
    for (int row = 0; row < int(after.size()); ++row) {
        if (row < keys.size() && keys.at(row) == after.at(row))
            continue;
        if (const int from = int(keys.indexOf(after.at(row), row)); from >= 0) {
            steps.append({ListStep::Kind::Move, from, row});
            keys.move(from, row);
        } else {
            steps.append({ListStep::Kind::Insert, row, row});
            keys.insert(row, after.at(row));
        }
    }
    return steps;
}

} // namespace earshot
