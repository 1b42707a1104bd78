// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/quarantine.h"

#include "models/domain/verdict.h"
#include "models/store/changetable.h"
#include "models/store/journal.h"
#include "models/store/removal.h"
#include "models/store/storeddelivery.h"
#include "models/store/tableset.h"

#include <QSet>

namespace earshot::quarantine {
namespace {

/** Errors: NotFound, and BadArgument for one that is not in quarantine. */
Result<void> checkQuarantined(const Database &database, qint64 id)
{
    const auto state =
        database.value(QStringLiteral(R"(SELECT coalesce(f."state", 'received') FROM delivery d)"
                                      R"( LEFT JOIN finding f ON f."delivery" = d."id" WHERE d."id" = ?)"),
                       {id});
    if (!state)
        return std::unexpected(state.error());
    if (!state->isValid())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no delivery %1").arg(id));
    if (state->toString() != deliveryStateText(DeliveryState::Quarantined))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("delivery %1 is not in quarantine: it is %2").arg(id).arg(state->toString()));
    return {};
}

Result<void> checkNotReleased(const Database &database, qint64 id)
{
    const auto copy = database.value(QStringLiteral(R"(SELECT "id" FROM delivery WHERE "released_from" = ?)"), {id});
    if (!copy)
        return std::unexpected(copy.error());
    if (copy->isValid())
        return failure(ErrorCode::AlreadyExists,
                       QStringLiteral("delivery %1 was released before, as %2").arg(id).arg(copy->toLongLong()));
    return {};
}

Result<Delivery> copyOf(const Database &database, qint64 id)
{
    if (const auto checked = checkQuarantined(database, id); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkNotReleased(database, id); !checked)
        return std::unexpected(checked.error());
    const auto stored = storedDelivery(database, id);
    if (!stored)
        return std::unexpected(stored.error());
    if (!stored->hasBytes)
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("delivery %1 cannot be released: what was sent is not kept any more").arg(id));
    Delivery copy = stored->delivery;
    copy.verdict = verdictWord(Verdict::Released);
    copy.verdictReason.clear();
    copy.answered.reset();
    copy.releasedFrom = id;
    return copy;
}

/** A rebuild that runs may have come past it. */
Result<void> removeFromRebuild(const Database &database, qint64 id)
{
    const QString table = TableSet::rebuilding().name(QStringLiteral("finding"));
    const auto exists =
        database.value(QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"), {table});
    if (!exists)
        return std::unexpected(exists.error());
    if (!exists->isValid())
        return {};
    const auto removed = database.run(QStringLiteral("DELETE FROM %1 WHERE \"delivery\" = ?").arg(table), {id});
    return removed ? Result<void>() : std::unexpected(removed.error());
}

QList<qint64> withoutRepeats(const QList<qint64> &ids)
{
    QList<qint64> once;
    QSet<qint64> known;
    for (const qint64 id : ids) {
        if (!known.contains(id))
            once.append(id);
        known.insert(id);
    }
    return once;
}

} // namespace

Result<QList<QuarantinedDelivery>> list(const Database &database)
{
    auto rows = database.run(QStringLiteral(
        R"(SELECT d."id", s."name", d."received_at", d."remote", d."bytes", d."verdict", f."reason", c."id")"
        R"( FROM finding f JOIN delivery d ON d."id" = f."delivery")"
        R"( LEFT JOIN source s ON s."id" = d."source_id")"
        R"( LEFT JOIN delivery c ON c."released_from" = d."id")"
        R"( WHERE f."state" = 'quarantined' AND f."state" <> 'decoded' ORDER BY f."delivery")"));
    if (!rows)
        return std::unexpected(rows.error());
    QList<QuarantinedDelivery> found;
    while (rows->next()) {
        const auto releasedAs = rows->isNull(7) ? std::nullopt : std::optional(rows->integer(7));
        found.append({rows->integer(0), rows->text(1), fromMicroseconds(rows->integer(2)), rows->text(3),
                      rows->integer(4), rows->text(5), rows->text(6), releasedAs});
    }
    const auto ended = rows->ended();
    return ended ? Result<QList<QuarantinedDelivery>>(found) : std::unexpected(ended.error());
}

Result<QList<qint64>> release(const Database &database, const QList<qint64> &ids)
{
    auto journal = Journal::open(database);
    if (!journal)
        return std::unexpected(journal.error());
    QList<qint64> copies;
    const QList<qint64> wanted = withoutRepeats(ids);
    for (const qint64 id : wanted) {
        const auto copy = copyOf(database, id);
        if (!copy)
            return std::unexpected(copy.error());
        const auto appended = journal->append(*copy);
        if (!appended)
            return std::unexpected(appended.error());
        copies.append(*appended);
    }
    // The originals show from now on that they were released.
    const auto noted = changetable::note(database, ChangeKind::Delivery);
    return noted ? Result<QList<qint64>>(copies) : std::unexpected(noted.error());
}

Result<qint64> discard(const Database &database, const QList<qint64> &ids)
{
    Removal removal(database);
    PurgeReport report;
    const QList<qint64> wanted = withoutRepeats(ids);
    for (const qint64 id : wanted) {
        if (const auto checked = checkQuarantined(database, id); !checked)
            return std::unexpected(checked.error());
        if (const auto removed = removal.removeDelivery(id, report); !removed)
            return std::unexpected(removed.error());
        if (const auto removed = removeFromRebuild(database, id); !removed)
            return std::unexpected(removed.error());
    }
    const auto noted = changetable::note(database, ChangeKind::Delivery);
    return noted ? Result<qint64>(report.deliveries) : std::unexpected(noted.error());
}

} // namespace earshot::quarantine
