// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"
#include "models/domain/source.h"

namespace earshot {

/** The options by which a source's security, limits, answer and retention are set: `--verify`, `--signing-secret-file`,
 * `--basic-file`, `--bearer-file`, `--secret-header`, `--header-secret-file`, `--allow`, `--rate`, `--burst`,
 * `--answer…`,
 * `--keep`, `--keep-bytes`, `--max-size`. */
void addSourceSettingOptions(CommandLine &line);

/** Puts into a request of `source add` or `source set` what the options say. Where several options make one setting,
 * @p present has the rest of it. Errors: BadArgument; FileFailed for the file of a secret. */
Result<void> addSourceSettings(const CommandLine &line, const Source &present, QJsonObject &request);

/** `--name 90m` in seconds, above zero; nothing if it was not given. Errors: BadArgument. */
Result<std::optional<qint64>> durationOption(const CommandLine &line, const QString &name);

} // namespace earshot
