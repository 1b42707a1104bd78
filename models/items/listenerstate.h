// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** Whether deliveries come in, and by whom. A value. */
struct ListenerState {
    enum class Kind {
        Starting,
        Listening, ///< this process receives
        Elsewhere, ///< another process of ours receives for this store; this one shows
        Down, ///< nobody receives; the reason says why, and it is tried again
    };

    Kind kind = Kind::Starting;
    QString base; ///< as in `http://127.0.0.1:8765`; null while down
    QString reason; ///< of Down: for people, from the system

    friend bool operator==(const ListenerState &, const ListenerState &) = default;
};

/** Can only programs of this computer reach that address? */
bool isLocalOnly(const QString &base);

} // namespace earshot
