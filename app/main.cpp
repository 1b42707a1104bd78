// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/commandlist.h"
#include "app/commands/console.h"

#include <QCoreApplication>

namespace {

using namespace earshot;

int run(const QStringList &words)
{
    if (words.isEmpty()) {
        console::say(
            QStringLiteral("earshot: the window is not in this version; use earshot serve, or see earshot --help"));
        return ExitMisuse;
    }
    if (words.first() == QLatin1StringView("--version"))
        return console::print("earshot " EARSHOT_VERSION "\n") ? ExitDone : ExitFailed;
    return runCommand(words);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("earshot"));
    QCoreApplication::setApplicationVersion(QStringLiteral(EARSHOT_VERSION));
    return run(QCoreApplication::arguments().mid(1));
}
