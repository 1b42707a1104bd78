// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/listenaddress.h"

#include <QHostAddress>

#include <algorithm>
#include <optional>

namespace earshot {
namespace {

bool isInBrackets(const QString &host)
{
    return host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'));
}

/** Null if @p host is no address. */
QString addressOf(const QString &host)
{
    if (host == QLatin1StringView("localhost"))
        return QStringLiteral("127.0.0.1");
    const QHostAddress address(isInBrackets(host) ? host.sliced(1, host.size() - 2) : host);
    const bool isWritten =
        address.protocol() == (isInBrackets(host) ? QHostAddress::IPv6Protocol : QHostAddress::IPv4Protocol);
    return isWritten ? address.toString() : QString();
}

std::optional<quint16> portOf(const QString &text)
{
    const bool isDigits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isPort = false;
    const quint16 port = text.toUShort(&isPort);
    return isDigits && isPort ? std::optional(port) : std::nullopt;
}

} // namespace

Result<ListenAddress> readListenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    const QString address = addressOf(text.left(std::max<qsizetype>(colon, 0)));
    const auto port = portOf(text.mid(colon + 1));
    if (!address.isEmpty() && port)
        return ListenAddress{address, *port};
    return failure(ErrorCode::BadArgument,
                   QStringLiteral("\"%1\" is not ADDRESS:PORT. Try 127.0.0.1:8765 or [::1]:8765").arg(text));
}

QString baseUrl(const ListenAddress &address, bool isTls)
{
    const QString scheme = isTls ? QStringLiteral("https") : QStringLiteral("http");
    const bool isIPv6 = address.address.contains(QLatin1Char(':'));
    const QString host = isIPv6 ? QStringLiteral("[%1]").arg(address.address) : address.address;
    return QStringLiteral("%1://%2:%3").arg(scheme, host).arg(address.port);
}

} // namespace earshot
