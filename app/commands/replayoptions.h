// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"
#include "models/domain/replay.h"
#include "models/store/recordqueries.h"

namespace earshot {

/** What a replay is asked for in words: which deliveries, where to, how. */
struct ReplayWords {
    ReplayRequest request;
    RecordSelection selection; ///< where the request names no deliveries
    bool isDryRun = false;
};

void addReplayOptions(CommandLine &line);

/** Reads files that the options name. Errors: BadArgument, FilterSyntax, FileFailed. */
Result<ReplayWords> replayWords(const CommandLine &line, const Clock &clock);

} // namespace earshot
