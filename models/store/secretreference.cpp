// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/secretreference.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

struct Prefix {
    QByteArrayView text;
    SecretReference::Kind kind;
};

constexpr std::array c_prefixes = {Prefix{"env:", SecretReference::Kind::Environment},
                                   Prefix{"credential:", SecretReference::Kind::Credential},
                                   Prefix{"keyring:", SecretReference::Kind::KeyStore}};

bool isNameCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
           || c == '.';
}

bool isName(QByteArrayView name)
{
    return !name.isEmpty() && !name.startsWith('.') && std::ranges::all_of(name, isNameCharacter);
}

QByteArray withoutLineEnd(QByteArray text)
{
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

QByteArray readCredential(const QByteArray &name)
{
    constexpr qint64 mostBytes = qint64(64) * 1024;
    const QByteArray folder = qgetenv("CREDENTIALS_DIRECTORY");
    if (folder.isEmpty())
        return {};
    QFile file(QDir(QFile::decodeName(folder)).filePath(QFile::decodeName(name)));
    return file.open(QIODevice::ReadOnly) ? withoutLineEnd(file.read(mostBytes)) : QByteArray();
}

QByteArray lookedUp(const SecretReference &reference, const SecretPlaces &places)
{
    switch (reference.kind) {
    case SecretReference::Kind::Environment:
        return places.environment(reference.name);
    case SecretReference::Kind::Credential:
        return places.credential(reference.name);
    case SecretReference::Kind::KeyStore:
        return places.keyStore ? places.keyStore(reference.name) : QByteArray();
    }
    Q_UNREACHABLE();
}

/** Looks up what stands in @p secret; empty where that is nowhere. */
void resolve(QByteArray &secret, const SecretPlaces &places, QStringList &unreadable)
{
    const auto found = resolvedSecret(secret, places);
    if (!found)
        unreadable.append(QString::fromLatin1(secret));
    secret = found.value_or(QByteArray());
}

} // namespace

std::optional<SecretReference> SecretReference::read(const QByteArray &value)
{
    for (const Prefix &prefix : c_prefixes) {
        if (value.startsWith(prefix.text) && isName(QByteArrayView(value).sliced(prefix.text.size())))
            return SecretReference{prefix.kind, value.sliced(prefix.text.size())};
    }
    return std::nullopt;
}

QByteArray SecretReference::text() const
{
    const auto prefix = std::ranges::find(c_prefixes, kind, &Prefix::kind);
    return prefix->text.toByteArray() + name;
}

SecretPlaces SecretPlaces::ofProcess()
{
    return {[](const QByteArray &name) { return qgetenv(name.constData()); }, readCredential, {}};
}

Result<QByteArray> resolvedSecret(const QByteArray &kept, const SecretPlaces &places)
{
    const auto reference = SecretReference::read(kept);
    if (!reference)
        return kept;
    QByteArray secret = lookedUp(*reference, places);
    if (secret.isEmpty())
        return failure(ErrorCode::NotFound,
                       QStringLiteral("there is no secret under %1").arg(QString::fromLatin1(kept)));
    return secret;
}

ResolvedSecrets resolvedSecrets(const SourceSecrets &kept, const SecretPlaces &places)
{
    ResolvedSecrets resolved{kept, {}};
    SourceSecrets &secrets = resolved.secrets;
    for (TimedSecret &secret : secrets.signing)
        resolve(secret.value, places, resolved.unreadable);
    secrets.signing.removeIf([](const TimedSecret &secret) { return secret.value.isEmpty(); });
    for (QByteArray *secret : {&secrets.basic, &secrets.bearer, &secrets.header})
        resolve(*secret, places, resolved.unreadable);
    return resolved;
}

QList<QByteArray> keyStoreNames(const Secrets &secrets)
{
    QList<QByteArray> names;
    const auto all = secrets.destinations();
    for (const Secrets::Destination &destination : all) {
        for (const QByteArray &kept : {destination.bearer, destination.signingKey}) {
            const auto reference = SecretReference::read(kept);
            if (reference && reference->kind == SecretReference::Kind::KeyStore)
                names.append(reference->name);
        }
    }
    return names;
}

Result<Secrets::Destination> resolvedSecrets(const Secrets::Destination &kept, const SecretPlaces &places)
{
    const auto bearer = resolvedSecret(kept.bearer, places);
    if (!bearer)
        return std::unexpected(bearer.error());
    const auto signingKey = resolvedSecret(kept.signingKey, places);
    if (!signingKey)
        return std::unexpected(signingKey.error());
    return Secrets::Destination{*bearer, *signingKey};
}

} // namespace earshot
