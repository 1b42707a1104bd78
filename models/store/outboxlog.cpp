// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outboxlog.h"

#include "models/store/binding.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr std::array c_outcomeWords = {u"sent", u"retry", u"parked", u"paused", u"asks"};

std::optional<AttemptOutcomeKind> outcomeFromText(QStringView text)
{
    const auto word = std::ranges::find(c_outcomeWords, text, [](const char16_t *known) { return QStringView(known); });
    return word == c_outcomeWords.end() ? std::nullopt
                                        : std::optional(AttemptOutcomeKind(word - c_outcomeWords.begin()));
}

/** Whatever is not to be tried again has been answered. */
bool saysItWorks(AttemptOutcomeKind outcome)
{
    return outcome != AttemptOutcomeKind::Retry;
}

Result<void> storeExchange(const Database &database, qint64 attempt, qsizetype position, const LoggedExchange &exchange)
{
    const auto stored = database.run(
        QStringLiteral("INSERT INTO outbox_exchange (\"attempt\", \"position\", \"purpose\", \"method\", \"url\", "
                       "\"request\", \"status\", \"answer\", \"failure\", \"latency_us\") "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {attempt, qint64(position), notNull(exchange.purpose), notNull(exchange.method), notNull(exchange.url),
         orNull(exchange.request), orNull(exchange.status), orNull(exchange.answer), orNull(exchange.failure),
         qint64(exchange.latency.count())});
    return stored ? Result<void>() : std::unexpected(stored.error());
}

Result<QList<LoggedExchange>> exchangesOf(const Database &database, qint64 attempt)
{
    auto rows = database.run(QStringLiteral("SELECT \"purpose\", \"method\", \"url\", \"request\", \"status\", "
                                            "\"answer\", \"failure\", \"latency_us\" FROM outbox_exchange "
                                            "WHERE \"attempt\" = ? ORDER BY \"position\""),
                             {attempt});
    if (!rows)
        return std::unexpected(rows.error());
    QList<LoggedExchange> exchanges;
    while (rows->next()) {
        LoggedExchange exchange{
            rows->text(0), rows->text(1), rows->text(2), rows->text(3),
            std::nullopt,  rows->text(5), rows->text(6), std::chrono::microseconds(rows->integer(7))};
        if (!rows->isNull(4))
            exchange.status = int(rows->integer(4));
        exchanges.append(exchange);
    }
    const auto ended = rows->ended();
    return ended ? Result<QList<LoggedExchange>>(exchanges) : std::unexpected(ended.error());
}

LoggedAttempt attemptOf(const Statement &row)
{
    LoggedAttempt attempt;
    attempt.id = row.integer(0);
    attempt.row = row.integer(1);
    attempt.version = row.integer(2);
    attempt.number = int(row.integer(3));
    attempt.begunAt = fromMicroseconds(row.integer(4));
    if (!row.isNull(5))
        attempt.endedAt = fromMicroseconds(row.integer(5));
    attempt.outcome = outcomeFromText(row.text(6));
    attempt.reason = row.text(7);
    return attempt;
}

} // namespace

QString attemptOutcomeText(AttemptOutcomeKind outcome)
{
    return QString::fromUtf16(c_outcomeWords[std::size_t(outcome)]);
}

namespace outboxlog {

Result<qint64> begin(const Database &database, qint64 row, qint64 destination, qint64 version, int number,
                     Timestamp now)
{
    const auto begun =
        database.run(QStringLiteral("INSERT INTO outbox_attempt (\"outbox\", \"destination\", \"version\", "
                                    "\"number\", \"begun_at\") VALUES (?, ?, ?, ?, ?)"),
                     {row, destination, version, number, toMicroseconds(now)});
    if (!begun)
        return std::unexpected(begun.error());
    const qint64 id = begun->lastId();
    const auto trimmed =
        database.run(QStringLiteral("DELETE FROM outbox_attempt WHERE \"outbox\" = ? AND \"id\" <= (SELECT \"id\" "
                                    "FROM outbox_attempt WHERE \"outbox\" = ? ORDER BY \"id\" DESC LIMIT 1 OFFSET ?)"),
                     {row, row, c_kept});
    return trimmed ? Result<qint64>(id) : std::unexpected(trimmed.error());
}

Result<void> end(const Database &database, qint64 attempt, AttemptOutcomeKind outcome, const QString &reason,
                 const QList<LoggedExchange> &exchanges, Timestamp now)
{
    const auto ended = database.run(QStringLiteral("UPDATE outbox_attempt SET \"ended_at\" = ?, \"outcome\" = ?, "
                                                   "\"reason\" = ? WHERE \"id\" = ?"),
                                    {toMicroseconds(now), attemptOutcomeText(outcome), orNull(reason), attempt});
    if (!ended)
        return std::unexpected(ended.error());
    if (ended->rowsChanged() == 0) // its conversation was purged meanwhile
        return {};
    for (qsizetype i = 0; i < exchanges.size(); ++i) {
        if (const auto stored = storeExchange(database, attempt, i, exchanges.at(i)); !stored)
            return stored;
    }
    return {};
}

Result<QList<LoggedAttempt>> ofRow(const Database &database, qint64 row, int most)
{
    auto rows = database.run(QStringLiteral("SELECT \"id\", \"outbox\", \"version\", \"number\", \"begun_at\", "
                                            "\"ended_at\", \"outcome\", \"reason\" FROM outbox_attempt "
                                            "WHERE \"outbox\" = ? ORDER BY \"id\" DESC LIMIT ?"),
                             {row, most});
    if (!rows)
        return std::unexpected(rows.error());
    QList<LoggedAttempt> attempts;
    while (rows->next())
        attempts.append(attemptOf(*rows));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    for (LoggedAttempt &attempt : attempts) {
        auto exchanges = exchangesOf(database, attempt.id);
        if (!exchanges)
            return std::unexpected(exchanges.error());
        attempt.exchanges = *exchanges;
    }
    return attempts;
}

Result<QList<std::pair<Timestamp, bool>>> recent(const Database &database, qint64 destination, Timestamp from)
{
    auto rows = database.run(QStringLiteral("SELECT \"ended_at\", \"outcome\" FROM outbox_attempt "
                                            "WHERE \"destination\" = ? AND \"ended_at\" >= ? "
                                            "ORDER BY \"ended_at\", \"id\""),
                             {destination, toMicroseconds(from)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<std::pair<Timestamp, bool>> ends;
    while (rows->next()) {
        if (const auto outcome = outcomeFromText(rows->text(1)))
            ends.append({fromMicroseconds(rows->integer(0)), saysItWorks(*outcome)});
    }
    const auto ended = rows->ended();
    return ended ? Result<QList<std::pair<Timestamp, bool>>>(ends) : std::unexpected(ended.error());
}

} // namespace outboxlog
} // namespace earshot
