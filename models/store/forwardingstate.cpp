// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/forwardingstate.h"

#include "models/store/binding.h"
#include "models/store/idlist.h"

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr std::array c_words = {u"asks", u"parked", u"waiting", u"sent", u"discarded"};

ForwardingState stateOf(OutboxState state, const std::optional<OutboxQuestion> &question)
{
    switch (state) {
    case OutboxState::Parked:
        return question ? ForwardingState::Asks : ForwardingState::Parked;
    case OutboxState::Sent:
        return ForwardingState::Sent;
    case OutboxState::Discarded:
        return ForwardingState::Discarded;
    case OutboxState::Waiting:
        break;
    }
    return ForwardingState::Waiting;
}

} // namespace

QString forwardingStateText(ForwardingState state)
{
    return QString::fromUtf16(c_words[std::size_t(state)]);
}

std::optional<ForwardingState> forwardingStateFromText(QStringView text)
{
    const auto word = std::ranges::find(c_words, text, [](const char16_t *known) { return QStringView(known); });
    return word == c_words.end() ? std::nullopt : std::optional(ForwardingState(word - c_words.begin()));
}

ForwardingState forwardingStateOf(const OutboxRow &row)
{
    return stateOf(row.state, row.question);
}

QList<ForwardingPlace> forwardingPlaces(const QList<OutboxRow> &rows)
{
    QList<ForwardingPlace> places;
    for (const OutboxRow &row : rows)
        places.append({row.destinationName, forwardingStateOf(row), row.question});
    return places;
}

std::optional<ForwardingState> worstForwarding(const QList<ForwardingPlace> &places)
{
    const auto worst = std::ranges::min_element(places, {}, &ForwardingPlace::state);
    return worst == places.end() ? std::nullopt : std::optional(worst->state);
}

Result<QHash<qint64, QList<ForwardingPlace>>> forwardingOf(const Database &database, const QList<qint64> &conversations)
{
    auto rows = database.run(
        QStringLiteral(R"(SELECT o."conversation", d."name", o."state", o."question" FROM json_each(?) AS wanted)"
                       R"( CROSS JOIN outbox o JOIN destination d ON d."id" = o."destination")"
                       R"( WHERE o."conversation" = wanted."value" ORDER BY d."name" COLLATE NOCASE, o."id")"),
        {idList(conversations)});
    if (!rows)
        return std::unexpected(rows.error());
    QHash<qint64, QList<ForwardingPlace>> places;
    while (rows->next()) {
        const auto state = outboxStateFromText(rows->text(2)).value_or(OutboxState::Parked);
        const auto question = outboxQuestionFromText(rows->text(3));
        places[rows->integer(0)].append({rows->text(1), stateOf(state, question), question});
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return places;
}

Result<qint64> countAsking(const Database &database, std::optional<qint64> destination)
{
    const auto count = database.value(QStringLiteral(R"(SELECT count(*) FROM outbox WHERE "state" = 'parked')"
                                                     R"( AND "question" IS NOT NULL)"
                                                     R"( AND (? IS NULL OR "destination" = ?))"),
                                      {orNull(destination), orNull(destination)});
    return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
}

} // namespace earshot
