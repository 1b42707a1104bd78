// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QString>

#include <chrono>
#include <optional>

namespace earshot {

/** Whether deliveries come in, and by whom. A value. */
struct ListenerState {
    enum class Kind {
        Starting,
        Listening, ///< this process receives
        Elsewhere, ///< another process of ours receives for this store; this one shows
        Down, ///< nobody receives; the reason says why, and it is tried again
    };

    /** Why nobody receives. */
    enum class Cause {
        Other, ///< what the reason says
        PortTaken, ///< another program listens there
        AddressGone, ///< this computer does not have the address any more
        NetworkDown, ///< nor any other
        Asleep, ///< the computer sleeps, or is about to
    };

    Kind kind = Kind::Starting;
    QString base; ///< as in `http://127.0.0.1:8765`; null while down
    QString reason; ///< of Down: for people, from the system
    Cause cause = Cause::Other; ///< of Down
    QString address = {}; ///< of Down: that could not be had
    quint16 port = 0; ///< … and its port
    QString program = {}; ///< of PortTaken: which; null where we may not see it
    qint64 process = 0; ///< … its id; 0 where we may not see it
    std::optional<Timestamp> certificateEnds = {}; ///< of Listening under TLS
    std::chrono::milliseconds retryIn{0}; ///< of Down: the next try, from when this was said; 0 if there is none

    std::optional<Error> storeTrouble = {}; ///< of this process: why deliveries cannot be stored and are answered 503
    QString storePutAside = {}; ///< where a damaged store was put as this process opened it, to begin a new one

    friend bool operator==(const ListenerState &, const ListenerState &) = default;
};

/** Can only programs of this computer reach that address? */
bool isLocalOnly(const QString &base);

} // namespace earshot
