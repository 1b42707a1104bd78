// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/destinationkinds.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

static void initResources()
{
    Q_INIT_RESOURCE(earshot);
}

namespace earshot {
namespace {

constexpr std::array c_webhookOptions{
    OptionField{QLatin1StringView("headers"), OptionType::Object},
    OptionField{QLatin1StringView("success"), OptionType::Text, QLatin1StringView("200-299")},
    OptionField{QLatin1StringView("accept_202"), OptionType::Boolean, QLatin1StringView("false")},
    OptionField{QLatin1StringView("id_pointer")},
    OptionField{QLatin1StringView("match_pointer")},
    OptionField{QLatin1StringView("match_value")},
    OptionField{QLatin1StringView("lookup_url")},
    OptionField{QLatin1StringView("lookup_pointer")},
};

constexpr std::array c_hubspotOptions{
    OptionField{QLatin1StringView("api_version"), OptionType::Text, QLatin1StringView("v3")},
    OptionField{QLatin1StringView("portal_id")},
    OptionField{QLatin1StringView("app_url"), OptionType::Text, QLatin1StringView("https://app.hubspot.com")},
    OptionField{QLatin1StringView("phone_properties"), OptionType::Text, QLatin1StringView("phone,mobilephone")},
    OptionField{QLatin1StringView("contact_key")},
    OptionField{QLatin1StringView("record_key")},
    OptionField{QLatin1StringView("record_property"), OptionType::Text, QLatin1StringView("hs_call_external_id")},
};

constexpr std::array c_espocrmOptions{
    OptionField{QLatin1StringView("assigned_user_id"), OptionType::Text, {}, {}, true},
    OptionField{QLatin1StringView("key_field")},
};

constexpr std::array c_trytonOptions{
    OptionField{QLatin1StringView("database"), OptionType::Text, {}, {}, true},
    OptionField{QLatin1StringView("user"), OptionType::Text, {}, {}, true},
    OptionField{QLatin1StringView("language"), OptionType::Text, QLatin1StringView("en")},
    OptionField{QLatin1StringView("code_prefix"), OptionType::Text, QLatin1StringView("EARSHOT-")},
    OptionField{QLatin1StringView("unknown_party"), OptionType::Text, QLatin1StringView("EARSHOT-UNKNOWN")},
    OptionField{QLatin1StringView("web_url")},
};

constexpr std::array c_kinds{
    DestinationKind{QLatin1StringView("webhook"), QLatin1StringView("Webhook"), {}, false, false, c_webhookOptions},
    DestinationKind{QLatin1StringView("hubspot"), QLatin1StringView("HubSpot"),
                    QLatin1StringView("https://api.hubapi.com"), true, true, c_hubspotOptions,
                    QLatin1StringView(":/mappings/hubspot.jq"), QLatin1StringView(":/mappings/hubspot.words.json")},
    DestinationKind{QLatin1StringView("espocrm"),
                    QLatin1StringView("EspoCRM"),
                    {},
                    true,
                    true,
                    c_espocrmOptions,
                    QLatin1StringView(":/mappings/espocrm.jq"),
                    QLatin1StringView(":/mappings/espocrm.words.json")},
    DestinationKind{QLatin1StringView("tryton"),
                    QLatin1StringView("Tryton"),
                    {},
                    true,
                    true,
                    c_trytonOptions,
                    QLatin1StringView(":/mappings/tryton.jq"),
                    QLatin1StringView(":/mappings/tryton.words.json")},
};

QByteArray resource(QLatin1StringView path)
{
    initResources();
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

std::span<const DestinationKind> destinationKinds()
{
    return c_kinds;
}

const DestinationKind *destinationKind(QStringView word)
{
    const auto *const kind =
        std::ranges::find_if(c_kinds, [word](const DestinationKind &known) { return known.word == word; });
    return kind == c_kinds.end() ? nullptr : kind;
}

QString presetMapping(const DestinationKind &kind)
{
    return kind.mapping.isEmpty() ? QString() : QString::fromUtf8(resource(kind.mapping));
}

QJsonObject presetWords(const DestinationKind &kind)
{
    return QJsonDocument::fromJson(resource(kind.words)).object();
}

QJsonValue optionOf(const DestinationKind &kind, const QJsonObject &options, QStringView name)
{
    if (const QJsonValue set = options.value(name); !set.isUndefined() && !set.isNull())
        return set;
    const auto field =
        std::ranges::find_if(kind.options, [name](const OptionField &known) { return known.name == name; });
    if (field == kind.options.end() || field->fallback.isEmpty())
        return {};
    if (field->type == OptionType::Text || field->type == OptionType::Word)
        return QString(field->fallback);
    const QByteArray wrapped = "[" + QByteArray(field->fallback.data(), field->fallback.size()) + "]";
    return QJsonDocument::fromJson(wrapped).array().first();
}

} // namespace earshot
