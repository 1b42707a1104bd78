// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/secrets.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>

namespace earshot {
namespace {

constexpr QLatin1StringView c_hooks("hooks");
constexpr QLatin1StringView c_destinations("destinations");
constexpr QLatin1StringView c_bearer("bearer");
constexpr QLatin1StringView c_signingKey("signing_key");
constexpr auto c_private = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QJsonObject toJson(const Secrets::Destination &destination)
{
    return {{c_bearer, QString::fromUtf8(destination.bearer)},
            {c_signingKey, QString::fromLatin1(destination.signingKey.toBase64())}};
}

Secrets::Destination destinationFromJson(const QJsonObject &json)
{
    return {json.value(c_bearer).toString().toUtf8(),
            QByteArray::fromBase64(json.value(c_signingKey).toString().toLatin1())};
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

} // namespace

Result<Secrets> Secrets::load(const QString &path)
{
    const auto json = readObject(path);
    if (!json)
        return std::unexpected(json.error());
    Secrets secrets;
    const QJsonObject hooks = json->value(c_hooks).toObject();
    for (auto it = hooks.begin(); it != hooks.end(); ++it)
        secrets.m_hooks.insert(it.key(), it.value().toString().toUtf8());
    const QJsonObject destinations = json->value(c_destinations).toObject();
    for (auto it = destinations.begin(); it != destinations.end(); ++it)
        secrets.m_destinations.insert(it.key(), destinationFromJson(it.value().toObject()));
    return secrets;
}

Result<void> Secrets::save(const QString &path) const
{
    QJsonObject hooks;
    for (auto it = m_hooks.begin(); it != m_hooks.end(); ++it)
        hooks.insert(it.key(), QString::fromUtf8(it.value()));
    QJsonObject destinations;
    for (auto it = m_destinations.begin(); it != m_destinations.end(); ++it)
        destinations.insert(it.key(), toJson(it.value()));
    const QByteArray text = QJsonDocument(QJsonObject{{c_hooks, hooks}, {c_destinations, destinations}}).toJson();

    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(c_private)
                       && file.write(text) == text.size() && file.commit();
    if (!saved)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
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
