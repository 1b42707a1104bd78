// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/sourcechange.h"

#include "app/control/requestreader.h"
#include "models/store/secretreference.h"
#include "models/store/sourcesettings.h"
#include "models/verify/addressfilter.h"
#include "models/verify/presets.h"
#include "models/verify/verifier.h"

#include <algorithm>

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_allow("allow");
constexpr QLatin1StringView c_proof("proof");
constexpr QLatin1StringView c_rateLimit("rate_limit");
constexpr QLatin1StringView c_answer("answer");
constexpr QLatin1StringView c_retention("retention");
constexpr QLatin1StringView c_signingSecret("signing_secret");
constexpr QLatin1StringView c_signingOverlap("signing_overlap_s");
constexpr QLatin1StringView c_basic("basic");
constexpr QLatin1StringView c_bearer("bearer");
constexpr QLatin1StringView c_headerSecret("header_secret");

std::unexpected<Error> badValue(const QString &what)
{
    return failure(ErrorCode::BadArgument, what);
}

bool has(const QJsonObject &request, QLatin1StringView member)
{
    return !request.value(member).isUndefined();
}

bool isText(const QJsonObject &request, QLatin1StringView member)
{
    return !request.value(member).toString().isEmpty();
}

// ---- settings

/** Sets what the member says with @p reader; null leaves @p setting empty. */
template <typename Setting, typename Value>
Result<void> take(const QJsonObject &request, QLatin1StringView member, Result<Value> (*reader)(const QJsonObject &),
                  Setting &setting)
{
    if (!has(request, member))
        return {};
    setting = Setting();
    if (request.value(member).isNull())
        return {};
    if (!request.value(member).isObject())
        return badValue(QStringLiteral("%1 is an object or null").arg(member));
    auto value = reader(request.value(member).toObject());
    if (!value)
        return std::unexpected(value.error());
    setting = *std::move(value);
    return {};
}

Result<void> takeNetworks(const QJsonObject &request, Source &source)
{
    if (!has(request, c_allow))
        return {};
    const QStringList networks = RequestReader(request).texts(c_allow);
    if (const QStringList unreadable = NetworkSet(networks).unreadable(); !unreadable.isEmpty())
        return badValue(QStringLiteral("\"%1\" is no network; use an address or 192.0.2.0/24").arg(unreadable.first()));
    source.allow = networks;
    return {};
}

/** A secret that is given is asked for; one that is null no longer. */
Result<void> askForSecrets(const QJsonObject &request, Source &source)
{
    SenderProof &proof = source.proof;
    if (isText(request, c_signingSecret) && !proof.signature) {
        proof.signature = signaturePreset(presetOfPlatform(source.platform));
        if (!proof.signature)
            return badValue(QStringLiteral("a signing secret is of use only once it is said how its sender signs; "
                                           "there are %1")
                                .arg(signaturePresets().join(QLatin1StringView(", "))));
    }
    if (isText(request, c_basic) && isText(request, c_bearer))
        return badValue(QStringLiteral("a request has one Authorization: ask for basic or bearer, not for both"));
    if (has(request, c_basic) || isText(request, c_bearer))
        proof.basic = isText(request, c_basic);
    if (has(request, c_bearer) || isText(request, c_basic))
        proof.bearer = isText(request, c_bearer);
    if (!has(request, c_headerSecret))
        return {};
    if (!isText(request, c_headerSecret))
        proof.secretHeader.clear();
    else if (proof.secretHeader.isEmpty())
        return badValue(QStringLiteral("a header's secret is of use only once the header is named"));
    return {};
}

// ---- secrets

/** What may stand in a header field's value (RFC 9110 section 5.5), blanks within included. */
bool isFieldValue(const QByteArray &text)
{
    const auto isPrintable = [](char c) { return c >= ' ' && c < 0x7f; };
    return text == text.trimmed() && std::ranges::all_of(text, isPrintable);
}

bool isReference(const QByteArray &secret)
{
    return SecretReference::read(secret).has_value();
}

