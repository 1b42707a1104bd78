// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/listenersettings.h"
#include "models/base/clock.h"
#include "models/base/result.h"

namespace earshot {

/** What a person wants to know of a certificate. */
struct CertificateFacts {
    QString subject; ///< its common name, else its first other name
    QStringList names; ///< DNS names and addresses it is for
    Timestamp notBefore;
    Timestamp notAfter;
    QString fingerprint; ///< SHA-256, as in `AB:CD:…`
    bool isSelfSigned = false;
};

/** Reads both files and looks whether they belong together. Errors: FileFailed (also for a key that others may read),
 * BadArgument for what is no PEM, no certificate, no key or another certificate's key, each naming the file. */
Result<CertificateFacts> certificateFacts(const CertificateFiles &files);

/** Makes a key (0600) and a certificate for @p names, DNS names or addresses, valid for 825 days from @p now, and
 * writes both, each file whole or not at all. Errors: BadArgument, FileFailed. */
Result<CertificateFacts> makeSelfSignedCertificate(const CertificateFiles &files, const QStringList &names,
                                                   Timestamp now);

} // namespace earshot
