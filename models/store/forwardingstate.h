// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/outbox.h"

#include <QHash>
#include <QList>

#include <optional>

namespace earshot {

/** How a conversation stands at a destination, as tables say it; what wants a person most comes first. */
enum class ForwardingState {
    Asks, ///< parked, with a question that only a person can answer
    Parked,
    Waiting,
    Sent,
    Discarded,
};

QString forwardingStateText(ForwardingState state);
std::optional<ForwardingState> forwardingStateFromText(QStringView text);

ForwardingState forwardingStateOf(const OutboxRow &row);

/** A destination that a conversation goes to. */
struct ForwardingPlace {
    QString destination; ///< its name
    ForwardingState state = ForwardingState::Waiting;
    std::optional<OutboxQuestion> question;

    friend bool operator==(const ForwardingPlace &, const ForwardingPlace &) = default;
};

/** How the conversation of those rows stands at each destination, in their order. */
QList<ForwardingPlace> forwardingPlaces(const QList<OutboxRow> &rows);

/** Of several places the state that wants a person most; nothing if there are none. */
std::optional<ForwardingState> worstForwarding(const QList<ForwardingPlace> &places);

// Functions over a connection, in its thread.

/** Where each of the conversations goes, by the destinations' names; those that go nowhere are missing. */
Result<QHash<qint64, QList<ForwardingPlace>>> forwardingOf(const Database &database,
                                                           const QList<qint64> &conversations);

/** How many rows ask, of one destination or of all. */
Result<qint64> countAsking(const Database &database, std::optional<qint64> destination = {});

} // namespace earshot
