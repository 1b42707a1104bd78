// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/outboxshow.h"

#include "app/commands/commandline.h"
#include "app/commands/outboxjson.h"
#include "app/commands/recordids.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "app/report/plaintext.h"

namespace earshot {
namespace {

constexpr int c_indent = 6;

struct ShownRow {
    OutboxRow row;
    StepStates steps;
    QList<LoggedAttempt> attempts; ///< the latest first
};

Result<ShownRow> shown(const CommandLine &line)
{
    const auto ids = recordIds(line.positionals());
    if (!ids)
        return std::unexpected(ids.error());
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto row = outbox::one(*database, ids->first());
    if (!row)
        return std::unexpected(row.error());
    const auto steps = outboxsteps::of(*database, row->id);
    if (!steps)
        return std::unexpected(steps.error());
    const auto attempts = outboxlog::ofRow(*database, row->id);
    if (!attempts)
        return std::unexpected(attempts.error());
    return ShownRow{*row, *steps, *attempts};
}

QJsonObject jsonOf(const ShownRow &shown, const QTimeZone &zone)
{
    QJsonObject json = toJson(shown.row, zone);
    json.insert(QStringLiteral("steps"), toJson(shown.steps, zone));
    json.insert(QStringLiteral("log"), toJson(shown.attempts, zone));
    return json;
}

/** Below a line of its own. */
QString block(const QString &text)
{
    return plaintext::indented(plaintext::block(text.trimmed()), c_indent) + QLatin1Char('\n');
}

QByteArray headText(const OutboxRow &row, const QTimeZone &zone)
{
    QList<QStringList> rows{
        {QStringLiteral("Destination"), row.destinationName},
        {QStringLiteral("Conversation"), QString::number(row.conversation)},
        {QStringLiteral("State"), stateWords(row)},
        {QStringLiteral("Version"), QStringLiteral("%1 wanted, %2 there").arg(row.wanted).arg(row.sent)},
        {QStringLiteral("Attempts"), QString::number(row.attempts)}};
    const auto addKnown = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.append({name, value});
    };
    if (row.state == OutboxState::Waiting)
        addKnown(QStringLiteral("Next"), toIsoText(row.nextAt, zone));
    addKnown(QStringLiteral("Reason"), row.reason);
    addKnown(QStringLiteral("Record"), row.crmId);
    addKnown(QStringLiteral("Link"), row.crmUrl);
    return textTable({QStringLiteral("Row"), QString::number(row.id)}, rows);
}

QByteArray candidatesText(const QList<CrmPerson> &candidates)
{
    QList<QStringList> rows;
    for (const CrmPerson &person : candidates)
        rows.append({person.id, person.name, person.phone, person.email, person.url});
    return '\n'
           + textTable({QStringLiteral("Contact"), QStringLiteral("Name"), QStringLiteral("Phone"),
                        QStringLiteral("E-mail"), QStringLiteral("Link")},
                       rows);
}

QByteArray stepsText(const StepStates &steps, const QTimeZone &zone)
{
    QList<QStringList> rows;
    for (const OutboxStep step : {OutboxStep::Contact, OutboxStep::Activity, OutboxStep::Link}) {
        if (!steps.contains(step))
            continue;
        const StepState state = steps.value(step);
        rows.append({outboxStepText(step), toIsoText(state.begunAt, zone),
                     state.doneAt ? toIsoText(*state.doneAt, zone) : QStringLiteral("not known to be done"),
                     state.crmId});
    }
    return '\n'
           + textTable(
               {QStringLiteral("Step"), QStringLiteral("Begun"), QStringLiteral("Done"), QStringLiteral("Id there")},
               rows);
}

QString exchangeText(const LoggedExchange &exchange)
{
    const QString outcome = exchange.status ? QString::number(*exchange.status) : exchange.failure;
    const QString head = QStringLiteral("%1: %2 %3 – %4, %5 ms")
                             .arg(exchange.purpose, exchange.method, exchange.url, outcome,
                                  QString::number(double(exchange.latency.count()) / 1000, 'f', 1));
    QString text = QLatin1StringView("    ") + plaintext::line(head) + QLatin1Char('\n');
    if (!exchange.request.isEmpty())
        text += block(exchange.request);
    if (!exchange.answer.isEmpty())
        text += QStringLiteral("    answered:\n") + block(exchange.answer);
    return text;
}

QByteArray attemptText(const LoggedAttempt &attempt, const QTimeZone &zone)
{
    const QString outcome = attempt.outcome ? attemptOutcomeText(*attempt.outcome) : QStringLiteral("no end known");
    QString text = QStringLiteral("\n%1  version %2, attempt %3: %4")
                       .arg(toIsoText(attempt.begunAt, zone), QString::number(attempt.version),
                            QString::number(attempt.number), outcome);
    if (!attempt.reason.isEmpty())
        text += QStringLiteral(" – ") + plaintext::line(attempt.reason);
    text += QLatin1Char('\n');
    for (const LoggedExchange &exchange : attempt.exchanges)
        text += exchangeText(exchange);
    return text.toUtf8();
}

QByteArray textOf(const ShownRow &shown, const QTimeZone &zone)
{
    QByteArray text = headText(shown.row, zone);
    if (!shown.row.candidates.isEmpty())
        text += candidatesText(shown.row.candidates);
    if (!shown.steps.isEmpty())
        text += stepsText(shown.steps, zone);
    for (const LoggedAttempt &attempt : shown.attempts)
        text += attemptText(attempt, zone);
    return text;
}

} // namespace

int showOutboxRow(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("outbox show"),
                     QStringLiteral("Prints a row of the outbox with its steps and what was asked and answered."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Row of the outbox."));
    line.addZoneOption();
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto found = shown(line);
    if (!found)
        return line.failed(found.error());
    return line.wantsJson() ? line.printLine(jsonOf(*found, line.zone())) : line.print(textOf(*found, line.zone()));
}

} // namespace earshot
