// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** The text in at most @p most UTF-16 units, cut at a character's border and with @p mark at its end where something is
 * missing. Any thread. */
QString cutText(const QString &text, qsizetype most, const QString &mark);

/** The same of HTML: neither a tag nor an entity is cut through. Tags that were open stay open. */
QString cutHtml(const QString &html, qsizetype most, const QString &mark);

} // namespace earshot
