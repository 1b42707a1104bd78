// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/keptcredentials.h"

#include "models/base/logging.h"
#include "models/store/secretreference.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_token("token");
constexpr QLatin1StringView c_signingKey("signing_key"); // base64

QByteArray tokenIn(const QJsonObject &request)
{
    return request.value(c_token).toString().toUtf8();
}

QByteArray signingKeyIn(const QJsonObject &request)
{
    return QByteArray::fromBase64(request.value(c_signingKey).toString().toLatin1());
}

/** A secret of its own, rather than none or one that lies elsewhere already. */
bool isToBeKept(const QByteArray &secret)
{
    return !secret.isEmpty() && !SecretReference::read(secret);
}

/** Writes @p secret under a new name; the reference to it, or the secret itself where that failed. */
QFuture<QByteArray> kept(KeyStore &store, const QByteArray &secret)
{
    if (!isToBeKept(secret))
        return QtFuture::makeReadyFuture(secret);
    const SecretReference reference{SecretReference::Kind::KeyStore, (randomKey() + randomKey()).toLatin1()};
    return store.write(reference.name, secret).then([secret, reference](const Result<void> &written) {
        if (!written)
            qCWarning(lcApp) << "a destination's secret is kept in the file:" << written.error().detail;
        return written ? reference.text() : secret;
    });
}

void addName(QJsonArray &names, const QByteArray &secret)
{
    const auto reference = SecretReference::read(secret);
    if (reference && reference->kind == SecretReference::Kind::KeyStore)
        names.append(QString::fromLatin1(reference->name));
}

} // namespace

QFuture<QJsonObject> withCredentialsKept(KeyStore &store, const QJsonObject &request)
{
    QList<QFuture<QByteArray>> both{kept(store, tokenIn(request)), kept(store, signingKeyIn(request))};
    return QtFuture::whenAll(both.begin(), both.end()).then([request](const QList<QFuture<QByteArray>> &ended) {
        QJsonObject referring = request;
        if (const QByteArray token = ended.at(0).result(); !token.isEmpty())
            referring.insert(c_token, QString::fromUtf8(token));
        if (const QByteArray key = ended.at(1).result(); !key.isEmpty())
            referring.insert(c_signingKey, QString::fromLatin1(key.toBase64()));
        return referring;
    });
}

QJsonArray keyStoreNames(const Secrets::Destination &secrets)
{
    QJsonArray names;
    addName(names, secrets.bearer);
    addName(names, secrets.signingKey);
    return names;
}

QJsonArray keyStoreNames(const QJsonObject &request)
{
    return keyStoreNames(Secrets::Destination{tokenIn(request), signingKeyIn(request)});
}

void removeFrom(KeyStore &store, const QJsonArray &names)
{
    for (const auto &name : names) {
        store.remove(name.toString().toLatin1()).then([](const Result<void> &removed) {
            if (!removed)
                qCWarning(lcApp) << "a secret stays in the key store, unused:" << removed.error().detail;
        });
    }
}

} // namespace earshot
