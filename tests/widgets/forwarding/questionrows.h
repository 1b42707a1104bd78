// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/outbox.h"

namespace earshot {

/** A parked row that asks nothing yet. */
inline OutboxRow parkedRow(qint64 id)
{
    OutboxRow row;
    row.id = id;
    row.destination = 1;
    row.destinationName = QStringLiteral("HubSpot");
    row.conversation = 7;
    row.state = OutboxState::Parked;
    row.wanted = 1;
    return row;
}

inline OutboxRow whichContactRow(qint64 id)
{
    OutboxRow row = parkedRow(id);
    row.question = OutboxQuestion::WhichContact;
    row.candidates = {
        {QStringLiteral("501"), QStringLiteral("Alice Durand"), QStringLiteral("+33612345678"),
         QStringLiteral("alice@example.com"), QStringLiteral("https://crm.example/501")},
        {QStringLiteral("733"), QStringLiteral("Durand & Fils <b>SARL</b>"), QStringLiteral("06 12 34 56 78"), {}, {}}};
    return row;
}

inline OutboxRow perhapsWrittenRow(qint64 id)
{
    OutboxRow row = parkedRow(id);
    row.question = OutboxQuestion::PerhapsWritten;
    return row;
}

} // namespace earshot
