// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/owncertificate.h"

#include <QFile>

namespace earshot {

CertificateFiles ownCertificateFiles(const StoreLocation &location)
{
    return {location.path + QLatin1StringView(".certificate.pem"), location.path + QLatin1StringView(".key.pem")};
}

Result<CertificateFacts> makeOwnCertificate(const StoreLocation &location, QStringList names, Timestamp now)
{
    for (const char *const own : {"localhost", "127.0.0.1", "::1"}) {
        if (const QString name = QString::fromLatin1(own); !names.contains(name))
            names.append(name);
    }
    const CertificateFiles files = ownCertificateFiles(location);
    auto facts = makeSelfSignedCertificate(files, names, now);
    // No secret, but all of a data folder's files are their owner's alone.
    if (facts && !QFile::setPermissions(files.certificate, QFile::ReadOwner | QFile::WriteOwner))
        return failure(ErrorCode::FileFailed,
                       QStringLiteral("the mode of %1 cannot be set to 0600").arg(files.certificate));
    return facts;
}

} // namespace earshot
