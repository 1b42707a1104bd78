// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/changetable.h"

#include "models/store/binding.h"
#include "models/store/idlist.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array c_words = {u"conversation", u"outbox",  u"source",  u"destination",
                                u"rebuild",      u"setting", u"delivery"};

// More than this at once are told of as "several": whoever reads will read all anew anyway.
constexpr qsizetype c_mostNamed = 20'000;
constexpr qint64 c_slack = 10'000; // rows over what is kept before any is dropped
constexpr qint64 c_mostDropped = 50'000;

Result<void> run(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<qint64> number(const Database &database, const QString &sql)
{
    const auto value = database.value(sql);
    return value ? Result<qint64>(value->toLongLong()) : std::unexpected(value.error());
}

} // namespace

QString changeKindText(ChangeKind kind)
{
    return QString::fromUtf16(c_words[std::size_t(kind)]);
}

namespace changetable {

Result<void> note(const Database &database, ChangeKind kind, std::optional<qint64> record)
{
    return run(database, QStringLiteral("INSERT INTO change (\"kind\", \"record\") VALUES (?, ?)"),
               {changeKindText(kind), orNull(record)});
}

Result<void> noteConversations(const Database &database, ChangeKind kind, const QList<qint64> &conversations)
{
    if (conversations.isEmpty())
        return {};
    if (conversations.size() > c_mostNamed)
        return note(database, kind);
    return run(database,
               QStringLiteral("INSERT INTO change (\"kind\", \"record\") SELECT ?, \"value\" FROM json_each(?)"),
               {changeKindText(kind), idList(conversations)});
}

Result<void> noteOutboxRows(const Database &database, const QList<qint64> &rows)
{
    if (rows.size() > c_mostNamed)
        return note(database, ChangeKind::Outbox);
    return run(database,
               QStringLiteral("INSERT INTO change (\"kind\", \"record\") SELECT ?, \"conversation\" FROM outbox "
                              "WHERE \"id\" IN (SELECT \"value\" FROM json_each(?))"),
               {changeKindText(ChangeKind::Outbox), idList(rows)});
}

Result<void> trim(const Database &database, qint64 kept)
{
    const auto first = number(database, QStringLiteral("SELECT coalesce(min(\"id\"), 0) FROM change"));
    if (!first)
        return std::unexpected(first.error());
    const auto last = number(database, QStringLiteral("SELECT coalesce(max(\"id\"), 0) FROM change"));
    if (!last)
        return std::unexpected(last.error());
    if (*last - *first < kept + std::min(c_slack, kept))
        return {};
    const qint64 until = std::min(*last - kept, *first + c_mostDropped - 1);
    return database.transaction(
        [&] { return run(database, QStringLiteral("DELETE FROM change WHERE \"id\" <= ?"), {until}); });
}

} // namespace changetable
} // namespace earshot
