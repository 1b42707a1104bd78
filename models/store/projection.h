// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/conversationtable.h"
#include "models/store/decodeddelivery.h"
#include "models/store/takeover.h"

#include <QHash>
#include <QSet>

namespace earshot {

/** Turns decoded deliveries into findings, events, conversations and messages of one table set. On the writer's
 * connection; each run of apply() and finish() lies in one transaction of the caller's. */
class Projection
{
public:
    static Result<Projection> open(const Database &database, const TableSet &tables, const Clock &clock);

    /** Applies one delivery; its conversation's row is written by finish(). */
    Result<void> apply(const DecodedDelivery &delivery);

    /** Notes in the findings that a delivery could not be applied, and why. */
    Result<void> giveUp(const DecodedDelivery &delivery, const Error &reason);

    /** Gives an end to running conversations whose end never came, at most @p most. */
    Result<void> assumeEnds(int most);

    /** Writes the touched rows and the watermark (if over 0), before the commit. */
    Result<void> finish(qint64 watermark);

    /** Conversations changed since the last commit, but for those that only our own forwarding has changed. */
    QList<qint64> changedConversations() const { return m_changed.values(); }

    /** Every conversation whose row or repeats have changed since the last commit; complete after finish(). */
    QList<qint64> shownConversations() const { return m_shown.values(); }

    /** After the commit, or after a rollback: forgets what was held in memory. */
    void forget();

private:
    struct Original {
        qint64 delivery = 0;
        Timestamp receivedAt;
    };

    Result<std::optional<Original>> originalOf(const DecodedDelivery &delivery);
    Result<void> applyAnew(const DecodedDelivery &delivery);
    Result<void> takeOver(qint64 delivery);
    Result<bool> speaksOfSealed(const DecodedDelivery &delivery);
    Result<DecodedDelivery> withoutSealed(const DecodedDelivery &delivery);
    Result<void> freeze(qint64 delivery, qint64 conversation);
    Result<void> freezeRepeat(qint64 delivery, qint64 original);
    Result<void> applyDuplicate(const DecodedDelivery &delivery, const Original &original);
    Result<void> applyEvents(const DecodedDelivery &delivery);
    Result<void> applyEvent(const DecodedDelivery &delivery, int position, Event event);
    Result<void> addFinding(const DecodedDelivery &delivery, DeliveryState state, const QString &reason,
                            std::optional<qint64> duplicateOf);
    Result<QList<qint64>> conversationsOf(qint64 delivery);
    Result<void> moveArrival(const QList<qint64> &conversations, const Original &original, Timestamp receivedAt);
    Result<qint64> identityOf(qint64 sourceId, const ConversationKey &key);
    Result<ConversationRow *> touched(qint64 conversation);
    Result<void> foldOnto(ConversationRow &row, const FoldEvent &event);
    Result<void> foldAnew(ConversationRow &row);
    FoldRules rulesFor(const ConversationRow &row) const;

    ConversationTable m_table;
    Statement m_findOriginal;
    Statement m_addFinding;
    Statement m_moveArrival;
    Statement m_conversationsOfDelivery;
    Statement m_findIdentity;
    Statement m_addIdentity;
    Statement m_setWatermark;
    Statement m_freeze;
    Statement m_freezeRepeat;
    Statement m_bytesCame;
    std::optional<TakeOver> m_takeOver; ///< of a rebuild
    QSet<qint64> m_takenOver; ///< sealed conversations that are copied before the commit
    QString m_watermarkKey;
    const Clock *m_clock = nullptr;
    QHash<qint64, ConversationRow> m_rows; ///< touched in this transaction, not written yet
    QSet<qint64> m_changed;
    QSet<qint64> m_shown;
};

} // namespace earshot
