// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/tokenoptions.h"

#include "app/commands/secretfile.h"
#include "models/store/secrets.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_token("token");
constexpr QLatin1StringView c_tokenFile("token-file");

} // namespace

void addTokenOptions(CommandLine &line)
{
    line.addOption(
        c_token, QStringLiteral("TOKEN"),
        QStringLiteral("Token of the hook, 16 to 128 of A-Z a-z 0-9 - . _ ~ instead of a random one. Others on this "
                       "machine can see it in the process list: rather use --token-file."));
    line.addOption(c_tokenFile, QStringLiteral("FILE"),
                   QStringLiteral("File that holds the token; - reads standard input."));
}

Result<QByteArray> tokenOf(const CommandLine &line)
{
    if (line.has(c_token) && line.has(c_tokenFile))
        return failure(ErrorCode::BadArgument, QStringLiteral("--token and --token-file exclude each other"));
    if (!line.has(c_token) && !line.has(c_tokenFile))
        return QByteArray();
    const auto token =
        line.has(c_token) ? Result<QByteArray>(line.value(c_token).toUtf8()) : readSecretFile(line.value(c_tokenFile));
    if (token && !isAcceptableToken(*token))
        return failure(ErrorCode::BadArgument, QStringLiteral("a token is 16 to 128 of A-Z a-z 0-9 - . _ ~"));
    return token;
}

} // namespace earshot
