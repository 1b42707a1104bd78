// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/destinations.h"

#include "models/store/binding.h"
#include "models/store/changetable.h"
#include "models/store/destinationcheck.h"
#include "models/store/secrets.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr auto c_select =
    "SELECT \"id\", \"key\", \"name\", \"kind\", \"url\", \"method\", \"rule\", \"ca_file\", \"state\", "
    "\"reason\", \"created_at\", \"options\", \"mapping\", \"mapping_version\", \"breaker\", \"hold_until\", "
    "\"hold_reason\" FROM destination WHERE \"removed_at\" IS NULL ";
constexpr QLatin1StringView c_active("active");
constexpr QLatin1StringView c_paused("paused");
constexpr std::array c_breakerWords = {u"closed", u"open", u"probing"};

/** One that nobody knows counts as closed: it then opens by itself. */
BreakerState breakerFromText(QStringView text)
{
    const auto word = std::ranges::find(c_breakerWords, text, [](const char16_t *known) { return QStringView(known); });
    return word == c_breakerWords.end() ? BreakerState::Closed : BreakerState(word - c_breakerWords.begin());
}

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
    destination.options = QJsonDocument::fromJson(row.text(11).toUtf8()).object();
    destination.mapping = row.text(12);
    destination.mappingVersion = row.integer(13);
    destination.breaker = breakerFromText(row.text(14));
    if (!row.isNull(15))
        destination.holdUntil = fromMicroseconds(row.integer(15));
    destination.holdReason = row.text(16);
    return destination;
}

/** A rule may be empty and yet be one, so only the missing one is NULL. */
QVariant ruleValue(const std::optional<QString> &rule)
{
    return rule ? notNull(*rule) : orNull(QString());
}

QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/** What records are rendered with. */
bool rendersAlike(const Destination &one, const Destination &other)
{
    const auto renderingOptions = [](QJsonObject options) {
        for (const QLatin1StringView pacing : {QLatin1StringView("rate"), QLatin1StringView("concurrency")})
            options.remove(pacing);
        return options;
    };
    return one.kind == other.kind && one.mapping == other.mapping && one.mapping.isNull() == other.mapping.isNull()
           && renderingOptions(one.options) == renderingOptions(other.options);
}

Result<void> changeRows(const Database &database, ChangeKind kind, const QString &sql, const QVariantList &values)
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
            "\"state\", \"reason\", \"created_at\", \"options\", \"mapping\", \"mapping_version\") "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {destination.key, destination.name, destination.kind, destination.url, destination.method,
         ruleValue(destination.rule), orNullIfEmpty(destination.caFile), destinationStateText(destination.state),
         orNullIfEmpty(destination.reason), toMicroseconds(destination.createdAt), jsonText(destination.options),
         orNull(destination.mapping), destination.mappingVersion});
    if (!inserted)
        return std::unexpected(inserted.error());
    const qint64 id = inserted->lastId();
    const auto noted = changetable::note(database, ChangeKind::Destination, id);
    return noted ? Result<qint64>(id) : std::unexpected(noted.error());
}

Result<Destination> byId(const Database &database, qint64 id)
{
    auto row = database.run(QLatin1StringView(c_select) + QLatin1StringView("AND \"id\" = ?"), {id});
    if (!row)
        return std::unexpected(row.error());
    if (!row->next())
        return failure(ErrorCode::NotFound, QStringLiteral("no destination %1").arg(id));
    return fromRow(*row);
}

/** AlreadyExists where another destination has the name. */
Result<void> checkNameIsFree(const Database &database, const Destination &destination)
{
    const auto taken = destinations::byName(database, destination.name);
    if (taken && taken->id != destination.id)
        return failure(ErrorCode::AlreadyExists,
                       QStringLiteral("there is a destination \"%1\" already").arg(destination.name));
    if (!taken && taken.error().code != ErrorCode::NotFound)
        return std::unexpected(taken.error());
    return {};
}

Result<void> runFor(const Database &database, std::initializer_list<QLatin1StringView> statements, qint64 destination)
{
    for (const QLatin1StringView statement : statements) {
        if (const auto done = database.run(statement, {destination}); !done)
            return std::unexpected(done.error());
    }
    return {};
}

/** Ids that one kind of destination gave mean nothing to another. */
Result<void> forgetCrmIds(const Database &database, qint64 destination)
{
    return runFor(database,
                  {QLatin1StringView("DELETE FROM crm_person WHERE \"destination\" = ?"),
                   QLatin1StringView("DELETE FROM outbox_step WHERE \"outbox\" IN (SELECT \"id\" FROM outbox "
                                     "WHERE \"destination\" = ?)")},
                  destination);
}

} // namespace

