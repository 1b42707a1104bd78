// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QStringView>

namespace earshot::plaintext {

// Text for a terminal. What came from outside may hold control sequences that move the cursor, hide text or answer in
// the reader's name; they are shown as what they are: `\x1b`, `\u202e`.

/** On one line: line ends and tabs are shown too, as `\n` and `\t`. */
QString line(QStringView text);

/** On several lines: line feeds and tabs stay, a CR before a line feed goes. */
QString block(QStringView text);

/** @p text with @p depth blanks before each line. */
QString indented(const QString &text, int depth);

enum class Align { Left, Right };

/** Rows in columns, two blanks apart, each line ended. Columns without an entry in @p alignment are left-aligned. */
QString table(const QList<QStringList> &rows, const QList<Align> &alignment);

} // namespace earshot::plaintext
