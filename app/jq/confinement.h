// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace earshot {

struct ConfinementLimits {
    qint64 memoryBytes = 0; ///< beyond what the process has now
    qint64 cpuSeconds = 0;
};

/** Takes from this process, for good, what a hostile program could use: the environment, files and sockets but the
 * three standard ones, the right to open others, to write files, to start processes, to leave a core. False where a
 * limit could not be set. */
bool confine(const ConfinementLimits &limits);

} // namespace earshot
