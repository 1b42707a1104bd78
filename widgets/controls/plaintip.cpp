// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/plaintip.h"

namespace earshot {
namespace {

constexpr qsizetype c_longest = 2000; ///< characters; a tooltip is not a page

} // namespace

QString plainTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString shown = text.left(c_longest).toHtmlEscaped();
    if (text.size() > c_longest)
        shown += QChar(u'\u2026');
    shown.replace(QLatin1Char('\n'), QLatin1StringView("<br>"));
    return QString(QStringLiteral("<qt>") % shown % QStringLiteral("</qt>"));
}

} // namespace earshot
