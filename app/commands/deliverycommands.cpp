// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/deliverycommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/recordids.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "models/store/quarantine.h"

#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_quarantined("quarantined");

QJsonObject toJson(const QuarantinedDelivery &delivery, const QTimeZone &zone)
{
    return {{QStringLiteral("id"), QString::number(delivery.id)},
            {QStringLiteral("source"), jsonOrNull(delivery.source)},
            {QStringLiteral("received_at"), toIsoText(delivery.receivedAt, zone)},
            {QStringLiteral("remote"), delivery.remote},
            {QStringLiteral("bytes"), delivery.bytes},
            {QStringLiteral("verdict"), delivery.verdict},
            {QStringLiteral("reason"), jsonOrNull(delivery.reason)},
            {QStringLiteral("released_as"),
             delivery.releasedAs ? QJsonValue(QString::number(*delivery.releasedAs)) : QJsonValue(QJsonValue::Null)}};
}

QStringList toCells(const QuarantinedDelivery &delivery, const QTimeZone &zone)
{
    return {QString::number(delivery.id),
            delivery.source,
            toIsoText(delivery.receivedAt, zone),
            delivery.remote,
            QString::number(delivery.bytes),
            delivery.verdict,
            delivery.reason,
            delivery.releasedAs ? QString::number(*delivery.releasedAs) : QStringLiteral("–")};
}

int printList(const CommandLine &line, const QList<QuarantinedDelivery> &deliveries)
{
    if (line.wantsJson()) {
        QJsonArray array;
        for (const QuarantinedDelivery &delivery : deliveries)
            array.append(toJson(delivery, line.zone()));
        return line.printLine(QJsonObject{{QStringLiteral("deliveries"), array}});
    }
    QList<QStringList> rows;
    for (const QuarantinedDelivery &delivery : deliveries)
        rows.append(toCells(delivery, line.zone()));
    return line.print(textTable({QStringLiteral("ID"), QStringLiteral("Source"), QStringLiteral("Received"),
                                 QStringLiteral("From"), QStringLiteral("Bytes"), QStringLiteral("Verdict"),
                                 QStringLiteral("Reason"), QStringLiteral("Released as")},
                                rows));
}

int list(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("delivery list"), QStringLiteral("Prints what is in quarantine, and why."));
    line.addFlag(c_quarantined, QStringLiteral("Those in quarantine; needed. `earshot export --what deliveries` "
                                               "has all."));
    line.addZoneOption();
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (!line.has(c_quarantined))
        return line.misuse(QStringLiteral("needs --quarantined; all are in `earshot export --what deliveries`"));
    const auto database = openStore(line);
    if (!database)
        return line.failed(database.error());
    const auto deliveries = quarantine::list(*database);
    return deliveries ? printList(line, *deliveries) : line.failed(deliveries.error());
}

Result<QJsonObject> askAbout(const CommandLine &line, const QString &operation)
{
    const auto ids = recordIds(line.positionals());
    if (!ids)
        return std::unexpected(ids.error());
    return ask(line, {{QStringLiteral("operation"), operation}, {QStringLiteral("ids"), earshot::toJson(*ids)}});
}

int release(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("delivery release"),
                     QStringLiteral("Lets deliveries out of quarantine: a copy of each is taken as if its sender had "
                                    "proved who it is. Once."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Delivery."), CommandLine::Positional::OneOrMore);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto answer = askAbout(line, QStringLiteral("delivery release"));
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    QStringList copies;
    const QJsonArray released = answer->value(QLatin1StringView("released")).toArray();
    for (const auto &copy : released)
        copies.append(QString::number(copy.toInteger()));
    return line.printLine(QStringLiteral("Released as %1.").arg(copies.join(QLatin1StringView(", "))));
}

int discard(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("delivery discard"), QStringLiteral("Deletes quarantined deliveries for good."));
    line.addPositional(QStringLiteral("ID"), QStringLiteral("Delivery."), CommandLine::Positional::OneOrMore);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto answer = askAbout(line, QStringLiteral("delivery discard"));
    if (!answer)
        return line.failed(answer.error());
    if (line.wantsJson())
        return line.printLine(*answer);
    return line.printLine(
        QStringLiteral("%1 discarded.").arg(answer->value(QLatin1StringView("discarded")).toInteger()));
}

} // namespace

Command deliveryCommand()
{
    const QString purpose = QStringLiteral("Show and settle what is in quarantine.");
    const QList<Command> verbs{
        {QStringLiteral("list"), QStringLiteral("Print what is in quarantine."), list},
        {QStringLiteral("release"), QStringLiteral("Take deliveries as if they were proven."), release},
        {QStringLiteral("discard"), QStringLiteral("Delete deliveries for good."), discard},
    };
    return {QStringLiteral("delivery"), purpose, [verbs, purpose](const QStringList &arguments) {
                return runOneOf(verbs, QStringLiteral("earshot delivery"), purpose, arguments);
            }};
}

} // namespace earshot
