// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/selectionoptions.h"

#include "models/filter/filter.h"
#include "models/store/migrations.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_filter("filter");

/** The moment at which the time named by an option begins. */
Result<std::optional<Timestamp>> moment(const CommandLine &line, const QString &option, const FilterContext &context)
{
    if (!line.has(option))
        return std::nullopt;
    const QString text = line.value(option);
    const auto time = filter::readTimeValue(text);
    if (!time)
        return failure(
            ErrorCode::BadArgument,
            QStringLiteral("--%1: \"%2\" is not a time. Try 2026-05-14, 2026-05-14T10:21:00+02:00 or today-7d")
                .arg(option, text));
    return filter::resolve(*time, context).begin;
}

Result<SqlCondition> condition(const CommandLine &line, RecordKind kind, const FilterContext &context)
{
    const auto filter = Filter::parse(line.value(c_filter), filterSchema(kind));
    if (!filter)
        return failure(
            ErrorCode::FilterSyntax,
            QStringLiteral("filter: column %1: %2").arg(filter.error().position + 1).arg(filter.error().message));
    return filter->toSql(context);
}

} // namespace

void addSelectionOptions(CommandLine &line, const IntervalOptions &names)
{
    line.addOption(c_filter, QStringLiteral("EXPR"),
                   QStringLiteral("Only records for which this holds, as in \"outcome:booked dur>3m -test:yes\"."));
    line.addOption(names.from, QStringLiteral("TIME"),
                   QStringLiteral("Only records from this moment on, as in 2026-05-14 or today-7d."));
    line.addOption(names.until, QStringLiteral("TIME"), QStringLiteral("Only records before this moment."));
    line.addZoneOption();
}

Result<RecordSelection> selectionOf(const CommandLine &line, RecordKind kind, const Clock &clock,
                                    const IntervalOptions &names)
{
    const FilterContext context{line.zone(), clock.now()};
    auto filter = condition(line, kind, context);
    if (!filter)
        return std::unexpected(filter.error());
    const auto from = moment(line, names.from, context);
    if (!from)
        return std::unexpected(from.error());
    const auto until = moment(line, names.until, context);
    if (!until)
        return std::unexpected(until.error());
    return RecordSelection{*std::move(filter), {*from, *until}};
}

Result<std::optional<Timestamp>> momentOf(const CommandLine &line, const QString &option, const Clock &clock)
{
    return moment(line, option, {line.zone(), clock.now()});
}

Result<Database> openStore(const CommandLine &line)
{
    auto database = openToRead(line.store().path);
    if (!database && database.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::NotFound,
                       database.error().detail + QLatin1StringView(". Receive something first: earshot serve"));
    return database;
}

} // namespace earshot
