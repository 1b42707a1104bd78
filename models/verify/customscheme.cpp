// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/customscheme.h"

#include "models/verify/digests.h"

#include <array>

namespace earshot {
namespace {

using Algorithm = SignatureScheme::Algorithm;
using Encoding = SignatureScheme::Encoding;
using SecretForm = SignatureScheme::SecretForm;
using TimeUnit = SignatureScheme::TimeUnit;

constexpr qint64 c_mostTolerance =
    qint64(7) * 24 * 3600; // beyond, there is no replay window to speak of: 0 says that plainly

/** One value of a field that has a few words. */
template <typename Value>
struct Word {
    const char *word;
    Value value;
};

constexpr std::array c_algorithms = {
    Word<Algorithm>{"sha1", Algorithm::Sha1},
    Word<Algorithm>{"sha256", Algorithm::Sha256},
    Word<Algorithm>{"sha512", Algorithm::Sha512},
};
constexpr std::array c_encodings = {
    Word<Encoding>{"hex", Encoding::Hex},
    Word<Encoding>{"base64", Encoding::Base64},
};
constexpr std::array c_secretForms = {
    Word<SecretForm>{"text", SecretForm::Text},
    Word<SecretForm>{"standard-webhooks", SecretForm::StandardWebhooks},
};
constexpr std::array c_timeUnits = {
    Word<TimeUnit>{"s", TimeUnit::Seconds},
    Word<TimeUnit>{"ms", TimeUnit::Milliseconds},
};

/** A field that holds text. */
struct TextField {
    const char *name;
    QByteArray SignatureScheme::*member;
    bool isFieldName; ///< names a header field
};

constexpr std::array c_textFields = {
    TextField{"header", &SignatureScheme::header, true},
    TextField{"prefix", &SignatureScheme::prefix, false},
    TextField{"signature_key", &SignatureScheme::signatureKey, false},
    TextField{"timestamp_key", &SignatureScheme::timestampKey, false},
    TextField{"timestamp_header", &SignatureScheme::timestampHeader, true},
    TextField{"id_header", &SignatureScheme::idHeader, true},
    TextField{"signed", &SignatureScheme::signedText, false},
};

/** A field that holds one character. */
struct CharacterField {
    const char *name;
    char SignatureScheme::*member;
};

constexpr std::array c_characterFields = {
    CharacterField{"separator", &SignatureScheme::partSeparator},
    CharacterField{"key_separator", &SignatureScheme::keySeparator},
};

constexpr std::array c_otherFields = {"preset", "algorithm", "encoding", "secret_form", "time_unit", "tolerance_s"};

Error fault(const QString &detail)
{
    return Error{ErrorCode::BadArgument, QStringLiteral("signature: ") + detail};
}

QStringList knownFields()
{
    QStringList names;
    for (const char *name : c_otherFields)
        names.append(QString::fromLatin1(name));
    for (const TextField &field : c_textFields)
        names.append(QString::fromLatin1(field.name));
    for (const CharacterField &field : c_characterFields)
        names.append(QString::fromLatin1(field.name));
    return names;
}

bool isPrintable(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

/** Reads fields into a scheme and remembers the first that makes no sense. */
class SchemeReader
{
public:
    SchemeReader(const QJsonObject &json, SignatureScheme &scheme)
        : m_json(json)
        , m_scheme(scheme)
    {
    }

    std::optional<Error> fault() const { return m_fault; }

    void refuseUnknown(const QStringList &known)
    {
        for (auto field = m_json.begin(); field != m_json.end(); ++field) {
            if (!known.contains(field.key()))
                refuse(QStringLiteral("there is no field \"%1\" here; there are %2")
                           .arg(field.key(), known.join(QStringLiteral(", "))));
        }
    }

    void readTexts()
    {
        for (const TextField &field : c_textFields) {
            const QJsonValue value = valueOf(field.name);
            if (value.isUndefined())
                continue;
            const QByteArray text = value.toString().toUtf8();
            if (field.isFieldName && !isFieldName(text))
                refuse(QStringLiteral("%1 is the name of a header field").arg(QLatin1StringView(field.name)));
            else if (!value.isString() || !isPrintable(text))
                refuse(QStringLiteral("%1 is a text of printable ASCII").arg(QLatin1StringView(field.name)));
            m_scheme.*(field.member) = text;
        }
    }

    void readCharacters()
    {
        for (const CharacterField &field : c_characterFields) {
            const QJsonValue value = valueOf(field.name);
            if (value.isUndefined())
                continue;
            const QByteArray text = value.toString().toUtf8();
            if (text.size() != 1 || !isPrintable(text))
                refuse(QStringLiteral("%1 is one printable character").arg(QLatin1StringView(field.name)));
            else
                m_scheme.*(field.member) = text.at(0);
        }
    }

    void readTolerance()
    {
        const QJsonValue value = valueOf("tolerance_s");
        if (value.isUndefined())
            return;
        const qint64 seconds = value.toInteger(-1);
        if (seconds < 0 || seconds > c_mostTolerance)
            refuse(QStringLiteral("tolerance_s is a whole number of seconds from 0, for any age, to %1")
                       .arg(c_mostTolerance));
        else
            m_scheme.tolerance = std::chrono::seconds(seconds);
    }

    template <typename Value, std::size_t Count>
    void readWord(const char *name, const std::array<Word<Value>, Count> &words, Value &member)
    {
        const QJsonValue value = valueOf(name);
        if (value.isUndefined())
            return;
        QStringList known;
        for (const Word<Value> &word : words) {
            known.append(QString::fromLatin1(word.word));
            if (value.toString() == known.last()) {
                member = word.value;
                return;
            }
        }
        refuse(QStringLiteral("%1 is one of %2").arg(QLatin1StringView(name), known.join(QStringLiteral(", "))));
    }

private:
    QJsonValue valueOf(const char *name) const { return m_json.value(QLatin1StringView(name)); }

    void refuse(const QString &detail)
    {
        if (!m_fault)
            m_fault = earshot::fault(detail);
    }

    const QJsonObject &m_json;
    SignatureScheme &m_scheme;
    std::optional<Error> m_fault;
};

/** The first placeholder that there is not; null if there is none. */
QByteArray strangePlaceholder(const QByteArray &signedText)
{
    static const QByteArrayList known = {"{body}", "{timestamp}", "{id}", "{url}"};
    for (qsizetype at = signedText.indexOf('{'); at >= 0; at = signedText.indexOf('{', at + 1)) {
        const qsizetype end = signedText.indexOf('}', at);
        const QByteArray placeholder = signedText.mid(at, end < 0 ? -1 : end - at + 1);
        if (!known.contains(placeholder))
            return placeholder;
    }
    return {};
}

std::optional<Error> faultOfText(const SignatureScheme &scheme)
{
    const bool hasTime = !scheme.timestampKey.isEmpty() || !scheme.timestampHeader.isEmpty();
    if (const QByteArray strange = strangePlaceholder(scheme.signedText); !strange.isEmpty())
        return fault(QStringLiteral("signed has no \"%1\"; it has {body}, {timestamp}, {id} and {url}")
                         .arg(QString::fromUtf8(strange)));
    if (!scheme.signedText.contains("{body}"))
        return fault(QStringLiteral("signed needs {body}: else anybody could change what was sent"));
    if (scheme.signedText.contains("{timestamp}") != hasTime)
        return fault(hasTime ? QStringLiteral("signed needs {timestamp}: a time that is not signed proves nothing")
                             : QStringLiteral("{timestamp} needs a timestamp_header or a timestamp_key"));
    if (scheme.signedText.contains("{id}") != !scheme.idHeader.isEmpty())
        return fault(scheme.idHeader.isEmpty() ? QStringLiteral("{id} needs an id_header")
                                               : QStringLiteral("id_header is of no use without {id} in signed"));
    return std::nullopt;
}

/** What may stand in a signature, so that nothing can be parted there. */
bool isOfSignatures(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || QByteArrayView("+/-_").contains(c);
}

bool canPart(char separator, const QByteArray &key)
{
    return !key.contains(separator) && key.trimmed() == key;
}

std::optional<Error> faultOfSeparators(const SignatureScheme &scheme)
{
    const char part = scheme.partSeparator;
    const char key = scheme.keySeparator;
    if (part == key || part == '=' || isOfSignatures(part) || isOfSignatures(key))
        return fault(QStringLiteral("separator and key_separator must differ and be no part of a signature"));
    for (const QByteArray &name : {scheme.signatureKey, scheme.timestampKey}) {
        if (!canPart(part, name) || !canPart(key, name))
            return fault(QStringLiteral("signature_key and timestamp_key cannot hold separators or blanks"));
    }
    if (scheme.signatureKey == scheme.timestampKey)
        return fault(QStringLiteral("signature_key and timestamp_key must differ"));
    return scheme.prefix.contains(part) ? std::optional(fault(QStringLiteral("prefix cannot hold the separator")))
                                        : std::nullopt;
}

std::optional<Error> faultOfHeaders(const SignatureScheme &scheme)
{
    if (scheme.header.isEmpty())
        return fault(QStringLiteral("header is missing: the name of the field that holds the signature"));
    const auto isSame = [](const QByteArray &left, const QByteArray &right) {
        return !left.isEmpty() && left.compare(right, Qt::CaseInsensitive) == 0;
    };
    if (isSame(scheme.header, scheme.timestampHeader) || isSame(scheme.header, scheme.idHeader)
        || isSame(scheme.timestampHeader, scheme.idHeader))
        return fault(QStringLiteral("header, timestamp_header and id_header must differ"));
    return std::nullopt;
}

std::optional<Error> faultOfParts(const SignatureScheme &scheme)
{
    if (!scheme.timestampKey.isEmpty() && !scheme.timestampHeader.isEmpty())
        return fault(QStringLiteral("timestamp_key and timestamp_header cannot both be there"));
    if ((scheme.partSeparator == '\0') != scheme.signatureKey.isEmpty())
        return fault(QStringLiteral("separator and signature_key belong together, as in \",\" and \"v1\""));
    if (scheme.prefix.startsWith(' '))
        return fault(QStringLiteral("prefix cannot begin with a blank"));
    if (scheme.partSeparator != '\0')
        return faultOfSeparators(scheme);
    if (!scheme.timestampKey.isEmpty())
        return fault(QStringLiteral("timestamp_key needs a separator"));
    return std::nullopt;
}

template <typename Value, std::size_t Count>
QString wordOf(const std::array<Word<Value>, Count> &words, Value value)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [value](const auto &word) { return word.value == value; });
    return found == words.end() ? QString() : QString::fromLatin1(found->word);
}

void insertDifferences(QJsonObject &json, const SignatureScheme &scheme)
{
    const SignatureScheme defaults;
    for (const TextField &field : c_textFields) {
        if (scheme.*(field.member) != defaults.*(field.member))
            json.insert(QLatin1StringView(field.name), QString::fromUtf8(scheme.*(field.member)));
    }
    for (const CharacterField &field : c_characterFields) {
        if (scheme.*(field.member) != defaults.*(field.member))
            json.insert(QLatin1StringView(field.name), QString(QLatin1Char(scheme.*(field.member))));
    }
}

} // namespace

