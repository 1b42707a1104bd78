// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/destinationanswer.h"
#include "models/base/clock.h"
#include "models/store/destinations.h"
#include "models/store/secrets.h"

#include <qcorotask.h>

namespace earshot {

/** One record on its way to a destination, and all that is told about it. */
struct Shipment {
    Destination destination;
    Secrets::Destination secrets;
    QString recordKey; ///< names the record wherever it goes: `earshot:<source key>:<scope>:<platform id>`
    qint64 version = 0; ///< of the record
    QString deliveryKey; ///< names this version; the same on each attempt
    int attempt = 1;
    QByteArray body; ///< the record as JSON; the same bytes on each attempt
    Timestamp at; ///< now, for the signature
};

/** How records reach one kind of destination. Lives on the main thread. */
class RecordSender
{
public:
    virtual ~RecordSender() = default;

    /** Sends once. What goes wrong is part of the answer. The sender must outlive the task. */
    virtual QCoro::Task<DestinationAnswer> send(Shipment shipment) = 0;

    /** Cuts what is under way short; each of those answers as stopped. */
    virtual void stop() = 0;
};

} // namespace earshot