/** That the scheme can sign with it, for one that is written out. */
Result<void> checkSigningSecret(const SignatureScheme &scheme, const QByteArray &secret)
{
    if (isReference(secret))
        return {};
    const auto tried = sign(scheme, secret, "body", "https://hooks.example/hook", "id", Timestamp());
    return tried ? Result<void>() : std::unexpected(tried.error());
}

Result<void> takeSigningSecret(const QJsonObject &request, const SignatureScheme &scheme, QList<TimedSecret> &signing,
                               Timestamp now)
{
    const RequestReader reader(request);
    const QByteArray secret = reader.bytes(c_signingSecret);
    if (secret.isEmpty())
        return {};
    if (const auto checked = checkSigningSecret(scheme, secret); !checked)
        return checked;
    const qint64 overlap = reader.integer(c_signingOverlap).value_or(0);
    if (overlap < 0 || overlap > c_longestOverlap.count())
        return badValue(QStringLiteral("an overlap lasts at most 90 days"));
    rotate(signing, secret, now, std::chrono::seconds(overlap));
    return {};
}

Result<void> takeFieldSecret(const QJsonObject &request, QLatin1StringView member, QByteArray &secret)
{
    if (!isText(request, member))
        return {};
    const QByteArray given = RequestReader(request).bytes(member);
    if (!isFieldValue(given))
        return badValue(QStringLiteral("%1 is printable ASCII without blanks around it").arg(member));
    if (member == c_basic && !isReference(given) && given.indexOf(':') < 1)
        return badValue(QStringLiteral("%1 is a user name, a colon and a password").arg(member));
    secret = given;
    return {};
}

void forgetWhatIsNotAsked(const SenderProof &proof, SourceSecrets &secrets)
{
    if (!proof.signature)
        secrets.signing.clear();
    if (!proof.basic)
        secrets.basic.clear();
    if (!proof.bearer)
        secrets.bearer.clear();
    if (proof.secretHeader.isEmpty())
        secrets.header.clear();
}

Result<void> checkComplete(const SenderProof &proof, const SourceSecrets &secrets)
{
    const QString advice = QStringLiteral("what is asked of a sender cannot be checked without %1");
    if (proof.signature && secrets.signing.isEmpty())
        return badValue(advice.arg(c_signingSecret));
    if (proof.basic && secrets.basic.isEmpty())
        return badValue(advice.arg(c_basic));
    if (proof.bearer && secrets.bearer.isEmpty())
        return badValue(advice.arg(c_bearer));
    if (!proof.secretHeader.isEmpty() && secrets.header.isEmpty())
        return badValue(advice.arg(c_headerSecret));
    return {};
}

} // namespace

Result<void> changeSettings(const QJsonObject &request, Source &source)
{
    if (const auto taken = takeNetworks(request, source); !taken)
        return taken;
    if (const auto taken = take(request, c_proof, &proofFromJson, source.proof); !taken)
        return taken;
    if (const auto taken = take(request, c_rateLimit, &rateLimitFromJson, source.rateLimit); !taken)
        return taken;
    if (const auto taken = take(request, c_answer, &chosenAnswerFromJson, source.answer); !taken)
        return taken;
    if (const auto taken = take(request, c_retention, &retentionFromJson, source.retention); !taken)
        return taken;
    return askForSecrets(request, source);
}

Result<void> changeSecrets(const QJsonObject &request, const SenderProof &proof, SourceSecrets &secrets, Timestamp now)
{
    if (proof.signature) {
        if (const auto taken = takeSigningSecret(request, *proof.signature, secrets.signing, now); !taken)
            return taken;
    }
    if (const auto taken = takeFieldSecret(request, c_basic, secrets.basic); !taken)
        return taken;
    if (const auto taken = takeFieldSecret(request, c_bearer, secrets.bearer); !taken)
        return taken;
    if (const auto taken = takeFieldSecret(request, c_headerSecret, secrets.header); !taken)
        return taken;
    forgetWhatIsNotAsked(proof, secrets);
    return checkComplete(proof, secrets);
}

} // namespace earshot::operations
