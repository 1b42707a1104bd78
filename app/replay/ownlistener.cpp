// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/ownlistener.h"

#include "models/store/settings.h"

#include <QSslCertificate>

namespace earshot {
namespace {

/** A name that the certificate is good for. */
QString nameOf(const QSslCertificate &certificate)
{
    const auto names = certificate.subjectAlternativeNames();
    QString name = names.value(QSsl::DnsEntry);
    if (name.isEmpty())
        name = names.value(QSsl::IpAddressEntry);
    if (name.isEmpty())
        name = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    return name.replace(QLatin1StringView("*."), QLatin1StringView("any."));
}

bool isFor(const QSslCertificate &certificate, const QString &host)
{
    return certificate.subjectAlternativeNames().values().contains(host);
}

} // namespace

Result<void> trustOwnListener(ReplayPlan &plan, const Database &database)
{
    if (plan.url.scheme() != QLatin1StringView("https") || !plan.caFile.isEmpty())
        return {};
    const auto listener = settings::get(database, QStringLiteral("listener"));
    if (!listener)
        return std::unexpected(listener.error());
    const QJsonObject tls = listener->value_or(QJsonObject()).value(QLatin1StringView("tls")).toObject();
    const QString path = tls.value(QLatin1StringView("certificate")).toString();
    if (path.isEmpty())
        return {};
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(path);
    if (certificates.isEmpty())
        return failure(ErrorCode::FileFailed, QStringLiteral("the listener's certificate %1 cannot be read").arg(path));
    plan.caFile = path;
    if (!isFor(certificates.first(), plan.url.host()))
        plan.peerName = nameOf(certificates.first());
    return {};
}

} // namespace earshot
