// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/settingoperations.h"

#include "app/control/listenersetting.h"
#include "app/control/requestreader.h"
#include "app/expose/tunnelsettings.h"
#include "app/receive/certificate.h"
#include "models/store/settings.h"

#include <QHash>

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_key("key");
constexpr QLatin1StringView c_value("value");

/** How a value is looked at: by itself, in any process; and where it will be used, in the holder's. */
struct SettingCheck {
    Result<void> (*byItself)(const QJsonObject &value);
    Result<void> (*inPlace)(const QJsonObject &value); ///< may be null
};

Result<void> checkListener(const QJsonObject &value)
{
    const auto setting = listenerSettingFromJson(value);
    return setting ? Result<void>() : std::unexpected(setting.error());
}

/** A listener with files that cannot be used would not listen after its next start. */
Result<void> checkListenerFiles(const QJsonObject &value)
{
    const auto setting = listenerSettingFromJson(value);
    if (!setting || !setting->tls)
        return setting ? Result<void>() : std::unexpected(setting.error());
    const auto facts = certificateFacts(*setting->tls);
    return facts ? Result<void>() : std::unexpected(facts.error());
}

Result<void> checkTunnel(const QJsonObject &value)
{
    const auto settings = tunnelSettingsFromJson(value);
    return settings ? Result<void>() : std::unexpected(settings.error());
}

const QHash<QString, SettingCheck> &knownSettings()
{
    static const QHash<QString, SettingCheck> known{
        {c_listenerKey, {checkListener, checkListenerFiles}},
        {c_tunnelKey, {checkTunnel, nullptr}},
    };
    return known;
}

Result<SettingCheck> checkOf(const QJsonObject &request)
{
    const auto key = RequestReader(request).required(c_key);
    if (!key)
        return std::unexpected(key.error());
    const auto check = knownSettings().constFind(*key);
    if (check == knownSettings().constEnd())
        return failure(ErrorCode::BadArgument, QStringLiteral("there is no setting \"%1\"").arg(*key));
    return *check;
}

bool isObjectOrNull(const QJsonValue &value)
{
    return value.isObject() || value.isNull();
}

} // namespace

Result<void> checkSetting(const QJsonObject &request)
{
    const auto check = checkOf(request);
    if (!check)
        return std::unexpected(check.error());
    const QJsonValue value = request.value(c_value);
    if (!isObjectOrNull(value))
        return failure(ErrorCode::BadArgument, QStringLiteral("the value of a setting is an object or null"));
    return value.isNull() ? Result<void>() : check->byItself(value.toObject());
}

Result<QJsonObject> setSetting(const QJsonObject &request, const OperationContext &context)
{
    if (const auto checked = checkSetting(request); !checked)
        return std::unexpected(checked.error());
    const QString key = request.value(c_key).toString();
    const QJsonValue value = request.value(c_value);
    const auto check = checkOf(request);
    if (value.isObject() && check->inPlace != nullptr) {
        if (const auto checked = check->inPlace(value.toObject()); !checked)
            return std::unexpected(checked.error());
    }
    const auto done =
        settings::set(context.database, key, value.isNull() ? std::nullopt : std::optional(value.toObject()));
    return done ? Result<QJsonObject>(QJsonObject{{c_key, key}, {c_value, value}}) : std::unexpected(done.error());
}

} // namespace earshot::operations
