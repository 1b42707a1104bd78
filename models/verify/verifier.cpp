// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/verifier.h"

#include "models/verify/diagnosis.h"
#include "models/verify/twiliotext.h"

namespace earshot {
namespace {

using Encoding = SignatureScheme::Encoding;
using Kind = SignatureScheme::Kind;
using TimeUnit = SignatureScheme::TimeUnit;

VerdictReport report(Verdict verdict, const char *reason = nullptr)
{
    return {verdict, reason ? QString::fromLatin1(reason) : QString(), std::nullopt};
}

SigningSecrets secretsAt(const QList<TimedSecret> &signing, Timestamp now)
{
    constexpr qsizetype c_mostLive = 2;
    SigningSecrets secrets;
    for (const TimedSecret &secret : signing) {
        if (secret.value.isEmpty())
            continue;
        if (!secret.isLiveAt(now))
            secrets.ended.append(secret.value);
        else if (secrets.live.size() < c_mostLive)
            secrets.live.append(secret.value);
    }
    return secrets;
}

bool needsUrl(const SignatureScheme &scheme)
{
    return scheme.kind == Kind::Twilio || scheme.signedText.contains("{url}");
}

/** The signature of one request under one scheme. */
class SignatureCheck
{
public:
    SignatureCheck(const SignatureScheme &scheme, const SigningSecrets &secrets, const SignedRequest &request,
                   Timestamp now)
        : m_scheme(scheme)
        , m_secrets(secrets)
        , m_request(request)
        , m_now(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch())
    {
    }

    VerdictReport result() const
    {
        if (const char *fault = ourFault())
            return report(Verdict::Unchecked, fault);
        const auto fields = readSignatureFields(m_scheme, m_request);
        if (!fields)
            return {Verdict::Failed, fields.error(), std::nullopt};
        const auto matching = matchingSecret(*fields);
        if (!matching)
            return {Verdict::Failed, diagnose({m_scheme, *fields, m_request, m_secrets}), std::nullopt};
        if (m_scheme.kind == Kind::Twilio && !isTwilioBodyRight(m_request.url, m_request.body))
            return report(Verdict::Failed, "body-hash-mismatch");
        return timed(*fields, *matching > 0 ? QStringLiteral("older-secret") : QString());
    }

private:
    /** Why nothing can be checked at all; null if it can. */
    const char *ourFault() const
    {
        if (m_secrets.live.isEmpty())
            return "secret-missing";
        if (std::none_of(m_secrets.live.begin(), m_secrets.live.end(),
                         [this](const QByteArray &secret) { return isUsableSecret(secret, m_scheme.secretForm); }))
            return "secret-unreadable";
        return needsUrl(m_scheme) && m_request.url.isEmpty() ? "url-unknown" : nullptr;
    }

    /** The place of the live secret that the signature is made with. */
    std::optional<qsizetype> matchingSecret(const SignatureFields &fields) const
    {
        const SignedTexts texts = signedTexts(m_scheme, {fields.id, fields.timestamp, m_request.url, m_request.body});
        for (qsizetype i = 0; i < m_secrets.live.size(); ++i) {
            for (const TextPieces &text : texts.texts) {
                if (isSignedWith(m_secrets.live.at(i), fields, text))
                    return i;
            }
        }
        return std::nullopt;
    }

    bool isSignedWith(const QByteArray &secret, const SignatureFields &fields, const TextPieces &text) const
    {
        if (m_scheme.secretForm == SignatureScheme::SecretForm::StandardWebhooks && isPublicKey(secret))
            return isSignedByKey(secret, fields, text);
        const auto key = keyOf(secret, m_scheme.secretForm);
        return key && isAmong(hmac(m_scheme.algorithm, *key, text), fields.signatures, m_scheme.encoding);
    }

    static bool isSignedByKey(const QByteArray &publicKey, const SignatureFields &fields, const TextPieces &text)
    {
        return std::any_of(fields.ed25519Signatures.begin(), fields.ed25519Signatures.end(),
                           [&](QByteArrayView signature) {
                               const auto bytes = fromBase64(signature);
                               return bytes && isEd25519Signature(publicKey, *bytes, text);
                           });
    }

