// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"

#include <chrono>

namespace earshot {

/** One request as a platform would send it; only the address is missing. */
struct SimulatedRequest {
    QString platform;
    quint64 story = 0; ///< the conversation's number at its platform; a conversation keeps to one hook
    QByteArray method;
    QByteArray query; ///< percent-encoded, without the question mark; empty if there is none
    QList<HeaderField> headers;
    QByteArray body;
    std::chrono::milliseconds offset{}; ///< when it is due, from the conversation's start and in its own time

    friend bool operator==(const SimulatedRequest &, const SimulatedRequest &) = default;
};

/** Sets the field of that name in any case, or adds it. */
void setHeader(SimulatedRequest &request, const QByteArray &name, const QByteArray &value);

/** The first field of that name in any case; null if there is none. */
QByteArray header(const SimulatedRequest &request, QByteArrayView name);

} // namespace earshot
