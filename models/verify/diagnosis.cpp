// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/diagnosis.h"

#include "models/verify/jsonforms.h"
#include "models/verify/twiliotext.h"

#include <QJsonDocument>

namespace earshot {
namespace {

using Algorithm = SignatureScheme::Algorithm;
using Encoding = SignatureScheme::Encoding;
using SecretForm = SignatureScheme::SecretForm;

constexpr qsizetype c_mostBody = qsizetype(1024) * 1024;
constexpr qsizetype c_mostJson = qsizetype(128) * 1024;
constexpr qsizetype c_mostHashed = qsizetype(4) * 1024 * 1024;
constexpr qsizetype c_mostEndedSecrets = 2;

constexpr std::array c_algorithms = {Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512};

/** What senders sign, most common first. */
constexpr std::array<QByteArrayView, 6> c_signedTexts = {
    "{timestamp}.{body}",    "{body}", "{timestamp}{body}", "{body}{timestamp}", "{id}.{timestamp}.{body}",
    "v0:{timestamp}:{body}",
};

std::optional<QByteArray> decodedSignature(QByteArrayView text, Encoding encoding)
{
    return encoding == Encoding::Hex ? fromHex(text) : fromBase64(text);
}

bool isDigestSized(QByteArrayView text, Encoding encoding)
{
    const auto bytes = decodedSignature(text, encoding);
    return bytes && std::any_of(c_algorithms.begin(), c_algorithms.end(), [&bytes](Algorithm algorithm) {
               return digestSize(algorithm) == bytes->size();
           });
}

bool isReadable(const QList<QByteArrayView> &signatures)
{
    return std::any_of(signatures.begin(), signatures.end(), [](QByteArrayView text) {
        return isDigestSized(text, Encoding::Hex) || isDigestSized(text, Encoding::Base64);
    });
}

/** Nothing for what is no JSON, or too much of it to be written anew a few times. */
QJsonDocument readJson(QByteArrayView body)
{
    const QByteArrayView text = body.trimmed();
    const bool isContainer = text.startsWith('{') || text.startsWith('[');
    return isContainer && body.size() <= c_mostJson ? QJsonDocument::fromJson(body.toByteArray()) : QJsonDocument();
}

/** One guess at what the sender did. */
struct Guess {
    QByteArray key;
    Algorithm algorithm;
    QByteArrayView signedText;
    QByteArrayView body;
    QByteArrayView url;
};

/** Guesses, from the likeliest to the strangest. */
class Diagnosis
{
public:
    explicit Diagnosis(const FailedSignature &failed)
        : m_scheme(failed.scheme)
        , m_fields(failed.fields)
        , m_request(failed.request)
        , m_secrets(failed.secrets)
    {
    }

    QString reason()
    {
        using Step = QString (Diagnosis::*)();
        constexpr std::array<Step, 7> c_steps = {
            &Diagnosis::otherEncoding, &Diagnosis::previousSecret, &Diagnosis::otherSecretForm, &Diagnosis::otherBody,
            &Diagnosis::otherUrl,      &Diagnosis::otherText,      &Diagnosis::otherAlgorithm,
        };
        for (const Step step : c_steps) {
            if (const QString found = (this->*step)(); !found.isNull())
                return found;
        }
        return QStringLiteral("mismatch");
    }

private:
    Guess guess(const QByteArray &key) const
    {
        return {key, m_scheme.algorithm, m_scheme.signedText, m_request.body, m_request.url};
    }

    std::optional<QByteArray> newestKey() const
    {
        for (const QByteArray &secret : m_secrets.live) {
            if (const auto key = keyOf(secret, m_scheme.secretForm); key && !isPublicKey(secret))
                return key;
        }
        return std::nullopt;
    }

    /** Whether the sender did this; in either encoding. */
    bool isIt(const Guess &guess)
    {
        SignedTexts texts;
        const SignedValues values = {m_fields.id, m_fields.timestamp, guess.url, guess.body};
        if (m_scheme.kind == SignatureScheme::Kind::Twilio)
            texts = signedTexts(m_scheme, values);
        else
            texts.texts = {signedPieces(guess.signedText, values)};
        return std::any_of(texts.texts.begin(), texts.texts.end(), [&](const TextPieces &text) {
            if (!mayHash(text))
                return false;
            const QByteArray digest = hmac(guess.algorithm, guess.key, text);
            return isAmong(digest, m_fields.signatures, Encoding::Hex)
                   || isAmong(digest, m_fields.signatures, Encoding::Base64);
        });
    }

    bool mayHash(const TextPieces &text)
    {
        for (const QByteArrayView piece : text)
            m_hashed += piece.size();
        return m_hashed <= c_mostHashed;
    }

    QString otherEncoding()
    {
        for (const QByteArray &secret : m_secrets.live) {
            const auto key = keyOf(secret, m_scheme.secretForm);
            if (key && !isPublicKey(secret) && isIt(guess(*key)))
                return QStringLiteral("other-encoding");
        }
        return {};
    }

    QString previousSecret()
    {
        for (const QByteArray &secret : m_secrets.ended.first(qMin(m_secrets.ended.size(), c_mostEndedSecrets))) {
            const auto key = keyOf(secret, m_scheme.secretForm);
            if (key && isIt(guess(*key)))
                return QStringLiteral("previous-secret");
        }
        return {};
    }