    /** The verdict on a right signature by its time. */
    VerdictReport timed(const SignatureFields &fields, const QString &reason) const
    {
        if (fields.timestamp.isEmpty())
            return {Verdict::Verified, reason, std::nullopt};
        const auto skew = skewOf(fields, m_scheme.timeUnit);
        if (m_scheme.tolerance == std::chrono::seconds(0) || (skew && isTolerated(*skew)))
            return {Verdict::Verified, reason, skew};
        if (!skew)
            return report(Verdict::Failed, "timestamp-unreadable");
        const bool isSeconds = m_scheme.timeUnit == TimeUnit::Seconds;
        const auto otherSkew = skewOf(fields, isSeconds ? TimeUnit::Milliseconds : TimeUnit::Seconds);
        if (otherSkew && isTolerated(*otherSkew))
            return {Verdict::Expired, QStringLiteral("other-time-unit"), otherSkew};
        const QString direction =
            skew->count() > 0 ? QStringLiteral("clock-behind %1") : QStringLiteral("clock-ahead %1");
        return {Verdict::Expired, direction.arg(std::chrono::abs(*skew).count()), skew};
    }

    std::optional<std::chrono::seconds> skewOf(const SignatureFields &fields, TimeUnit unit) const
    {
        const auto seconds = readSeconds(fields.timestamp, unit);
        return seconds ? std::optional(m_now - std::chrono::seconds(*seconds)) : std::nullopt;
    }

    bool isTolerated(std::chrono::seconds skew) const { return std::chrono::abs(skew) <= m_scheme.tolerance; }

    const SignatureScheme &m_scheme;
    const SigningSecrets &m_secrets;
    const SignedRequest &m_request;
    const std::chrono::seconds m_now;
};

/** What a field of Authorization says after its scheme; nothing if none is of that scheme. */
QList<QByteArrayView> credentials(const SignedRequest &request, QByteArrayView scheme)
{
    QList<QByteArrayView> found;
    for (const QByteArrayView value : request.values("Authorization")) {
        const QByteArrayView text = value.trimmed();
        const qsizetype end = text.indexOf(' ');
        if (end > 0 && text.first(end).compare(scheme, Qt::CaseInsensitive) == 0)
            found.append(text.sliced(end + 1).trimmed());
    }
    return found;
}

/** The words of one kind of shared secret. */
struct SecretWords {
    const char *missing;
    const char *mismatch;
};

VerdictReport checkShared(const QList<QByteArrayView> &presented, const QByteArray &secret, const SecretWords &words)
{
    if (secret.isEmpty())
        return report(Verdict::Unchecked, "secret-missing");
    const auto isPresented = [&presented](const QByteArray &wanted) {
        return std::any_of(presented.begin(), presented.end(),
                           [&wanted](QByteArrayView value) { return isSecret(value, wanted); });
    };
    if (presented.isEmpty())
        return report(Verdict::Failed, words.missing);
    if (isPresented(secret))
        return report(Verdict::Verified);
    const QByteArray trimmed = secret.trimmed();
    const bool isBlank = trimmed != secret && isPresented(trimmed);
    return report(Verdict::Failed, isBlank ? "secret-blank" : words.mismatch);
}

/** RFC 7617: `user:password` in Base64. */
VerdictReport checkBasic(const SignedRequest &request, const QByteArray &secret)
{
    QByteArrayList decoded;
    for (const QByteArrayView value : credentials(request, "Basic"))
        decoded.append(fromBase64(value).value_or(QByteArray()));
    return checkShared({decoded.begin(), decoded.end()}, secret, {"basic-missing", "basic-mismatch"});
}

VerdictReport checkBearer(const SignedRequest &request, const QByteArray &secret)
{
    return checkShared(credentials(request, "Bearer"), secret, {"bearer-missing", "bearer-mismatch"});
}

VerdictReport checkHeader(const SignedRequest &request, const QByteArray &name, const QByteArray &secret)
{
    return checkShared(request.values(name), secret, {"header-missing", "header-mismatch"});
}

int severity(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Failed:
        return 3;
    case Verdict::Expired:
        return 2;
    case Verdict::Unchecked:
        return 1;
    default:
        return 0;
    }
}

Result<QByteArray> signingKey(const SignatureScheme &scheme, const QByteArray &secret)
{
    if (scheme.secretForm == SignatureScheme::SecretForm::StandardWebhooks && isPublicKey(secret))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("a public key (whpk_) can check signatures, not make them"));
    const auto key = keyOf(secret, scheme.secretForm);
    if (!key)
        return failure(ErrorCode::BadArgument, secret.isEmpty()
                                                   ? QStringLiteral("there is no signing secret")
                                                   : QStringLiteral("the signing secret is no Base64 after whsec_"));
    return *key;
}

