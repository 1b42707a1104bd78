// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"

namespace earshot {

/** What may stand for the file of a secret, for a help text. */
QString secretValueName();

/** The reference (models/store/secretreference.h) that @p value is, as `env:NAME`; empty where it is the name of a
 * file. */
QByteArray secretReferenceIn(const QString &value);

/** Puts the secret that `--option` names into @p member of the request: what a file or standard input (`-`) holds, or
 * the reference itself for `env:NAME` and `credential:NAME`, which whoever needs it looks up. Nothing happens where the
 * option was not given. Errors: FileFailed; BadArgument for a secret that is no text. */
Result<void> addSecretOption(const CommandLine &line, const QString &option, const QString &member,
                             QJsonObject &request);

/** That at most one of the options reads standard input. Error: BadArgument. */
Result<void> checkSecretOptions(const CommandLine &line, const QStringList &options);

} // namespace earshot
