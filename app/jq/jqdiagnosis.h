// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqmessage.h"

#include <QByteArrayList>

#include <functional>

namespace earshot {

/** Gives what jq says of a program that it cannot compile; nothing for one that it can. */
using JqComplaints = std::function<QByteArrayList(const QByteArray &program)>;

/** Makes of jq's @p complaints about a program an answer, Syntax, for a person: the first of them, with its place. jq
 * 1.6 tells the line only. The column of a misplaced word is found by asking @p ask how far the program can be read. */
JqAnswer diagnose(const QByteArray &program, const QByteArrayList &complaints, const JqComplaints &ask);

/** Where the words of a jq program end, roughly: a text counts as one word, with all that is interpolated. */
QList<qsizetype> jqWordEnds(const QByteArray &program);

} // namespace earshot
