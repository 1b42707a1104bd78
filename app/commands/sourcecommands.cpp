// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/sourcecommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/sourcelist.h"
#include "app/commands/sourceoptions.h"
#include "app/commands/tokenoptions.h"
#include "app/control/hookurl.h"
#include "models/store/sources.h"

#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_allow("allow");
constexpr QLatin1StringView c_allowAnyone("allow-anyone");
constexpr QLatin1StringView c_signingSecret("signing-secret-file");
constexpr QLatin1StringView c_keepOld("keep-old");
constexpr QLatin1StringView c_overlap("overlap");
constexpr QLatin1StringView c_endTimeout("end-timeout");
constexpr QLatin1StringView c_publicUrl("public-url");

/** Where a source's sender reaches the listener. */
QString baseOf(const CommandLine &line, const QString &publicUrl)
{
    return publicUrl.isEmpty() ? usualBase(line.store()) : publicUrl;
}

/** The hook of a source that was just given its token: this once it is shown whole. */
int printHook(const CommandLine &line, const QJsonObject &source)
{
    const QString name = source.value(QLatin1StringView("name")).toString();
    const QString base = baseOf(line, source.value(QLatin1StringView("public_url")).toString());
    const QString url = hookUrl(base, source.value(QLatin1StringView("token")).toString());
    if (!line.wantsJson())
        return line.printLine(QStringLiteral("%1: %2").arg(name, url));
    return line.printLine(QJsonObject{{QStringLiteral("name"), name},
                                      {QStringLiteral("platform"), source.value(QLatin1StringView("platform"))},
                                      {QStringLiteral("url"), url}});
}

// ---- add

void addSourceOptions(CommandLine &line)
{
    line.addRequiredOption(QStringLiteral("platform"), QStringLiteral("PLATFORM"),
                           QStringLiteral("insighto, eigi, varda or custom."));
    line.addRequiredOption(QStringLiteral("name"), QStringLiteral("NAME"),
                           QStringLiteral("Name of the source; unique, without a slash."));
    addTokenOptions(line);
    line.addOption(QStringLiteral("zone"), QStringLiteral("AREA/CITY"),
                   QStringLiteral("Zone of the platform's times that name none. Default: UTC"));
    line.addOption(QStringLiteral("currency"), QStringLiteral("CODE"),
                   QStringLiteral("Currency of its money, as in EUR."));
    line.addOption(QStringLiteral("region"), QStringLiteral("CODE"),
                   QStringLiteral("Country of phone numbers without one, as in DE."));
    line.addOption(QStringLiteral("agent"), QStringLiteral("NAME"),
                   QStringLiteral("Name to show instead of the platform's agent id."));
    line.addOption(QStringLiteral("id-field"), QStringLiteral("PATH"),
                   QStringLiteral("For custom: the field that names an event, as in data.id."));
    line.addOption(c_publicUrl, QStringLiteral("URL"),
                   QStringLiteral("Under which senders reach the listener, as in https://hooks.example.com."));
    line.addOption(c_endTimeout, QStringLiteral("DURATION"),
                   QStringLiteral("A call without an end is taken as ended after this. Default: 2h"));
    addSourceSettingOptions(line);
    line.addJsonFlag();
}

Result<QJsonObject> addRequest(const CommandLine &line)
{
    const auto token = tokenOf(line);
    if (!token)
        return std::unexpected(token.error());
    QJsonObject request{{QStringLiteral("operation"), QStringLiteral("source add")},
                        {QStringLiteral("token"), QString::fromLatin1(*token)},
                        {QStringLiteral("id_field"), line.value(QStringLiteral("id-field"))},
                        {QStringLiteral("public_url"), line.value(c_publicUrl)}};
    for (const char *const option : {"platform", "name", "zone", "currency", "region", "agent"}) {
        const QString name = QString::fromLatin1(option);
        request.insert(name, line.value(name));
    }
    const auto endTimeout = durationOption(line, c_endTimeout);
    if (!endTimeout)
        return std::unexpected(endTimeout.error());
    if (*endTimeout)
        request.insert(QStringLiteral("end_timeout_s"), **endTimeout);
    if (const auto added = addSourceSettings(line, {}, request); !added)
        return std::unexpected(added.error());
    return request;
}

int addSource(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("source add"),
                     QStringLiteral("Makes a source and prints its hook, which a platform posts to."));
    addSourceOptions(line);
    if (const auto code = line.read(arguments))
        return *code;
    const auto request = addRequest(line);
    const auto answer = request ? ask(line, *request) : request;
    return answer ? printHook(line, *answer) : line.failed(answer.error());
}

// ---- rotate, disable, enable, remove

