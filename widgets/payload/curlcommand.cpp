// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/curlcommand.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr qsizetype c_longestInlineBytes = qsizetype(8) * 1024;

/** What curl works out itself, or what is of one connection only. */
bool isLeftOut(const QByteArray &name)
{
    static constexpr std::array leftOut = {"host",   "content-length", "connection", "transfer-encoding",
                                           "expect", "keep-alive"};
    const QByteArray lower = name.toLower();
    return std::ranges::any_of(leftOut, [&](const char *candidate) { return lower == candidate; });
}

/** RFC 9110 section 5.6.2; curl reads headers from a file after a `@`. */
bool isToken(const QByteArray &name)
{
    const auto isTokenByte = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !name.isEmpty() && std::ranges::all_of(name, isTokenByte);
}

QString asText(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

/** curl takes `Name:` for "send none of it" and `Name;` for an empty one. */
QString headerWord(const HeaderField &field)
{
    if (field.value.isEmpty())
        return shellQuoted(asText(field.name) + QLatin1Char(';'));
    return shellQuoted(asText(field.name) + QStringLiteral(": ") + asText(field.value));
}

QString urlOf(const Delivery &delivery)
{
    const QByteArray host = delivery.header("Host");
    const QByteArray forwarded = delivery.header("X-Forwarded-Proto").toLower();
    const QString scheme = QString::fromLatin1(forwarded == "https" ? "https" : "http");
    return QString(scheme + QStringLiteral("://") + (host.isEmpty() ? QStringLiteral("localhost") : asText(host))
                   + asText(delivery.target));
}

bool isSmallText(const QByteArray &body)
{
    return body.size() <= c_longestInlineBytes && body.isValidUtf8() && !body.contains('\0');
}

void appendBody(const Delivery &delivery, QStringList &words)
{
    if (delivery.body.isEmpty())
        return;
    if (delivery.header("Content-Type").isNull())
        words.append(QStringLiteral("-H 'Content-Type:'")); // else curl says that it is a form
    if (isSmallText(delivery.body))
        words.append(QString(QStringLiteral("--data-raw ") + shellQuoted(QString::fromUtf8(delivery.body))));
    else
        words.append(QStringLiteral("--data-binary @-"));
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.remove(QChar(QChar::Null)); // no shell has a word with it
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QString(QLatin1Char('\'') + quoted + QLatin1Char('\''));
}

QString curlCommand(const Delivery &delivery)
{
    // Brackets in a URL are patterns to curl unless it is told otherwise.
    QStringList words = {QString(QStringLiteral("curl --globoff -X ") + shellQuoted(asText(delivery.method))),
                         shellQuoted(urlOf(delivery))};
    for (const HeaderField &field : delivery.headers) {
        if (!isLeftOut(field.name) && isToken(field.name))
            words.append(QString(QStringLiteral("-H ") + headerWord(field)));
    }
    appendBody(delivery, words);
    return words.join(QStringLiteral(" \\\n  "));
}

} // namespace earshot
