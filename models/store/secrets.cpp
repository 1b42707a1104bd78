// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/secrets.h"

#include "models/store/filesync.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>

#include <algorithm>

namespace earshot {
namespace {

constexpr QLatin1StringView c_hooks("hooks"); // of earlier versions: a token for each source
constexpr QLatin1StringView c_sources("sources");
constexpr QLatin1StringView c_tokens("tokens");
constexpr QLatin1StringView c_signing("signing");
constexpr QLatin1StringView c_basic("basic");
constexpr QLatin1StringView c_bearer("bearer");
constexpr QLatin1StringView c_header("header");
constexpr QLatin1StringView c_apiKey("api_key");
constexpr QLatin1StringView c_value("value");
constexpr QLatin1StringView c_until("until");
constexpr QLatin1StringView c_destinations("destinations");
constexpr QLatin1StringView c_signingKey("signing_key");
constexpr auto c_private = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// Secrets may be any bytes, so they are kept as base64; tokens and credentials of a header are ASCII.

QString packed(const QByteArray &secret)
{
    return QString::fromLatin1(secret.toBase64());
}

QByteArray unpacked(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonArray toJson(const QList<TimedSecret> &secrets)
{
    QJsonArray array;
    for (const TimedSecret &secret : secrets) {
        QJsonObject one{{c_value, packed(secret.value)}};
        if (secret.until)
            one.insert(c_until, toMicroseconds(*secret.until));
        array.append(one);
    }
    return array;
}

QList<TimedSecret> timedFromJson(const QJsonValue &json)
{
    QList<TimedSecret> secrets;
    const QJsonArray array = json.toArray();
    for (const auto &element : array) {
        const QJsonObject one = element.toObject();
        TimedSecret secret{unpacked(one.value(c_value)), std::nullopt};
        if (const QJsonValue until = one.value(c_until); until.isDouble())
            secret.until = fromMicroseconds(until.toInteger());
        if (!secret.value.isEmpty())
            secrets.append(secret);
    }
    return secrets;
}

QJsonObject toJson(const SourceSecrets &secrets)
{
    return {{c_tokens, toJson(secrets.tokens)}, {c_signing, toJson(secrets.signing)},
            {c_basic, packed(secrets.basic)},   {c_bearer, packed(secrets.bearer)},
            {c_header, packed(secrets.header)}, {c_apiKey, packed(secrets.apiKey)}};
}

SourceSecrets sourceFromJson(const QJsonObject &json)
{
    return {timedFromJson(json.value(c_tokens)), timedFromJson(json.value(c_signing)), unpacked(json.value(c_basic)),
            unpacked(json.value(c_bearer)),      unpacked(json.value(c_header)),       unpacked(json.value(c_apiKey))};
}

QJsonObject toJson(const Secrets::Destination &destination)
{
    return {{c_bearer, QString::fromUtf8(destination.bearer)}, {c_signingKey, packed(destination.signingKey)}};
}

Secrets::Destination destinationFromJson(const QJsonObject &json)
{
    return {json.value(c_bearer).toString().toUtf8(), unpacked(json.value(c_signingKey))};
}

Result<QJsonObject> readObject(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    if (file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther))
        return failure(ErrorCode::FileFailed,
                       QStringLiteral("%1 holds secrets but others may read it. Set its mode to 0600").arg(path));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 is damaged: %2").arg(path, error.errorString()));
    return document.object();
}

/** After a power cut it is the old file or the new one, and the new one once this has returned. */
Result<void> replaceFile(const QString &path, const QByteArray &text)
{
    const auto failed = [&path](const QSaveFile &file) {
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(c_private) || file.write(text) != text.size())
        return failed(file);
    if (const auto synced = syncFile(file); !synced)
        return synced;
    if (!file.commit())
        return failed(file);
    return syncFolderOf(path);
}

} // namespace

Result<Secrets> Secrets::load(const QString &path)
{
    const auto json = readObject(path);
    if (!json)
        return std::unexpected(json.error());
    Secrets secrets;
    const QJsonObject hooks = json->value(c_hooks).toObject();
    for (auto it = hooks.begin(); it != hooks.end(); ++it)
        secrets.setHookToken(it.key(), it.value().toString().toUtf8());
    const QJsonObject sources = json->value(c_sources).toObject();
    for (auto it = sources.begin(); it != sources.end(); ++it)
        secrets.m_sources.insert(it.key(), sourceFromJson(it.value().toObject()));
    const QJsonObject destinations = json->value(c_destinations).toObject();
    for (auto it = destinations.begin(); it != destinations.end(); ++it)
        secrets.m_destinations.insert(it.key(), destinationFromJson(it.value().toObject()));
    return secrets;
}

Result<void> Secrets::save(const QString &path) const
{
    QJsonObject sources;
    for (auto it = m_sources.begin(); it != m_sources.end(); ++it)
        sources.insert(it.key(), toJson(it.value()));
    QJsonObject destinations;
    for (auto it = m_destinations.begin(); it != m_destinations.end(); ++it)
        destinations.insert(it.key(), toJson(it.value()));
    const QByteArray text = QJsonDocument(QJsonObject{{c_sources, sources}, {c_destinations, destinations}}).toJson();

    return replaceFile(path, text);
}

QByteArray Secrets::hookToken(const QString &sourceKey) const
{
    const auto secrets = m_sources.constFind(sourceKey);
    return secrets != m_sources.constEnd() && !secrets->tokens.isEmpty() ? secrets->tokens.first().value : QByteArray();
}

QString Secrets::sourceOfToken(const QByteArray &token) const
{
    for (auto it = m_sources.begin(); it != m_sources.end(); ++it) {
        if (std::ranges::find(it->tokens, token, &TimedSecret::value) != it->tokens.end())
            return it.key();
    }
    return {};
}

void Secrets::prune(Timestamp now)
{
    const auto hasEnded = [now](const TimedSecret &secret) { return !secret.isLiveAt(now); };
    for (SourceSecrets &source : m_sources) {
        source.tokens.removeIf(hasEnded);
        const auto lastKept = std::ranges::find_if(source.signing, hasEnded);
        if (lastKept != source.signing.end())
            source.signing.erase(lastKept + 1, source.signing.end());
    }
}

void rotate(QList<TimedSecret> &secrets, const QByteArray &value, Timestamp now, std::chrono::seconds overlap)
{
    secrets.removeIf([&value](const TimedSecret &secret) { return secret.value == value; });
    std::chrono::seconds left = overlap; // for the one before; those before it have had theirs
    for (TimedSecret &secret : secrets) {
        if (!secret.isLiveAt(now))
            continue;
        const Timestamp end = now + left;
        secret.until = secret.until ? std::min(*secret.until, end) : end;
        left = std::chrono::seconds(0);
    }
    secrets.prepend({value, std::nullopt});
}

QByteArray randomToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isAcceptableToken(const QByteArray &token)
{
    constexpr qsizetype shortest = 16;
    constexpr qsizetype longest = 128;
    constexpr QByteArrayView marks("-._~");
    const auto isUnreserved = [marks](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || marks.contains(c);
    };
    return token.size() >= shortest && token.size() <= longest && std::ranges::all_of(token, isUnreserved);
}

QString randomKey()
{
    QString key;
    for (int i = 0; i < 8; ++i)
        key += QChar(u'a' + QRandomGenerator::system()->bounded(26));
    return key;
}

} // namespace earshot
