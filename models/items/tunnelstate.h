// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>

namespace earshot {

/** How the program that gives the listener a public address is doing. A value. */
struct TunnelState {
    enum class Kind {
        Off, ///< none is set
        Starting, ///< it runs, its address is not known yet
        Up,
        Down, ///< it ended or could not be started; it is tried again
    };

    Kind kind = Kind::Off;
    QString publicBase; ///< while up, as in `https://hooks.example`
    QString reason; ///< of Down, for people

    friend bool operator==(const TunnelState &, const TunnelState &) = default;
};

} // namespace earshot

Q_DECLARE_METATYPE(earshot::TunnelState)
