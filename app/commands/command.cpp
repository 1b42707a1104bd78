// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/command.h"

#include "app/commands/console.h"
#include "app/commands/nearest.h"

#include <algorithm>

namespace earshot {
namespace {

QStringList namesOf(const QList<Command> &commands)
{
    QStringList names;
    for (const Command &command : commands)
        names.append(command.name);
    return names;
}

QString helpText(const QList<Command> &commands, const QString &prefix, const QString &purpose)
{
    const QStringList names = namesOf(commands);
    const auto longest = std::ranges::max(names, {}, &QString::size).size();
    QString text = QStringLiteral("Usage: %1 COMMAND [options]\n%2\n\nCommands:\n").arg(prefix, purpose);
    for (const Command &command : commands)
        text += QStringLiteral("  %1  %2\n").arg(command.name.leftJustified(longest), command.summary);
    text += QStringLiteral("\n%1 COMMAND --help says more of each.\n").arg(prefix);
    return text;
}

int sayUnknown(const QString &word, const QStringList &names, const QString &prefix)
{
    const QString nearest = nearestWord(word, names);
    const QString advice = nearest.isEmpty() ? QStringLiteral("see %1 --help").arg(prefix)
                                             : QStringLiteral("did you mean \"%1\"?").arg(nearest);
    console::say(QStringLiteral("%1: there is no command \"%2\"; %3").arg(prefix, word, advice));
    return ExitMisuse;
}

} // namespace

int runOneOf(const QList<Command> &commands, const QString &prefix, const QString &purpose,
             const QStringList &arguments)
{
    const QStringList names = namesOf(commands);
    if (arguments.isEmpty()) {
        console::say(QStringLiteral("%1: a command is missing: %2").arg(prefix, names.join(QStringLiteral(", "))));
        return ExitMisuse;
    }
    const QString &word = arguments.first();
    if (word == QLatin1StringView("--help") || word == QLatin1StringView("-h"))
        return console::print(helpText(commands, prefix, purpose).toUtf8()) ? ExitDone : ExitFailed;
    const auto command = std::ranges::find(commands, word, &Command::name);
    if (command == commands.end())
        return sayUnknown(word, names, prefix);
    return command->run(arguments.mid(1));
}

} // namespace earshot
