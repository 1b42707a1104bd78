// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/listenerstate.h"

#include <QRegularExpression>
#include <QUrl>

namespace earshot {

bool isLocalOnly(const QString &base)
{
    static const QRegularExpression loopback(QStringLiteral(R"(\A127(\.[0-9]{1,3}){3}\z)"));
    const QString host = QUrl(base).host().toLower();
    return host == QLatin1StringView("localhost") || host.endsWith(QLatin1StringView(".localhost"))
           || host == QLatin1StringView("::1") || loopback.match(host).hasMatch();
}

} // namespace earshot
