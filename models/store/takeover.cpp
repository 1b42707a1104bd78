// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/takeover.h"

namespace earshot {

TakeOver::TakeOver(const Database &database, const TableSet &tables)
    : m_sql(database)
    , m_tables(tables)
{
}

Result<TakeOver::Fate> TakeOver::fateOf(qint64 delivery)
{
    Fate fate = Fate::Gone;
    const auto read = m_sql.each(
        QStringLiteral(R"(SELECT z."delivery" IS NOT NULL FROM finding f)"
                       R"( LEFT JOIN frozen_delivery z ON z."delivery" = f."delivery" WHERE f."delivery" = ?)"),
        {delivery}, [&fate](const Statement &row) { fate = row.integer(0) != 0 ? Fate::Frozen : Fate::Decode; });
    return read ? Result<Fate>(fate) : std::unexpected(read.error());
}

Result<void> TakeOver::copyRows(const QStringList &statements, qint64 id)
{
    for (const QString &statement : statements) {
        if (const auto copied = m_sql.run(m_tables.sql(statement), {id}); !copied)
            return std::unexpected(copied.error());
    }
    return {};
}

Result<QList<qint64>> TakeOver::copyDelivery(qint64 delivery)
{
    const auto copied =
        copyRows({QStringLiteral(R"(INSERT INTO {finding} SELECT * FROM finding WHERE "delivery" = ?)")}, delivery);
    if (!copied)
        return std::unexpected(copied.error());
    const auto moved = m_sql.integer(QStringLiteral(R"(SELECT f."duplicate_of" FROM finding f JOIN finding o)"
                                                    R"( ON o."delivery" = f."duplicate_of" WHERE f."delivery" = ?)"
                                                    R"( AND f."received_at" < o."received_at")"),
                                     {delivery});
    if (!moved)
        return std::unexpected(moved.error());
    const qint64 origin = *moved > 0 ? *moved : delivery;
    const auto events = copyRows({QStringLiteral(R"(DELETE FROM {event} WHERE "delivery" = ?)"),
                                  QStringLiteral(R"(INSERT INTO {event} SELECT * FROM event WHERE "delivery" = ?)")},
                                 origin);
    if (!events)
        return std::unexpected(events.error());
    return m_sql.integers(QStringLiteral(R"(SELECT DISTINCT "conversation" FROM event WHERE "delivery" = ?)"
                                         R"( AND "conversation" IS NOT NULL)"),
                          {origin});
}

Result<bool> TakeOver::isSealed(qint64 conversation)
{
    const auto sealed =
        m_sql.integer(QStringLiteral(R"(SELECT 1 FROM sealed_conversation WHERE "conversation" = ?)"), {conversation});
    return sealed ? Result<bool>(*sealed != 0) : std::unexpected(sealed.error());
}

Result<bool> TakeOver::isSealed(qint64 sourceId, const ConversationKey &key)
{
    const QString scope = key.scope.isNull() ? QStringLiteral("") : key.scope;
    const auto sealed = m_sql.integer(
        QStringLiteral(R"(SELECT 1 FROM identity i JOIN sealed_conversation s ON s."conversation" = i."id")"
                       R"( WHERE i."source_id" = ? AND i."platform_id" = ? AND i."scope" = ?)"),
        {sourceId, key.platformId, scope});
    return sealed ? Result<bool>(*sealed != 0) : std::unexpected(sealed.error());
}

Result<void> TakeOver::copyConversation(qint64 conversation)
{
    return copyRows(
        {QStringLiteral(R"(DELETE FROM {message} WHERE "conversation" = ?)"),
         QStringLiteral(R"(INSERT INTO {message} SELECT * FROM message WHERE "conversation" = ?)"),
         QStringLiteral(R"(INSERT OR REPLACE INTO {conversation} SELECT * FROM conversation WHERE "id" = ?)")},
        conversation);
}

} // namespace earshot
