// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/sources.h"

#include "models/store/binding.h"
#include "models/store/changetable.h"
#include "models/store/names.h"
#include "models/store/publicurl.h"
#include "models/store/sourcesettings.h"
#include "models/verify/addressfilter.h"
#include "models/verify/presets.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace earshot::sources {
namespace {

constexpr auto c_select =
    "SELECT \"id\", \"key\", \"name\", \"platform\", \"zone\", \"currency\", \"region\", \"agent\", \"id_field\", "
    "\"allow\", \"end_timeout_s\", \"enabled\", \"created_at\", \"public_url\", "
    "\"proof\", \"rate_limit\", \"answer\", \"retention\" FROM source ";

// ---- columns of JSON

QJsonObject objectIn(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QVariant jsonOrNull(const QJsonObject &json)
{
    return orNull(json.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

QString networksText(const QStringList &networks)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(networks)).toJson(QJsonDocument::Compact));
}

/** The settings in the order of their columns: allow, proof, rate_limit, answer, retention. */
QVariantList boundSettings(const Source &source)
{
    return {networksText(source.allow), jsonOrNull(source.proof.isAsked() ? toJson(source.proof) : QJsonObject()),
            jsonOrNull(source.rateLimit ? toJson(*source.rateLimit) : QJsonObject()),
            jsonOrNull(source.answer ? toJson(*source.answer) : QJsonObject()), jsonOrNull(toJson(source.retention))};
}

/** Reads a column of JSON with @p reader into @p value; NULL leaves it as it is. What cannot be read is an error: a
 * source whose proof is not understood must not become one that anybody may post to. */
template <typename Value, typename Setting>
Result<void> readSetting(const QString &text, Result<Setting> (*reader)(const QJsonObject &), Value &value)
{
    if (text.isEmpty())
        return {};
    auto setting = reader(objectIn(text));
    if (!setting)
        return failure(ErrorCode::StoreFailed, setting.error().detail);
    value = *std::move(setting);
    return {};
}

Result<void> readSettings(const Statement &row, Source &source)
{
    if (const auto read = readSetting(row.text(14), &proofFromJson, source.proof); !read)
        return read;
    if (const auto read = readSetting(row.text(15), &rateLimitFromJson, source.rateLimit); !read)
        return read;
    if (const auto read = readSetting(row.text(16), &chosenAnswerFromJson, source.answer); !read)
        return read;
    return readSetting(row.text(17), &retentionFromJson, source.retention);
}

// ---- rows

Source fromRow(const Statement &row)
{
    Source source;
    source.id = row.integer(0);
    source.key = row.text(1);
    source.name = row.text(2);
    source.platform = row.text(3);
    source.zone = row.text(4);
    source.currency = row.text(5);
    source.region = row.text(6);
    source.agent = row.text(7);
    source.idField = row.text(8);
    const QVariant allowed = QJsonDocument::fromJson(row.text(9).toUtf8()).array().toVariantList();
    source.allow = allowed.toStringList();
    source.endTimeout = std::chrono::seconds(row.integer(10));
    source.enabled = row.integer(11) != 0;
    source.createdAt = fromMicroseconds(row.integer(12));
    source.publicUrl = row.text(13);
    return source;
}

Result<QList<Source>> select(const Database &database, const QString &condition, const QVariantList &values = {})
{
    auto rows = database.run(QLatin1StringView(c_select) + condition, values);
    if (!rows)
        return std::unexpected(rows.error());
    QList<Source> found;
    while (rows->next()) {
        Source source = fromRow(*rows);
        if (const auto read = readSettings(*rows, source); !read)
            return failure(ErrorCode::StoreFailed,
                           QStringLiteral("what is set for the source \"%1\" cannot be read: %2")
                               .arg(source.name, read.error().detail));
        found.append(source);
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return found;
}

Result<void> checkSettings(const Source &source)
{
    if (!zoneNamed(source.zone))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("\"%1\" is not a time zone. Try UTC or Europe/Berlin").arg(source.zone));
    if (source.endTimeout.count() <= 0)
        return failure(ErrorCode::BadArgument, QStringLiteral("the end time-out must be longer than nothing"));
    return {};
}

Result<void> checkNetworks(const QStringList &networks)
{
    const QStringList unreadable = NetworkSet(networks).unreadable();
    if (unreadable.isEmpty())
        return {};
    return failure(ErrorCode::BadArgument,
                   QStringLiteral("\"%1\" is no network; use an address or 192.0.2.0/24").arg(unreadable.first()));
}

Result<void> update(const Database &database, qint64 id, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    return done ? changetable::note(database, ChangeKind::Source, id) : std::unexpected(done.error());
}

} // namespace

