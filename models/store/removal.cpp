// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/removal.h"

#include "models/store/idlist.h"

#include <QSet>

namespace earshot {
namespace {

constexpr int c_bodiesAtATime = 64;

// Contacts at destinations that no other record there belongs to.
constexpr QLatin1StringView c_removePersons(
    R"(DELETE FROM crm_person WHERE ("destination", "contact_key") IN (SELECT g."destination", g."contact_key")"
    R"( FROM outbox g WHERE g."conversation" = ? AND NOT EXISTS (SELECT 1 FROM outbox o)"
    R"( WHERE o."destination" = g."destination" AND o."contact_key" = g."contact_key")"
    R"( AND o."conversation" <> g."conversation")))");

Result<void> withoutCount(const Result<qint64> &done)
{
    return done ? Result<void>() : std::unexpected(done.error());
}

} // namespace

PurgeReport &PurgeReport::operator+=(const PurgeReport &other)
{
    conversations += other.conversations;
    sealed += other.sealed;
    deliveries += other.deliveries;
    bytes += other.bytes;
    kept += other.kept;
    return *this;
}

Result<void> Removal::runAll(const QStringList &statements, const QVariant &value)
{
    for (const QString &statement : statements) {
        if (const auto done = m_sql.run(statement, {value}); !done)
            return std::unexpected(done.error());
    }
    return {};
}

/** A rebuild takes over what was found in these, and of their repeats that they are some. */
Result<void> Removal::freeze(const QString &deliveries)
{
    return withoutCount(m_sql.run(
        QStringLiteral(
            R"(INSERT OR IGNORE INTO frozen_delivery SELECT "value" FROM json_each(?))"
            R"( UNION SELECT "delivery" FROM finding WHERE "duplicate_of" IN (SELECT "value" FROM json_each(?)))"),
        {deliveries, deliveries}));
}

/** Events with the key of one that goes were warned of because of it; decoded again they would not be. */
Result<void> Removal::freezeNamesakes(const QString &deliveries)
{
    const auto namesakes = m_sql.integers(
        QStringLiteral(R"(SELECT DISTINCT o."delivery" FROM event e JOIN event o ON o."source_id" = e."source_id")"
                       R"( AND o."event_key" = e."event_key" WHERE e."delivery" IN (SELECT "value" FROM json_each(?)))"
                       R"( AND e."event_key" IS NOT NULL AND o."event_key" IS NOT NULL)"
                       R"( AND o."delivery" NOT IN (SELECT "value" FROM json_each(?)))"),
        {deliveries, deliveries});
    if (!namesakes)
        return std::unexpected(namesakes.error());
    return namesakes->isEmpty() ? Result<void>() : freeze(idList(*namesakes));
}

Result<QString> Removal::withRepeats(const QString &originals)
{
    const auto all =
        m_sql.integers(QStringLiteral(R"(SELECT "value" FROM json_each(?) UNION SELECT "delivery" FROM finding)"
                                      R"( WHERE "duplicate_of" IN (SELECT "value" FROM json_each(?)))"),
                       {originals, originals});
    return all ? Result<QString>(idList(*all)) : std::unexpected(all.error());
}

/** Deliveries that speak of other conversations too stay, without their events of this one: a rebuild must not find
 * those again. */
Result<void> Removal::leaveShared(qint64 conversation, const QList<qint64> &shared)
{
    if (shared.isEmpty())
        return {};
    const QString deliveries = idList(shared);
    if (const auto frozen = freeze(deliveries); !frozen)
        return frozen;
    // Their bytes may have waited for this conversation alone.
    const auto looked =
        m_sql.run(QStringLiteral(
                      R"(UPDATE sealed_conversation SET "has_bytes" = 1 WHERE "conversation" IN (SELECT "conversation")"
                      R"( FROM event WHERE "delivery" IN (SELECT "value" FROM json_each(?))))"),
                  {deliveries});
    if (!looked)
        return std::unexpected(looked.error());
    return withoutCount(
        m_sql.run(QStringLiteral(R"(UPDATE finding SET "events" = "events" - (SELECT count(*) FROM event e)"
                                 R"( WHERE e."delivery" = finding."delivery" AND e."conversation" = ?))"
                                 R"( WHERE "delivery" IN (SELECT "value" FROM json_each(?)))"),
                  {conversation, deliveries}));
}

/** Before their deliveries, which say how many bytes they are. */
Result<void> Removal::removeBodies(const QString &deliveries, PurgeReport &report)
{
    const auto bytes = m_sql.integer(
        QStringLiteral(R"(SELECT sum(d."bytes") FROM delivery d WHERE d."id" IN (SELECT "value" FROM json_each(?)))"
                       R"( AND EXISTS (SELECT 1 FROM delivery_body b WHERE b."delivery" = d."id"))"),
        {deliveries});
    if (!bytes)
        return std::unexpected(bytes.error());
    report.bytes += *bytes;
    return withoutCount(
        m_sql.run(QStringLiteral(R"(DELETE FROM delivery_body WHERE "delivery" IN (SELECT "value" FROM json_each(?)))"),
                  {deliveries}));
}

Result<void> Removal::removeDeliveries(const QString &originals, PurgeReport &report)
{
    const auto deliveries = withRepeats(originals);
    if (!deliveries)
        return std::unexpected(deliveries.error());
    if (const auto frozen = freezeNamesakes(*deliveries); !frozen)
        return frozen;
    if (const auto removed = removeBodies(*deliveries, report); !removed)
        return removed;
    const QString in = QStringLiteral(R"( IN (SELECT "value" FROM json_each(?)))");
    const auto rest = runAll({QString(QLatin1StringView(R"(DELETE FROM event WHERE "delivery")") + in),
                              QString(QLatin1StringView(R"(DELETE FROM finding WHERE "delivery")") + in),
                              QString(QLatin1StringView(R"(DELETE FROM frozen_delivery WHERE "delivery")") + in)},
                             *deliveries);
    if (!rest)
        return rest;
    const auto removed =
        m_sql.run(QString(QLatin1StringView(R"(DELETE FROM delivery WHERE "id")") + in), {*deliveries});
    if (!removed)
        return std::unexpected(removed.error());
    report.deliveries += *removed;
    return {};
}

Result<void> Removal::removeConversation(qint64 conversation, PurgeReport &report)
{
    const auto own = m_sql.integers(QStringLiteral(R"(SELECT DISTINCT "delivery" FROM event WHERE "conversation" = ?)"),
                                    {conversation});
    if (!own)
        return std::unexpected(own.error());
    const auto shared = m_sql.integers(
        QStringLiteral(R"(SELECT DISTINCT "delivery" FROM event WHERE "delivery" IN (SELECT "value" FROM json_each(?)))"
                       R"( AND "conversation" <> ?)"),
        {idList(*own), conversation});
    if (!shared)
        return std::unexpected(shared.error());
    if (const auto left = leaveShared(conversation, *shared); !left)
        return left;
    QList<qint64> going = *own;
    const QSet<qint64> staying(shared->cbegin(), shared->cend());
    going.removeIf([&staying](qint64 delivery) { return staying.contains(delivery); });
    if (const auto removed = removeDeliveries(idList(going), report); !removed)
        return removed;
    ++report.conversations;
    return runAll({QStringLiteral(R"(DELETE FROM event WHERE "conversation" = ?)"),
                   QStringLiteral(R"(DELETE FROM message WHERE "conversation" = ?)"), c_removePersons,
                   QStringLiteral(R"(DELETE FROM outbox WHERE "conversation" = ?)"), // with steps, bodies and attempts
                   QStringLiteral(R"(DELETE FROM enrichment WHERE "conversation" = ?)"),
                   QStringLiteral(R"(DELETE FROM backfill WHERE "conversation" = ?)"),
                   QStringLiteral(R"(DELETE FROM conversation WHERE "id" = ?)"),
                   QStringLiteral(R"(DELETE FROM sealed_conversation WHERE "conversation" = ?)"),
                   QStringLiteral(R"(DELETE FROM identity WHERE "id" = ?)")},
                  conversation);
}

Result<void> Removal::seal(qint64 conversation, Timestamp now, PurgeReport &report)
{
    const auto sealed = m_sql.run(QStringLiteral("INSERT OR IGNORE INTO sealed_conversation VALUES (?, ?, 1)"),
                                  {conversation, toMicroseconds(now)});
    if (!sealed)
        return std::unexpected(sealed.error());
    report.sealed += *sealed;
    const auto own = m_sql.integers(QStringLiteral(R"(SELECT DISTINCT "delivery" FROM event WHERE "conversation" = ?)"),
                                    {conversation});
    return own ? freeze(idList(*own)) : std::unexpected(own.error());
}

Result<bool> Removal::strip(qint64 conversation, QDeadlineTimer deadline, PurgeReport &report)
{
    const auto held = m_sql.integers(
        QStringLiteral(
            R"(SELECT t."d" FROM (SELECT e."delivery" AS "d", e."delivery" AS "origin" FROM event e)"
            R"( WHERE e."conversation" = ? UNION SELECT f."delivery", e."delivery" FROM event e)"
            R"( JOIN finding f ON f."duplicate_of" = e."delivery" WHERE e."conversation" = ?) t)"
            R"( WHERE EXISTS (SELECT 1 FROM delivery_body b WHERE b."delivery" = t."d"))"
            R"( AND NOT EXISTS (SELECT 1 FROM event o LEFT JOIN sealed_conversation s ON s."conversation" = o."conversation")"
            R"( WHERE o."delivery" = t."origin" AND o."conversation" IS NOT NULL AND s."conversation" IS NULL) LIMIT ?)"),
        {conversation, conversation, c_bodiesAtATime});
    if (!held)
        return std::unexpected(held.error());
    for (const qint64 delivery : *held) {
        if (const auto removed = removeBodies(idList(QList{delivery}), report); !removed)
            return std::unexpected(removed.error());
        if (deadline.hasExpired())
            return false;
    }
    if (held->size() == c_bodiesAtATime)
        return false;
    const auto done = m_sql.run(
        QStringLiteral(R"(UPDATE sealed_conversation SET "has_bytes" = 0 WHERE "conversation" = ?)"), {conversation});
    return done ? Result<bool>(true) : std::unexpected(done.error());
}

Result<void> Removal::removeDelivery(qint64 delivery, PurgeReport &report)
{
    return removeDeliveries(idList(QList{delivery}), report);
}

Result<void> Removal::stripDelivery(qint64 delivery, PurgeReport &report)
{
    const QString original = idList(QList{delivery});
    if (const auto frozen = freeze(original); !frozen)
        return frozen;
    const auto all = withRepeats(original);
    return all ? removeBodies(*all, report) : std::unexpected(all.error());
}

} // namespace earshot
