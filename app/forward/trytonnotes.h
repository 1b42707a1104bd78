// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/trytonrpc.h"

#include <QHash>

namespace earshot {

/** The notes that records are in Tryton.
 *
 *  Notes have nothing unique, so one is made in two moves. First an empty one, which is no conversation's yet: if the
 * answer is lost and it turns up late, the party's next conversation takes it. Then that note, known by its id, is
 * written on condition that it still is as it was read (Tryton's optimistic lock). So a write may be repeated at once:
 * it makes no second note, and one that is carried out late does not undo what was written after it. For one record of
 * a destination at a time. Main thread; passages outlive the tasks. */
class TrytonNotes
{
public:
    /** @p rpc must outlive it. */
    explicit TrytonNotes(TrytonRpc &rpc)
        : m_rpc(rpc)
    {
    }

    /** The id of the shipment's note, wherever it hangs; 0 for none. */
    QCoro::Task<Called<qint64>> find(Passage &passage);
    /** Writes the shipment into its note, or into one that is free or made, on the party. The note's id. Gone: there is
     * no such party in use. */
    QCoro::Task<Called<qint64>> put(Passage &passage, qint64 party);
    /** Writes the shipment into that note. Gone: there is none. */
    QCoro::Task<Called<void>> change(Passage &passage, qint64 id);

private:
    /** A note as it was read. */
    struct Note {
        qint64 id = 0;
        QString stamp; ///< its `_timestamp`: seconds of its last change, with decimals where the database has them
        std::optional<Timestamp> readAt; ///< by the server's clock
        bool isOnParty = false; ///< on one that is there and in use
    };

    QCoro::Task<Called<QList<Note>>> read(Passage &passage, QString purpose, QJsonArray domain);
    /** The record's note or, if there is none yet, the empty ones of the party. */
    QCoro::Task<Called<QList<Note>>> usable(Passage &passage, qint64 party);
    QCoro::Task<Called<QList<Note>>> makeEmpty(Passage &passage, qint64 party);
    QCoro::Task<CallFailure> whyNotMade(Passage &passage, qint64 party, CallFailure failure);
    QCoro::Task<Called<qint64>> putOnce(Passage &passage, qint64 party);
    QCoro::Task<Called<void>> changeOnce(Passage &passage, qint64 id);
    /** The first is the record's from then on; the others stay empty. */
    QCoro::Task<Called<void>> write(Passage &passage, QList<Note> notes);

    void settle(qint64 destination, qint64 note, std::optional<Timestamp> at);
    bool isSafeToWrite(const Note &note, qint64 destination) const;

    TrytonRpc &m_rpc;
    /** Notes that were made or written in the last seconds, by destination: when the answer came. None while a write is
     * under way or after one whose answer was lost. */
    QHash<std::pair<qint64, qint64>, Timestamp> m_settled;
};

} // namespace earshot
