// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/changes.h"

#include "models/store/changetable.h"
#include "models/store/snapshot.h"

#include <QSet>

namespace earshot {
namespace {

constexpr qint64 c_mostRows = 50'000; // over these, reading all anew is cheaper

/** Where a store stands. */
struct Position {
    qint64 firstChange = 0;
    qint64 lastChange = 0;
    qint64 lastDelivery = 0;
    qint64 projected = 0;
};

Result<Position> positionOf(const Database &database)
{
    auto row = database.run(QStringLiteral(
        "SELECT (SELECT coalesce(min(\"id\"), 0) FROM change), (SELECT coalesce(max(\"id\"), 0) FROM change), "
        "(SELECT coalesce(max(\"id\"), 0) FROM delivery), "
        "(SELECT coalesce(max(\"value\"), 0) FROM meta WHERE \"key\" = 'projected')"));
    if (!row)
        return std::unexpected(row.error());
    if (!row->next()) {
        const auto ended = row->ended();
        return std::unexpected(ended ? Error{ErrorCode::StoreFailed, database.path()} : ended.error());
    }
    return Position{row->integer(0), row->integer(1), row->integer(2), row->integer(3)};
}

Result<qint64> dataVersionOf(const Database &database)
{
    const auto version = database.value(QStringLiteral("PRAGMA data_version"));
    return version ? Result<qint64>(version->toLongLong()) : std::unexpected(version.error());
}

/** Gathers rows of the table into what a reader is told. */
class Gathering
{
public:
    explicit Gathering(StoreChanges &changes)
        : m_changes(changes)
    {
    }

    void add(const QString &kind, qint64 record)
    {
        if (kind == changeKindText(ChangeKind::Conversation))
            addConversation(record);
        else if (kind == changeKindText(ChangeKind::Outbox))
            addOutbox(record);
        else if (kind == changeKindText(ChangeKind::Rebuild))
            m_changes.everything = true;
        else if (kind == changeKindText(ChangeKind::Delivery))
            m_changes.hasLostDeliveries = true;
        else
            m_changes.settings = true;
    }

private:
    void addConversation(qint64 id)
    {
        if (id == 0)
            m_changes.everything = true;
        else if (!m_known.contains(id)) {
            m_known.insert(id);
            m_changes.conversations.append(id);
        }
    }

    /** Whoever shows a conversation shows how far it is on its way. */
    void addOutbox(qint64 conversation)
    {
        m_changes.outbox = true;
        if (conversation != 0)
            addConversation(conversation);
        else
            m_changes.hasUnnamedOutbox = true;
    }

    StoreChanges &m_changes;
    QSet<qint64> m_known;
};

Result<void> gather(const Database &database, qint64 after, StoreChanges &changes)
{
    auto rows = database.run(QStringLiteral("SELECT \"kind\", \"record\" FROM change WHERE \"id\" > ? ORDER BY \"id\""),
                             {after});
    if (!rows)
        return std::unexpected(rows.error());
    Gathering gathering(changes);
    while (rows->next())
        gathering.add(rows->text(0), rows->integer(1));
    return rows->ended();
}

} // namespace

ChangeReader::ChangeReader(const Database &database)
    : m_database(&database)
{
}

Result<ChangeReader> ChangeReader::open(const Database &database)
{
    ChangeReader reader(database);
    const auto version = dataVersionOf(database); // first: what comes between is then looked for once more
    if (!version)
        return std::unexpected(version.error());
    const auto position = positionOf(database);
    if (!position)
        return std::unexpected(position.error());
    reader.m_dataVersion = *version;
    reader.m_lastChange = position->lastChange;
    reader.m_lastDelivery = position->lastDelivery;
    reader.m_projected = position->projected;
    return reader;
}

Result<StoreChanges> ChangeReader::poll()
{
    const auto version = dataVersionOf(*m_database);
    if (!version)
        return std::unexpected(version.error());
    if (*version == m_dataVersion)
        return StoreChanges{{}, false, m_lastDelivery, m_projected, false, false, false, false};
    const auto changes = readSnapshot<StoreChanges>(*m_database, [this] { return readChanges(); });
    if (changes)
        m_dataVersion = *version;
    return changes;
}

Result<StoreChanges> ChangeReader::readChanges()
{
    const auto position = positionOf(*m_database);
    if (!position)
        return std::unexpected(position.error());
    StoreChanges changes;
    changes.lastDelivery = position->lastDelivery;
    changes.projected = position->projected;
    changes.hasNewDeliveries = position->lastDelivery != m_lastDelivery || position->projected != m_projected;
    const bool wasCutOff = position->lastChange > m_lastChange && position->firstChange > m_lastChange + 1;
    const bool isAnotherTable = position->lastChange < m_lastChange;
    if (wasCutOff || isAnotherTable || position->lastChange - m_lastChange > c_mostRows) {
        changes.everything = changes.outbox = changes.settings = true;
    } else if (const auto gathered = gather(*m_database, m_lastChange, changes); !gathered) {
        return std::unexpected(gathered.error());
    }
    m_lastChange = position->lastChange;
    m_lastDelivery = position->lastDelivery;
    m_projected = position->projected;
    return changes;
}

} // namespace earshot
