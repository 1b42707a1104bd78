// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxcommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/outboxlist.h"
#include "app/commands/outboxsend.h"
#include "app/commands/recordids.h"

#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_destination("destination");

/** Has the operation done and says how many rows it touched. */
int askAndCount(const CommandLine &line, const QJsonObject &request, QLatin1StringView member)
{
    const auto answer = ask(line, request);
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    return line.printLine(QStringLiteral("%1 %2.").arg(answer->value(member).toInteger()).arg(member));
}

int retry(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox retry"),
                     QStringLiteral("Sends what was given up or waits, at once and with the same bytes."));
    line.addOption(c_destination, QStringLiteral("NAME"),
                   QStringLiteral("Everything that was given up for this destination."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Row of the outbox."), CommandLine::Positional::Any);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (line.has(c_destination) == !line.positionals().isEmpty())
        return line.misuse(QStringLiteral("needs either IDs or --destination"));
    const auto rows = recordIds(line.positionals());
    if (!rows)
        return line.failed(rows.error());
    return askAndCount(line,
                       {{QStringLiteral("operation"), QStringLiteral("outbox retry")},
                        {QStringLiteral("rows"), toJson(*rows)},
                        {QStringLiteral("destination"), line.value(c_destination)}},
                       QLatin1StringView("retried"));
}

int discard(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox discard"),
                     QStringLiteral("Gives up sending; a later change of the conversation sends it again."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Row of the outbox."), CommandLine::Positional::OneOrMore);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto rows = recordIds(line.positionals());
    if (!rows)
        return line.failed(rows.error());
    return askAndCount(
        line,
        {{QStringLiteral("operation"), QStringLiteral("outbox discard")}, {QStringLiteral("rows"), toJson(*rows)}},
        QLatin1StringView("discarded"));
}

} // namespace

Command outboxCommand()
{
    const QString purpose = QStringLiteral("Show and steer what is forwarded.");
    const QList<Command> verbs{
        {QStringLiteral("list"), QStringLiteral("Print what waits, was sent or was given up."), listOutbox},
        {QStringLiteral("send"), QStringLiteral("Send conversations to a destination."), sendConversations},
        {QStringLiteral("retry"), QStringLiteral("Send what was given up again."), retry},
        {QStringLiteral("discard"), QStringLiteral("Give up sending."), discard},
    };
    return {QStringLiteral("outbox"), purpose, [verbs, purpose](const QStringList &arguments) {
                return runOneOf(verbs, QStringLiteral("earshot outbox"), purpose, arguments);
            }};
}

} // namespace earshot
