// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/destinations.h"
#include "models/store/location.h"
#include "models/store/secrets.h"

namespace earshot {

/** A destination and the secrets it is reached with, as they are and not where they lie. */
struct Addressee {
    Destination destination;
    Secrets::Destination secrets;
};

/** The destination of that name. Waits for the desktop's key store, at most some seconds, where its secrets lie there;
 * in the connection's thread. Errors: NotFound, and those of reading the secrets. */
Result<Addressee> addresseeOf(const Database &database, const StoreLocation &location, const QString &name);

/** One that is described and not kept. The secrets of the one called @p name count where @p given has none; without a
 * name there are no others. Errors: also those of checkDestination(). */
Result<Addressee> describedAddressee(const Database &database, const StoreLocation &location, const QString &name,
                                     Destination described, const Secrets::Destination &given);

} // namespace earshot
