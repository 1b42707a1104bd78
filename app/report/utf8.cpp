// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/utf8.h"

#include <QStringEncoder>

#include <array>
#include <charconv>

namespace earshot {

void appendUtf8(QByteArray &out, QStringView text)
{
    constexpr qsizetype mostBytesPerUnit = 3;
    const qsizetype size = out.size();
    out.resize(size + text.size() * mostBytesPerUnit);
    char *end = out.data() + size;
    const char16_t *unit = text.utf16();
    const char16_t *const last = unit + text.size();
    while (unit != last && *unit < 0x80) // nearly all there is; an encoder takes longer to make than to use
        *end++ = char(*unit++);
    if (unit != last) {
        QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        end = encoder.appendToBuffer(end, QStringView(unit, last));
    }
    out.resize(end - out.constData());
}

void appendInteger(QByteArray &out, qint64 number)
{
    std::array<char, 20> digits{}; // -9223372036854775808
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), written.ptr - digits.data());
}

} // namespace earshot
