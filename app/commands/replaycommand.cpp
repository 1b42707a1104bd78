// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/replaycommand.h"

#include "app/commands/console.h"
#include "app/commands/replayoptions.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/stopsignals.h"
#include "app/replay/replaysender.h"

#include <QEventLoop>
#include <QHostAddress>

#include <algorithm>

namespace earshot {
namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const ReplayOutcome &outcome)
{
    return {{QStringLiteral("id"), outcome.delivery},
            {QStringLiteral("status"), outcome.status ? QJsonValue(*outcome.status) : QJsonValue()},
            {QStringLiteral("ms"), qint64(outcome.elapsed.count())},
            {QStringLiteral("error"), orNull(outcome.problem)},
            {QStringLiteral("answer"), orNull(outcome.answer)}};
}

/** The beginning of an answer on one line. */
QString beginning(const QString &answer)
{
    constexpr qsizetype most = 100;
    const QString line = answer.simplified();
    return line.size() > most ? QString(line.first(most) + QChar(u'…')) : line;
}

QString toWords(const ReplayOutcome &outcome)
{
    const QString status = outcome.status ? QString::number(*outcome.status) : QStringLiteral("-");
    const QString rest = outcome.problem.isNull() ? beginning(outcome.answer) : outcome.problem;
    return QStringLiteral("%1  %2  %3 ms  %4")
        .arg(QString::number(outcome.delivery), status, QString::number(outcome.elapsed.count()), rest);
}

/** What became of a replay so far. */
struct Tally {
    qint64 answered = 0;
    qint64 accepted = 0;
    bool isPrinted = true; ///< whoever reads standard output still does
};

/** Runs the sender until its end, an outcome a line. */
Tally run(ReplaySender &sender, const CommandLine &line)
{
    Tally tally;
    QEventLoop loop;
    const StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopAsked, &sender, &ReplaySender::stop);
    QObject::connect(&sender, &ReplaySender::finished, &loop, &QEventLoop::quit);
    QObject::connect(&sender, &ReplaySender::answered, &loop, [&](const ReplayOutcome &outcome) {
        ++tally.answered;
        tally.accepted += outcome.isAccepted() ? 1 : 0;
        if (!tally.isPrinted)
            return;
        const int printed = line.wantsJson() ? line.printLine(toJson(outcome)) : line.printLine(toWords(outcome));
        tally.isPrinted = printed == ExitDone;
        if (!tally.isPrinted)
            QMetaObject::invokeMethod(&sender, &ReplaySender::stop, Qt::QueuedConnection);
    });
    sender.start();
    loop.exec();
    return tally;
}

DeliveryLoader loaderFrom(const Database &database)
{
    return [&database](qint64 delivery, const std::function<void(Result<StoredDelivery>)> &done) {
        done(storedDelivery(database, delivery));
    };
}

int sendAll(const CommandLine &line, const Database &database, ReplayPlan plan)
{
    const SystemClock clock;
    ReplaySender sender(std::move(plan), loaderFrom(database), clock);
    const Tally tally = run(sender, line);
    if (!tally.isPrinted)
        return ExitFailed;
    if (tally.accepted == sender.total())
        return ExitDone;
    const QString rest = tally.answered < sender.total()
                             ? QStringLiteral("; %1 were not sent").arg(sender.total() - tally.answered)
                             : QString();
    return line.failed({ErrorCode::NetworkFailed, QStringLiteral("of %1 deliveries %2 were answered with 2xx%3")
                                                      .arg(sender.total())
                                                      .arg(tally.accepted)
                                                      .arg(rest)});
}

/** What would be sent, and how long a pace would take. */
int tellOnly(const CommandLine &line, const ReplayPlan &plan)
{
    const auto withoutBytes = std::ranges::count(plan.arrivals, false, &StoredArrival::hasBytes);
    const ReplaySchedule schedule(plan.arrivals, plan.pace);
    const double seconds =
        plan.arrivals.isEmpty() ? 0 : std::chrono::duration<double>(schedule.dueTime(plan.arrivals.size() - 1)).count();
    if (line.wantsJson())
        return line.printLine(QJsonObject{{QStringLiteral("deliveries"), plan.arrivals.size()},
                                          {QStringLiteral("without_bytes"), qint64(withoutBytes)},
                                          {QStringLiteral("seconds"), schedule.isPaced() ? seconds : QJsonValue()}});
    QString words = QStringLiteral("%1 deliveries would be sent to %2").arg(plan.arrivals.size()).arg(plan.url.host());
    if (withoutBytes > 0)
        words += QStringLiteral("; %1 of them cannot be: their bytes are no longer kept").arg(withoutBytes);
    if (schedule.isPaced())
        words += QStringLiteral("; at that pace it takes %1 s").arg(QString::number(seconds, 'f', 1));
    return line.printLine(words);
}

void warnOfPlainHttp(const ReplayPlan &plan)
{
    const QString host = plan.url.host();
    const bool isHere = host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
    if (plan.url.scheme() == QLatin1StringView("http") && !isHere)
        console::say(
            QStringLiteral("earshot replay: %1 is reached by http: what is sent can be read on the way").arg(host));
}

int runReplay(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("replay"),
                     QStringLiteral("Sends stored deliveries to a URL once more, with their original bytes, marked by "
                                    "the header X-Earshot-Replay."));
    addReplayOptions(line);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const SystemClock clock;
    const auto words = replayWords(line, clock);
    if (!words)
        return line.failed(words.error());
    const auto database = openStore(line);
    if (!database)
        return line.failed(database.error());
    auto plan = planReplay(*database, line.store(), words->request, words->selection, clock.now());
    if (!plan)
        return line.failed(plan.error());
    if (words->isDryRun)
        return tellOnly(line, *plan);
    if (plan->arrivals.isEmpty())
        return line.failed({ErrorCode::NotFound, QStringLiteral("no delivery matches")});
    warnOfPlainHttp(*plan);
    return sendAll(line, *database, *std::move(plan));
}

} // namespace

Command replayCommand()
{
    return {QStringLiteral("replay"), QStringLiteral("Send stored deliveries to a URL once more."), runReplay};
}

} // namespace earshot