QString breakerStateText(BreakerState state)
{
    return QString::fromUtf16(c_breakerWords[std::size_t(state)]);
}

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
    if (const auto free = checkNameIsFree(database, destination); !free)
        return std::unexpected(free.error());
    if (destination.key.isEmpty())
        destination.key = randomKey();

    const auto id = insert(database, destination);
    if (!id)
        return std::unexpected(id.error());
    destination.id = *id;
    return destination;
}

Result<void> change(const Database &database, const Destination &destination)
{
    if (const auto checked = checkDestination(destination); !checked)
        return checked;
    const auto present = byId(database, destination.id);
    if (!present)
        return std::unexpected(present.error());
    if (const auto free = checkNameIsFree(database, destination); !free)
        return free;
    if (present->kind != destination.kind) {
        if (const auto forgotten = forgetCrmIds(database, destination.id); !forgotten)
            return forgotten;
    }
    const qint64 version = present->mappingVersion + (rendersAlike(*present, destination) ? 0 : 1);
    return changeRows(database, ChangeKind::Destination,
                      QStringLiteral("UPDATE destination SET \"name\" = ?, \"kind\" = ?, \"url\" = ?, "
                                     "\"method\" = ?, \"rule\" = ?, \"ca_file\" = ?, \"options\" = ?, "
                                     "\"mapping\" = ?, \"mapping_version\" = ? WHERE \"id\" = ?"),
                      {destination.name, destination.kind, destination.url, destination.method,
                       ruleValue(destination.rule), orNullIfEmpty(destination.caFile), jsonText(destination.options),
                       orNull(destination.mapping), version, destination.id});
}

Result<void> hold(const Database &database, qint64 id, std::optional<Timestamp> until, const QString &reason)
{
    return changeRows(database, ChangeKind::Destination,
                      QStringLiteral("UPDATE destination SET \"hold_until\" = ?, \"hold_reason\" = ? WHERE \"id\" = ?"),
                      {orNull(until), orNullIfEmpty(until ? reason : QString()), id});
}

Result<void> setBreaker(const Database &database, qint64 id, BreakerState state)
{
    return changeRows(database, ChangeKind::Destination,
                      QStringLiteral("UPDATE destination SET \"breaker\" = ? WHERE \"id\" = ?"),
                      {breakerStateText(state), id});
}

Result<void> pause(const Database &database, qint64 id, const QString &reason)
{
    return changeRows(
        database, ChangeKind::Destination,
        QStringLiteral("UPDATE destination SET \"state\" = ?, \"reason\" = ? WHERE \"id\" = ? AND \"state\" = ?"),
        {QString(c_paused), orNullIfEmpty(reason), id, QString(c_active)});
}

Result<void> resume(const Database &database, qint64 id, Timestamp now)
{
    const auto resumed =
        changeRows(database, ChangeKind::Destination,
                   QStringLiteral("UPDATE destination SET \"state\" = ?, \"reason\" = NULL, \"breaker\" = 'closed', "
                                  "\"hold_until\" = NULL, \"hold_reason\" = NULL WHERE \"id\" = ?"),
                   {QString(c_active), id});
    if (!resumed)
        return resumed;
    return changeRows(database, ChangeKind::Outbox,
                      QStringLiteral("UPDATE outbox SET \"attempts\" = 0, \"first_attempt_at\" = NULL, \"next_at\" = ? "
                                     "WHERE \"destination\" = ? AND \"state\" = 'waiting'"),
                      {toMicroseconds(now), id});
}

Result<void> remove(const Database &database, qint64 id, Timestamp now)
{
    const auto removed = changeRows(database, ChangeKind::Destination,
                                    QStringLiteral("UPDATE destination SET \"removed_at\" = ? WHERE \"id\" = ?"),
                                    {toMicroseconds(now), id});
    if (!removed)
        return removed;
    // What it called things stays with the rows, for whoever follows a link.
    const auto forgotten =
        runFor(database,
               {QLatin1StringView("DELETE FROM crm_person WHERE \"destination\" = ?"),
                QLatin1StringView("DELETE FROM outbox_sent WHERE \"outbox\" IN (SELECT \"id\" FROM outbox "
                                  "WHERE \"destination\" = ?)")},
               id);
    if (!forgotten)
        return forgotten;
    return changeRows(database, ChangeKind::Outbox,
                      QStringLiteral("UPDATE outbox SET \"state\" = 'discarded', \"body\" = NULL, "
                                     "\"question\" = NULL, \"candidates\" = NULL, \"updated_at\" = ? "
                                     "WHERE \"destination\" = ? AND \"state\" IN ('waiting', 'parked')"),
                      {toMicroseconds(now), id});
}

} // namespace destinations
} // namespace earshot
