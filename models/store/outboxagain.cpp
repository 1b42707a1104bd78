// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of the outbox that people want sent again, or no more.

#include "models/store/binding.h"
#include "models/store/idlist.h"
#include "models/store/outbox.h"
#include "models/store/outboxrows.h"
#include "models/store/recordrow.h"

namespace earshot::outbox {
namespace {

using namespace outboxrows;

Result<void> checkRows(const Database &database, const QList<qint64> &rows)
{
    return checkKnown(database, QLatin1StringView("outbox"), QLatin1StringView("outbox row"), rows);
}

/** `FROM outbox o JOIN destination d …` of the rows that are sent again, with the values it binds. */
std::pair<QString, QVariantList> chosenBy(const ResendQuery &query)
{
    QString sql = QStringLiteral("FROM outbox o JOIN destination d ON d.\"id\" = o.\"destination\" "
                                 "WHERE d.\"removed_at\" IS NULL AND o.\"state\" IN ('parked'%1)")
                      .arg(query.alsoSent ? QStringLiteral(", 'sent'") : QString());
    QVariantList values;
    if (query.destination) {
        sql += QLatin1StringView(" AND o.\"destination\" = ?");
        values.append(*query.destination);
    }
    if (query.filter && !query.filter->sql.isEmpty()) {
        sql += QLatin1StringView(" AND o.\"conversation\" IN (SELECT c.\"id\" ") + recordFrom(RecordKind::Conversations)
               + QLatin1StringView(" WHERE ") + query.filter->sql + QLatin1Char(')');
        values += query.filter->binds;
    }
    return {sql, values};
}

} // namespace

Result<qint64> retry(const Database &database, const QList<qint64> &rows, Timestamp now)
{
    if (const auto known = checkRows(database, rows); !known)
        return std::unexpected(known.error());
    return changeRows(
        database, {{}, rows},
        c_makeDue
            + QLatin1StringView("\"id\" IN (SELECT \"value\" FROM json_each(?)) AND \"state\" <> 'sent' "
                                "AND \"destination\" IN (SELECT \"id\" FROM destination WHERE \"removed_at\" IS NULL)"),
        {toMicroseconds(now), toMicroseconds(now), idList(rows)});
}

Result<qint64> retryParked(const Database &database, qint64 destination, Timestamp now)
{
    return changeRows(database, {}, c_makeDue + QLatin1StringView("\"destination\" = ? AND \"state\" = 'parked'"),
                      {toMicroseconds(now), toMicroseconds(now), destination});
}

Result<qint64> countResend(const Database &database, const ResendQuery &query)
{
    const auto [from, values] = chosenBy(query);
    const auto count = database.value(QString(QLatin1StringView("SELECT count(*) ") + from), values);
    return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
}

Result<qint64> resend(const Database &database, const ResendQuery &query, std::chrono::microseconds interval,
                      Timestamp now)
{
    const auto [from, values] = chosenBy(query);
    // What was rendered before mappings had versions was rendered by the first.
    const QString sql =
        QLatin1StringView("UPDATE outbox SET \"state\" = 'waiting', \"attempts\" = 0, \"first_attempt_at\" = NULL, "
                          "\"reason\" = NULL, \"question\" = NULL, \"candidates\" = NULL, \"updated_at\" = ?, "
                          "\"next_at\" = ? + ? * r.\"place\", \"wanted\" = \"wanted\" + r.\"is_new\" FROM "
                          "(SELECT o.\"id\" AS \"row\", row_number() OVER (ORDER BY o.\"id\") - 1 AS \"place\", "
                          "o.\"state\" = 'sent' OR (o.\"body\" IS NOT NULL AND o.\"body_version\" = o.\"wanted\" "
                          "AND coalesce(o.\"body_mapping\", 1) <> d.\"mapping_version\") AS \"is_new\" ")
        + from + QLatin1StringView(") r WHERE outbox.\"id\" = r.\"row\"");
    const qint64 moment = toMicroseconds(now);
    return changeRows(database, {}, sql, QVariantList{moment, moment, qint64(interval.count())} + values);
}

Result<qint64> discard(const Database &database, const QList<qint64> &rows, Timestamp now)
{
    if (const auto known = checkRows(database, rows); !known)
        return std::unexpected(known.error());
    return changeRows(
        database, {{}, rows},
        QStringLiteral("UPDATE outbox SET \"state\" = 'discarded', \"question\" = NULL, \"candidates\" = NULL, "
                       "\"updated_at\" = ? "
                       "WHERE \"id\" IN (SELECT \"value\" FROM json_each(?)) AND \"state\" IN ('waiting', 'parked')"),
        {toMicroseconds(now), idList(rows)});
}

} // namespace earshot::outbox
