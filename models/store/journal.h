// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"
#include "models/store/database.h"

namespace earshot {

/** Inserts deliveries; what is inserted is never changed. On the writer's connection, inside its transactions. */
class Journal
{
public:
    /** Prepares its statements on @p database, which must outlive it. */
    static Result<Journal> open(const Database &database);

    /** The new delivery's id. */
    Result<qint64> append(const Delivery &delivery);

private:
    Statement m_insertDelivery;
    Statement m_insertBody;
};

/** Reads deliveries back, oldest first, on any connection. */
class JournalReader
{
public:
    static Result<JournalReader> open(const Database &database);

    /** At most @p most deliveries with an id over @p after; stops early once their bodies exceed @p mostBytes. */
    Result<QList<Delivery>> after(qint64 after, int most, qint64 mostBytes);

private:
    Statement m_select;
};

/** Header fields as the store keeps them, `Name: value` a line, and back. */
QByteArray headersToBytes(const QList<HeaderField> &headers);
QList<HeaderField> headersFromBytes(const QByteArray &bytes);

} // namespace earshot
