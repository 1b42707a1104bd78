// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"
#include "models/store/recordqueries.h"

namespace earshot {

/** What the options of the interval are called. */
struct IntervalOptions {
    QLatin1StringView from = QLatin1StringView("from");
    QLatin1StringView until = QLatin1StringView("to");
};

/** Adds `--filter`, `--from`, `--to` and `--zone`, the same for every command that chooses records; other names only
 * where one of them is taken. */
void addSelectionOptions(CommandLine &line, const IntervalOptions &names = {});

/** What they choose. Errors: FilterSyntax with the column, BadArgument for a time that is none. */
Result<RecordSelection> selectionOf(const CommandLine &line, RecordKind kind, const Clock &clock,
                                    const IntervalOptions &names = {});

/** The moment at which the time begins that the option names; nothing if it was not given. Errors: BadArgument. */
Result<std::optional<Timestamp>> momentOf(const CommandLine &line, const QString &option, const Clock &clock);

/** Opens the store of `--data` or `--store` to read it; where there is none, says how to get one. Makes no store. */
Result<Database> openStore(const CommandLine &line);

} // namespace earshot
