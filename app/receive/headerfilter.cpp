// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/headerfilter.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array<QByteArrayView, 3> c_secretNames = {"Authorization", "Proxy-Authorization", "Cookie"};

/** Schemes that are followed by the secret; any other first word may be the secret itself. */
constexpr std::array<QByteArrayView, 8> c_schemes = {"basic", "bearer", "digest",    "hmac",
                                                     "hoba",  "mutual", "negotiate", "token"};

bool isSecret(const FieldView &field, QByteArrayView secretHeader)
{
    const auto isNamedSo = [&field](QByteArrayView name) { return RequestHead::isNamed(field, name); };
    return std::any_of(c_secretNames.begin(), c_secretNames.end(), isNamedSo)
           || (!secretHeader.isEmpty() && isNamedSo(secretHeader));
}

QByteArray findingText(Finding finding)
{
    switch (finding) {
    case Finding::Matched:
        return QByteArrayLiteral(", matched");
    case Finding::DidNotMatch:
        return QByteArrayLiteral(", did not match");
    case Finding::NotChecked:
        break;
    }
    return QByteArrayLiteral(", not checked");
}

/** In lower case; empty where the first word is no scheme. */
QByteArrayView schemeOf(QByteArrayView value)
{
    const qsizetype space = value.indexOf(' ');
    const QByteArrayView firstWord = value.first(qMax(space, qsizetype(0)));
    const auto isFirstWord = [firstWord](QByteArrayView scheme) {
        return firstWord.compare(scheme, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(c_schemes.begin(), c_schemes.end(), isFirstWord);
    return found == c_schemes.end() ? QByteArrayView() : *found;
}

Finding findingOf(const FieldView &field, QByteArrayView scheme, QByteArrayView secretHeader,
                  const CredentialFindings &findings)
{
    if (!secretHeader.isEmpty() && RequestHead::isNamed(field, secretHeader))
        return findings.secretHeader;
    if (!RequestHead::isNamed(field, "Authorization"))
        return Finding::NotChecked;
    if (scheme == QByteArrayView("basic"))
        return findings.basic;
    return scheme == QByteArrayView("bearer") ? findings.bearer : Finding::NotChecked;
}

QByteArray whatItWas(const FieldView &field, QByteArrayView secretHeader, const CredentialFindings &findings)
{
    const QByteArrayView scheme = schemeOf(field.value);
    const QByteArray kind = scheme.isEmpty() ? QByteArrayLiteral("present") : scheme.toByteArray();
    return kind + findingText(findingOf(field, scheme, secretHeader, findings));
}

QByteArray masked(QByteArrayView value, QByteArrayView token)
{
    QByteArray text = value.toByteArray();
    if (!token.isEmpty() && value.contains(token))
        text.replace(token, "****");
    return text;
}

} // namespace

QList<HeaderField> storableHeaders(const RequestHead &head, QByteArrayView secretHeader,
                                   const CredentialFindings &findings, QByteArrayView token)
{
    QList<HeaderField> fields;
    fields.reserve(head.fields.size());
    for (const FieldView &field : head.fields) {
        const bool secret = isSecret(field, secretHeader);
        fields.append(
            {field.name.toByteArray(), secret ? whatItWas(field, secretHeader, findings) : masked(field.value, token)});
    }
    return fields;
}

} // namespace earshot
