// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/integrity.h"
#include "models/store/recordqueries.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {

/** All records of a kind as an export has them, one a line. */
inline QString exportText(const Database &database, RecordKind kind)
{
    QStringList lines{recordKindText(kind)};
    const auto read = readRecords(database, kind, {}, [&lines](const Record &record) {
        QJsonArray values;
        for (const RecordValue &value : record)
            values.append(toJson(value, QTimeZone::utc()));
        lines.append(QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact)));
        return true;
    });
    if (!read)
        qFatal("%ls", qUtf16Printable(read.error().detail));
    return lines.join(QLatin1Char('\n'));
}

/** Everything that can be exported. */
inline QString exportText(const Database &database)
{
    QStringList texts;
    for (const RecordKind kind :
         {RecordKind::Conversations, RecordKind::Messages, RecordKind::Events, RecordKind::Deliveries})
        texts.append(exportText(database, kind));
    return texts.join(QLatin1Char('\n'));
}

/** The checks that a store fails, with their places; empty for a sound one. */
inline QString faultsOf(const Database &database)
{
    const auto report = checkIntegrity(database);
    if (!report)
        qFatal("%ls", qUtf16Printable(report.error().detail));
    QStringList faults;
    for (const IntegrityProblem &problem : report->problems)
        faults.append(QString(problem.check + QLatin1StringView(": ") + problem.places.join(QLatin1StringView(", "))));
    return faults.join(QLatin1Char('\n'));
}

} // namespace earshot
