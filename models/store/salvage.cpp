// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/salvage.h"

#include "models/store/migrations.h"

#include <array>

namespace earshot {
namespace {

/** In an order in which nothing is missed by a trigger; what follows them is copied in the order of its names. */
const QStringList &firstTables()
{
    static const QStringList tables{QStringLiteral("source"),        QStringLiteral("destination"),
                                    QStringLiteral("setting"),       QStringLiteral("delivery"),
                                    QStringLiteral("delivery_body"), QStringLiteral("identity")};
    return tables;
}

/** Made anew here, by triggers, or without meaning in another file. */
const QStringList &skippedTables()
{
    static const QStringList tables{QStringLiteral("meta"), QStringLiteral("change"), QStringLiteral("raw_bytes"),
                                    QStringLiteral("arrival")};
    return tables;
}

Result<QStringList> tablesOf(const Database &database)
{
    QStringList tables = firstTables();
    auto rows = database.run(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
    if (!rows)
        return std::unexpected(rows.error());
    while (rows->next()) {
        const QString name = rows->text(0);
        if (!tables.contains(name) && !skippedTables().contains(name) && !name.startsWith(QLatin1StringView("sqlite_")))
            tables.append(name);
    }
    const auto ended = rows->ended();
    return ended ? Result<QStringList>(tables) : std::unexpected(ended.error());
}

Result<qint64> change(const Database &database, const QString &sql)
{
    const auto done = database.run(sql);
    return done ? Result<qint64>(done->rowsChanged()) : std::unexpected(done.error());
}

struct Repair {
    qint64 SalvageReport::*count;
    const char *sql;
};

constexpr std::array c_repairs = {
    // A body that is not as long as its delivery says is not what was sent.
    Repair{&SalvageReport::orphans,
           R"(DELETE FROM delivery_body WHERE "delivery" IN (SELECT b."delivery" FROM delivery_body b)"
           R"( LEFT JOIN delivery d ON d."id" = b."delivery" WHERE length(b."body") IS NOT d."bytes"))"},
    // Frozen ones have none on purpose; they need what was found out about them.
    Repair{&SalvageReport::orphans,
           R"(DELETE FROM frozen_delivery WHERE "delivery" NOT IN (SELECT "delivery" FROM finding))"},
    Repair{&SalvageReport::deliveriesWithoutBody,
           R"(DELETE FROM delivery WHERE "id" NOT IN (SELECT "delivery" FROM delivery_body))"
           R"( AND "id" NOT IN (SELECT "delivery" FROM frozen_delivery))"},
    Repair{&SalvageReport::orphans,
           R"(DELETE FROM frozen_delivery WHERE "delivery" NOT IN (SELECT "id" FROM delivery))"},
    Repair{
        &SalvageReport::sourcesMadeUp,
        R"(INSERT INTO source ("id", "key", "name", "platform", "zone", "allow", "end_timeout_s", "enabled",)"
        R"( "created_at") SELECT DISTINCT d."source_id", 'lost-' || d."source_id", 'lost-' || d."source_id",)"
        R"( 'custom', 'UTC', '[]', 7200, 0, 0 FROM delivery d WHERE d."source_id" NOT IN (SELECT "id" FROM source))"},
    Repair{&SalvageReport::orphans,
           R"(DELETE FROM sealed_conversation WHERE "conversation" NOT IN (SELECT c."id" FROM conversation c)"
           R"( JOIN identity i ON i."id" = c."id"))"},
    Repair{&SalvageReport::orphans, R"(DELETE FROM outbox WHERE "conversation" NOT IN (SELECT "id" FROM identity))"
                                    R"( OR "destination" NOT IN (SELECT "id" FROM destination))"},
    Repair{&SalvageReport::orphans, R"(DELETE FROM outbox_step WHERE "outbox" NOT IN (SELECT "id" FROM outbox))"},
    Repair{&SalvageReport::orphans, R"(DELETE FROM outbox_sent WHERE "outbox" NOT IN (SELECT "id" FROM outbox))"},
    Repair{&SalvageReport::orphans, R"(DELETE FROM outbox_attempt WHERE "outbox" NOT IN (SELECT "id" FROM outbox))"
                                    R"( OR "destination" NOT IN (SELECT "id" FROM destination))"},
    Repair{&SalvageReport::orphans,
           R"(DELETE FROM outbox_exchange WHERE "attempt" NOT IN (SELECT "id" FROM outbox_attempt))"},
    Repair{&SalvageReport::orphans,
           R"(DELETE FROM crm_person WHERE "destination" NOT IN (SELECT "id" FROM destination))"},
    Repair{&SalvageReport::orphans,
           R"(DELETE FROM enrichment WHERE "conversation" NOT IN (SELECT "id" FROM identity))"},
    Repair{&SalvageReport::orphans, R"(DELETE FROM backfill WHERE "conversation" NOT IN (SELECT "id" FROM identity))"},
};

Result<void> mend(const Database &database, SalvageReport &report)
{
    for (const Repair &repair : c_repairs) {
        const auto changed = change(database, QString::fromUtf8(repair.sql));
        if (!changed)
            return std::unexpected(changed.error());
        report.*repair.count += *changed;
    }
    for (const char *sql :
         {"DELETE FROM raw_bytes", R"(INSERT INTO raw_bytes SELECT d."source_id", sum(d."bytes") FROM delivery d)"
                                   R"( JOIN delivery_body b ON b."delivery" = d."id" GROUP BY 1)"}) {
        if (const auto done = change(database, QString::fromUtf8(sql)); !done)
            return std::unexpected(done.error());
    }
    return {};
}

/** How far the projection had come: what lies beyond is projected, and forwarded, once somebody receives again. */
Result<void> carryWatermark(const Database &damaged, const Database &made)
{
    const auto known = damaged.value(QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = 'projected'"));
    const auto last = made.value(QStringLiteral("SELECT coalesce(max(\"id\"), 0) FROM delivery"));
    if (!last)
        return std::unexpected(last.error());
    const qint64 watermark =
        known && known->isValid() ? std::min(known->toLongLong(), last->toLongLong()) : last->toLongLong();
    if (const auto set =
            made.run(QStringLiteral("UPDATE meta SET \"value\" = ? WHERE \"key\" = 'projected'"), {watermark});
        !set)
        return std::unexpected(set.error());
    // A rebuild takes a delivery of which nothing was found out for one that was purged meanwhile.
    const auto set = made.run(QStringLiteral(R"(INSERT INTO finding ("delivery", "source_id", "received_at", "state",)"
                                             R"( "events") SELECT "id", "source_id", "received_at", 'received', 0)"
                                             R"( FROM delivery WHERE "id" <= ?)"
                                             R"( AND "id" NOT IN (SELECT "delivery" FROM finding))"),
                              {watermark});
    return set ? Result<void>() : std::unexpected(set.error());
}

/** What came when is counted once for each delivery; where nobody knows how far that went, it is counted again. */
Result<void> carryArrivals(const Database &damaged, const Database &made, SalvageReport &report)
{
    const auto counted = damaged.value(QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = 'arrivals_counted'"));
    if (!counted || !counted->isValid())
        return {};
    const auto arrivals = salvageTable(damaged, made, QStringLiteral("arrival"));
    if (!arrivals)
        return std::unexpected(arrivals.error());
    report.tables.append(*arrivals);
    const auto set = made.run(QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('arrivals_counted', ?)"), {*counted});
    return set ? Result<void>() : std::unexpected(set.error());
}

Result<SalvageReport> salvage(const Database &damaged, const Database &made)
{
    SalvageReport report;
    const auto tables = tablesOf(made);
    if (!tables)
        return std::unexpected(tables.error());
    for (const QString &table : *tables) {
        const auto salvaged = salvageTable(damaged, made, table);
        if (!salvaged)
            return std::unexpected(salvaged.error());
        report.tables.append(*salvaged);
    }
    if (const auto carried = carryArrivals(damaged, made, report); !carried)
        return std::unexpected(carried.error());
    if (const auto mended = mend(made, report); !mended)
        return std::unexpected(mended.error());
    if (const auto given = salvageSequences(damaged, made); !given)
        return std::unexpected(given.error());
    if (const auto carried = carryWatermark(damaged, made); !carried)
        return std::unexpected(carried.error());
    return report;
}

} // namespace

qint64 SalvageReport::deliveries() const
{
    for (const SalvagedTable &table : tables) {
        if (table.name == QLatin1StringView("delivery"))
            return table.rows - deliveriesWithoutBody;
    }
    return 0;
}

bool SalvageReport::isWhole() const
{
    return deliveriesWithoutBody == 0 && sourcesMadeUp == 0 && orphans == 0
           && std::ranges::all_of(tables,
                                  [](const SalvagedTable &table) { return table.lost == 0 && !table.isCutShort; });
}

Result<SalvageReport> salvageStore(const QString &damagedPath, const QString &newPath)
{
    const auto damaged = Database::open(damagedPath, Database::Mode::Read);
    if (!damaged)
        return std::unexpected(damaged.error());
    if (const auto schema = schemaOf(*damaged); !schema)
        return std::unexpected(schema.error());
    const auto made = openToWrite(newPath);
    if (!made)
        return std::unexpected(made.error());
    // Rows may come before what they refer to; mend() sees to it in the end.
    if (const auto set = made->run(QStringLiteral("PRAGMA foreign_keys = OFF")); !set)
        return std::unexpected(set.error());
    std::optional<SalvageReport> report;
    const auto done = made->transaction([&]() -> Result<void> {
        const auto salvaged = salvage(*damaged, *made);
        if (!salvaged)
            return std::unexpected(salvaged.error());
        report = *salvaged;
        return {};
    });
    return done ? Result<SalvageReport>(*report) : std::unexpected(done.error());
}

} // namespace earshot
