// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/callfailure.h"
#include "app/forward/passage.h"
#include "app/forward/trytoncall.h"

#include <QHash>
#include <QJsonValue>

namespace earshot {

/** What a method gave. */
struct TrytonResult {
    QJsonValue value;
    std::optional<Timestamp> at; ///< by the server's clock, to the second
};

/** Calls methods of Tryton's server by JSON-RPC (trytond/protocols/jsonrpc.py), and signs in where that is needed.
 * Keeps the sessions of all destinations, in memory only. Main thread. */
class TrytonRpc
{
public:
    /** The passage must outlive the task. A session that the server does not know any more is made anew, once: a
     * request that was answered 401 has not been looked at. */
    QCoro::Task<Called<TrytonResult>> call(Passage &passage, TrytonCall call);

    /** Signs in with the password as it is now, also where there is a session. */
    QCoro::Task<Called<void>> signIn(Passage &passage);

private:
    /** As it stands in a request. */
    struct Session {
        QByteArray authorization; ///< base64 of `user:id:key`
        QByteArray key;
    };

    QCoro::Task<DestinationAnswer> ask(Passage &passage, TrytonCall call);

    QHash<QString, Session> m_sessions; ///< by address, database and user
};

/** The option of the shipment's destination as it counts. */
QString trytonOption(const Shipment &shipment, QStringView name);

/** The name of the exception that an answer tells of, as in `UserError`; empty where it is none of Tryton's own. */
QString trytonException(const DestinationAnswer &answer);

bool isUserError(const CallFailure &failure);

/** What is wrong with an answer; its errors come with status 200. */
std::optional<CallFailure> trytonFailure(const DestinationAnswer &answer);

} // namespace earshot
