// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"
#include "models/store/recordqueries.h"

namespace earshot {

/** A delivery as the journal has it. */
struct StoredDelivery {
    Delivery delivery;
    bool hasBytes = false; ///< false where its headers and body were sealed or erased
};

/** Errors: NotFound. Any connection. */
Result<StoredDelivery> storedDelivery(const Database &database, qint64 id);

/** When a delivery came. */
struct StoredArrival {
    qint64 delivery = 0;
    Timestamp receivedAt;
    bool hasBytes = false;
};

/** The deliveries that are meant, in the order they arrived (by id). */
Result<QList<StoredArrival>> storedArrivals(const Database &database, const RecordSelection &selection);

/** The deliveries of these ids, by id, each once. Errors: NotFound names one that is not there. */
Result<QList<StoredArrival>> storedArrivals(const Database &database, const QList<qint64> &ids);

} // namespace earshot
