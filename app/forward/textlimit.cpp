// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/textlimit.h"

#include <QTextBoundaryFinder>

namespace earshot {
namespace {

constexpr qsizetype c_longestEntity = 10;

/** The last border between characters, as people see them, at or before @p at. */
qsizetype borderBefore(const QString &text, qsizetype at)
{
    constexpr qsizetype c_around = 64; // no character that means something is longer
    const qsizetype from = std::max<qsizetype>(0, at - c_around);
    const QString part = text.mid(from, 2 * c_around);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, part);
    finder.setPosition(at - from);
    const qsizetype border = finder.isAtBoundary() ? at - from : finder.toPreviousBoundary();
    if (border > 0)
        return from + border;
    return at > 0 && text.at(at - 1).isHighSurrogate() ? at - 1 : at;
}

/** Where a tag or an entity begins that @p at lies in, else @p at. */
qsizetype outsideMarkup(const QString &html, qsizetype at)
{
    const QStringView before = QStringView(html).left(at);
    if (const qsizetype tag = before.lastIndexOf(u'<'); tag > before.lastIndexOf(u'>'))
        return tag;
    const qsizetype entity = before.lastIndexOf(u'&');
    return entity >= 0 && at - entity < c_longestEntity && entity > before.lastIndexOf(u';') ? entity : at;
}

} // namespace

QString cutText(const QString &text, qsizetype most, const QString &mark)
{
    if (text.size() <= most)
        return text;
    return text.left(borderBefore(text, std::max<qsizetype>(0, most - mark.size()))) + mark;
}

QString cutHtml(const QString &html, qsizetype most, const QString &mark)
{
    if (html.size() <= most)
        return html;
    const qsizetype border = borderBefore(html, std::max<qsizetype>(0, most - mark.size()));
    return html.left(outsideMarkup(html, border)) + mark;
}

} // namespace earshot
