// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/filter/sqlcompiler.h"
#include "models/store/database.h"
#include "models/store/outboxsteps.h"

#include <QHash>
#include <QList>

#include <optional>

namespace earshot {

enum class OutboxState {
    Waiting, ///< the destination does not have the wanted version yet
    Sent, ///< it has
    Parked, ///< given up; waits for a person
    Discarded, ///< no longer wanted; a later change makes it wait again
};

QString outboxStateText(OutboxState state);
std::optional<OutboxState> outboxStateFromText(QStringView text);

/** What a parked row asks a person. */
enum class OutboxQuestion {
    PerhapsWritten, ///< is it there? Its answer was lost, and no look will tell
    WhichContact, ///< whose is it? Several contacts fit
};

QString outboxQuestionText(OutboxQuestion question);
std::optional<OutboxQuestion> outboxQuestionFromText(QStringView text);

/** One conversation on its way to one destination, as lists show it. */
struct OutboxRow {
    qint64 id = 0;
    qint64 destination = 0;
    QString destinationName;
    qint64 conversation = 0;
    OutboxState state = OutboxState::Waiting;
    qint64 wanted = 0; ///< version to send
    qint64 sent = 0; ///< version the destination has; 0 for none
    int attempts = 0; ///< for the wanted version
    std::optional<Timestamp> firstAttemptAt;
    Timestamp nextAt;
    std::optional<int> lastStatus; ///< HTTP status of the last answer; none if none came
    QString lastAnswer; ///< at most 4 KiB of it
    QString reason; ///< why it is parked, or why it is tried again
    Timestamp createdAt;
    Timestamp updatedAt;
    std::optional<OutboxQuestion> question; ///< of a parked row
    QList<CrmPerson> candidates; ///< of WhichContact
    QString crmId; ///< what the destination calls the record; null until it has it
    QString crmUrl; ///< where a person sees it there; null if nobody knows
};

/** A row whose time has come, with what earlier attempts left. */
struct DueRow {
    qint64 id = 0;
    qint64 conversation = 0;
    qint64 wanted = 0;
    int attempts = 0;
    std::optional<Timestamp> firstAttemptAt;
    qint64 bodyVersion = 0; ///< the version that body holds; 0 if none is rendered
    QByteArray body;
    QString attemptKey; ///< names that version to the destination
    QString contactKey; ///< phone or e-mail of its conversation; null for none
};

/** Which rows are sent again. */
struct ResendQuery {
    std::optional<qint64> destination;
    std::optional<SqlCondition> filter; ///< of a Filter over conversationSchema(): of the rows' conversations; without
                                        ///< SQL every one
    bool alsoSent = false; ///< also those that were sent, each as a new version; else only parked ones
};

/** What an attempt came to. */
struct AttemptOutcome {
    qint64 row = 0;
    qint64 version = 0; ///< that was sent
    std::optional<int> status;
    QString answer; ///< at most 4 KiB, without secrets
    QString reason; ///< null for success
    Timestamp at;
};

/** What lists choose by; what is not set is not asked. */
struct OutboxQuery {
    std::optional<qint64> destination;
    std::optional<OutboxState> state;
    qint64 after = 0; ///< only ids over this, for the next page
    int most = 1000;
    bool isAsking = false; ///< only those with a question
};

/** The outbox of a store: unique per destination and conversation; a conversation that changes again raises the version
 * that is wanted. Functions over a connection, in its thread; the changing ones inside the caller's transaction and
 * only for the holder of the writer's role. What is sent for a version is kept until it is answered, so that each
 * attempt sends the same bytes. */
namespace outbox {

/** A person wants these conversations sent now: each is a new version. The number of conversations; NotFound for an
 * unknown one. */
Result<qint64> enqueue(const Database &database, const QList<qint64> &conversations, qint64 destination, Timestamp now);

/** Those of the changed conversations that @p rule lets pass (of a Filter over conversationSchema()) are new versions
 * to be sent. One that waits for its next attempt goes on waiting until then, since the destination may have asked for
 * it. */
Result<void> enqueueChanged(const Database &database, const QList<qint64> &conversations, const SqlCondition &rule,
                            qint64 destination, Timestamp now);

/** Waiting rows of a destination whose time has come, the longest waiting first, without those that are being sent. Of
 * one contact only the first that waits, and none while one is being sent: they go in the order in which they were
 * wanted. */
Result<QList<DueRow>> due(const Database &database, qint64 destination, Timestamp now, qsizetype most,
                          const QList<qint64> &sending);

/** When the next waiting row of any active destination will be due after @p now, or its destination is let go; nothing
 * if none will. */
Result<std::optional<Timestamp>> nextDue(const Database &database, Timestamp now);

/** An attempt begins: counts it. A row stays due until an outcome is stored, so an attempt cut short is repeated. */
Result<void> beginAttempt(const Database &database, const DueRow &row, Timestamp now);

/** What its mapping made of the version that is wanted. */
struct RenderedBody {
    qint64 version = 0;
    QByteArray body;
    QString attemptKey; ///< names that version to the destination
    qint64 mappingVersion = 0; ///< Destination::mappingVersion it was rendered with
};

/** Kept until it is answered. */
Result<void> storeRendered(const Database &database, qint64 row, const RenderedBody &rendered, Timestamp now);

/** The contact is known better than by the conversation alone, as its number was completed. Null for nobody. */
Result<void> setContactKey(const Database &database, qint64 row, const QString &contactKey);

/** Nothing that can be sent is left of the conversation. */
Result<void> parkUnsent(const Database &database, qint64 row, const QString &reason, Timestamp now);

/** The destination has the version; the row waits on if a newer one is wanted by now. */
Result<void> storeSent(const Database &database, const AttemptOutcome &outcome);

/** To be tried again at @p next. */
Result<void> storeRetry(const Database &database, const AttemptOutcome &outcome, Timestamp next);

/** Given up; a newer version that is wanted by now is tried at once. */
Result<void> storeParked(const Database &database, const AttemptOutcome &outcome);

/** Parked with a question. Newer versions wait for the answer, too. */
Result<void> storeQuestion(const Database &database, const AttemptOutcome &outcome, OutboxQuestion question,
                           const QList<CrmPerson> &candidates = {});

/** The answer to WhichContact: one of its candidates, by its id there. It is kept for its contact key, too, and other
 * rows of that contact that ask the same have their answer: all are due. NotFound for any other, BadArgument for a row
 * that does not ask. */
Result<void> chooseContact(const Database &database, qint64 row, const QString &crmId, Timestamp now);

/** The answer to PerhapsWritten: the record is there and counts as sent, its step done without an id, which a later
 * version has to look for; or it is not there, and is sent again. Where it is the contact that was perhaps written,
 * both answers send the row again: what is there is found. BadArgument for a row that does not ask. */
Result<void> settle(const Database &database, qint64 row, bool isThere, Timestamp now);

/** The body of the version that the destination has; nothing if it has none or it was sent before bodies were kept. */
Result<std::optional<QByteArray>> sentBody(const Database &database, qint64 conversation, qint64 destination);

/** By id, in the order in which they were first wanted. Also rows of removed destinations. */
Result<QList<OutboxRow>> list(const Database &database, const OutboxQuery &query);

/** NotFound for an unknown id. */
Result<OutboxRow> one(const Database &database, qint64 row);

/** The same rows as of list(), the latest changed first; OutboxQuery::after leaves out smaller ids here too. */
Result<QList<OutboxRow>> newest(const Database &database, const OutboxQuery &query);

/** The rows of one conversation, by their destinations' names. Also rows of removed destinations. */
Result<QList<OutboxRow>> ofConversation(const Database &database, qint64 conversation);

/** Parked, discarded and waiting ones are due at once, with a full set of attempts and the same bytes as before; what
 * was sent is left alone. The number of rows made due; NotFound for an unknown id. */
Result<qint64> retry(const Database &database, const QList<qint64> &rows, Timestamp now);
Result<qint64> retryParked(const Database &database, qint64 destination, Timestamp now);

/** How many rows that would make due. */
Result<qint64> countResend(const Database &database, const ResendQuery &query);
/** Makes them due, @p interval apart, the first at once. What was rendered by another mapping than the destination has
 * now is rendered anew, as a new version. The number of rows. */
Result<qint64> resend(const Database &database, const ResendQuery &query, std::chrono::microseconds interval,
                      Timestamp now);

/** Waiting and parked ones are sent no more. The number of rows; NotFound for an unknown id. */
Result<qint64> discard(const Database &database, const QList<qint64> &rows, Timestamp now);

/** How many rows are in each state that occurs, of one destination or of all. */
Result<QHash<OutboxState, qint64>> counts(const Database &database, std::optional<qint64> destination = {});

} // namespace outbox
} // namespace earshot
