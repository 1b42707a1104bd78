// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationcommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/destinationlist.h"
#include "app/commands/destinationtest.h"
#include "app/commands/secretfile.h"
#include "app/commands/secretoption.h"

#include <QFileInfo>

namespace earshot {
namespace {

constexpr QLatin1StringView c_filter("filter");
constexpr QLatin1StringView c_manual("manual");
constexpr QLatin1StringView c_tokenFile("token-file");
constexpr QLatin1StringView c_signingKeyFile("signing-key-file");
constexpr QLatin1StringView c_caFile("ca-file");

void addOptions(CommandLine &line)
{
    line.addRequiredOption(QStringLiteral("name"), QStringLiteral("NAME"),
                           QStringLiteral("Name of the destination; unique, without a slash."));
    line.addRequiredOption(QStringLiteral("url"), QStringLiteral("URL"),
                           QStringLiteral("Address; https, or http on this computer."));
    line.addOption(
        c_filter, QStringLiteral("EXPR"),
        QStringLiteral(
            "Forward the conversations that this filter lets pass, as soon as they change. Default: every one."));
    line.addFlag(c_manual, QStringLiteral("Forward only what \"earshot outbox send\" sends."));
    line.addOption(QStringLiteral("method"), QStringLiteral("METHOD"),
                   QStringLiteral("POST, PUT or PATCH. Default: POST"));
    line.addOption(c_tokenFile, QStringLiteral("FILE"),
                   QStringLiteral("File that holds the bearer token to send; - reads standard input, env:NAME and "
                                  "credential:NAME are looked up by whoever forwards."));
    line.addOption(c_signingKeyFile, QStringLiteral("FILE"),
                   QStringLiteral("File that holds the key of X-Earshot-Signature; - reads standard input."));
    line.addOption(c_caFile, QStringLiteral("FILE"), QStringLiteral("PEM certificates to trust besides the system's."));
}

Result<void> checkOptions(const CommandLine &line)
{
    const QString standardInput = QStringLiteral("-");
    if (line.has(c_filter) && line.has(c_manual))
        return failure(ErrorCode::BadArgument, QStringLiteral("--filter and --manual exclude each other"));
    if (line.value(c_tokenFile) == standardInput && line.value(c_signingKeyFile) == standardInput)
        return failure(ErrorCode::BadArgument, QStringLiteral("only one secret can come from standard input"));
    return {};
}

/** Adds the secret in the option's file to the request; as base64 where it may be any bytes. */
Result<void> addSecret(const CommandLine &line, const QString &option, const QString &member, bool anyBytes,
                       QJsonObject &request)
{
    if (!line.has(option))
        return {};
    const QByteArray reference = secretReferenceIn(line.value(option));
    const auto secret = reference.isEmpty() ? readSecretFile(line.value(option)) : Result<QByteArray>(reference);
    if (!secret)
        return std::unexpected(secret.error());
    request.insert(member, QString::fromLatin1(anyBytes ? secret->toBase64() : *secret));
    return {};
}

Result<QJsonObject> addRequest(const CommandLine &line)
{
    if (const auto checked = checkOptions(line); !checked)
        return std::unexpected(checked.error());
    QJsonObject request{{QStringLiteral("operation"), QStringLiteral("destination add")},
                        {QStringLiteral("name"), line.value(QStringLiteral("name"))},
                        {QStringLiteral("url"), line.value(QStringLiteral("url"))},
                        {QStringLiteral("method"), line.value(QStringLiteral("method"))}};
    if (!line.has(c_manual))
        request.insert(QStringLiteral("rule"), line.has(c_filter) ? line.value(c_filter) : QStringLiteral(""));
    if (line.has(c_caFile))
        request.insert(QStringLiteral("ca_file"), QFileInfo(line.value(c_caFile)).absoluteFilePath());
    if (const auto added = addSecret(line, c_tokenFile, QStringLiteral("token"), false, request); !added)
        return std::unexpected(added.error());
    if (const auto added = addSecret(line, c_signingKeyFile, QStringLiteral("signing_key"), true, request); !added)
        return std::unexpected(added.error());
    return request;
}

int sayDone(const CommandLine &line, const Result<QJsonObject> &answer, const QString &state)
{
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    return line.printLine(QStringLiteral("%1 is %2.").arg(answer->value(QLatin1StringView("name")).toString(), state));
}

int addDestination(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination add"),
                     QStringLiteral("Makes a destination that conversations are forwarded to as JSON."));
    addOptions(line);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto request = addRequest(line);
    return sayDone(line, request ? ask(line, *request) : request, QStringLiteral("added"));
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
        {QStringLiteral("list"), QStringLiteral("Print the destinations and how much waits for them."),
         listDestinations},
        {QStringLiteral("test"), QStringLiteral("Send a made-up record to a destination, now."), runDestinationTest},
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
