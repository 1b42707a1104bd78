// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/certificate.h"
#include "models/store/location.h"

namespace earshot {

/** Where a store's own certificate and its key lie: beside the store. */
CertificateFiles ownCertificateFiles(const StoreLocation &location);

/** Makes them anew, for @p names and those by which this computer reaches its own listener; both are their owner's
 * alone. Errors: those of makeSelfSignedCertificate(). */
Result<CertificateFacts> makeOwnCertificate(const StoreLocation &location, QStringList names, Timestamp now);

} // namespace earshot
