// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/exporting/exportpreview.h"

#include "models/store/recordrow.h"

namespace earshot {
namespace {

constexpr qsizetype c_rows = 5;

Result<qint64> countOf(const Database &database, RecordKind kind, const RecordSelection &selection)
{
    const SqlCondition condition = recordCondition(kind, selection);
    const auto count = database.value(
        QStringLiteral("SELECT count(*) %1 WHERE %2").arg(recordFrom(kind), condition.sql), condition.binds);
    return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
}

QString textOf(const RecordValue &value, const QTimeZone &zone)
{
    const QJsonValue json = toJson(value, zone);
    if (json.isObject())
        return QString::fromUtf8(QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact));
    if (json.isArray())
        return QString::fromUtf8(QJsonDocument(json.toArray()).toJson(QJsonDocument::Compact));
    return json.isNull() ? QString() : json.toVariant().toString();
}

} // namespace

Result<ExportPreview> previewExport(const Database &database, RecordKind kind, const ScopeQuery &scope, Timestamp now)
{
    ExportPreview preview;
    const RecordSelection selection = scope.selection(kind, now);
    const auto view = countOf(database, kind, selection);
    if (!view)
        return std::unexpected(view.error());
    const auto everything = countOf(database, kind, {});
    if (!everything)
        return std::unexpected(everything.error());
    preview.viewCount = *view;
    preview.everythingCount = *everything;
    const auto read = readRecords(database, kind, selection, [&](const Record &record) {
        QStringList texts;
        for (const RecordValue &value : record)
            texts.append(textOf(value, scope.zone()));
        preview.firstRows.append(texts);
        return preview.firstRows.size() < c_rows;
    });
    if (!read && read.error().code != ErrorCode::Cancelled) // enough is no failure
        return std::unexpected(read.error());
    return preview;
}

} // namespace earshot
