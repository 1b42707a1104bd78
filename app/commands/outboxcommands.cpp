// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxcommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/outboxanswers.h"
#include "app/commands/outboxlist.h"
#include "app/commands/outboxretry.h"
#include "app/commands/outboxsend.h"
#include "app/commands/outboxshow.h"
#include "app/commands/recordids.h"

namespace earshot {
namespace {

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
        {QStringLiteral("show"), QStringLiteral("Print a row with what was asked and answered."), showOutboxRow},
        {QStringLiteral("send"), QStringLiteral("Send conversations to a destination."), sendConversations},
        {QStringLiteral("retry"), QStringLiteral("Send what was given up again."), retryOutboxRows},
        {QStringLiteral("choose"), QStringLiteral("Say which contact a record belongs to."), chooseOutboxContact},
        {QStringLiteral("settle"), QStringLiteral("Say whether a record whose answer was lost is there."),
         settleOutboxRow},
        {QStringLiteral("discard"), QStringLiteral("Give up sending."), discard},
    };
    return {QStringLiteral("outbox"), purpose, [verbs, purpose](const QStringList &arguments) {
                return runOneOf(verbs, QStringLiteral("earshot outbox"), purpose, arguments);
            }};
}

} // namespace earshot
