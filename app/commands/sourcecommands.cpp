// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/sourcecommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "app/commands/tokenoptions.h"
#include "app/control/hookurl.h"
#include "models/filter/valuereader.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_showSecrets("show-secrets");
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
    line.addOption(
        QStringLiteral("allow"), QStringLiteral("CIDR"),
        QStringLiteral("Network that may post, as in 192.0.2.0/24; may be repeated. Default: every address."),
        CommandLine::Times::Repeated);
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
                        {QStringLiteral("public_url"), line.value(c_publicUrl)},
                        {QStringLiteral("allow"), QJsonArray::fromStringList(line.values(QStringLiteral("allow")))}};
    for (const char *const option : {"platform", "name", "zone", "currency", "region", "agent"}) {
        const QString name = QString::fromLatin1(option);
        request.insert(name, line.value(name));
    }
    if (line.has(c_endTimeout)) {
        const auto seconds = filter::readDuration(line.value(c_endTimeout));
        if (!seconds || *seconds <= 0)
            return failure(
                ErrorCode::BadArgument,
                QStringLiteral("--end-timeout: \"%1\" is not a duration. Try 90m or 2h").arg(line.value(c_endTimeout)));
        request.insert(QStringLiteral("end_timeout_s"), *seconds);
    }
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
                     QStringLiteral("Gives a source a new token; the old hook is unknown from then on."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The source."));
    addTokenOptions(line);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto token = tokenOf(line);
    if (!token)
        return line.failed(token.error());
    const auto answer = ask(line, {{QStringLiteral("operation"), QStringLiteral("source rotate")},
                                   {QStringLiteral("name"), line.positionals().first()},
                                   {QStringLiteral("token"), QString::fromLatin1(*token)}});
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

// ---- list

struct ListedSource {
    Source source;
    QString url;
};

Result<QList<ListedSource>> listedSources(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto known = sources::all(*database);
    if (!known)
        return std::unexpected(known.error());
    const auto secrets = Secrets::load(line.store().secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    QList<ListedSource> listed;
    for (const Source &source : *known) {
        const QByteArray token = secrets->hookToken(source.key);
        const QString shown = line.has(c_showSecrets) ? QString::fromLatin1(token) : maskedToken(token);
        listed.append({source, hookUrl(baseOf(line, source.publicUrl), shown)});
    }
    return listed;
}

QJsonObject toJson(const ListedSource &listed)
{
    const Source &source = listed.source;
    return {{QStringLiteral("name"), source.name},
            {QStringLiteral("platform"), source.platform},
            {QStringLiteral("url"), listed.url},
            {QStringLiteral("enabled"), source.enabled},
            {QStringLiteral("allow"), QJsonArray::fromStringList(source.allow)},
            {QStringLiteral("zone"), source.zone},
            {QStringLiteral("currency"), jsonOrNull(source.currency)},
            {QStringLiteral("region"), jsonOrNull(source.region)},
            {QStringLiteral("agent"), jsonOrNull(source.agent)},
            {QStringLiteral("id_field"), jsonOrNull(source.idField)},
            {QStringLiteral("public_url"), jsonOrNull(source.publicUrl)},
            {QStringLiteral("end_timeout_s"), qint64(source.endTimeout.count())},
            {QStringLiteral("created_at"), toIsoText(source.createdAt, QTimeZone::utc())}};
}

int printSources(const CommandLine &line, const QList<ListedSource> &listed)
{
    if (line.wantsJson()) {
        QJsonArray array;
        for (const ListedSource &one : listed)
            array.append(toJson(one));
        return line.printLine(QJsonObject{{QStringLiteral("sources"), array}});
    }
    QList<QStringList> rows;
    for (const ListedSource &one : listed)
        rows.append({one.source.name, one.source.platform,
                     one.source.enabled ? QStringLiteral("enabled") : QStringLiteral("disabled"), one.url});
    return line.print(textTable(
        {QStringLiteral("Name"), QStringLiteral("Platform"), QStringLiteral("State"), QStringLiteral("Hook")}, rows));
}

int listSources(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("source list"), QStringLiteral("Prints the sources and their hooks."));
    line.addFlag(c_showSecrets, QStringLiteral("Print tokens whole; else only their first four characters."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto listed = listedSources(line);
    return listed ? printSources(line, *listed) : line.failed(listed.error());
}

} // namespace

Command sourceCommand()
{
    const QString purpose = QStringLiteral("Say who may post to this store.");
    const QList<Command> verbs{
        {QStringLiteral("add"), QStringLiteral("Make a source and print its hook."), addSource},
        {QStringLiteral("list"), QStringLiteral("Print the sources and their hooks."), listSources},
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