    QString otherSecretForm()
    {
        const QByteArray secret = m_secrets.live.value(0);
        if (isPublicKey(secret))
            return {};
        const QByteArray trimmed = secret.trimmed();
        if (trimmed != secret && isIt(guess(keyOf(trimmed, m_scheme.secretForm).value_or(QByteArray()))))
            return QStringLiteral("secret-blank");
        if (m_scheme.secretForm == SecretForm::StandardWebhooks)
            return isIt(guess(secret)) ? QStringLiteral("secret-not-decoded") : QString();
        if (isIt(guess(secret + '\n')))
            return QStringLiteral("secret-blank");
        for (const auto &key : {keyOf(trimmed, SecretForm::StandardWebhooks), fromHex(trimmed)}) {
            if (key && isIt(guess(*key)))
                return QStringLiteral("secret-decoded");
        }
        return {};
    }

    bool isItsBody(const QByteArray &key, QByteArrayView body)
    {
        Guess guessed = guess(key);
        guessed.body = body;
        return body != m_request.body && isIt(guessed);
    }

    QString otherBody()
    {
        const auto key = newestKey();
        if (!key || m_request.body.isEmpty() || m_scheme.kind != SignatureScheme::Kind::Hmac)
            return {};
        const QByteArray ended = m_request.body.toByteArray() + '\n';
        if (isItsBody(*key, m_request.body.trimmed()) || isItsBody(*key, ended))
            return QStringLiteral("body-trimmed");
        return isRewritten(*key) ? QStringLiteral("re-serialised") : QString();
    }

    bool isRewritten(const QByteArray &key)
    {
        const QJsonDocument json = readJson(m_request.body);
        const auto isWrittenSo = [&](JsonForm form) {
            const auto body = rewriteJson(m_request.body, form);
            return body && isItsBody(key, *body);
        };
        return !json.isNull()
               && (std::any_of(c_jsonForms.begin(), c_jsonForms.end(), isWrittenSo)
                   || isItsBody(key, json.toJson(QJsonDocument::Compact))); // with its names sorted
    }

    /** Another scheme or a slash more or less, as they come of a proxy that the public URL does not tell of. */
    QString otherUrl()
    {
        const auto key = newestKey();
        const QByteArray &url = m_request.url;
        if (!key || m_scheme.kind != SignatureScheme::Kind::Twilio)
            return {};
        const QByteArray otherScheme =
            url.startsWith("https:") ? QByteArray("http:" + url.sliced(6)) : QByteArray(url).replace(0, 5, "https:");
        const qsizetype query = url.indexOf('?');
        const qsizetype end = query < 0 ? url.size() : query;
        const bool hasSlash = url.first(end).endsWith('/');
        const QByteArray otherEnd = hasSlash ? QByteArray(url).remove(end - 1, 1) : QByteArray(url).insert(end, '/');
        for (const QByteArray &guessed : {otherScheme, otherEnd, url.first(end)}) {
            if (guessed != url && isIt({*key, m_scheme.algorithm, {}, m_request.body, guessed}))
                return QStringLiteral("other-url");
        }
        return {};
    }

    QString otherText()
    {
        const auto key = newestKey();
        if (!key || m_scheme.kind != SignatureScheme::Kind::Hmac)
            return {};
        for (const QByteArrayView text : c_signedTexts) {
            const bool isPossible = (!text.contains("{timestamp}") || !m_fields.timestamp.isEmpty())
                                    && (!text.contains("{id}") || !m_fields.id.isEmpty());
            Guess guessed = guess(*key);
            guessed.signedText = text;
            if (isPossible && text != m_scheme.signedText && isIt(guessed))
                return QStringLiteral("other-signed-text ") + QString::fromLatin1(text);
        }
        return {};
    }

    QString otherAlgorithm()
    {
        const auto key = newestKey();
        for (const Algorithm algorithm : c_algorithms) {
            if (!key || algorithm == m_scheme.algorithm)
                continue;
            Guess guessed = guess(*key);
            guessed.algorithm = algorithm;
            if (isIt(guessed))
                return QStringLiteral("other-algorithm ") + algorithmWord(algorithm);
        }
        return {};
    }

    const SignatureScheme &m_scheme;
    const SignatureFields &m_fields;
    const SignedRequest &m_request;
    const SigningSecrets &m_secrets;
    qsizetype m_hashed = 0;
};

} // namespace

QString diagnose(const FailedSignature &failed)
{
    const bool areSecretsShared = std::any_of(failed.secrets.live.begin(), failed.secrets.live.end(),
                                              [](const QByteArray &secret) { return !isPublicKey(secret); });
    if (failed.fields.signatures.isEmpty() && areSecretsShared)
        return QStringLiteral("other-algorithm ed25519");
    if (!failed.fields.signatures.isEmpty() && !isReadable(failed.fields.signatures))
        return QStringLiteral("signature-unreadable");
    if (failed.request.body.size() > c_mostBody)
        return QStringLiteral("mismatch");
    return Diagnosis(failed).reason();
}

SignedTexts signedTexts(const SignatureScheme &scheme, const SignedValues &values)
{
    if (scheme.kind == SignatureScheme::Kind::Hmac)
        return {{}, {signedPieces(scheme.signedText, values)}};
    SignedTexts texts;
    texts.made = twilioUrls(values.url.toByteArray());
    const QByteArray fields = twilioFieldText(values.url, values.body);
    texts.made.append(fields);
    for (qsizetype i = 0; i + 1 < texts.made.size(); ++i)
        texts.texts.append({texts.made.at(i), texts.made.last()});
    return texts;
}

bool isAmong(const QByteArray &digest, const QList<QByteArrayView> &signatures, Encoding encoding)
{
    bool isFound = false;
    for (const QByteArrayView text : signatures) // all of them, so that the time does not tell which
        isFound = areEqualDigests(digest, decodedSignature(text, encoding).value_or(QByteArray())) || isFound;
    return isFound;
}

} // namespace earshot
