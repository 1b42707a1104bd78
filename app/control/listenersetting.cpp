// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/listenersetting.h"

#include "app/control/requestreader.h"
#include "models/store/settings.h"
#include "models/verify/addressfilter.h"

#include <QDir>
#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_tls("tls");
constexpr QLatin1StringView c_certificate("certificate");
constexpr QLatin1StringView c_key("key");
constexpr QLatin1StringView c_trustedProxies("trusted_proxies");

Result<void> checkMembers(const QJsonObject &json, const QStringList &known)
{
    const QStringList members = json.keys();
    for (const QString &member : members) {
        if (!known.contains(member))
            return failure(ErrorCode::BadArgument, QStringLiteral("\"%1\" cannot be set of the listener; there are %2")
                                                       .arg(member, known.join(QLatin1StringView(", "))));
    }
    return {};
}

Result<QString> absolutePath(const QJsonObject &json, QLatin1StringView member)
{
    QString path = json.value(member).toString();
    if (!QDir::isAbsolutePath(path))
        return failure(ErrorCode::BadArgument, QStringLiteral("tls.%1 is the absolute path of a file").arg(member));
    return path;
}

Result<std::optional<CertificateFiles>> tlsFrom(const QJsonValue &json)
{
    if (json.isUndefined() || json.isNull())
        return std::nullopt;
    if (const auto checked = checkMembers(json.toObject(), {c_certificate, c_key}); !checked)
        return std::unexpected(checked.error());
    const auto certificate = absolutePath(json.toObject(), c_certificate);
    if (!certificate)
        return std::unexpected(certificate.error());
    const auto key = absolutePath(json.toObject(), c_key);
    if (!key)
        return std::unexpected(key.error());
    return CertificateFiles{*certificate, *key};
}

} // namespace

QJsonObject toJson(const ListenerSetting &setting)
{
    QJsonValue tls(QJsonValue::Null);
    if (setting.tls)
        tls = QJsonObject{{c_certificate, setting.tls->certificate}, {c_key, setting.tls->key}};
    return {{c_tls, tls}, {c_trustedProxies, QJsonArray::fromStringList(setting.trustedProxies)}};
}

Result<ListenerSetting> listenerSettingFromJson(const QJsonObject &json)
{
    if (const auto checked = checkMembers(json, {c_tls, c_trustedProxies}); !checked)
        return std::unexpected(checked.error());
    const auto tls = tlsFrom(json.value(c_tls));
    if (!tls)
        return std::unexpected(tls.error());
    const QStringList proxies = RequestReader(json).texts(c_trustedProxies);
    if (const QStringList unreadable = NetworkSet(proxies).unreadable(); !unreadable.isEmpty())
        return failure(
            ErrorCode::BadArgument,
            QStringLiteral("\"%1\" is no network of proxies; use an address or 10.0.0.0/8").arg(unreadable.first()));
    return ListenerSetting{*tls, proxies};
}

Result<ListenerSetting> listenerSetting(const Database &database)
{
    const auto json = settings::get(database, c_listenerKey);
    if (!json)
        return std::unexpected(json.error());
    return *json ? listenerSettingFromJson(**json) : ListenerSetting();
}

ListenerSettings withSetting(ListenerSettings told, const ListenerSetting &setting)
{
    if (!told.tls)
        told.tls = setting.tls;
    if (told.trustedProxies.isEmpty())
        told.trustedProxies = setting.trustedProxies;
    return told;
}

} // namespace earshot
