// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/outbox.h"
#include "models/store/outboxlog.h"

#include <QTimeZone>

namespace earshot {

/** A row as the commands of the outbox print it. */
QJsonObject toJson(const OutboxRow &row, const QTimeZone &zone);
QJsonArray toJson(const StepStates &steps, const QTimeZone &zone);
QJsonArray toJson(const QList<LoggedAttempt> &attempts, const QTimeZone &zone);

/** The state, or what it asks. */
QString stateWords(const OutboxRow &row);

} // namespace earshot
