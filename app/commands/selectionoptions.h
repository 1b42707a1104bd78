// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"
#include "models/store/recordqueries.h"

namespace earshot {

/** Adds `--filter`, `--from`, `--to` and `--zone`, the same for every command that chooses records. */
void addSelectionOptions(CommandLine &line);

/** What they choose. Errors: FilterSyntax with the column, BadArgument for a time that is none. */
Result<RecordSelection> selectionOf(const CommandLine &line, RecordKind kind, const Clock &clock);

/** Opens the store of `--data` or `--store` to read it; where there is none, says how to get one. Makes no store. */
Result<Database> openStore(const CommandLine &line);

} // namespace earshot
