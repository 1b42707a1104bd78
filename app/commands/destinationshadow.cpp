// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationshadow.h"

#include "app/commands/asking.h"
#include "app/commands/destinationmapping.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "app/forward/shadowrun.h"
#include "app/jq/jqrunner.h"

#include <QJsonArray>

#include <array>
#include <map>

namespace earshot {
namespace {

constexpr QLatin1StringView c_last("last");
constexpr std::array c_verdicts{ShadowRow::Verdict::Same, ShadowRow::Verdict::Changed, ShadowRow::Verdict::New,
                                ShadowRow::Verdict::Fails};

Result<ShadowRun> shadowOf(const CommandLine &line)
{
    constexpr qint64 c_usual = 100;
    constexpr qint64 c_most = 100'000;
    const auto last = line.integer(c_last, 1, c_most);
    if (!last)
        return std::unexpected(last.error());
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto tried = triedDestination(line, *database, line.positionals().first());
    if (!tried)
        return std::unexpected(tried.error());
    const ShadowRequest request{*tried, tried->id, int(last->value_or(c_usual)), SystemClock().now()};
    return runShadow(*database, JqRunner::ownProgram(), request, {[](int, int) {}, [] { return false; }});
}

/** In how many conversations each field changes. */
std::map<QString, qint64> fieldCounts(const ShadowRun &run)
{
    std::map<QString, qint64> counts;
    for (const ShadowRow &row : run.rows) {
        for (const ShadowChange &change : row.changes)
            ++counts[change.path];
    }
    return counts;
}

QJsonObject jsonOf(const ShadowRow &row)
{
    const auto orNull = [](const QString &text) { return text.isNull() ? QJsonValue() : QJsonValue(text); };
    QJsonArray changes;
    for (const ShadowChange &change : row.changes)
        changes.append(QJsonObject{{QStringLiteral("path"), change.path},
                                   {QStringLiteral("has"), orNull(change.has)},
                                   {QStringLiteral("would"), orNull(change.would)}});
    return {{QStringLiteral("conversation"), QString::number(row.conversation)},
            {QStringLiteral("contact"), row.contact},
            {QStringLiteral("verdict"), shadowVerdictText(row.verdict)},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("problem"), jsonOrNull(row.problem)}};
}

QJsonObject jsonOf(const ShadowRun &run)
{
    QJsonObject json;
    for (const ShadowRow::Verdict verdict : c_verdicts)
        json.insert(shadowVerdictText(verdict), run.count(verdict));
    QJsonObject fields;
    for (const auto &[path, count] : fieldCounts(run))
        fields.insert(path, count);
    QJsonArray rows;
    for (const ShadowRow &row : run.rows)
        rows.append(jsonOf(row));
    json.insert(QStringLiteral("fields"), fields);
    json.insert(QStringLiteral("rows"), rows);
    return json;
}

QString shortened(const QString &value)
{
    constexpr qsizetype c_most = 48; // characters in a cell
    if (value.isNull())
        return QStringLiteral("–");
    return value.size() <= c_most ? value : QString(value.left(c_most - 1) + u'…');
}

QByteArray fieldTable(const ShadowRun &run)
{
    QList<QStringList> lines;
    for (const auto &[path, count] : fieldCounts(run))
        lines.append({shortened(path), QString::number(count)});
    return textTable({QStringLiteral("Field"), QStringLiteral("Changes in")}, lines);
}

QByteArray rowTable(const ShadowRun &run)
{
    QList<QStringList> lines;
    for (const ShadowRow &row : run.rows) {
        const QStringList head{QString::number(row.conversation), shortened(row.contact)};
        for (const ShadowChange &change : row.changes)
            lines.append(head + QStringList{shortened(change.path), shortened(change.has), shortened(change.would)});
        if (row.verdict == ShadowRow::Verdict::Fails)
            lines.append(head + QStringList{QStringLiteral("fails"), {}, row.problem});
    }
    return textTable({QStringLiteral("Conversation"), QStringLiteral("Contact"), QStringLiteral("Field"),
                      QStringLiteral("Has"), QStringLiteral("Would get")},
                     lines);
}

int printRun(const CommandLine &line, const ShadowRun &run)
{
    if (line.wantsJson())
        return line.printLine(jsonOf(run));
    QStringList counts;
    for (const ShadowRow::Verdict verdict : c_verdicts)
        counts.append(QStringLiteral("%1 %2").arg(run.count(verdict)).arg(shadowVerdictText(verdict)));
    QByteArray text = QStringLiteral("Of the latest %1: %2.\n")
                          .arg(run.rows.size())
                          .arg(counts.join(QLatin1StringView(", ")))
                          .toUtf8();
    if (run.count(ShadowRow::Verdict::Changed) > 0)
        text += '\n' + fieldTable(run);
    if (run.count(ShadowRow::Verdict::Changed) + run.count(ShadowRow::Verdict::Fails) > 0)
        text += '\n' + rowTable(run);
    return line.print(text);
}

} // namespace

int runDestinationShadow(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("destination shadow"),
        QStringLiteral("Runs a mapping over the latest conversations that a destination's rule lets pass (without a "
                       "rule: those in its outbox) and compares with what it got, field by field. Nothing is sent."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    addTriedMapping(line);
    line.addOption(c_last, QStringLiteral("N"), QStringLiteral("How many conversations. Default: 100"));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto run = shadowOf(line);
    return run ? printRun(line, *run) : line.failed(run.error());
}

} // namespace earshot
