// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/destinations.h"
#include "models/store/forwardingstate.h"

#include <QHash>
#include <QObject>

namespace earshot {

/** A destination with what the window says of it. */
struct DestinationEntry {
    Destination destination;
    QHash<OutboxState, qint64> outbox; ///< rows by state; states without a row are missing
    qint64 asking = 0; ///< of the parked ones, those that ask a person
    bool hasToken = false; ///< also where the secrets cannot be read
    bool hasSigningKey = false;
};

/** The destinations of a store, kept current. GUI thread. */
class DestinationList final : public QObject
{
    Q_OBJECT

public:
    /** @p reader must outlive it. */
    explicit DestinationList(StoreReader &reader, QObject *parent = nullptr);

    /** By name; empty until isLoaded(). */
    const QList<DestinationEntry> &entries() const { return m_entries; }

    bool isLoaded() const { return m_isLoaded; }

Q_SIGNALS:
    void changed();
    void failed(const earshot::Error &error);

private:
    void read();

    StoreReader &m_reader;
    QList<DestinationEntry> m_entries;
    bool m_isLoaded = false;
    bool m_isReading = false;
    bool m_isStale = false;
};

} // namespace earshot
