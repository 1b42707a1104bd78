// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/ownlistener.h"

#include "app/forward/tlstrust.h"
#include "models/store/writerlock.h"

#include <QSslCertificate>
#include <QUrl>

namespace earshot {
namespace {

/** A name that @p certificate is for, if @p host is none; null where it can stay. */
QString nameToVerify(const QSslCertificate &certificate, const QString &host)
{
    const auto names = certificate.subjectAlternativeNames();
    if (names.isEmpty() || names.values().contains(host))
        return {};
    QString name = names.value(QSsl::DnsEntry, names.cbegin().value());
    if (name.startsWith(QLatin1StringView("*.")))
        name.replace(0, 1, QStringLiteral("earshot"));
    return name;
}

} // namespace

RequestTrust trustInOwnListener(const StoreLocation &location)
{
    const auto holder = WriterLock::holder(location.lockPath());
    const QString path = holder ? holder->value(QLatin1StringView("certificate")).toString() : QString();
    const auto tls = path.isEmpty() ? std::nullopt : tlsTrusting(path);
    if (!tls)
        return [](QNetworkRequest &) { };
    const QSslCertificate certificate = QSslCertificate::fromPath(path).value(0);
    return [tls = *tls, certificate](QNetworkRequest &request) {
        request.setSslConfiguration(tls);
        if (const QString name = nameToVerify(certificate, request.url().host()); !name.isEmpty())
            request.setPeerVerifyName(name);
    };
}

} // namespace earshot