bool isFieldName(const QByteArray &name)
{
    constexpr QByteArrayView c_marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [c_marks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c_marks.contains(c);
    });
}

Result<SignatureScheme> customSchemeFromJson(const QJsonObject &json)
{
    SignatureScheme scheme;
    scheme.preset = c_customPreset;
    SchemeReader reader(json, scheme);
    reader.refuseUnknown(knownFields());
    reader.readWord("algorithm", c_algorithms, scheme.algorithm);
    reader.readWord("encoding", c_encodings, scheme.encoding);
    reader.readWord("secret_form", c_secretForms, scheme.secretForm);
    reader.readWord("time_unit", c_timeUnits, scheme.timeUnit);
    reader.readTexts();
    reader.readCharacters();
    reader.readTolerance();
    for (const auto &found : {reader.fault(), faultOfHeaders(scheme), faultOfParts(scheme), faultOfText(scheme)}) {
        if (found)
            return std::unexpected(*found);
    }
    return scheme;
}

Result<SignatureScheme> presetFromJson(const QJsonObject &json, SignatureScheme preset)
{
    SchemeReader reader(json, preset);
    reader.refuseUnknown({QStringLiteral("preset"), QStringLiteral("tolerance_s")});
    reader.readTolerance();
    if (const auto found = reader.fault())
        return std::unexpected(*found);
    return preset;
}

QJsonObject schemeToJson(const SignatureScheme &scheme, const std::optional<SignatureScheme> &preset)
{
    QJsonObject json = {{QStringLiteral("preset"), preset ? scheme.preset : QString(c_customPreset)}};
    const SignatureScheme base = preset.value_or(SignatureScheme());
    if (scheme.tolerance != base.tolerance)
        json.insert(QStringLiteral("tolerance_s"), qint64(scheme.tolerance.count()));
    if (preset)
        return json;
    insertDifferences(json, scheme);
    json.insert(QStringLiteral("algorithm"), wordOf(c_algorithms, scheme.algorithm));
    json.insert(QStringLiteral("encoding"), wordOf(c_encodings, scheme.encoding));
    if (scheme.secretForm != base.secretForm)
        json.insert(QStringLiteral("secret_form"), wordOf(c_secretForms, scheme.secretForm));
    if (scheme.timeUnit != base.timeUnit)
        json.insert(QStringLiteral("time_unit"), wordOf(c_timeUnits, scheme.timeUnit));
    return json;
}

} // namespace earshot
