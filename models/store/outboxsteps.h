// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QHash>
#include <QJsonArray>

#include <optional>

namespace earshot {

/** What is done of a record at its destination, in this order. */
enum class OutboxStep {
    Contact, ///< the contact is found or made
    Activity, ///< the call or chat is written
    Link, ///< the two are tied together
};

QString outboxStepText(OutboxStep step);

/** How far a step has come. Begun without an id, it may have been carried out: its answer was lost, or Earshot was
 * killed. */
struct StepState {
    Timestamp begunAt;
    QString crmId; ///< what the destination calls it; null until known
    QString url; ///< where a person sees it there; null if nobody knows
    std::optional<Timestamp> doneAt;

    bool isDone() const { return doneAt.has_value(); }
};

using StepStates = QHash<OutboxStep, StepState>;

/** Someone at a destination to whom records belong. */
struct CrmPerson {
    QString id;
    QString name;
    QString phone;
    QString email;
    QString url; ///< null if nobody knows

    friend bool operator==(const CrmPerson &, const CrmPerson &) = default;
};

/** The steps of outbox rows and the contacts they led to. Functions over a connection, in its thread; the changing ones
 * inside the caller's transaction and only for the holder of the writer's role. */
namespace outboxsteps {

Result<StepStates> of(const Database &database, qint64 row);

/** The request goes out next. A step begun before keeps its first moment. */
Result<void> begin(const Database &database, qint64 row, OutboxStep step, Timestamp now);
/** The destination has it, under that id. */
Result<void> finish(const Database &database, qint64 row, OutboxStep step, const QString &crmId, const QString &url,
                    Timestamp now);
/** It was certainly not carried out, or its record is gone there. */
Result<void> forget(const Database &database, qint64 row, OutboxStep step);

/** The contact that was found, made or chosen for that key. */
Result<std::optional<CrmPerson>> person(const Database &database, qint64 destination, const QString &contactKey);
Result<void> keepPerson(const Database &database, qint64 destination, const QString &contactKey,
                        const CrmPerson &person, Timestamp now);
Result<void> forgetPerson(const Database &database, qint64 destination, const QString &contactKey);

QJsonArray toJson(const QList<CrmPerson> &persons);
QList<CrmPerson> personsFromJson(const QJsonArray &json);

} // namespace outboxsteps
} // namespace earshot
