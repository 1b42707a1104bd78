// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first line is a boundary, the rest a body: taken apart as multipart/form-data, and as a urlencoded form whose
// fields come back the same when they are written anew in both ways.

#include "models/platforms/multipart.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace earshot;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkForm(const Result<Form> &form, QByteArrayView body)
{
    if (!form) {
        require(form.error().code == ErrorCode::FormSyntax && !form.error().detail.isEmpty());
        return;
    }
    constexpr qsizetype c_mostGrowth = 4; // of a byte that becomes UTF-8
    require(form->size() <= c_mostFormFields);
    qsizetype total = 0;
    for (const FormField &field : *form)
        total += field.value.size();
    require(total <= body.size() * c_mostGrowth);
}

QByteArray asUrlencoded(const Form &form)
{
    QByteArray text;
    for (const FormField &field : form)
        text += field.name.toUtf8().toPercentEncoding() + '=' + field.value.toPercentEncoding() + '&';
    return text;
}

QByteArray asMultipart(const Form &form, const QByteArray &boundary)
{
    QByteArray text;
    for (const FormField &field : form)
        text += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n" + field.value + "\r\n";
    return text + "--" + boundary + "--\r\n";
}

void checkWrittenAnew(const Form &form)
{
    const auto again = readUrlencoded(asUrlencoded(form));
    require(again && *again == form);
    const QByteArray boundary = "a-boundary-of-the-fuzzer";
    const bool isInside = std::any_of(form.begin(), form.end(),
                                      [&boundary](const FormField &field) { return field.value.contains(boundary); });
    if (isInside || form.isEmpty())
        return;
    Warnings warnings;
    const auto parts = readMultipart(asMultipart(form, boundary), boundary, warnings);
    require(parts && parts->size() == form.size());
    for (qsizetype i = 0; i < form.size(); ++i)
        require(parts->at(i).value == form.at(i).value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    const QByteArray boundary = input.first(end < 0 ? 0 : end);
    const QByteArray body = input.sliced(end + 1);
    Warnings warnings;
    checkForm(readMultipart(body, boundary, warnings), body);
    if (const QByteArray guessed = guessedBoundary(body); !guessed.isEmpty())
        checkForm(readMultipart(body, guessed, warnings), body);
    const auto form = readUrlencoded(body);
    checkForm(form, body);
    if (form)
        checkWrittenAnew(*form);
    return 0;
}
