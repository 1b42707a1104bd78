// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/integrity.h"

#include "models/domain/delivery.h"
#include "models/store/integritychecks.h"
#include "models/store/migrations.h"
#include "models/store/snapshot.h"

#include <QHash>

namespace earshot {
namespace {

constexpr int c_placesNamed = 5;

Result<std::optional<IntegrityProblem>> runCheck(const Database &database, const IntegrityCheck &check)
{
    auto rows = database.run(check.sql);
    if (!rows)
        return std::unexpected(rows.error());
    IntegrityProblem problem{check.name, check.meaning, 0, {}};
    while (rows->next()) {
        if (problem.count++ < c_placesNamed)
            problem.places.append(check.noun + QLatin1Char(' ') + rows->text(0));
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return problem.count > 0 ? std::optional(problem) : std::nullopt;
}

/** SQLite's own look at pages, indexes and constraints; it answers one row, `ok`, or a row a fault. */
Result<std::optional<IntegrityProblem>> checkFile(const Database &database)
{
    auto rows = database.run(QStringLiteral("PRAGMA integrity_check"));
    if (!rows)
        return std::unexpected(rows.error());
    IntegrityProblem problem{QStringLiteral("file"), QStringLiteral("The file is damaged."), 0, {}};
    while (rows->next()) {
        const QString answer = rows->text(0);
        if (answer != QLatin1StringView("ok") && problem.count++ < c_placesNamed)
            problem.places.append(answer);
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return problem.count > 0 ? std::optional(problem) : std::nullopt;
}

/** What the schema itself declares: the outbox names destinations and conversations that there are. */
Result<std::optional<IntegrityProblem>> checkForeignKeys(const Database &database)
{
    auto rows = database.run(QStringLiteral("PRAGMA foreign_key_check"));
    if (!rows)
        return std::unexpected(rows.error());
    IntegrityProblem problem{
        QStringLiteral("reference"), QStringLiteral("A row names another that is not there."), 0, {}};
    while (rows->next()) {
        if (problem.count++ < c_placesNamed)
            problem.places.append(QStringLiteral("%1 %2").arg(rows->text(0), rows->text(1)));
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return problem.count > 0 ? std::optional(problem) : std::nullopt;
}

Result<QList<StateCount>> countStates(const Database &database)
{
    auto rows = database.run(QStringLiteral(R"(SELECT coalesce(f."state", 'received'), count(*) FROM delivery d)"
                                            R"( LEFT JOIN finding f ON f."delivery" = d."id" GROUP BY 1)"));
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, qint64> counts;
    while (rows->next())
        counts.insert(rows->text(0), rows->integer(1));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    QList<StateCount> ordered;
    for (const DeliveryState state :
         {DeliveryState::Received, DeliveryState::Decoded, DeliveryState::Unknown, DeliveryState::Malformed,
          DeliveryState::Duplicate, DeliveryState::Quarantined, DeliveryState::Erased}) {
        const QString word = deliveryStateText(state);
        ordered.append({word, counts.value(word)});
    }
    return ordered;
}

Result<QList<IntegrityProblem>> findProblems(const Database &database)
{
    QList<IntegrityProblem> problems;
    const auto collect = [&](Result<std::optional<IntegrityProblem>> found) -> Result<void> {
        if (!found)
            return std::unexpected(found.error());
        if (*found)
            problems.append(**found);
        return {};
    };
    if (const auto done = collect(checkFile(database)); !done)
        return std::unexpected(done.error());
    if (const auto done = collect(checkForeignKeys(database)); !done)
        return std::unexpected(done.error());
    for (const IntegrityCheck &check : integrityChecks()) {
        if (const auto done = collect(runCheck(database, check)); !done)
            return std::unexpected(done.error());
    }
    return problems;
}

Result<IntegrityReport> readReport(const Database &database)
{
    const auto schema = schemaOf(database);
    if (!schema)
        return std::unexpected(schema.error());
    const auto problems = findProblems(database);
    if (!problems)
        return std::unexpected(problems.error());
    const auto deliveries = countStates(database);
    if (!deliveries)
        return std::unexpected(deliveries.error());
    const auto conversations = database.value(QStringLiteral("SELECT count(*) FROM conversation"));
    if (!conversations)
        return std::unexpected(conversations.error());
    return IntegrityReport{*schema, *deliveries, conversations->toLongLong(), *problems};
}

} // namespace

Result<IntegrityReport> checkIntegrity(const Database &database)
{
    return readSnapshot<IntegrityReport>(database, [&] { return readReport(database); });
}

} // namespace earshot
