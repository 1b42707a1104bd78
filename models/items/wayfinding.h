// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace earshot {

/** What was found at one step of the way from a sender to the listener. */
struct WayFinding {
    QString step; ///< a stable word: listener, public-address, name, port, certificate, answer, round-trip, large-event
                  ///< or sender-address
    QString result; ///< passed, warning, failed or skipped
    QString detail; ///< what was seen and, if it blocks, what to do; English, without secrets
};

/** The way, tested. */
struct WayReport {
    QString address; ///< that was tested; empty if there is none
    bool isReachable = false;
    QList<WayFinding> findings; ///< in the order of the way; those after one that blocks are skipped
};

} // namespace earshot
