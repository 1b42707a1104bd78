// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/form.h"

#include <algorithm>

namespace earshot {
namespace {

int hexValue(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const int lower = digit | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/** The byte that a percent sequence at @p at stands for, or -1. */
int percentByte(QByteArrayView text, qsizetype at)
{
    if (text[at] != '%' || at + 2 >= text.size())
        return -1;
    const int high = hexValue(text[at + 1]);
    const int low = hexValue(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** Unlike QByteArray::fromPercentEncoding(), leaves a sequence without hexadecimal digits alone. */
QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int byte = percentByte(text, i);
        if (byte >= 0)
            i += 2;
        decoded.append(byte >= 0 ? char(byte) : text[i] == '+' ? ' ' : text[i]);
    }
    return decoded;
}

FormField fieldOf(QByteArrayView pair)
{
    const qsizetype equals = pair.indexOf('=');
    if (equals < 0)
        return {QString::fromUtf8(percentDecoded(pair)), QByteArray("")};
    return {QString::fromUtf8(percentDecoded(pair.first(equals))), percentDecoded(pair.sliced(equals + 1))};
}

} // namespace

const FormField *formField(const Form &form, QStringView name)
{
    const auto found = std::ranges::find(form, name, &FormField::name);
    return found == form.cend() ? nullptr : &*found;
}

Result<Form> readUrlencoded(QByteArrayView text)
{
    Form form;
    qsizetype begin = 0;
    while (begin < text.size()) {
        const qsizetype ampersand = text.indexOf('&', begin);
        const qsizetype end = ampersand < 0 ? text.size() : ampersand;
        if (end > begin)
            form.append(fieldOf(text.sliced(begin, end - begin)));
        if (form.size() > c_mostFormFields)
            return failure(ErrorCode::FormSyntax, QStringLiteral("form has more than %1 fields").arg(c_mostFormFields));
        begin = end + 1;
    }
    return form;
}

} // namespace earshot
