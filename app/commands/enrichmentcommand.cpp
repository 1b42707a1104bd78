// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/enrichmentcommand.h"

#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "models/store/enrichment.h"
#include "models/store/sources.h"

#include <QJsonArray>

namespace earshot {
namespace {

struct Line {
    QString source;
    EnrichmentCounts counts;
};

Result<QList<Line>> linesOf(const Database &database)
{
    const auto known = sources::all(database);
    if (!known)
        return std::unexpected(known.error());
    const auto counts = enrichment::counts(database);
    if (!counts)
        return std::unexpected(counts.error());
    QList<Line> lines;
    for (const Source &source : *known) {
        if (counts->contains(source.id))
            lines.append({source.name, counts->value(source.id)});
    }
    return lines;
}

QJsonObject jsonOf(const QList<Line> &lines)
{
    QJsonArray sources;
    for (const Line &line : lines)
        sources.append(QJsonObject{
            {QStringLiteral("source"), line.source},
            {QStringLiteral("waiting"), line.counts.waiting},
            {QStringLiteral("parked"), line.counts.parked},
            {QStringLiteral("reason"), line.counts.lastReason.isNull() ? QJsonValue() : line.counts.lastReason}});
    return {{QStringLiteral("sources"), sources}};
}

QString textOf(const QList<Line> &lines)
{
    if (lines.isEmpty())
        return QStringLiteral("No conversation waits for its platform's API.");
    QString text;
    for (const Line &line : lines) {
        text += QStringLiteral("%1: %2 wait, %3 given up")
                    .arg(line.source)
                    .arg(line.counts.waiting)
                    .arg(line.counts.parked);
        text += line.counts.lastReason.isNull() ? QStringLiteral(".\n")
                                                : QStringLiteral(" (%1).\n").arg(line.counts.lastReason);
    }
    text.chop(1);
    return text;
}

} // namespace

int runEnrichment(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("coverage enrichment"),
        QStringLiteral("Prints how many conversations wait for eigi.ai's API, which is asked by itself for "
                       "what a webhook left out, and for how many asking was given up."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto database = openStore(line);
    if (!database)
        return line.failed(database.error());
    const auto lines = linesOf(*database);
    if (!lines)
        return line.failed(lines.error());
    return line.wantsJson() ? line.printLine(jsonOf(*lines)) : line.printLine(textOf(*lines));
}

} // namespace earshot
