// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationsettings.h"

#include "app/commands/secretfile.h"
#include "app/commands/secretoption.h"
#include "app/commands/textfile.h"
#include "models/store/destinationoptions.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace earshot {
namespace {

constexpr QLatin1StringView c_url("url");
constexpr QLatin1StringView c_kind("kind");
constexpr QLatin1StringView c_method("method");
constexpr QLatin1StringView c_option("option");
constexpr QLatin1StringView c_words("words");
constexpr QLatin1StringView c_mapping("mapping");
constexpr QLatin1StringView c_rate("rate");
constexpr QLatin1StringView c_concurrency("concurrency");
constexpr QLatin1StringView c_region("region");
constexpr QLatin1StringView c_filter("filter");
constexpr QLatin1StringView c_manual("manual");
constexpr QLatin1StringView c_tokenFile("token-file");
constexpr QLatin1StringView c_signingKeyFile("signing-key-file");
constexpr QLatin1StringView c_caFile("ca-file");

void addAddressOptions(CommandLine &line)
{
    line.addOption(c_kind, QStringLiteral("KIND"),
                   QStringLiteral("What it is, as \"earshot destination kinds\" lists it. Default: webhook"));
    line.addOption(c_url, QStringLiteral("URL"),
                   QStringLiteral("Address; https, or http on this computer. Default: the usual one of its kind"));
    line.addOption(c_method, QStringLiteral("METHOD"), QStringLiteral("Of a webhook. Default: POST"));
    line.addOption(c_filter, QStringLiteral("EXPR"),
                   QStringLiteral("Forward the conversations that this filter lets pass, as soon as they change."));
    line.addFlag(c_manual, QStringLiteral("Forward only what \"earshot outbox send\" sends."));
    line.addOption(
        c_tokenFile, QStringLiteral("FILE"),
        QStringLiteral("File that holds the token, API key or password; - reads standard input, env:NAME and "
                       "credential:NAME are looked up by whoever forwards."));
    line.addOption(c_signingKeyFile, QStringLiteral("FILE"),
                   QStringLiteral("File that holds the key of X-Earshot-Signature; - reads standard input."));
    line.addOption(c_caFile, QStringLiteral("FILE"), QStringLiteral("PEM certificates to trust besides the system's."));
}

void addRecordOptions(CommandLine &line)
{
    line.addOption(c_option, QStringLiteral("NAME=VALUE"),
                   QStringLiteral("An option of its kind, again for each; without a value it is taken back."),
                   CommandLine::Times::Repeated);
    line.addOption(c_words, QStringLiteral("FILE"), QStringLiteral("Tables of words for the mapping, as JSON."));
    line.addOption(c_mapping, QStringLiteral("FILE"),
                   QStringLiteral("jq program that makes a record of a conversation; - reads standard input."));
    line.addOption(c_rate, QStringLiteral("R"), QStringLiteral("At most so many requests a second."));
    line.addOption(c_concurrency, QStringLiteral("N"),
                   QStringLiteral("At most so many records under way, 1 to 32. Default: 4"));
    line.addOption(c_region, QStringLiteral("CC"),
                   QStringLiteral("Country whose phone numbers it writes without a country code, as in DE."));
}

Result<void> checkInputs(const CommandLine &line)
{
    if (line.has(c_filter) && line.has(c_manual))
        return failure(ErrorCode::BadArgument, QStringLiteral("--filter and --manual exclude each other"));
    int inputs = 0;
    for (const QLatin1StringView option : {c_tokenFile, c_signingKeyFile, c_mapping, c_words})
        inputs += line.value(option) == QLatin1StringView("-") ? 1 : 0;
    if (inputs > 1)
        return failure(ErrorCode::BadArgument, QStringLiteral("only one thing can come from standard input"));
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

Result<void> addMapping(const CommandLine &line, QJsonObject &request)
{
    if (!line.has(c_mapping))
        return {};
    const auto program = readTextFile(line.value(c_mapping));
    if (!program)
        return std::unexpected(program.error());
    request.insert(c_mapping, *program);
    return {};
}

/** `NAME=VALUE`, `NAME=` to take it back. */
Result<void> takeOption(const DestinationKind &kind, const QString &text, QJsonObject &options)
{
    const qsizetype sign = text.indexOf(QLatin1Char('='));
    if (sign <= 0)
        return failure(ErrorCode::BadArgument, QStringLiteral("--option needs NAME=VALUE, not \"%1\"").arg(text));
    const QString name = text.left(sign);
    if (sign == text.size() - 1) {
        options.remove(name);
        return {};
    }
    const auto value = optionFromText(kind, name, text.mid(sign + 1));
    if (!value)
        return std::unexpected(value.error());
    options.insert(name, *value);
    return {};
}

Result<void> takeWords(const CommandLine &line, QJsonObject &options)
{
    if (!line.has(c_words))
        return {};
    const auto text = readTextFile(line.value(c_words));
    if (!text)
        return std::unexpected(text.error());
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text->toUtf8(), &error);
    if (!document.isObject())
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("%1 is no JSON object: %2").arg(line.value(c_words), error.errorString()));
    options.insert(c_words, document.object());
    return {};
}

