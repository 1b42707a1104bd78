// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QList>

#include <optional>

namespace earshot::outboxrows {

// What the functions over the outbox share. Those that change rows tell readers of it.

/** Makes waiting rows due, with a full set of attempts; ends before its condition. Its values are the moment, twice. */
inline constexpr QLatin1StringView c_makeDue(
    "UPDATE outbox SET \"state\" = 'waiting', \"attempts\" = 0, \"first_attempt_at\" = NULL, \"next_at\" = ?, "
    "\"reason\" = NULL, \"question\" = NULL, \"candidates\" = NULL, \"updated_at\" = ? WHERE ");

/** Whom a change of several rows is told of; without either only that something changed. */
struct Touched {
    QList<qint64> conversations;
    QList<qint64> rows;
};

/** Changes the row of that id. */
Result<void> changeRow(const Database &database, qint64 row, const QString &sql, const QVariantList &values);

/** The number of rows that were changed. */
Result<qint64> changeRows(const Database &database, const Touched &touched, const QString &sql,
                          const QVariantList &values);

/** NotFound names the first of the ids that the table has not. */
Result<void> checkKnown(const Database &database, QLatin1StringView table, QLatin1StringView what,
                        const QList<qint64> &ids);

std::optional<Timestamp> momentOf(const Statement &row, int column);

/** Runs a query and makes something of each of its rows. */
template <typename Row>
Result<QList<Row>> rowsOf(const Database &database, const QString &sql, const QVariantList &values,
                          Row (*make)(const Statement &))
{
    auto rows = database.run(sql, values);
    if (!rows)
        return std::unexpected(rows.error());
    QList<Row> found;
    while (rows->next())
        found.append(make(*rows));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return found;
}

} // namespace earshot::outboxrows
