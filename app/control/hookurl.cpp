// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/hookurl.h"

#include "models/store/writerlock.h"

namespace earshot {

QString maskedToken(const QByteArray &token)
{
    return QString::fromLatin1(token.first(std::min<qsizetype>(4, token.size()))) + QChar(u'…');
}

QString hookUrl(const QString &base, const QString &token)
{
    return base + QLatin1StringView("/hook/") + token;
}

QString listeningBase(const StoreLocation &location)
{
    const auto holder = WriterLock::holder(location.lockPath());
    return holder ? holder->value(QLatin1StringView("listen")).toString() : QString();
}

QJsonObject tunnelFacts(const StoreLocation &location)
{
    const auto holder = WriterLock::holder(location.lockPath());
    return holder ? holder->value(QLatin1StringView("tunnel")).toObject() : QJsonObject();
}

QString usualBase(const StoreLocation &location)
{
    const QString base = listeningBase(location);
    return base.isEmpty() ? QStringLiteral("http://127.0.0.1:8765") : base;
}

QString sendersBase(const StoreLocation &location)
{
    const QString tunnel = tunnelFacts(location).value(QLatin1StringView("public")).toString();
    return tunnel.isEmpty() ? usualBase(location) : tunnel;
}

} // namespace earshot
