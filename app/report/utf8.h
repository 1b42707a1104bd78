// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringView>

namespace earshot {

// What files are written with, many million times an export: straight into the buffer, without a string in between.

/** Adds @p text in UTF-8; what is no character becomes `?` or U+FFFD. */
void appendUtf8(QByteArray &out, QStringView text);

/** Adds @p number in decimal. */
void appendInteger(QByteArray &out, qint64 number);

} // namespace earshot
