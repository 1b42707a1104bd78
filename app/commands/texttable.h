// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace earshot {

/** Rows of equal length as lines for people: columns as wide as their longest cell, two blanks between them. Control
 * characters in cells become blanks, so that no value moves the cursor or breaks a line. UTF-8. */
QByteArray textTable(const QStringList &header, const QList<QStringList> &rows);

} // namespace earshot