int rotateSource(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("source rotate"),
                     QStringLiteral("Gives a source a new token; the old hook is unknown from then on, or after the "
                                    "time of --overlap."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The source."));
    addTokenOptions(line);
    line.addOption(c_overlap, QStringLiteral("DURATION"),
                   QStringLiteral("How long the old hook takes deliveries beside the new one, as in 24h."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto token = tokenOf(line);
    if (!token)
        return line.failed(token.error());
    const auto overlap = durationOption(line, c_overlap);
    if (!overlap)
        return line.failed(overlap.error());
    const auto answer = ask(line, {{QStringLiteral("operation"), QStringLiteral("source rotate")},
                                   {QStringLiteral("name"), line.positionals().first()},
                                   {QStringLiteral("token"), QString::fromLatin1(*token)},
                                   {QStringLiteral("overlap_s"), overlap->value_or(0)}});
    return answer ? printHook(line, *answer) : line.failed(answer.error());
}

/** \a verb as typed, \a state as said of the source afterwards. */
Command changingCommand(const QString &verb, const QString &summary, const QString &state)
{
    return {verb, summary, [verb, summary, state](const QStringList &arguments) -> int {
                CommandLine line(QStringLiteral("source %1").arg(verb), summary);
                line.addPositional(QStringLiteral("NAME"), QStringLiteral("The source."));
                line.addJsonFlag();
                if (const auto code = line.read(arguments))
                    return *code;
                const auto answer = ask(line, {{QStringLiteral("operation"), QStringLiteral("source %1").arg(verb)},
                                               {QStringLiteral("name"), line.positionals().first()}});
                if (!answer)
                    return line.failed(answer.error());
                if (line.wantsJson())
                    return line.printLine(*answer);
                const QString name = answer->value(QLatin1StringView("name")).toString();
                return line.printLine(QStringLiteral("%1 is %2.").arg(name, state));
            }};
}

int setPublicUrl(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("source public-url"),
                     QStringLiteral("Says under which address a source's sender reaches the listener; without one, "
                                    "under the listener's own."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The source."));
    line.addPositional(QStringLiteral("URL"), QStringLiteral("As in https://hooks.example.com."),
                       CommandLine::Positional::Optional);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const QString url = line.positionals().value(1);
    const auto answer = ask(line, {{QStringLiteral("operation"), QStringLiteral("source public-url")},
                                   {QStringLiteral("name"), line.positionals().first()},
                                   {QStringLiteral("public_url"), url}});
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    const QString name = answer->value(QLatin1StringView("name")).toString();
    return line.printLine(url.isEmpty() ? QStringLiteral("%1 is reached at the listener's own address.").arg(name)
                                        : QStringLiteral("%1 is reached at %2.").arg(name, url));
}

// ---- set

/** What is set now, since options may change a part of one setting. */
Result<Source> presentSource(const CommandLine &line, const QString &name)
{
    const auto database = openStore(line);
    return database ? sources::byName(*database, name) : std::unexpected(database.error());
}

Result<QJsonObject> setRequest(const CommandLine &line)
{
    const QString name = line.positionals().first();
    const auto present = presentSource(line, name);
    if (!present)
        return std::unexpected(present.error());
    QJsonObject request{{QStringLiteral("operation"), QStringLiteral("source set")}, {QStringLiteral("name"), name}};
    const qsizetype without = request.size();
    if (line.has(c_allowAnyone) && line.has(c_allow))
        return failure(ErrorCode::BadArgument, QStringLiteral("--allow and --allow-anyone exclude each other"));
    if (line.has(c_allowAnyone))
        request.insert(c_allow, QJsonArray());
    if (const auto added = addSourceSettings(line, *present, request); !added)
        return std::unexpected(added.error());
    if (request.size() == without)
        return failure(ErrorCode::BadArgument, QStringLiteral("nothing is to be set; see --help"));
    const auto overlap = durationOption(line, c_keepOld);
    if (!overlap)
        return std::unexpected(overlap.error());
    if (*overlap && !line.has(c_signingSecret))
        return failure(ErrorCode::BadArgument, QStringLiteral("--keep-old says nothing without --signing-secret-file"));
    if (*overlap)
        request.insert(QStringLiteral("signing_overlap_s"), **overlap);
    return request;
}

int setSource(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("source set"),
                     QStringLiteral("Sets what a source's sender must show, may send and is answered, and how long its "
                                    "past is kept. What is not named stays."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The source."));
    addSourceSettingOptions(line);
    line.addFlag(c_allowAnyone, QStringLiteral("Let every address post."));
    line.addOption(c_keepOld, QStringLiteral("DURATION"),
                   QStringLiteral("How long the signing secret of before counts beside the new one, as in 24h."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto request = setRequest(line);
    const auto answer = request ? ask(line, *request) : request;
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    return line.printLine(QStringLiteral("%1 is set.").arg(answer->value(QLatin1StringView("name")).toString()));
}

} // namespace

Command sourceCommand()
{
    const QString purpose = QStringLiteral("Say who may post to this store.");
    const QList<Command> verbs{
        {QStringLiteral("add"), QStringLiteral("Make a source and print its hook."), addSource},
        {QStringLiteral("list"), QStringLiteral("Print the sources and their hooks."), listSources},
        {QStringLiteral("set"), QStringLiteral("Say what a source's sender must show and may send."), setSource},
        {QStringLiteral("rotate"), QStringLiteral("Give a source a new token."), rotateSource},
        {QStringLiteral("public-url"), QStringLiteral("Say under which address senders reach a source."), setPublicUrl},
        changingCommand(QStringLiteral("disable"), QStringLiteral("Take no more deliveries from a source."),
                        QStringLiteral("disabled")),
        changingCommand(QStringLiteral("enable"), QStringLiteral("Take deliveries from a disabled source again."),
                        QStringLiteral("enabled")),
        changingCommand(QStringLiteral("remove"), QStringLiteral("Remove a source; what it has received stays."),
                        QStringLiteral("removed")),
    };
    return {QStringLiteral("source"), purpose, [verbs, purpose](const QStringList &arguments) {
                return runOneOf(verbs, QStringLiteral("earshot source"), purpose, arguments);
            }};
}

} // namespace earshot
