// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/simulationrun.h"

#include "app/commands/console.h"
#include "app/commands/stopsignals.h"
#include "app/simulate/simulationsender.h"

#include <QElapsedTimer>
#include <QEventLoop>

namespace earshot {
namespace {

constexpr qint64 c_millisecondsBetweenWords = 2'000;

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

double milliseconds(std::chrono::microseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

QJsonObject toJson(const SimulationResult &result)
{
    QJsonObject byStatus;
    for (auto it = result.byStatus.begin(); it != result.byStatus.end(); ++it)
        byStatus.insert(QString::number(it.key()), it.value());
    return {{QStringLiteral("sent"), result.sent},
            {QStringLiteral("answered_2xx"), result.answered2xx},
            {QStringLiteral("by_status"), byStatus},
            {QStringLiteral("failures"), result.failures},
            {QStringLiteral("elapsed_s"), seconds(result.elapsed)},
            {QStringLiteral("latency_p50_ms"), milliseconds(result.latencyP50)},
            {QStringLiteral("latency_p99_ms"), milliseconds(result.latencyP99)}};
}

QString toWords(const SimulationResult &result)
{
    return QStringLiteral("%1 sent in %2 s, %3 answered with 2xx, half of them within %4 ms, 99 % within %5 ms.")
        .arg(QString::number(result.sent), QString::number(seconds(result.elapsed), 'f', 1),
             QString::number(result.answered2xx), QString::number(milliseconds(result.latencyP50), 'f', 1),
             QString::number(milliseconds(result.latencyP99), 'f', 1));
}

/** What was wrong with those that were not answered as they should be. */
QString faultWords(const SimulationResult &result)
{
    QStringList parts;
    for (auto it = result.byStatus.begin(); it != result.byStatus.end(); ++it) {
        if (it.key() < 200 || it.key() > 299)
            parts.append(QStringLiteral("%1 answered with %2").arg(it.value()).arg(it.key()));
    }
    if (result.failures > 0)
        parts.append(QStringLiteral("%1 not answered (%2)").arg(result.failures).arg(result.firstFailure));
    return QStringLiteral("of %1 deliveries %2").arg(QString::number(result.sent), parts.join(QStringLiteral(", ")));
}

/** Runs the sender until its end. */
SimulationResult run(SimulationSender &sender)
{
    QEventLoop loop;
    QElapsedTimer sinceWords;
    sinceWords.start();
    const StopSignals stopSignals;
    QObject::connect(&stopSignals, &StopSignals::stopAsked, &sender, &SimulationSender::stop);
    QObject::connect(&sender, &SimulationSender::finished, &loop, &QEventLoop::quit);
    QObject::connect(&sender, &SimulationSender::progressed, &loop, [&sinceWords](const SimulationResult &soFar) {
        if (!sinceWords.hasExpired(c_millisecondsBetweenWords))
            return;
        sinceWords.restart();
        console::say(QStringLiteral("%1 sent, %2 answered.").arg(soFar.sent).arg(soFar.answered()));
    });
    QMetaObject::invokeMethod(&sender, &SimulationSender::start, Qt::QueuedConnection); // it may finish at once
    loop.exec();
    return sender.result();
}

} // namespace

int runSimulation(const CommandLine &line, const SimulationSettings &settings)
{
    if (const auto checked = checkSettings(settings); !checked)
        return line.failed(checked.error());
    const SystemClock clock;
    SimulationSender sender(settings, clock);
    const SimulationResult result = run(sender);
    const int printed = line.wantsJson() ? line.printLine(toJson(result)) : line.printLine(toWords(result));
    if (printed != ExitDone || result.isClean())
        return printed;
    return line.failed({ErrorCode::NetworkFailed, faultWords(result)});
}

} // namespace earshot
