// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxanswers.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/recordids.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_there("there");
constexpr QLatin1StringView c_notThere("not-there");

/** Has the row answered; @p words tell of it afterwards. */
int answer(const CommandLine &line, QJsonObject request, const QString &words)
{
    const auto row = recordIds({line.positionals().first()});
    if (!row)
        return line.failed(row.error());
    request.insert(QStringLiteral("row"), row->first());
    const auto done = ask(line, request);
    if (!done)
        return line.failed(done.error());
    return line.wantsJson() ? line.printLine(*done) : line.printLine(words.arg(row->first()));
}

} // namespace

int chooseOutboxContact(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox choose"),
                     QStringLiteral("Says which contact a record belongs to, where several fit; it is sent at once."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Row of the outbox."));
    line.addPositional(QStringLiteral("CONTACT"),
                       QStringLiteral("The destination's id of one of the contacts that \"outbox show\" lists."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    return answer(line,
                  {{QStringLiteral("operation"), QStringLiteral("outbox choose")},
                   {QStringLiteral("contact"), line.positionals().at(1)}},
                  QStringLiteral("Row %1 is sent at once."));
}

int settleOutboxRow(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox settle"),
                     QStringLiteral("Says whether a record whose answer was lost is there."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Row of the outbox."));
    line.addFlag(c_there, QStringLiteral("It is there: it counts as sent."));
    line.addFlag(c_notThere, QStringLiteral("It is not: it is sent again."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (line.has(c_there) == line.has(c_notThere))
        return line.misuse(QStringLiteral("needs either --there or --not-there"));
    return answer(line,
                  {{QStringLiteral("operation"), QStringLiteral("outbox settle")},
                   {QStringLiteral("is_there"), line.has(c_there)}},
                  line.has(c_there) ? QStringLiteral("Row %1 counts as sent.")
                                    : QStringLiteral("Row %1 is sent again."));
}

} // namespace earshot
