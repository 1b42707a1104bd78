// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/tlstrust.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace earshot {

std::optional<QSslConfiguration> tlsTrusting(const QString &caFile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (caFile.isEmpty())
        return tls;
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(caFile);
    if (certificates.isEmpty())
        return std::nullopt;
    tls.addCaCertificates(certificates);
    return tls;
}

} // namespace earshot
