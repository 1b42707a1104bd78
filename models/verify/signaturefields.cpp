// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/signaturefields.h"

#include <array>

namespace earshot {
namespace {

constexpr QByteArrayView c_ed25519Key = "v1a";

std::unexpected<QString> reason(const char *word)
{
    return std::unexpected(QString::fromLatin1(word));
}

/** Also without it: what follows is compared as a whole anyway. */
QByteArrayView withoutPrefix(QByteArrayView text, QByteArrayView prefix)
{
    const bool hasPrefix =
        !prefix.isEmpty() && text.first(qMin(prefix.size(), text.size())).compare(prefix, Qt::CaseInsensitive) == 0;
    return hasPrefix ? text.sliced(prefix.size()) : text;
}

void appendSome(QList<QByteArrayView> &list, QByteArrayView item)
{
    if (list.size() < c_mostSignatures)
        list.append(item);
}

/** Takes one header field's value apart and adds what it finds. */
class PartReader
{
public:
    PartReader(const SignatureScheme &scheme, SignatureFields &fields)
        : m_scheme(scheme)
        , m_fields(fields)
    {
    }

    void read(QByteArrayView value)
    {
        if (m_scheme.partSeparator == '\0')
            return appendSome(m_fields.signatures, withoutPrefix(value.trimmed(), m_scheme.prefix));
        while (!value.isNull()) {
            const qsizetype end = value.indexOf(m_scheme.partSeparator);
            readPart(value.first(end < 0 ? value.size() : end).trimmed());
            value = end < 0 ? QByteArrayView() : value.sliced(end + 1);
        }
    }

    bool hasContradictingTimes() const { return m_contradicts; }

private:
    void readPart(QByteArrayView part)
    {
        const qsizetype end = part.indexOf(m_scheme.keySeparator);
        if (end < 0)
            return;
        const QByteArrayView key = part.first(end).trimmed();
        const QByteArrayView value = part.sliced(end + 1).trimmed();
        if (key == m_scheme.signatureKey)
            appendSome(m_fields.signatures, withoutPrefix(value, m_scheme.prefix));
        else if (!m_scheme.timestampKey.isEmpty() && key == m_scheme.timestampKey)
            readTime(value);
        else if (m_scheme.secretForm == SignatureScheme::SecretForm::StandardWebhooks && key == c_ed25519Key)
            appendSome(m_fields.ed25519Signatures, value);
    }

    void readTime(QByteArrayView value)
    {
        m_contradicts = m_contradicts || (!m_fields.timestamp.isEmpty() && m_fields.timestamp != value);
        m_fields.timestamp = value;
    }

    const SignatureScheme &m_scheme;
    SignatureFields &m_fields;
    bool m_contradicts = false;
};

/** The one value of a header field; nothing if it is missing, empty, or there with different values. */
QByteArrayView onlyValue(const SignedRequest &request, const QByteArray &name)
{
    QByteArrayView only;
    for (const QByteArrayView value : request.values(name)) {
        const QByteArrayView trimmed = value.trimmed();
        if (!only.isEmpty() && trimmed != only)
            return {};
        only = trimmed;
    }
    return only;
}

bool hasTimestamp(const SignatureScheme &scheme)
{
    return !scheme.timestampKey.isEmpty() || !scheme.timestampHeader.isEmpty();
}

struct Placeholder {
    QByteArrayView name;
    QByteArrayView SignedValues::*value;
};

constexpr std::array c_placeholders = {
    Placeholder{"{id}", &SignedValues::id},
    Placeholder{"{timestamp}", &SignedValues::timestamp},
    Placeholder{"{url}", &SignedValues::url},
    Placeholder{"{body}", &SignedValues::body},
};

const Placeholder *placeholderAt(QByteArrayView text)
{
    for (const Placeholder &known : c_placeholders) {
        if (text.startsWith(known.name))
            return &known;
    }
    return nullptr;
}

} // namespace

std::expected<SignatureFields, QString> readSignatureFields(const SignatureScheme &scheme, const SignedRequest &request)
{
    const QList<QByteArrayView> values = request.values(scheme.header);
    if (std::all_of(values.begin(), values.end(), [](QByteArrayView value) { return value.trimmed().isEmpty(); }))
        return reason("signature-missing");
    SignatureFields fields;
    PartReader reader(scheme, fields);
    for (const QByteArrayView value : values)
        reader.read(value);
    if ((fields.signatures.isEmpty() && fields.ed25519Signatures.isEmpty()) || reader.hasContradictingTimes())
        return reason("signature-unreadable");
    if (!scheme.timestampHeader.isEmpty())
        fields.timestamp = onlyValue(request, scheme.timestampHeader);
    if (hasTimestamp(scheme) && fields.timestamp.isEmpty())
        return reason("timestamp-missing");
    if (!scheme.idHeader.isEmpty())
        fields.id = onlyValue(request, scheme.idHeader);
    if (!scheme.idHeader.isEmpty() && fields.id.isEmpty())
        return reason("id-missing");
    return fields;
}

TextPieces signedPieces(QByteArrayView signedText, const SignedValues &values)
{
    TextPieces pieces;
    while (!signedText.isEmpty()) {
        if (const Placeholder *found = placeholderAt(signedText)) {
            pieces.append(values.*(found->value));
            signedText = signedText.sliced(found->name.size());
            continue;
        }
        const qsizetype next = signedText.indexOf('{', 1);
        pieces.append(signedText.first(next < 0 ? signedText.size() : next));
        signedText = signedText.sliced(pieces.last().size());
    }
    return pieces;
}

std::optional<qint64> readSeconds(QByteArrayView timestamp, SignatureScheme::TimeUnit unit)
{
    constexpr qsizetype c_mostDigits = 17;
    const bool isNumber = std::all_of(timestamp.begin(), timestamp.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (timestamp.isEmpty() || timestamp.size() > c_mostDigits || !isNumber)
        return std::nullopt;
    const qint64 number = timestamp.toLongLong();
    return unit == SignatureScheme::TimeUnit::Milliseconds ? number / 1000 : number;
}

} // namespace earshot
