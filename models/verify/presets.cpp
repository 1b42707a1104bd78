// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/presets.h"

#include "models/verify/customscheme.h"

namespace earshot {
namespace {

using Algorithm = SignatureScheme::Algorithm;
using Encoding = SignatureScheme::Encoding;

/** `t=<seconds>,<key>=<hex>` over `{timestamp}.{body}`, as many do. */
SignatureScheme timedScheme(const char *header, const char *signatureKey)
{
    SignatureScheme scheme;
    scheme.header = header;
    scheme.partSeparator = ',';
    scheme.signatureKey = signatureKey;
    scheme.timestampKey = QByteArrayLiteral("t");
    scheme.signedText = QByteArrayLiteral("{timestamp}.{body}");
    return scheme;
}

SignatureScheme bodyScheme(const char *header, Algorithm algorithm, Encoding encoding, const char *prefix)
{
    SignatureScheme scheme;
    scheme.algorithm = algorithm;
    scheme.encoding = encoding;
    scheme.header = header;
    scheme.prefix = prefix;
    return scheme;
}

/** docs.tryvarda.com/webhooks/signatures */
SignatureScheme varda()
{
    return timedScheme("X-Varda-Signature", "v1");
}

/** github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md; @p family is the start of the fields'
 * names. */
SignatureScheme webhooksOf(const QByteArray &family)
{
    SignatureScheme scheme;
    scheme.encoding = Encoding::Base64;
    scheme.secretForm = SignatureScheme::SecretForm::StandardWebhooks;
    scheme.header = family + "-signature";
    scheme.partSeparator = ' ';
    scheme.keySeparator = ',';
    scheme.signatureKey = QByteArrayLiteral("v1");
    scheme.timestampHeader = family + "-timestamp";
    scheme.idHeader = family + "-id";
    scheme.signedText = QByteArrayLiteral("{id}.{timestamp}.{body}");
    return scheme;
}

SignatureScheme standardWebhooks()
{
    return webhooksOf("webhook");
}

/** docs.svix.com/receiving/verifying-payloads/how-manual: the same under older names. */
SignatureScheme svix()
{
    return webhooksOf("svix");
}

/** twilio.com/docs/usage/webhooks/webhooks-security */
SignatureScheme twilio()
{
    SignatureScheme scheme = bodyScheme("X-Twilio-Signature", Algorithm::Sha1, Encoding::Base64, "");
    scheme.kind = SignatureScheme::Kind::Twilio;
    scheme.signedText.clear();
    return scheme;
}

/** docs.retellai.com/features/secure-webhook */
SignatureScheme retell()
{
    SignatureScheme scheme = timedScheme("X-Retell-Signature", "d");
    scheme.timestampKey = QByteArrayLiteral("v");
    scheme.signedText = QByteArrayLiteral("{body}{timestamp}");
    scheme.timeUnit = SignatureScheme::TimeUnit::Milliseconds;
    return scheme;
}

/** docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
SignatureScheme github()
{
    return bodyScheme("X-Hub-Signature-256", Algorithm::Sha256, Encoding::Hex, "sha256=");
}

/** developers.intercom.com/docs/webhooks/webhook-notifications */
SignatureScheme intercom()
{
    return bodyScheme("X-Hub-Signature", Algorithm::Sha1, Encoding::Hex, "sha1=");
}

/** github.com/chatwoot/chatwoot/pull/13573 */
SignatureScheme chatwoot()
{
    SignatureScheme scheme = bodyScheme("X-Chatwoot-Signature", Algorithm::Sha256, Encoding::Hex, "sha256=");
    scheme.timestampHeader = QByteArrayLiteral("X-Chatwoot-Timestamp");
    scheme.signedText = QByteArrayLiteral("{timestamp}.{body}");
    return scheme;
}

/** elevenlabs.io/docs: its samples take half an hour. */
SignatureScheme elevenLabs()
{
    SignatureScheme scheme = timedScheme("ElevenLabs-Signature", "v0");
    scheme.tolerance = std::chrono::minutes(30);
    return scheme;
}

/** doc.didww.com/phone-systems/Settings/webhooks/verify-webhook-requests.html */
SignatureScheme phoneSystems()
{
    return timedScheme("X-PS-Signature", "v1");
}

/** docs.bland.ai: a signature without a time, so that a repeat cannot be told from a replay. */
SignatureScheme bland()
{
    return bodyScheme("X-Webhook-Signature", Algorithm::Sha256, Encoding::Hex, "");
}

/** apidocs.callrail.com, "Verifying webhooks" */
SignatureScheme callRail()
{
    return bodyScheme("Signature", Algorithm::Sha1, Encoding::Base64, "");
}

struct Preset {
    const char *word;
    SignatureScheme (*scheme)();
};

constexpr std::array c_presets = {
    Preset{"varda", &varda},
    Preset{"standard-webhooks", &standardWebhooks},
    Preset{"svix", &svix},
    Preset{"twilio", &twilio},
    Preset{"retell", &retell},
    Preset{"elevenlabs", &elevenLabs},
    Preset{"phone-systems", &phoneSystems},
    Preset{"chatwoot", &chatwoot},
    Preset{"github", &github},
    Preset{"intercom", &intercom},
    Preset{"bland", &bland},
    Preset{"callrail", &callRail},
};

std::unexpected<Error> refused(const QString &detail)
{
    return failure(ErrorCode::BadArgument, detail);
}

/** A field of @p json that is true or false; false if it is missing. */
Result<bool> flag(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    if (!value.isUndefined() && !value.isBool())
        return refused(QStringLiteral("%1 is true or false").arg(name));
    return value.toBool();
}

Result<std::optional<SignatureScheme>> signatureFromJson(const QJsonValue &json)
{
    if (json.isUndefined() || json.isNull())
        return std::nullopt;
    if (!json.isObject())
        return refused(QStringLiteral("signature is an object with a preset, as in {\"preset\":\"varda\"}"));
    const QString word = json.toObject().value(QLatin1StringView("preset")).toString();
    if (word == c_customPreset)
        return customSchemeFromJson(json.toObject());
    const auto preset = signaturePreset(word);
    if (!preset)
        return refused(QStringLiteral("signature: there is no preset \"%1\"; there are %2 and custom")
                           .arg(word, signaturePresets().join(QStringLiteral(", "))));
    return presetFromJson(json.toObject(), *preset);
}

Result<QByteArray> secretHeaderFromJson(const QJsonValue &json)
{
    if (json.isUndefined() || json.isNull())
        return QByteArray();
    QByteArray name = json.toString().toUtf8();
    if (!isFieldName(name))
        return refused(QStringLiteral("secret_header is the name of a header field, such as X-Vapi-Secret"));
    return name;
}

std::optional<Error> unknownField(const QJsonObject &json)
{
    static const QStringList known = {QStringLiteral("signature"), QStringLiteral("basic"), QStringLiteral("bearer"),
                                      QStringLiteral("secret_header")};
    for (auto field = json.begin(); field != json.end(); ++field) {
        if (!known.contains(field.key()))
            return Error{ErrorCode::BadArgument, QStringLiteral("a proof has no field \"%1\"; it has %2")
                                                     .arg(field.key(), known.join(QStringLiteral(", ")))};
    }
    return std::nullopt;
}

} // namespace

QStringList signaturePresets()
{
    QStringList words;
    for (const Preset &preset : c_presets)
        words.append(QString::fromLatin1(preset.word));
    return words;
}

std::optional<SignatureScheme> signaturePreset(const QString &word)
{
    for (const Preset &preset : c_presets) {
        if (word != QLatin1StringView(preset.word))
            continue;
        SignatureScheme scheme = preset.scheme();
        scheme.preset = word;
        return scheme;
    }
    return std::nullopt;
}

QString presetOfPlatform(const QString &platform)
{
    return platform == QLatin1StringView("varda") ? platform : QString();
}

QJsonObject toJson(const SenderProof &proof)
{
    QJsonObject json;
    if (proof.signature)
        json.insert(QStringLiteral("signature"),
                    schemeToJson(*proof.signature, signaturePreset(proof.signature->preset)));
    if (proof.basic)
        json.insert(QStringLiteral("basic"), true);
    if (proof.bearer)
        json.insert(QStringLiteral("bearer"), true);
    if (!proof.secretHeader.isEmpty())
        json.insert(QStringLiteral("secret_header"), QString::fromUtf8(proof.secretHeader));
    return json;
}

Result<SenderProof> proofFromJson(const QJsonObject &json)
{
    if (const auto fault = unknownField(json))
        return std::unexpected(*fault);
    const auto signature = signatureFromJson(json.value(QLatin1StringView("signature")));
    const auto basic = flag(json, QStringLiteral("basic"));
    const auto bearer = flag(json, QStringLiteral("bearer"));
    const auto secretHeader = secretHeaderFromJson(json.value(QLatin1StringView("secret_header")));
    if (!signature)
        return std::unexpected(signature.error());
    if (!basic)
        return std::unexpected(basic.error());
    if (!bearer)
        return std::unexpected(bearer.error());
    if (!secretHeader)
        return std::unexpected(secretHeader.error());
    if (*basic && *bearer)
        return refused(QStringLiteral("basic and bearer cannot both be asked for: a request has one Authorization"));
    return SenderProof{*signature, *basic, *bearer, *secretHeader};
}

} // namespace earshot
