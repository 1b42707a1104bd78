// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/repairtext.h"

#include "app/report/plaintext.h"

#include <QJsonArray>

namespace earshot {
namespace {

QString lostText(const SalvagedTable &table)
{
    if (table.isCutShort)
        return QStringLiteral("the rest is lost, nobody knows how much");
    return table.lost > 0 ? QStringLiteral("up to %1 lost").arg(table.lost) : QStringLiteral("all");
}

} // namespace

QByteArray salvageText(const SalvageReport &report)
{
    QList<QStringList> rows;
    for (const SalvagedTable &table : report.tables)
        rows.append({table.name, QString::number(table.rows), lostText(table)});
    QString text = plaintext::table(rows, {plaintext::Align::Left, plaintext::Align::Right});
    if (report.deliveriesWithoutBody > 0)
        text +=
            QStringLiteral("%1 deliveries were left out: what was sent is lost.\n").arg(report.deliveriesWithoutBody);
    if (report.sourcesMadeUp > 0)
        text +=
            QStringLiteral("%1 sources are lost, but not what they received: they are called lost-… and disabled.\n")
                .arg(report.sourcesMadeUp);
    if (report.orphans > 0)
        text += QStringLiteral("%1 rows were left out since what they belong to is lost.\n").arg(report.orphans);
    return text.toUtf8();
}

QJsonObject salvageJson(const SalvageReport &report)
{
    QJsonArray tables;
    for (const SalvagedTable &table : report.tables)
        tables.append(QJsonObject{{QStringLiteral("table"), table.name},
                                  {QStringLiteral("rows"), table.rows},
                                  {QStringLiteral("lost"), table.lost},
                                  {QStringLiteral("cut_short"), table.isCutShort}});
    return {{QStringLiteral("whole"), report.isWhole()},
            {QStringLiteral("tables"), tables},
            {QStringLiteral("deliveries_without_body"), report.deliveriesWithoutBody},
            {QStringLiteral("sources_made_up"), report.sourcesMadeUp},
            {QStringLiteral("orphans"), report.orphans}};
}

} // namespace earshot
