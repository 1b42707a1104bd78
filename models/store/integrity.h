// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QList>
#include <QStringList>

namespace earshot {

/** Something in the store that contradicts something else. */
struct IntegrityProblem {
    QString check; ///< a stable word, as in `delivery-without-body`
    QString meaning; ///< a sentence
    qint64 count = 0; ///< how many rows
    QStringList places; ///< the first few of them, as in `delivery 12`

    friend bool operator==(const IntegrityProblem &, const IntegrityProblem &) = default;
};

/** How many deliveries are in a state. */
struct StateCount {
    QString state;
    qint64 count = 0;

    friend bool operator==(const StateCount &, const StateCount &) = default;
};

/** What a look at the whole store found. */
struct IntegrityReport {
    int schema = 0;
    QList<StateCount> deliveries; ///< every state there is, in the order of DeliveryState
    qint64 conversations = 0;
    QList<IntegrityProblem> problems;

    bool isSound() const { return problems.isEmpty(); }
};

/** Reads the whole store and compares what must agree: the file's own structure, journal and bodies, findings and
 * events, events and conversations. Changes nothing; takes as long as reading the file. */
Result<IntegrityReport> checkIntegrity(const Database &database);

} // namespace earshot
