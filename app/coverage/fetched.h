// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"
#include "models/domain/source.h"
#include "models/store/backfill.h"
#include "models/store/location.h"
#include "models/store/writer.h"

namespace earshot {

// What is done with what a platform's API has answered. These wait for the writer: not on its thread.

/** Journals the answer like any delivery, then notes that the conversation was asked for: Fetched, or Running where it
 * goes on. Errors: StoreLocked while the store has more to write than it can, and the store's. */
Result<FetchResult> keepFetched(Writer &writer, qint64 conversation, qint64 sourceId, Delivery delivery);

Result<void> noteFetch(Writer &writer, qint64 conversation, Timestamp at, FetchResult result);

/** By which the source's platform is asked. BadArgument where none is set. */
Result<QByteArray> apiKeyOf(const StoreLocation &location, const Source &source);

} // namespace earshot
