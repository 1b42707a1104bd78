// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/payloadhex.h"

#include <algorithm>

namespace earshot::hex {
namespace {

constexpr int c_fewestDigits = 6;

QByteArrayView rowOf(QByteArrayView bytes, qsizetype row, int rowBytes)
{
    const qsizetype begin = std::min(row * rowBytes, bytes.size());
    return bytes.sliced(begin, std::min<qsizetype>(rowBytes, bytes.size() - begin));
}

QChar digit(uint value)
{
    constexpr QLatin1StringView digits("0123456789abcdef");
    return digits[qsizetype(value & 0xFU)];
}

} // namespace

qsizetype rowCount(qsizetype bytes, int rowBytes)
{
    return (bytes + rowBytes - 1) / rowBytes;
}

QString offsetText(qsizetype row, qsizetype bytes, int rowBytes)
{
    const qsizetype digits = std::max<qsizetype>(QString::number(bytes, 16).size(), c_fewestDigits);
    return QStringLiteral("%1").arg(row * rowBytes, int(digits), 16, QLatin1Char('0'));
}

QString byteText(QByteArrayView bytes, qsizetype row, int rowBytes)
{
    QString text;
    int column = 0;
    for (const char byte : rowOf(bytes, row, rowBytes)) {
        text.resize(byteColumn(column++), QLatin1Char(' '));
        text += digit(uint(uchar(byte)) >> 4U);
        text += digit(uint(uchar(byte)));
    }
    return text;
}

QString asciiText(QByteArrayView bytes, qsizetype row, int rowBytes)
{
    QString text;
    for (const char byte : rowOf(bytes, row, rowBytes))
        text += byte >= ' ' && byte < 0x7F ? QLatin1Char(byte) : QLatin1Char('.');
    return text;
}

QString listing(QByteArrayView bytes)
{
    QString text;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (i > 0)
            text += i % c_rowBytes == 0 ? QLatin1Char('\n') : QLatin1Char(' ');
        text += digit(uint(uchar(bytes[i])) >> 4U);
        text += digit(uint(uchar(bytes[i])));
    }
    return text;
}

} // namespace earshot::hex
