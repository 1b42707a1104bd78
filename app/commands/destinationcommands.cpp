// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationcommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/destinationdryrun.h"
#include "app/commands/destinationlist.h"
#include "app/commands/destinationmapping.h"
#include "app/commands/destinationsettings.h"
#include "app/commands/destinationshadow.h"
#include "app/commands/destinationshow.h"
#include "app/commands/destinationtest.h"
#include "app/commands/selectionoptions.h"
#include "app/forward/mapping.h"
#include "models/store/destinationkinds.h"

#include <qcorotask.h>

#include <array>
#include <utility>

namespace earshot {
namespace {

constexpr QLatin1StringView c_name("name");
constexpr QLatin1StringView c_mapping("mapping");
constexpr QLatin1StringView c_all("all");

/** What `destination set` can take back, as flags and members of the request. */
constexpr std::array c_takenBack{
    std::pair{QLatin1StringView("no-mapping"), QLatin1StringView("mapping")},
    std::pair{QLatin1StringView("no-token"), QLatin1StringView("token")},
    std::pair{QLatin1StringView("no-signing-key"), QLatin1StringView("signing_key")},
    std::pair{QLatin1StringView("no-ca-file"), QLatin1StringView("ca_file")},
};

int sayDone(const CommandLine &line, const Result<QJsonObject> &answer, const QString &state)
{
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    return line.printLine(QStringLiteral("%1 is %2.").arg(answer->value(QLatin1StringView("name")).toString(), state));
}

/** The same request, where its mapping is one. */
Result<QJsonObject> withCheckedMapping(const Result<QJsonObject> &request)
{
    if (!request)
        return request;
    JqRunner runner;
    Destination described;
    described.mapping = request->value(c_mapping).toString();
    const auto checked = QCoro::waitFor(checkMapping(runner, described));
    return checked ? request : std::unexpected(checked.error());
}

/** Where a kind has an address of its own, it need not be given. */
bool lacksUrl(const CommandLine &line)
{
    const QString word = line.has(QStringLiteral("kind")) ? line.value(QStringLiteral("kind")) : Destination().kind;
    const DestinationKind *const kind = destinationKind(word);
    return kind != nullptr && kind->usualUrl.isEmpty() && !line.has(QStringLiteral("url"));
}

Result<QJsonObject> addRequest(const CommandLine &line)
{
    auto request = destinationSettings(line);
    if (!request)
        return request;
    request->insert(QStringLiteral("operation"), QStringLiteral("destination add"));
    if (!request->contains(QLatin1StringView("rule")))
        request->insert(QStringLiteral("rule"), QString(QLatin1StringView("")));
    return withCheckedMapping(request);
}

int addDestination(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination add"),
                     QStringLiteral("Makes a destination that conversations are forwarded to. Without --filter or "
                                    "--manual it gets every one."));
    line.addRequiredOption(c_name, QStringLiteral("NAME"),
                           QStringLiteral("Name of the destination; unique, without a slash."));
    addDestinationSettings(line);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (lacksUrl(line))
        return line.misuse(QStringLiteral("--url is missing"));
    const auto request = addRequest(line);
    return sayDone(line, request ? ask(line, *request) : request, QStringLiteral("added"));
}

Result<QJsonObject> setRequest(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto present = destinations::byName(*database, line.positionals().first());
    if (!present)
        return std::unexpected(present.error());
    auto request = destinationSettings(line, *present);
    if (!request)
        return request;
    if (line.has(c_all))
        request->insert(QStringLiteral("rule"), QString(QLatin1StringView("")));
    for (const auto &[flag, member] : c_takenBack) {
        if (line.has(flag))
            request->insert(member, QJsonValue::Null);
    }
    if (request->isEmpty())
        return failure(ErrorCode::BadArgument, QStringLiteral("nothing is to be changed; see --help"));
    request->insert(QStringLiteral("operation"), QStringLiteral("destination set"));
    request->insert(QStringLiteral("destination"), present->name);
    return withCheckedMapping(request);
}

/** Options of which only one makes sense. */
Result<void> checkExclusive(const CommandLine &line)
{
    const std::array<std::pair<const char *, const char *>, 6> pairs{{{"all", "filter"},
                                                                      {"all", "manual"},
                                                                      {"mapping", "no-mapping"},
                                                                      {"token-file", "no-token"},
                                                                      {"signing-key-file", "no-signing-key"},
                                                                      {"ca-file", "no-ca-file"}}};
    for (const auto &[one, other] : pairs) {
        if (line.has(QString::fromLatin1(one)) && line.has(QString::fromLatin1(other)))
            return failure(ErrorCode::BadArgument, QStringLiteral("--%1 and --%2 exclude each other")
                                                       .arg(QLatin1StringView(one), QLatin1StringView(other)));
    }
    return {};
}

int setDestination(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination set"),
                     QStringLiteral("Changes what is given of a destination; all else stays as it is."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    line.addOption(c_name, QStringLiteral("NAME"), QStringLiteral("Its new name."));
    addDestinationSettings(line);
    line.addFlag(c_all, QStringLiteral("Forward every conversation, as soon as it changes."));
    line.addFlag(QStringLiteral("no-mapping"), QStringLiteral("Use the mapping of its kind again."));
    line.addFlag(QStringLiteral("no-token"), QStringLiteral("Forget its token."));
    line.addFlag(QStringLiteral("no-signing-key"), QStringLiteral("Forget its signing key."));
    line.addFlag(QStringLiteral("no-ca-file"), QStringLiteral("Trust only the system's certificates."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (const auto checked = checkExclusive(line); !checked)
        return line.failed(checked.error());
    const auto request = setRequest(line);
    return sayDone(line, request ? ask(line, *request) : request, QStringLiteral("changed"));
}

/** @p verb as typed, @p state as said of the destination afterwards. */
Command changingCommand(const QString &verb, const QString &summary, const QString &state)
{
    return {verb, summary, [verb, summary, state](const QStringList &arguments) -> int {
                CommandLine line(QStringLiteral("destination %1").arg(verb), summary);
                line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
                line.addJsonFlag();
                if (const auto code = line.read(arguments))
                    return *code;
                const QJsonObject request{{QStringLiteral("operation"), QStringLiteral("destination %1").arg(verb)},
                                          {QStringLiteral("name"), line.positionals().first()}};
                return sayDone(line, ask(line, request), state);
            }};
}

} // namespace

Command destinationCommand()
{
    const QString purpose = QStringLiteral("Say where conversations are forwarded to.");
    const QList<Command> verbs{
        {QStringLiteral("add"), QStringLiteral("Make a destination."), addDestination},
        {QStringLiteral("set"), QStringLiteral("Change a destination."), setDestination},
        {QStringLiteral("show"), QStringLiteral("Print a destination with its options and its mapping."),
         showDestination},
        {QStringLiteral("kinds"), QStringLiteral("Print what there is to forward to, and the options of each."),
         listDestinationKinds},
        {QStringLiteral("list"), QStringLiteral("Print the destinations and how much waits for them."),
         listDestinations},
        {QStringLiteral("test"), QStringLiteral("See whether a destination works, and which right it lacks."),
         runDestinationTest},
        {QStringLiteral("dry-run"), QStringLiteral("Print what sending a conversation would do; change nothing."),
         runDestinationDryRun},
        {QStringLiteral("mapping"), QStringLiteral("Print the jq program that makes its records."), showMapping},
        {QStringLiteral("preview"), QStringLiteral("Print what a mapping makes of a conversation; send nothing."),
         previewConversation},
        {QStringLiteral("shadow"), QStringLiteral("Compare what a mapping would send with what was sent."),
         runDestinationShadow},
        changingCommand(QStringLiteral("pause"),
                        QStringLiteral("Send nothing to a destination; its outbox goes on filling."),
                        QStringLiteral("paused")),
        changingCommand(QStringLiteral("resume"), QStringLiteral("Send to a paused destination again."),
                        QStringLiteral("active")),
        changingCommand(QStringLiteral("remove"),
                        QStringLiteral("Remove a destination; what it has not received is discarded."),
                        QStringLiteral("removed")),
    };
    return {QStringLiteral("destination"), purpose, [verbs, purpose](const QStringList &arguments) {
                return runOneOf(verbs, QStringLiteral("earshot destination"), purpose, arguments);
            }};
}

} // namespace earshot
