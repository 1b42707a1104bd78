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

QByteArray whatItWas(QByteArrayView value)
{
    const qsizetype space = value.indexOf(' ');
    const QByteArrayView firstWord = value.first(qMax(space, qsizetype(0)));
    for (const QByteArrayView scheme : c_schemes) {
        if (firstWord.compare(scheme, Qt::CaseInsensitive) == 0)
            return scheme.toByteArray() + ", not checked";
    }
    return QByteArrayLiteral("present, not checked");
}

QByteArray masked(QByteArrayView value, QByteArrayView token)
{
    QByteArray text = value.toByteArray();
    if (!token.isEmpty() && value.contains(token))
        text.replace(token, "****");
    return text;
}

} // namespace

QList<HeaderField> storableHeaders(const RequestHead &head, QByteArrayView secretHeader, QByteArrayView token)
{
    QList<HeaderField> fields;
    fields.reserve(head.fields.size());
    for (const FieldView &field : head.fields) {
        const bool secret = isSecret(field, secretHeader);
        fields.append({field.name.toByteArray(), secret ? whatItWas(field.value) : masked(field.value, token)});
    }
    return fields;
}

} // namespace earshot
