// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/servecommand.h"

#include "app/application.h"
#include "app/commands/commandline.h"
#include "app/commands/console.h"
#include "app/commands/descriptorlimit.h"
#include "app/commands/stopsignals.h"
#include "app/control/listenaddress.h"
#include "app/report/jsonwriter.h"
#include "models/store/writerlock.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

namespace earshot {
namespace {

constexpr QLatin1StringView c_listen("listen");
constexpr QLatin1StringView c_showSecrets("show-secrets");

// For tests, which cannot wait as long as people can.
constexpr QLatin1StringView c_queueCapacity("queue-capacity");
constexpr QLatin1StringView c_retryBase("retry-base-ms");
constexpr QLatin1StringView c_retryCap("retry-cap-ms");

constexpr std::chrono::milliseconds c_lookInterval(500);

void addOptions(CommandLine &line)
{
    line.addOption(c_listen, QStringLiteral("ADDRESS:PORT"),
                   QStringLiteral("Where to receive; port 0 picks a free one. Default: 127.0.0.1:8765"));
    line.addFlag(c_showSecrets,
                 QStringLiteral("Print hooks with their whole tokens; else only four characters of them."));
    for (const QLatin1StringView option : {c_queueCapacity, c_retryBase, c_retryCap})
        line.addHiddenOption(option, QStringLiteral("N"));
}

Result<void> takeAddress(const CommandLine &line, ListenerSettings &settings)
{
    if (!line.has(c_listen))
        return {};
    const auto address = readListenAddress(line.value(c_listen));
    if (!address)
        return std::unexpected(address.error());
    settings.address = address->address;
    settings.port = address->port;
    return {};
}

Result<void> takeTestOptions(const CommandLine &line, ServeSettings &settings)
{
    const auto capacity = line.integer(c_queueCapacity, 1);
    const auto base = line.integer(c_retryBase, 1);
    const auto cap = line.integer(c_retryCap, 1);
    for (const auto *number : {&capacity, &base, &cap}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    settings.writer.queueCapacity = std::size_t(capacity->value_or(qint64(settings.writer.queueCapacity)));
    settings.forwarder.retry.base = std::chrono::milliseconds(base->value_or(settings.forwarder.retry.base.count()));
    settings.forwarder.retry.cap = std::chrono::milliseconds(cap->value_or(settings.forwarder.retry.cap.count()));
    return {};
}

Result<ServeSettings> settingsOf(const CommandLine &line)
{
    ServeSettings settings;
    settings.writer.location = line.store();
    settings.showSecrets = line.has(c_showSecrets);
    if (const auto taken = takeAddress(line, settings.listener); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeTestOptions(line, settings); !taken)
        return std::unexpected(taken.error());
    return settings;
}

QByteArray readyLine(const ReadyFacts &facts)
{
    QByteArray line;
    JsonWriter json(line);
    json.beginObject();
    json.key(QLatin1StringView("ready"));
    json.boolean(true);
    json.key(QLatin1StringView("listen"));
    json.text(facts.listen);
    json.key(QLatin1StringView("sources"));
    json.beginArray();
    for (const ReadyFacts::Source &source : facts.sources) {
        json.beginObject();
        json.key(QLatin1StringView("name"));
        json.text(source.name);
        json.key(QLatin1StringView("platform"));
        json.text(source.platform);
        json.key(QLatin1StringView("url"));
        json.text(source.url);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return line + '\n';
}

/** The process of a window that holds the writer's role for this store; nothing if none does. */
std::optional<qint64> windowThatReceives(const CommandLine &line)
{
    const auto facts = WriterLock::holder(line.store().lockPath());
    if (!facts || !facts->value(QLatin1StringView("window")).toBool())
        return std::nullopt;
    return facts->value(QLatin1StringView("pid")).toInteger();
}

/** A window ends when a person closes it; then this takes its place. False if a signal came before. */
bool waitForWindow(const CommandLine &line, const StopSignals &stopSignals)
{
    const auto window = windowThatReceives(line);
    if (!window)
        return true;
    console::say(
        QStringLiteral("earshot serve: the window (process %1) receives for this store; waiting until it is closed")
            .arg(*window));
    QEventLoop loop;
    QTimer look;
    bool isStopped = false;
    QObject::connect(&stopSignals, &StopSignals::stopAsked, &loop, [&] {
        isStopped = true;
        loop.quit();
    });
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (!windowThatReceives(line))
            loop.quit();
    });
    look.start(c_lookInterval);
    loop.exec();
    return !isStopped;
}

/** Says that it is ready, then runs until a signal comes. */
int runUntilStopped(const CommandLine &line, Application &application, const StopSignals &stopSignals)
{
    if (const int printed = line.print(readyLine(application.readyFacts())); printed != ExitDone)
        return printed;
    QObject::connect(&stopSignals, &StopSignals::stopAsked, QCoreApplication::instance(), &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    application.stop();
    return code;
}

int serve(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("serve"),
                     QStringLiteral("Receives, projects and forwards without a window until SIGTERM or SIGINT."));
    addOptions(line);
    if (const auto code = line.read(arguments))
        return *code;
    const auto settings = settingsOf(line);
    if (!settings)
        return line.failed(settings.error());
    if (const auto made = line.makeFolder(); !made)
        return line.failed(made.error());
    raiseDescriptorLimit();
    const StopSignals stopSignals;
    if (!waitForWindow(line, stopSignals))
        return ExitDone;
    Application application(*settings);
    const auto started = application.start();
    return started ? runUntilStopped(line, application, stopSignals) : line.failed(started.error());
}

} // namespace

Command serveCommand()
{
    return {QStringLiteral("serve"), QStringLiteral("Receive deliveries without a window."), serve};
}

} // namespace earshot
