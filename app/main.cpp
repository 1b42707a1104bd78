// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commandlist.h"
#include "app/commands/console.h"
#include "app/jq/jqhelper.h"
#include "app/window/windowcommand.h"

#include <QCoreApplication>

namespace {

using namespace earshot;

int run(const QStringList &words)
{
    if (words.first() == QLatin1StringView("--version"))
        return console::print("earshot " EARSHOT_VERSION "\n") ? ExitDone : ExitFailed;
    return runCommand(words);
}

} // namespace

int main(int argc, char *argv[])
{
    if (isJqHelperCall(argc, argv)) // before anything of Qt's is begun
        return runJqHelper(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("earshot"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EARSHOT_VERSION));
    if (isWindowCall(argc, argv))
        return runWindow(argc, argv);
    const QCoreApplication application(argc, argv);
    return run(QCoreApplication::arguments().mid(1));
}
