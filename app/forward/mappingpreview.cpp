// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/mappingpreview.h"

#include "app/forward/mapping.h"

#include <QJsonDocument>

namespace earshot {

QString readableJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return QString::fromUtf8(document.isNull() ? json : document.toJson(QJsonDocument::Indented)).trimmed();
}

QCoro::Task<MappingPreview> previewMapping(Mapper &mapper, Destination destination, QJsonObject record)
{
    MappingPreview preview;
    preview.input = readableJson(QJsonDocument(mappingInput(record)).toJson(QJsonDocument::Compact));
    QCoro::Task<Mapped> rendering = mapper.render(destination, record);
    const Mapped body = co_await rendering;
    if (body)
        preview.output = readableJson(*body);
    else
        preview.problems.append({body.error().message, body.error().line, body.error().column});
    co_return preview;
}

} // namespace earshot