Result<QList<Source>> all(const Database &database)
{
    return select(database, QStringLiteral("WHERE \"removed_at\" IS NULL ORDER BY \"name\" COLLATE NOCASE"));
}

Result<QHash<qint64, Source>> everById(const Database &database)
{
    const auto found = select(database, QString());
    if (!found)
        return std::unexpected(found.error());
    QHash<qint64, Source> byId;
    for (const Source &source : *found)
        byId.insert(source.id, source);
    return byId;
}

Result<Source> byName(const Database &database, const QString &name)
{
    const auto known = all(database);
    if (!known)
        return std::unexpected(known.error());
    QStringList names;
    for (const Source &source : *known) {
        if (source.name.compare(name, Qt::CaseInsensitive) == 0)
            return source;
        names.append(source.name);
    }
    const QString others = names.isEmpty() ? QStringLiteral("there is none yet")
                                           : QStringLiteral("there are: %1").arg(names.join(QLatin1StringView(", ")));
    return failure(ErrorCode::NotFound, QStringLiteral("no source \"%1\"; %2").arg(name, others));
}

Result<Source> add(const Database &database, Source source)
{
    if (const auto checked = checkName(QLatin1StringView("source"), source.name); !checked)
        return std::unexpected(checked.error());
    if (const auto checked = checkSettings(source); !checked)
        return std::unexpected(checked.error());
    const auto publicUrl = checkedPublicUrl(source.publicUrl);
    if (!publicUrl)
        return std::unexpected(publicUrl.error());
    source.publicUrl = *publicUrl;
    if (byName(database, source.name))
        return failure(ErrorCode::AlreadyExists, QStringLiteral("there is a source \"%1\" already").arg(source.name));

    if (const auto checked = checkNetworks(source.allow); !checked)
        return std::unexpected(checked.error());
    const auto inserted = database.run(
        QStringLiteral(
            "INSERT INTO source (\"key\", \"name\", \"platform\", \"zone\", \"currency\", \"region\", \"agent\", "
            "\"id_field\", \"end_timeout_s\", \"enabled\", \"created_at\", \"public_url\", \"allow\", \"proof\", "
            "\"rate_limit\", \"answer\", \"retention\") "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        QVariantList{source.key, source.name, source.platform, source.zone, orNullIfEmpty(source.currency),
                     orNullIfEmpty(source.region), orNullIfEmpty(source.agent), orNullIfEmpty(source.idField),
                     qint64(source.endTimeout.count()), source.enabled ? 1 : 0, toMicroseconds(source.createdAt),
                     orNullIfEmpty(source.publicUrl)}
            + boundSettings(source));
    if (!inserted)
        return std::unexpected(inserted.error());
    source.id = inserted->lastId();
    if (const auto noted = changetable::note(database, ChangeKind::Source, source.id); !noted)
        return std::unexpected(noted.error());
    return source;
}

Result<void> change(const Database &database, const Source &source)
{
    if (const auto checked = checkNetworks(source.allow); !checked)
        return checked;
    return update(database, source.id,
                  QStringLiteral("UPDATE source SET \"allow\" = ?, \"proof\" = ?, \"rate_limit\" = ?, "
                                 "\"answer\" = ?, \"retention\" = ? WHERE \"id\" = ?"),
                  boundSettings(source) + QVariantList{source.id});
}

Result<void> setEnabled(const Database &database, qint64 id, bool enabled)
{
    return update(database, id, QStringLiteral("UPDATE source SET \"enabled\" = ? WHERE \"id\" = ?"),
                  {enabled ? 1 : 0, id});
}

Result<void> setPublicUrl(const Database &database, qint64 id, const QString &url)
{
    const auto checked = checkedPublicUrl(url);
    if (!checked)
        return std::unexpected(checked.error());
    return update(database, id, QStringLiteral("UPDATE source SET \"public_url\" = ? WHERE \"id\" = ?"),
                  {orNullIfEmpty(*checked), id});
}

Result<void> remove(const Database &database, qint64 id, Timestamp now)
{
    return update(database, id,
                  QStringLiteral("UPDATE source SET \"removed_at\" = ?, \"enabled\" = 0 WHERE \"id\" = ?"),
                  {toMicroseconds(now), id});
}

} // namespace earshot::sources