bool isFieldText(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

QByteArray encodedDigest(const QByteArray &digest, Encoding encoding)
{
    return encoding == Encoding::Hex ? digest.toHex() : digest.toBase64();
}

QByteArray signatureValue(const SignatureScheme &scheme, const QByteArray &timestamp, const QByteArray &signature)
{
    if (scheme.partSeparator == '\0')
        return signature;
    QByteArray value = scheme.signatureKey + scheme.keySeparator + signature;
    if (!scheme.timestampKey.isEmpty())
        value.prepend(scheme.timestampKey + scheme.keySeparator + timestamp + scheme.partSeparator);
    return value;
}

QByteArray timestampText(Timestamp now, TimeUnit unit)
{
    const auto time = now.time_since_epoch();
    if (unit == TimeUnit::Milliseconds)
        return QByteArray::number(qint64(std::chrono::floor<std::chrono::milliseconds>(time).count()));
    return QByteArray::number(qint64(std::chrono::floor<std::chrono::seconds>(time).count()));
}

} // namespace

VerdictReport verify(const SenderProof &proof, const SourceSecrets &secrets, const SignedRequest &request,
                     Timestamp now)
{
    if (!proof.isAsked())
        return {};
    QList<VerdictReport> reports;
    if (proof.signature)
        reports.append(SignatureCheck(*proof.signature, secretsAt(secrets.signing, now), request, now).result());
    if (proof.basic)
        reports.append(checkBasic(request, secrets.basic));
    if (proof.bearer)
        reports.append(checkBearer(request, secrets.bearer));
    if (!proof.secretHeader.isEmpty())
        reports.append(checkHeader(request, proof.secretHeader, secrets.header));
    VerdictReport worst = *std::max_element(reports.begin(), reports.end(), [](const auto &left, const auto &right) {
        return severity(left.verdict) < severity(right.verdict);
    });
    worst.clockSkew = reports.first().clockSkew;
    return worst;
}

Result<QList<HeaderField>> sign(const SignatureScheme &scheme, const QByteArray &secret, QByteArrayView body,
                                const QByteArray &url, const QByteArray &id, Timestamp now)
{
    const auto key = signingKey(scheme, secret);
    if (!key)
        return std::unexpected(key.error());
    if (needsUrl(scheme) && url.isEmpty())
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("this signature is made over the URL, which is not known"));
    if (!scheme.idHeader.isEmpty() && !isFieldText(id))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("this signature needs an id of visible ASCII characters"));
    const QByteArray timestamp = timestampText(now, scheme.timeUnit);
    const SignedTexts texts = signedTexts(scheme, {id, timestamp, url, body});
    const QByteArray digest = hmac(scheme.algorithm, *key, texts.texts.first());
    const QByteArray signature = scheme.prefix + encodedDigest(digest, scheme.encoding);
    QList<HeaderField> fields;
    if (!scheme.idHeader.isEmpty())
        fields.append({scheme.idHeader, id});
    if (!scheme.timestampHeader.isEmpty())
        fields.append({scheme.timestampHeader, timestamp});
    fields.append({scheme.header, signatureValue(scheme, timestamp, signature)});
    return fields;
}

} // namespace earshot
