// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/publicurl.h"

#include <QUrl>

namespace earshot {

Result<QString> checkedPublicUrl(const QString &url)
{
    const QString trimmed = url.trimmed();
    if (trimmed.isEmpty())
        return QString();
    const QUrl read(trimmed, QUrl::StrictMode);
    const bool isWeb = read.scheme() == QLatin1StringView("https") || read.scheme() == QLatin1StringView("http");
    if (!read.isValid() || !isWeb || read.host().isEmpty())
        return failure(
            ErrorCode::BadArgument,
            QStringLiteral("\"%1\" is not an address that senders can reach. Try https://hooks.example").arg(trimmed));
    if (read.hasQuery() || read.hasFragment() || !read.userInfo().isEmpty())
        return failure(
            ErrorCode::BadArgument,
            QStringLiteral("a public address has no user name, \"?\" or \"#\". Try https://%1").arg(read.host()));
    QString checked = trimmed;
    while (checked.endsWith(u'/'))
        checked.chop(1);
    return checked;
}

} // namespace earshot
