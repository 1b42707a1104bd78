// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/destinations.h"

#include "models/store/binding.h"
#include "models/store/changetable.h"
#include "models/store/destinationcheck.h"
#include "models/store/secrets.h"

namespace earshot {
namespace {

constexpr auto c_select =
    "SELECT \"id\", \"key\", \"name\", \"kind\", \"url\", \"method\", \"rule\", \"ca_file\", \"state\", "
    "\"reason\", \"created_at\" FROM destination WHERE \"removed_at\" IS NULL ";
constexpr QLatin1StringView c_active("active");
constexpr QLatin1StringView c_paused("paused");

Destination fromRow(const Statement &row)
{
    Destination destination;
    destination.id = row.integer(0);
    destination.key = row.text(1);
    destination.name = row.text(2);
    destination.kind = row.text(3);
    destination.url = row.text(4);
    destination.method = row.text(5);
    if (!row.isNull(6))
        destination.rule = row.text(6);
    destination.caFile = row.text(7);
    destination.state = row.text(8) == c_active ? DestinationState::Active : DestinationState::Paused;
    destination.reason = row.text(9);
    destination.createdAt = fromMicroseconds(row.integer(10));
    return destination;
}

/** A rule may be empty and yet be one, so only the missing one is NULL. */
QVariant ruleValue(const std::optional<QString> &rule)
{
    return rule ? notNull(*rule) : orNull(QString());
}

Result<void> change(const Database &database, ChangeKind kind, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    if (!done)
        return std::unexpected(done.error());
    return done->rowsChanged() > 0 ? changetable::note(database, kind) : Result<void>();
}

Result<qint64> insert(const Database &database, const Destination &destination)
{
    const auto inserted = database.run(
        QStringLiteral(
            "INSERT INTO destination (\"key\", \"name\", \"kind\", \"url\", \"method\", \"rule\", \"ca_file\", "
            "\"state\", \"reason\", \"created_at\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {destination.key, destination.name, destination.kind, destination.url, destination.method,
         ruleValue(destination.rule), orNullIfEmpty(destination.caFile), destinationStateText(destination.state),
         orNullIfEmpty(destination.reason), toMicroseconds(destination.createdAt)});
    if (!inserted)
        return std::unexpected(inserted.error());
    const qint64 id = inserted->lastId();
    const auto noted = changetable::note(database, ChangeKind::Destination, id);
    return noted ? Result<qint64>(id) : std::unexpected(noted.error());
}

} // namespace

QString destinationStateText(DestinationState state)
{
    return state == DestinationState::Active ? c_active : c_paused;
}

namespace destinations {

Result<QList<Destination>> all(const Database &database)
{
    auto rows = database.run(QLatin1StringView(c_select) + QLatin1StringView("ORDER BY \"name\" COLLATE NOCASE"));
    if (!rows)
        return std::unexpected(rows.error());
    QList<Destination> found;
    while (rows->next())
        found.append(fromRow(*rows));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return found;
}

Result<Destination> byName(const Database &database, const QString &name)
{
    const auto known = all(database);
    if (!known)
        return std::unexpected(known.error());
    QStringList names;
    for (const Destination &destination : *known) {
        if (destination.name.compare(name, Qt::CaseInsensitive) == 0)
            return destination;
        names.append(destination.name);
    }
    const QString others = names.isEmpty() ? QStringLiteral("there is none yet")
                                           : QStringLiteral("there are: %1").arg(names.join(QLatin1StringView(", ")));
    return failure(ErrorCode::NotFound, QStringLiteral("no destination \"%1\"; %2").arg(name, others));
}

Result<Destination> add(const Database &database, Destination destination)
{
    if (const auto checked = checkDestination(destination); !checked)
        return std::unexpected(checked.error());
    const auto taken = byName(database, destination.name);
    if (taken)
        return failure(ErrorCode::AlreadyExists,
                       QStringLiteral("there is a destination \"%1\" already").arg(destination.name));
    if (taken.error().code != ErrorCode::NotFound)
        return taken;
    if (destination.key.isEmpty())
        destination.key = randomKey();

    const auto id = insert(database, destination);
    if (!id)
        return std::unexpected(id.error());
    destination.id = *id;
    return destination;
}

Result<void> pause(const Database &database, qint64 id, const QString &reason)
{
    return change(
        database, ChangeKind::Destination,
        QStringLiteral("UPDATE destination SET \"state\" = ?, \"reason\" = ? WHERE \"id\" = ? AND \"state\" = ?"),
        {QString(c_paused), orNullIfEmpty(reason), id, QString(c_active)});
}

Result<void> resume(const Database &database, qint64 id, Timestamp now)
{
    const auto resumed =
        change(database, ChangeKind::Destination,
               QStringLiteral("UPDATE destination SET \"state\" = ?, \"reason\" = NULL WHERE \"id\" = ?"),
               {QString(c_active), id});
    if (!resumed)
        return resumed;
    return change(database, ChangeKind::Outbox,
                  QStringLiteral("UPDATE outbox SET \"attempts\" = 0, \"first_attempt_at\" = NULL, \"next_at\" = ? "
                                 "WHERE \"destination\" = ? AND \"state\" = 'waiting'"),
                  {toMicroseconds(now), id});
}

Result<void> remove(const Database &database, qint64 id, Timestamp now)
{
    const auto removed =
        change(database, ChangeKind::Destination,
               QStringLiteral("UPDATE destination SET \"removed_at\" = ? WHERE \"id\" = ?"), {toMicroseconds(now), id});
    if (!removed)
        return removed;
    return change(database, ChangeKind::Outbox,
                  QStringLiteral("UPDATE outbox SET \"state\" = 'discarded', \"body\" = NULL, \"updated_at\" = ? "
                                 "WHERE \"destination\" = ? AND \"state\" IN ('waiting', 'parked')"),
                  {toMicroseconds(now), id});
}

} // namespace destinations
} // namespace earshot
