// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationmapping.h"

#include "app/commands/asking.h"
#include "app/commands/console.h"
#include "app/commands/conversationreference.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/textfile.h"
#include "app/forward/conversationrecord.h"
#include "app/forward/mapping.h"
#include "app/forward/mappingpreview.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

constexpr QLatin1StringView c_mapping("mapping");
constexpr QLatin1StringView c_input("input");

int printMapping(const CommandLine &line, const Destination &destination)
{
    const QString mapping = mappingOf(destination);
    if (line.wantsJson())
        return line.printLine(QJsonObject{{QStringLiteral("name"), destination.name},
                                          {QStringLiteral("kind"), destination.kind},
                                          {QStringLiteral("is_its_own"), !destination.mapping.isEmpty()},
                                          {QStringLiteral("mapping"), jsonOrNull(mapping)},
                                          {QStringLiteral("words"), mappingWords(destination)}});
    if (mapping.isEmpty())
        console::say(QStringLiteral("%1 has no mapping: it gets the neutral record as it is.").arg(destination.name));
    const bool hasEnd = mapping.isEmpty() || mapping.endsWith(QLatin1Char('\n'));
    return line.print(mapping.toUtf8() + (hasEnd ? "" : "\n"));
}

struct Trial {
    Destination destination;
    QJsonObject record;
};

Result<Trial> trialOf(const CommandLine &line)
{
    const QString conversation = line.positionals().at(1);
    if (const auto checked = checkConversationReference(conversation); !checked)
        return std::unexpected(checked.error());
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto destination = triedDestination(line, *database, line.positionals().at(0));
    if (!destination)
        return std::unexpected(destination.error());
    const auto id = referredConversation(*database, conversation);
    if (!id)
        return std::unexpected(id.error());
    const auto whole = readWholeConversation(*database, *id);
    if (!whole)
        return std::unexpected(whole.error());
    return Trial{*destination, conversationRecord(*whole)};
}

MappingPreview previewOf(const Trial &trial)
{
    JqRunner runner;
    Mapper mapper(runner);
    return QCoro::waitFor(previewMapping(mapper, trial.destination, trial.record));
}

QString sentence(const MappingProblem &problem)
{
    return mappingErrorText({JqError::Kind::Failed, problem.message, problem.line, problem.column});
}

/** JSON text as the value it stands for; null for none. */
QJsonValue valueOf(const QString &json)
{
    const QJsonArray wrapped = QJsonDocument::fromJson("[" + json.toUtf8() + "]").array();
    return wrapped.size() == 1 ? wrapped.first() : QJsonValue();
}

QJsonObject jsonOf(const MappingPreview &preview)
{
    QJsonArray problems;
    for (const MappingProblem &problem : preview.problems)
        problems.append(
            QJsonObject{{QStringLiteral("message"), problem.message},
                        {QStringLiteral("line"), problem.line > 0 ? QJsonValue(problem.line) : QJsonValue()},
                        {QStringLiteral("column"), problem.column > 0 ? QJsonValue(problem.column) : QJsonValue()}});
    return {{QStringLiteral("input"), valueOf(preview.input)},
            {QStringLiteral("output"), valueOf(preview.output)},
            {QStringLiteral("problems"), problems}};
}

int printPreview(const CommandLine &line, const MappingPreview &preview)
{
    int code = ExitDone;
    if (line.wantsJson())
        code = line.printLine(jsonOf(preview));
    else if (line.has(c_input))
        code = line.printLine(preview.input);
    else if (!preview.output.isNull())
        code = line.printLine(preview.output);
    if (code != ExitDone || preview.problems.isEmpty())
        return code;
    const QString problem = sentence(preview.problems.first());
    return line.failed({ErrorCode::WrongShape, QStringLiteral("the mapping: %1").arg(problem)});
}

} // namespace

void addTriedMapping(CommandLine &line)
{
    line.addOption(c_mapping, QStringLiteral("FILE"),
                   QStringLiteral("Try this jq program instead of the destination's; - reads standard input."));
}

Result<Destination> triedDestination(const CommandLine &line, const Database &database, const QString &name)
{
    auto destination = destinations::byName(database, name);
    if (!destination || !line.has(c_mapping))
        return destination;
    const auto program = readTextFile(line.value(c_mapping));
    if (!program)
        return std::unexpected(program.error());
    destination->mapping = *program;
    return destination;
}

int showMapping(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination mapping"),
                     QStringLiteral("Prints the jq program that makes a destination's records of conversations: its "
                                    "own, else that of its kind."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto database = openStore(line);
    if (!database)
        return line.failed(database.error());
    const auto destination = destinations::byName(*database, line.positionals().first());
    return destination ? printMapping(line, *destination) : line.failed(destination.error());
}

int previewConversation(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination preview"),
                     QStringLiteral("Prints what a destination's mapping makes of a conversation. Nothing is sent."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    line.addPositional(QStringLiteral("CONVERSATION"),
                       QStringLiteral("The conversation: Earshot's number, or SOURCE/PLATFORM-ID."));
    addTriedMapping(line);
    line.addFlag(c_input, QStringLiteral("Print what the mapping is given instead."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto trial = trialOf(line);
    return trial ? printPreview(line, previewOf(*trial)) : line.failed(trial.error());
}

} // namespace earshot
