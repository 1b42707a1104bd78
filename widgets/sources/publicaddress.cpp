// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/publicaddress.h"

#include "widgets/sources/platformguide.h"

#include <QCoreApplication>
#include <QUrl>

namespace earshot {
namespace {

struct PublicAddress {
    Q_DECLARE_TR_FUNCTIONS(earshot::PublicAddress)
};

bool isWeb(const QUrl &url)
{
    return url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
}

} // namespace

QString tidyPublicAddress(const QString &typed)
{
    QString address = typed.trimmed();
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    return address;
}

QString publicAddressProblem(const QString &address, const QString &platform)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || !isWeb(url) || url.host().isEmpty())
        return PublicAddress::tr("This is no address. It looks like https://hooks.example.org.");
    if (url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return PublicAddress::tr("Only the name, a port and a path, as in https://hooks.example.org/earshot.");
    if (!canReach(address, platform)) {
        //: %1 is a platform, as in eigi.ai
        return PublicAddress::tr("%1 takes only addresses that start with https://.").arg(platformGuide(platform).name);
    }
    return {};
}

bool canReach(const QString &base, const QString &platform)
{
    return !platformGuide(platform).needsHttps || base.startsWith(QLatin1StringView("https://"), Qt::CaseInsensitive);
}

} // namespace earshot
