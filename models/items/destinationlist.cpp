// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/destinationlist.h"

#include "models/store/secrets.h"

namespace earshot {
namespace {

Result<QList<DestinationEntry>> readEntries(const Database &database, const QString &secretsPath)
{
    const auto secrets = Secrets::load(secretsPath);
    const auto known = destinations::all(database);
    if (!known)
        return std::unexpected(known.error());
    QList<DestinationEntry> entries;
    for (const Destination &destination : *known) {
        const auto counts = outbox::counts(database, destination.id);
        if (!counts)
            return std::unexpected(counts.error());
        const auto asking = countAsking(database, destination.id);
        if (!asking)
            return std::unexpected(asking.error());
        const Secrets::Destination kept = secrets ? secrets->destination(destination.key) : Secrets::Destination();
        entries.append({destination, *counts, *asking, !secrets || !kept.bearer.isEmpty(), !kept.signingKey.isEmpty()});
    }
    return entries;
}

} // namespace

DestinationList::DestinationList(StoreReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(&m_reader, &StoreReader::changed, this, [this](const StoreChanges &changes) {
        if (changes.settings || changes.outbox || changes.everything)
            read();
    });
    read();
}

void DestinationList::read()
{
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    m_isStale = false;
    const auto work = [path = m_reader.location().secretsPath()](const Database &database) {
        return readEntries(database, path);
    };
    m_reader.read<QList<DestinationEntry>>(work).then(this, [this](const Result<QList<DestinationEntry>> &read) {
        m_isReading = false;
        if (read) {
            m_entries = *read;
            m_isLoaded = true;
            Q_EMIT changed();
        } else {
            Q_EMIT failed(read.error());
        }
        if (m_isStale)
            this->read();
    });
}

} // namespace earshot
