// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The outbox as people see it.

#include "models/store/binding.h"
#include "models/store/outbox.h"
#include "models/store/outboxrows.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

using namespace outboxrows;

constexpr std::array c_stateWords = {u"waiting", u"sent", u"parked", u"discarded"};
constexpr std::array c_questionWords = {u"perhaps_written", u"which_contact"};

// What rowOf() reads.
constexpr QLatin1StringView c_listColumns(
    "SELECT o.\"id\", o.\"destination\", d.\"name\", o.\"conversation\", o.\"state\", o.\"wanted\", o.\"sent\", "
    "o.\"attempts\", o.\"first_attempt_at\", o.\"next_at\", o.\"last_status\", o.\"last_answer\", o.\"reason\", "
    "o.\"created_at\", o.\"updated_at\", o.\"question\", o.\"candidates\", s.\"crm_id\", s.\"url\" ");
constexpr QLatin1StringView
    c_listFrom("FROM outbox o JOIN destination d ON d.\"id\" = o.\"destination\" "
               "LEFT JOIN outbox_step s ON s.\"outbox\" = o.\"id\" AND s.\"step\" = 'activity' ");

template <typename Word, std::size_t Size>
std::optional<Word> wordOf(const std::array<const char16_t *, Size> &words, QStringView text)
{
    const auto word = std::ranges::find(words, text, [](const char16_t *known) { return QStringView(known); });
    return word == words.end() ? std::nullopt : std::optional(Word(word - words.begin()));
}

OutboxRow rowOf(const Statement &row)
{
    OutboxRow found;
    found.id = row.integer(0);
    found.destination = row.integer(1);
    found.destinationName = row.text(2);
    found.conversation = row.integer(3);
    found.state = outboxStateFromText(row.text(4)).value_or(OutboxState::Parked);
    found.wanted = row.integer(5);
    found.sent = row.integer(6);
    found.attempts = int(row.integer(7));
    found.firstAttemptAt = momentOf(row, 8);
    found.nextAt = fromMicroseconds(row.integer(9));
    if (!row.isNull(10))
        found.lastStatus = int(row.integer(10));
    found.lastAnswer = row.text(11);
    found.reason = row.text(12);
    found.createdAt = fromMicroseconds(row.integer(13));
    found.updatedAt = fromMicroseconds(row.integer(14));
    found.question = outboxQuestionFromText(row.text(15));
    found.candidates = outboxsteps::personsFromJson(QJsonDocument::fromJson(row.text(16).toUtf8()).array());
    found.crmId = row.text(17);
    found.crmUrl = row.text(18);
    return found;
}

Result<QList<OutboxRow>> listed(const Database &database, const OutboxQuery &query, QLatin1StringView order)
{
    QString sql = c_listColumns + c_listFrom + QLatin1StringView("WHERE o.\"id\" > ?");
    QVariantList values{query.after};
    if (query.destination) {
        sql += QLatin1StringView(" AND o.\"destination\" = ?");
        values.append(*query.destination);
    }
    if (query.state) {
        sql += QLatin1StringView(" AND o.\"state\" = ?");
        values.append(outboxStateText(*query.state));
    }
    if (query.isAsking)
        sql += QLatin1StringView(" AND o.\"question\" IS NOT NULL");
    values.append(query.most);
    return rowsOf(database, sql + QLatin1StringView(" ORDER BY ") + order + QLatin1StringView(" LIMIT ?"), values,
                  rowOf);
}

} // namespace

QString outboxStateText(OutboxState state)
{
    return QString::fromUtf16(c_stateWords[std::size_t(state)]);
}

std::optional<OutboxState> outboxStateFromText(QStringView text)
{
    return wordOf<OutboxState>(c_stateWords, text);
}

QString outboxQuestionText(OutboxQuestion question)
{
    return QString::fromUtf16(c_questionWords[std::size_t(question)]);
}

std::optional<OutboxQuestion> outboxQuestionFromText(QStringView text)
{
    return wordOf<OutboxQuestion>(c_questionWords, text);
}

namespace outbox {

Result<QList<OutboxRow>> newest(const Database &database, const OutboxQuery &query)
{
    return listed(database, query, QLatin1StringView("o.\"updated_at\" DESC, o.\"id\" DESC"));
}

Result<QList<OutboxRow>> list(const Database &database, const OutboxQuery &query)
{
    return listed(database, query, QLatin1StringView("o.\"id\""));
}

Result<QList<OutboxRow>> ofConversation(const Database &database, qint64 conversation)
{
    return rowsOf(database,
                  c_listColumns + c_listFrom
                      + QLatin1StringView("WHERE o.\"conversation\" = ? ORDER BY d.\"name\" COLLATE NOCASE, o.\"id\""),
                  {conversation}, rowOf);
}

Result<OutboxRow> one(const Database &database, qint64 row)
{
    const auto rows =
        rowsOf(database, c_listColumns + c_listFrom + QLatin1StringView("WHERE o.\"id\" = ?"), {row}, rowOf);
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("no outbox row %1").arg(row));
    return rows->first();
}

Result<QHash<OutboxState, qint64>> counts(const Database &database, std::optional<qint64> destination)
{
    auto rows = database.run(QStringLiteral("SELECT \"state\", count(*) FROM outbox "
                                            "WHERE ? IS NULL OR \"destination\" = ? GROUP BY \"state\""),
                             {orNull(destination), orNull(destination)});
    if (!rows)
        return std::unexpected(rows.error());
    QHash<OutboxState, qint64> counted;
    while (rows->next()) {
        if (const auto state = outboxStateFromText(rows->text(0)))
            counted.insert(*state, rows->integer(1));
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return counted;
}

} // namespace outbox
} // namespace earshot