Result<void> takePace(const CommandLine &line, QJsonObject &options)
{
    const auto rate = line.positiveNumber(c_rate);
    if (!rate)
        return std::unexpected(rate.error());
    if (*rate)
        options.insert(c_rate, **rate);
    const auto concurrency = line.integer(c_concurrency, 1, 32);
    if (!concurrency)
        return std::unexpected(concurrency.error());
    if (*concurrency)
        options.insert(c_concurrency, **concurrency);
    if (line.has(c_region))
        options.insert(c_region, line.value(c_region).toUpper());
    return {};
}

/** Nothing where none is given. */
Result<void> addOptions(const CommandLine &line, const Destination &present, QJsonObject &request)
{
    const QString word = line.has(c_kind) ? line.value(c_kind) : present.kind;
    const DestinationKind *const kind = destinationKind(word);
    QJsonObject options = word == present.kind ? present.options : QJsonObject();
    for (const QString &text : line.values(c_option)) {
        const auto taken = kind != nullptr ? takeOption(*kind, text, options) : Result<void>();
        if (!taken)
            return taken;
    }
    auto taken = takeWords(line, options);
    if (taken)
        taken = takePace(line, options);
    if (taken && options != present.options)
        request.insert(QStringLiteral("options"), options);
    return taken;
}

} // namespace

void addDestinationSettings(CommandLine &line)
{
    addAddressOptions(line);
    addRecordOptions(line);
}

Result<QJsonObject> destinationSettings(const CommandLine &line, const Destination &present)
{
    if (const auto checked = checkInputs(line); !checked)
        return std::unexpected(checked.error());
    QJsonObject request;
    for (const QLatin1StringView member : {QLatin1StringView("name"), c_kind, c_url, c_method}) {
        if (line.has(member))
            request.insert(member, line.value(member));
    }
    if (line.has(c_filter))
        request.insert(QStringLiteral("rule"), line.value(c_filter));
    else if (line.has(c_manual))
        request.insert(QStringLiteral("rule"), QJsonValue::Null);
    if (line.has(c_caFile))
        request.insert(QStringLiteral("ca_file"), QFileInfo(line.value(c_caFile)).absoluteFilePath());
    auto added = addOptions(line, present, request);
    if (added)
        added = addMapping(line, request);
    if (added)
        added = addSecret(line, c_tokenFile, QStringLiteral("token"), false, request);
    if (added)
        added = addSecret(line, c_signingKeyFile, QStringLiteral("signing_key"), true, request);
    return added ? Result<QJsonObject>(request) : std::unexpected(added.error());
}

} // namespace earshot
