// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commandlist.h"

#include "app/commands/backupcommand.h"
#include "app/commands/checkcommand.h"
#include "app/commands/coveragecommand.h"
#include "app/commands/deliverycommands.h"
#include "app/commands/destinationcommands.h"
#include "app/commands/exportcommand.h"
#include "app/commands/listenercommands.h"
#include "app/commands/outboxcommands.h"
#include "app/commands/purgecommand.h"
#include "app/commands/rebuildcommand.h"
#include "app/commands/replaycommand.h"
#include "app/commands/servecommand.h"
#include "app/commands/showcommand.h"
#include "app/commands/simulatecommand.h"
#include "app/commands/sourcecommands.h"
#include "app/commands/statscommand.h"
#include "app/commands/tunnelcommands.h"

namespace earshot {
QList<Command> allCommands()
{
    return {serveCommand(),    sourceCommand(),  listenerCommand(), exportCommand(),      statsCommand(),
            coverageCommand(), showCommand(),    simulateCommand(), destinationCommand(), deliveryCommand(),
            outboxCommand(),   rebuildCommand(), purgeCommand(),    replayCommand(),      backupCommand(),
            checkCommand(),    tunnelCommand()};
}

int runCommand(const QStringList &words)
{
    return runOneOf(allCommands(), QStringLiteral("earshot"),
                    QStringLiteral("A monitor for conversation and call webhooks."), words);
}

} // namespace earshot
