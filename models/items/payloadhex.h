// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace earshot::hex {

/** Bytes in a row, where there is room. */
inline constexpr int c_rowBytes = 16;

qsizetype rowCount(qsizetype bytes, int rowBytes = c_rowBytes);

/** `0000a0`: where the row begins, as wide as the last row's needs, at least six digits. */
QString offsetText(qsizetype row, qsizetype bytes, int rowBytes = c_rowBytes);

/** `7b 22 65 …`, with a wider gap after eight. */
QString byteText(QByteArrayView bytes, qsizetype row, int rowBytes = c_rowBytes);

/** The row as ASCII, a dot for what is none. */
QString asciiText(QByteArrayView bytes, qsizetype row, int rowBytes = c_rowBytes);

/** Which character of byteText() byte @p column of a row begins at. */
constexpr int byteColumn(int column)
{
    return column * 3 + (column >= c_rowBytes / 2 ? 1 : 0);
}

/** As one would write it down: `7b 22 65`, a line every 16 bytes. */
QString listing(QByteArrayView bytes);

} // namespace earshot::hex
