// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/settings.h"

#include "models/store/changetable.h"

#include <QJsonDocument>

namespace earshot::settings {

Result<std::optional<QJsonObject>> get(const Database &database, const QString &key)
{
    auto row = database.run(QStringLiteral("SELECT \"value\" FROM setting WHERE \"key\" = ?"), {key});
    if (!row)
        return std::unexpected(row.error());
    if (!row->next()) {
        const auto ended = row->ended();
        return ended ? Result<std::optional<QJsonObject>>() : std::unexpected(ended.error());
    }
    const QJsonDocument document = QJsonDocument::fromJson(row->text(0).toUtf8());
    if (!document.isObject())
        return failure(ErrorCode::StoreFailed,
                       QStringLiteral("%1: the setting \"%2\" is damaged").arg(database.path(), key));
    return document.object();
}

Result<void> set(const Database &database, const QString &key, const std::optional<QJsonObject> &value)
{
    const auto done =
        value ? database.run(QStringLiteral("INSERT INTO setting (\"key\", \"value\") VALUES (?, ?) "
                                            "ON CONFLICT (\"key\") DO UPDATE SET \"value\" = excluded.\"value\""),
                             {key, QString::fromUtf8(QJsonDocument(*value).toJson(QJsonDocument::Compact))})
              : database.run(QStringLiteral("DELETE FROM setting WHERE \"key\" = ?"), {key});
    return done ? changetable::note(database, ChangeKind::Setting) : std::unexpected(done.error());
}

} // namespace earshot::settings
