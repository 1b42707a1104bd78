// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the projection catches up: a journal of simulated deliveries is decoded and applied from nothing, and beside
// it, as the yardstick, the same bodies are parsed as JSON and inserted as rows of text, 64 a commit. Prints one JSON
// line a round.

#include "app/simulate/simulationstream.h"
#include "models/platforms/registry.h"
#include "models/store/journal.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"
#include "models/store/writer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>

using namespace earshot;

namespace {

constexpr int c_rowsPerCommit = 64;

template <typename T>
T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

QList<Delivery> simulated(qint64 count)
{
    SimulationSettings settings;
    settings.platforms = {QStringLiteral("insighto"), QStringLiteral("eigi"), QStringLiteral("varda")};
    settings.count = count;
    settings.ratePerSecond = 500;
    const Timestamp start = SystemClock().now();
    SimulationStream stream(settings, start);
    QList<Delivery> deliveries;
    while (const auto request = stream.next()) {
        Delivery delivery;
        delivery.sourceId = settings.platforms.indexOf(request->platform) + 1;
        delivery.receivedAt = start + std::chrono::milliseconds(deliveries.size() * 2);
        delivery.method = request->method;
        delivery.target = request->query.isEmpty() ? QByteArray("/hook/****") : "/hook/****?" + request->query;
        delivery.headers = request->headers;
        delivery.remote = QStringLiteral("127.0.0.1");
        delivery.body = request->body;
        delivery.verdict = QStringLiteral("unsigned");
        deliveries.append(delivery);
    }
    return deliveries;
}

void addSources(const Database &database)
{
    for (const auto &platform : {QStringLiteral("insighto"), QStringLiteral("eigi"), QStringLiteral("varda")}) {
        Source source;
        source.name = platform;
        source.key = platform;
        source.platform = platform;
        orDie(sources::add(database, source));
    }
}

void fillJournal(const QString &path, const QList<Delivery> &deliveries)
{
    const Database database = orDie(openToWrite(path));
    auto journal = orDie(Journal::open(database));
    orDie(database.transaction([&]() -> Result<void> {
        addSources(database);
        for (const Delivery &delivery : deliveries)
            orDie(journal.append(delivery));
        return {};
    }));
}

/** Seconds until every delivery is in the projection. */
double project(const QString &path)
{
    const PlatformRegistry registry;
    const SystemClock clock;
    WriterSettings settings;
    settings.location.path = path;
    Writer writer(settings, registry, clock);
    QElapsedTimer timer;
    timer.start();
    orDie(writer.start());
    orDie(writer.projected().result());
    return double(timer.nsecsElapsed()) / 1e9;
}

double yardstick(const QString &path, const QList<Delivery> &deliveries)
{
    const Database database = orDie(openToWrite(path));
    orDie(database.run(QStringLiteral("CREATE TABLE plain (id INTEGER PRIMARY KEY, at INTEGER, text TEXT)")));
    auto insert = orDie(database.prepare(QStringLiteral("INSERT INTO plain (at, text) VALUES (?, ?)")));
    QElapsedTimer timer;
    timer.start();
    for (qsizetype begin = 0; begin < deliveries.size(); begin += c_rowsPerCommit) {
        orDie(database.transaction([&]() -> Result<void> {
            for (const Delivery &delivery : deliveries.mid(begin, c_rowsPerCommit)) {
                const QJsonObject json = QJsonDocument::fromJson(delivery.body).object();
                orDie(insert.run({json.size(), QString::fromUtf8(delivery.body)}));
            }
            return {};
        }));
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 count = arguments.value(1, QStringLiteral("50000")).toLongLong();
    const int rounds = arguments.value(2, QStringLiteral("5")).toInt();
    const QList<Delivery> deliveries = simulated(count);
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bench.sqlite"));
        fillJournal(path, deliveries);
        const double projected = project(path);
        const double plain = yardstick(folder.filePath(QStringLiteral("plain.sqlite")), deliveries);
        std::printf("{\"deliveries\":%lld,\"projected_per_s\":%.0f,\"yardstick_per_s\":%.0f,\"ratio\":%.3f}\n",
                    static_cast<long long>(count), double(count) / projected, double(count) / plain, plain / projected);
        std::fflush(stdout);
    }
    return 0;
}
