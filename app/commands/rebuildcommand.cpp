// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/rebuildcommand.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"

namespace earshot {
namespace {

int rebuild(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("rebuild"),
        QStringLiteral(
            "Makes events, conversations and counts anew from the journal. Receiving goes on; readers see the "
            "old ones until then. Nothing is forwarded because of it."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto answer =
        ask(line, {{QStringLiteral("operation"), QStringLiteral("rebuild")}}, QStringLiteral("Still rebuilding."));
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    const qint64 last = answer->value(QLatin1StringView("last_delivery")).toInteger();
    return line.printLine(QStringLiteral("Rebuilt up to delivery %1.").arg(last));
}

} // namespace

Command rebuildCommand()
{
    return {QStringLiteral("rebuild"), QStringLiteral("Make conversations anew from what was received."), rebuild};
}

} // namespace earshot
