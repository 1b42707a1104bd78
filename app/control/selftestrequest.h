// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/expose/selftest.h"
#include "models/base/result.h"
#include "models/store/database.h"
#include "models/store/location.h"

namespace earshot {

/** What a test of the way to a store's listener needs to know: through the hook of the source named @p source, else of
 * the first one that may post, at @p publicUrl, else at the source's own address, else at the tunnel's. Errors:
 * NotFound, BadArgument for no address, those of reading. */
Result<SelfTestRequest> selfTestRequest(const Database &database, const StoreLocation &location, const QString &source,
                                        const QString &publicUrl, Timestamp now);

} // namespace earshot
