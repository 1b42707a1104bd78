// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/integrityreport.h"

#include "app/report/jsonwriter.h"
#include "app/report/plaintext.h"

namespace earshot {
namespace {

void writeProblem(JsonWriter &json, const IntegrityProblem &problem)
{
    json.beginObject();
    json.key(QLatin1StringView("check"));
    json.text(problem.check);
    json.key(QLatin1StringView("meaning"));
    json.text(problem.meaning);
    json.key(QLatin1StringView("count"));
    json.integer(problem.count);
    json.key(QLatin1StringView("places"));
    json.beginArray();
    for (const QString &place : problem.places)
        json.text(place);
    json.endArray();
    json.endObject();
}

QString problemText(const IntegrityProblem &problem)
{
    const QString places = plaintext::line(problem.places.join(QLatin1StringView(", ")));
    const bool areMore = problem.count > problem.places.size();
    const QString text =
        QStringLiteral("%1: %2 %3 in all: %4").arg(problem.check, problem.meaning).arg(problem.count).arg(places);
    return areMore ? QString(text + QStringLiteral(", …")) : text;
}

} // namespace

QByteArray integrityJson(const IntegrityReport &report)
{
    QByteArray out;
    JsonWriter json(out);
    json.beginObject();
    json.key(QLatin1StringView("sound"));
    json.boolean(report.isSound());
    json.key(QLatin1StringView("schema"));
    json.integer(report.schema);
    json.key(QLatin1StringView("deliveries"));
    json.beginObject();
    for (const StateCount &state : report.deliveries) {
        const QByteArray word = state.state.toLatin1();
        json.key(QLatin1StringView(word));
        json.integer(state.count);
    }
    json.endObject();
    json.key(QLatin1StringView("conversations"));
    json.integer(report.conversations);
    json.key(QLatin1StringView("problems"));
    json.beginArray();
    for (const IntegrityProblem &problem : report.problems)
        writeProblem(json, problem);
    json.endArray();
    json.endObject();
    return out.append('\n');
}

QByteArray integrityText(const IntegrityReport &report, const QString &path)
{
    QString text = plaintext::line(path)
                   + (report.isSound() ? QStringLiteral(" is sound.\n") : QStringLiteral(" is not sound:\n"));
    for (const IntegrityProblem &problem : report.problems)
        text += plaintext::indented(problemText(problem), 2) + QLatin1Char('\n');
    QList<QStringList> rows = {{QStringLiteral("schema"), QString::number(report.schema)},
                               {QStringLiteral("conversations"), QString::number(report.conversations)}};
    for (const StateCount &state : report.deliveries)
        rows.append({QStringLiteral("deliveries, %1").arg(state.state), QString::number(state.count)});
    return QString(text + plaintext::table(rows, {plaintext::Align::Left, plaintext::Align::Right})).toUtf8();
}

} // namespace earshot
