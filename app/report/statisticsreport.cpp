// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/statisticsreport.h"

#include "app/report/jsonwriter.h"
#include "app/report/plaintext.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_count("count");
constexpr QLatin1StringView c_duration("duration_s");

/** `4:05`, `1:02:45`. */
QString durationText(qint64 seconds)
{
    if (seconds < 0)
        return QString::number(seconds);
    const qint64 hours = seconds / 3600;
    const QString minutes = QString::number(seconds / 60 % 60);
    const QString rest = QString::number(seconds % 60).rightJustified(2, QLatin1Char('0'));
    if (hours == 0)
        return QStringLiteral("%1:%2").arg(minutes, rest);
    return QStringLiteral("%1:%2:%3").arg(QString::number(hours), minutes.rightJustified(2, QLatin1Char('0')), rest);
}

QStringList tableRow(const QString &name, const Tally &tally)
{
    return {name, QString::number(tally.count), durationText(tally.durationSeconds)};
}

} // namespace

QByteArray statisticsJson(const Statistics &statistics, Grouping grouping, const QTimeZone &zone)
{
    const QString by = groupingText(grouping);
    const QByteArray rowKey = by.toLatin1();
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.key(QLatin1StringView("by"));
    json.textOrNull(by);
    json.key(QLatin1StringView("zone"));
    json.text(QString::fromLatin1(zone.id()));
    json.key(QLatin1StringView("total"));
    json.integer(statistics.total.count);
    if (grouping == Grouping::None) {
        json.key(c_duration);
        json.integer(statistics.total.durationSeconds);
    }
    json.key(QLatin1StringView("rows"));
    json.beginArray();
    for (const StatisticsRow &row : statistics.rows) {
        json.beginObject();
        json.key(QLatin1StringView(rowKey));
        json.textOrNull(row.value);
        json.key(c_count);
        json.integer(row.tally.count);
        json.key(c_duration);
        json.integer(row.tally.durationSeconds);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return out.append('\n');
}

QByteArray statisticsText(const Statistics &statistics, Grouping grouping)
{
    using plaintext::Align;
    QList<QStringList> rows = {{groupingText(grouping), c_count, QStringLiteral("duration")}};
    for (const StatisticsRow &row : statistics.rows)
        rows.append(tableRow(row.value.isNull() ? QStringLiteral("(none)") : plaintext::line(row.value), row.tally));
    rows.append(tableRow(QStringLiteral("total"), statistics.total));
    return plaintext::table(rows, {Align::Left, Align::Right, Align::Right}).toUtf8();
}

} // namespace earshot
