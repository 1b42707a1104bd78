// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/destinations.h"
#include "models/store/outboxsteps.h"
#include "models/store/secrets.h"

#include <QJsonObject>

namespace earshot {

/** By what a contact is found at a destination. */
struct PersonKey {
    QString phone; ///< E.164 where it can be; null for none
    QString email; ///< null for none
    QString name; ///< null for none

    bool isEmpty() const { return phone.isEmpty() && email.isEmpty(); }

    friend bool operator==(const PersonKey &, const PersonKey &) = default;
};

/** One record on its way to a destination, and all that is told about it. */
struct Shipment {
    Destination destination;
    Secrets::Destination secrets;
    qint64 row = 0; ///< of the outbox
    QString recordKey; ///< names the record wherever it goes: `earshot:<source key>:<scope>:<platform id>`
    qint64 version = 0; ///< of the record
    QString deliveryKey; ///< names this version; the same on each attempt
    int attempt = 1;
    QByteArray body; ///< as the mapping rendered it; the same bytes on each attempt
    Timestamp at; ///< now, for the signature
    PersonKey person;
    QString contactKey; ///< phone or e-mail; null for a record that belongs to nobody
};

/** What a mapping makes of a conversation for a CRM: the body of a shipment, read. */
struct CrmEnvelope {
    QString object; ///< what is made there, in the CRM's word, as in `calls`; null for its usual one
    QJsonObject contact; ///< fields of a contact that has to be made; empty: the record hangs on nobody
    QJsonObject record; ///< fields of the call or chat
};

/** Reads the body that a mapping has made: an object of `record` (an object), `contact` (an object or null) and
 * `object` (text or nothing). Error BadArgument says what is wrong. */
Result<CrmEnvelope> readEnvelope(const QByteArray &body);

} // namespace earshot
