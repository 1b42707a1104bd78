// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/listenersetup.h"

#include "app/control/carryout.h"
#include "app/control/listenersetting.h"
#include "app/control/owncertificate.h"
#include "app/expose/tunnelsettings.h"
#include "models/store/migrations.h"
#include "models/store/settings.h"
#include "models/store/sourcesettings.h"
#include "models/verify/presets.h"

#include <QJsonArray>

namespace earshot {
namespace {

Result<void> keepSetting(const StoreLocation &location, const QString &key, const QJsonValue &value)
{
    const auto answer = carryOut({{QStringLiteral("operation"), QStringLiteral("setting set")},
                                  {QStringLiteral("key"), key},
                                  {QStringLiteral("value"), value}},
                                 location);
    return answer ? Result<void>() : std::unexpected(answer.error());
}

Result<ListenerSetting> presentSetting(const StoreLocation &location)
{
    const auto database = openToRead(location.path);
    return database ? listenerSetting(*database) : std::unexpected(database.error());
}

CertificateSummary summaryOf(const CertificateFacts &facts)
{
    return {facts.subject, facts.names, facts.notBefore, facts.notAfter, facts.fingerprint, facts.isSelfSigned};
}

ListenerSetup setupOf(const ListenerSetting &setting)
{
    ListenerSetup setup;
    setup.trustedProxies = setting.trustedProxies;
    if (!setting.tls)
        return setup;
    setup.certificateFile = setting.tls->certificate;
    setup.keyFile = setting.tls->key;
    if (const auto facts = certificateFacts(*setting.tls))
        setup.certificate = summaryOf(*facts);
    else
        setup.problem = facts.error().detail;
    return setup;
}

Result<void> takeTls(const StoreLocation &location, const ListenerChange &change, Timestamp now,
                     ListenerSetting &setting)
{
    switch (change.tls) {
    case ListenerChange::Tls::AsItIs:
        break;
    case ListenerChange::Tls::Off:
        setting.tls.reset();
        break;
    case ListenerChange::Tls::Files:
        setting.tls = CertificateFiles{change.certificateFile, change.keyFile};
        break;
    case ListenerChange::Tls::SelfSigned:
        if (const auto made = makeOwnCertificate(location, change.names, now); !made)
            return std::unexpected(made.error());
        setting.tls = ownCertificateFiles(location);
        break;
    }
    return {};
}

template <typename Setting>
QJsonValue jsonOrNull(const std::optional<Setting> &setting)
{
    return setting ? QJsonValue(toJson(*setting)) : QJsonValue(QJsonValue::Null);
}

/** Null where nothing is asked. */
template <typename Asked>
QJsonValue jsonIfAsked(const Asked &asked)
{
    return asked.isAsked() ? QJsonValue(toJson(asked)) : QJsonValue(QJsonValue::Null);
}

void addSecret(const QString &member, const std::optional<QByteArray> &secret, QJsonObject &request)
{
    if (secret)
        request.insert(member, QString::fromUtf8(*secret));
}

void addSecrets(const SourceChange &change, QJsonObject &request)
{
    addSecret(QStringLiteral("signing_secret"), change.signingSecret, request);
    if (change.signingSecret)
        request.insert(QStringLiteral("signing_overlap_s"), qint64(change.signingOverlap.count()));
    addSecret(QStringLiteral("basic"), change.basic, request);
    addSecret(QStringLiteral("bearer"), change.bearer, request);
    addSecret(QStringLiteral("header_secret"), change.headerSecret, request);
}

} // namespace

Result<ListenerSetup> readListenerSetup(const StoreLocation &location)
{
    const auto setting = presentSetting(location);
    return setting ? Result<ListenerSetup>(setupOf(*setting)) : std::unexpected(setting.error());
}

Result<ListenerSetup> changeListenerSetup(const StoreLocation &location, const ListenerChange &change, Timestamp now)
{
    auto setting = presentSetting(location);
    if (!setting)
        return std::unexpected(setting.error());
    if (const auto taken = takeTls(location, change, now, *setting); !taken)
        return std::unexpected(taken.error());
    if (change.trustedProxies)
        setting->trustedProxies = *change.trustedProxies;
    if (const auto kept = keepSetting(location, c_listenerKey, toJson(*setting)); !kept)
        return std::unexpected(kept.error());
    return setupOf(*setting);
}

Result<TunnelSettings> readTunnelSettings(const StoreLocation &location)
{
    const auto database = openToRead(location.path);
    if (!database)
        return std::unexpected(database.error());
    const auto json = settings::get(*database, c_tunnelKey);
    if (!json)
        return std::unexpected(json.error());
    return tunnelSettingsFromJson(json->value_or(QJsonObject()));
}

Result<void> changeTunnelSettings(const StoreLocation &location, const TunnelSettings &settings)
{
    if (settings.kind == TunnelSettings::Kind::None)
        return keepSetting(location, c_tunnelKey, QJsonValue(QJsonValue::Null));
    return keepSetting(location, c_tunnelKey, toJson(settings));
}

QJsonObject sourceChangeRequest(const QString &name, const SourceChange &change)
{
    QJsonObject request{{QStringLiteral("operation"), QStringLiteral("source set")}, {QStringLiteral("name"), name}};
    if (change.proof)
        request.insert(QStringLiteral("proof"), jsonIfAsked(*change.proof));
    addSecrets(change, request);
    if (change.allow)
        request.insert(QStringLiteral("allow"), QJsonArray::fromStringList(*change.allow));
    if (change.rateLimit)
        request.insert(QStringLiteral("rate_limit"), jsonOrNull(*change.rateLimit));
    if (change.answer)
        request.insert(QStringLiteral("answer"), jsonOrNull(*change.answer));
    if (change.retention)
        request.insert(QStringLiteral("retention"), jsonIfAsked(*change.retention));
    return request;
}

} // namespace earshot
