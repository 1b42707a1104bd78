// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/addresscheck.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace earshot {
namespace {

constexpr const char *c_context = "earshot::AddressCheck";

bool isThisComputer(const QString &host)
{
    static const QRegularExpression loopback(QStringLiteral(R"(^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$)"));
    return host == QLatin1StringView("localhost") || host == QLatin1StringView("::1")
           || loopback.match(host).hasMatch();
}

} // namespace

QString addressProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1StringView("http");
    if (!url.isValid() || url.host().isEmpty() || (!isHttp && url.scheme() != QLatin1StringView("https")))
        return QCoreApplication::translate(c_context, "This is no web address. It begins with https://.");
    if (isHttp && !isThisComputer(url.host()))
        return QCoreApplication::translate(c_context,
                                           "It must begin with https://. Only on this computer http:// will do.");
    if (!url.userInfo().isEmpty())
        return QCoreApplication::translate(c_context,
                                           "A user or password in it would lie in the store. Use the fields below.");
    if (url.hasFragment())
        return QCoreApplication::translate(c_context, "What follows # is never sent. Leave it out.");
    return {};
}

} // namespace earshot
