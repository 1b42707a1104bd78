// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/secretoption.h"

#include "app/commands/secretfile.h"
#include "models/store/secretreference.h"

#include <algorithm>

namespace earshot {
QString secretValueName()
{
    return QStringLiteral("FILE");
}

QByteArray secretReferenceIn(const QString &value)
{
    const auto reference = SecretReference::read(value.toUtf8());
    return reference && reference->kind != SecretReference::Kind::KeyStore ? reference->text() : QByteArray();
}

Result<void> addSecretOption(const CommandLine &line, const QString &option, const QString &member,
                             QJsonObject &request)
{
    if (!line.has(option))
        return {};
    const QString value = line.value(option);
    if (const QByteArray reference = secretReferenceIn(value); !reference.isEmpty()) {
        request.insert(member, QString::fromLatin1(reference));
        return {};
    }
    const auto secret = readSecretFile(value);
    if (!secret)
        return std::unexpected(secret.error());
    const QString text = QString::fromUtf8(*secret);
    if (text.toUtf8() != *secret)
        return failure(ErrorCode::BadArgument, QStringLiteral("--%1: the secret is not text in UTF-8").arg(option));
    request.insert(member, text);
    return {};
}

Result<void> checkSecretOptions(const CommandLine &line, const QStringList &options)
{
    const auto readsInput = [&line](const QString &option) { return line.value(option) == QLatin1StringView("-"); };
    if (std::ranges::count_if(options, readsInput) > 1)
        return failure(ErrorCode::BadArgument, QStringLiteral("only one secret can come from standard input"));
    return {};
}

} // namespace earshot
