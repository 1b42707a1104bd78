// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commandlist.h"

#include "app/commands/checkcommand.h"
#include "app/commands/console.h"
#include "app/commands/destinationcommands.h"
#include "app/commands/exportcommand.h"
#include "app/commands/outboxcommands.h"
#include "app/commands/rebuildcommand.h"
#include "app/commands/servecommand.h"
#include "app/commands/showcommand.h"
#include "app/commands/simulatecommand.h"
#include "app/commands/sourcecommands.h"
#include "app/commands/statscommand.h"

namespace earshot {
namespace {

/** Words that the command line will have: said plainly rather than as a slip of the keyboard. */
bool isOfALaterVersion(const QString &word)
{
    static const QStringList words{QStringLiteral("backup"), QStringLiteral("purge"), QStringLiteral("replay")};
    return words.contains(word);
}

} // namespace

QList<Command> allCommands()
{
    return {serveCommand(),    sourceCommand(),      exportCommand(), statsCommand(),   showCommand(),
            simulateCommand(), destinationCommand(), outboxCommand(), rebuildCommand(), checkCommand()};
}

int runCommand(const QStringList &words)
{
    if (!words.isEmpty() && isOfALaterVersion(words.first())) {
        console::say(QStringLiteral("earshot %1: not in this version").arg(words.first()));
        return ExitMisuse;
    }
    return runOneOf(allCommands(), QStringLiteral("earshot"),
                    QStringLiteral("A monitor for conversation and call webhooks."), words);
}

} // namespace earshot
