// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/servecommand.h"

#include "app/application.h"
#include "app/commands/commandline.h"
#include "app/commands/console.h"
#include "app/commands/descriptorlimit.h"
#include "app/commands/stopsignals.h"
#include "app/control/listenaddress.h"
#include "app/listenerkeeper.h"
#include "app/report/jsonwriter.h"
#include "app/system/servicenotifier.h"
#include "models/store/writerlock.h"
#include "models/verify/addressfilter.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

namespace earshot {
namespace {

constexpr QLatin1StringView c_listen("listen");
constexpr QLatin1StringView c_showSecrets("show-secrets");
constexpr QLatin1StringView c_tlsCertificate("tls-certificate");
constexpr QLatin1StringView c_tlsKey("tls-key");
constexpr QLatin1StringView c_trustedProxy("trusted-proxy");

// For tests, which cannot wait as long as people can.
constexpr QLatin1StringView c_queueCapacity("queue-capacity");
constexpr QLatin1StringView c_retryBase("retry-base-ms");
constexpr QLatin1StringView c_retryCap("retry-cap-ms");
constexpr QLatin1StringView c_breakerWait("breaker-wait-ms");
constexpr QLatin1StringView c_listenBase("listen-retry-base-ms");
constexpr QLatin1StringView c_listenCap("listen-retry-cap-ms");
constexpr QLatin1StringView c_checkInterval("listen-check-ms");

constexpr std::chrono::milliseconds c_lookInterval(500);

void addOptions(CommandLine &line)
{
    line.addOption(c_listen, QStringLiteral("ADDRESS:PORT"),
                   QStringLiteral("Where to receive; port 0 picks a free one. Default: 127.0.0.1:8765"));
    line.addOption(c_tlsCertificate, QStringLiteral("FILE"),
                   QStringLiteral("Certificate (PEM) for this run, whatever \"earshot listener\" says: HTTPS."));
    line.addOption(c_tlsKey, QStringLiteral("FILE"), QStringLiteral("Its key (PEM); only its owner may read it."));
    line.addOption(c_trustedProxy, QStringLiteral("CIDR"),
                   QStringLiteral("Network of proxies to believe in this run, whatever \"earshot listener\" says; may "
                                  "be repeated."),
                   CommandLine::Times::Repeated);
    line.addFlag(c_showSecrets,
                 QStringLiteral("Print hooks with their whole tokens; else only four characters of them."));
    for (const QLatin1StringView option :
         {c_queueCapacity, c_retryBase, c_retryCap, c_breakerWait, c_listenBase, c_listenCap, c_checkInterval})
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

/** What overrides the settings of the store for this run. */
Result<void> takeListenerOptions(const CommandLine &line, ListenerSettings &settings)
{
    if (line.has(c_tlsCertificate) != line.has(c_tlsKey))
        return failure(ErrorCode::BadArgument, QStringLiteral("--tls-certificate and --tls-key belong together"));
    if (line.has(c_tlsCertificate))
        settings.tls = CertificateFiles{QFileInfo(line.value(c_tlsCertificate)).absoluteFilePath(),
                                        QFileInfo(line.value(c_tlsKey)).absoluteFilePath()};
    settings.trustedProxies = line.values(c_trustedProxy);
    if (const QStringList unreadable = NetworkSet(settings.trustedProxies).unreadable(); !unreadable.isEmpty())
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("--trusted-proxy: \"%1\" is no network; use an address or 10.0.0.0/8")
                           .arg(unreadable.first()));
    return {};
}

Result<void> takeTestOptions(const CommandLine &line, ServeSettings &settings)
{
    const auto capacity = line.integer(c_queueCapacity, 1);
    const auto base = line.integer(c_retryBase, 1);
    const auto cap = line.integer(c_retryCap, 1);
    const auto rest = line.integer(c_breakerWait, 1);
    for (const auto *number : {&capacity, &base, &cap, &rest}) {
        if (!*number)
            return std::unexpected(number->error());
    }
    settings.writer.queueCapacity = std::size_t(capacity->value_or(qint64(settings.writer.queueCapacity)));
    ForwarderSettings &forwarder = settings.forwarder;
    forwarder.retry.base = std::chrono::milliseconds(base->value_or(forwarder.retry.base.count()));
    forwarder.retry.cap = std::chrono::milliseconds(cap->value_or(forwarder.retry.cap.count()));
    if (*rest) {
        forwarder.breaker.firstWait = std::chrono::milliseconds(**rest);
        forwarder.breaker.longestWait = forwarder.breaker.firstWait * 20;
    }
    return {};
}

Result<ServeSettings> settingsOf(const CommandLine &line)
{
    ServeSettings settings;
    settings.writer.location = line.store();
    settings.keyStore = desktopKeyStore(); // what a window has put there
    settings.showSecrets = line.has(c_showSecrets);
    if (const auto taken = takeAddress(line, settings.listener); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeListenerOptions(line, settings.listener); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeTestOptions(line, settings); !taken)
        return std::unexpected(taken.error());
    return settings;
}

Result<KeeperSettings> keeperSettingsOf(const CommandLine &line)
{
    KeeperSettings settings;
    const auto take = [&line](QLatin1StringView option, std::chrono::milliseconds &value) -> Result<void> {
        const auto number = line.integer(option, 1);
        if (!number)
            return std::unexpected(number.error());
        value = std::chrono::milliseconds(number->value_or(value.count()));
        return {};
    };
    for (const auto &[option, value] :
         {std::pair(c_listenBase, &settings.firstRetry), std::pair(c_listenCap, &settings.longestRetry),
          std::pair(c_checkInterval, &settings.checkInterval)}) {
        if (const auto taken = take(option, *value); !taken)
            return std::unexpected(taken.error());
    }
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
bool waitForWindow(const CommandLine &line, const StopSignals &stopSignals, ServiceNotifier &notifier)
{
    const auto window = windowThatReceives(line);
    if (!window)
        return true;
    const QString waiting =
        QStringLiteral("the window (process %1) receives for this store; waiting until it is closed").arg(*window);
    console::say(QStringLiteral("earshot serve: ") + waiting);
    notifier.setStatus(waiting);
    notifier.ready(); // else a service manager would give up
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

/** As `systemctl status` shows it. */
QString statusText(const ListenerState &state)
{
    if (state.kind == ListenerState::Kind::Listening)
        return QStringLiteral("receiving on ") + state.base;
    return QStringLiteral("not receiving: ") + state.reason;
}

/** Ends as a failure, so that a service manager starts it again: the opening puts the damaged store aside. */
void giveUp(const Error &damage, ServiceNotifier &notifier)
{
    console::say(
        QStringLiteral("earshot serve: ") + damage.detail
        + QLatin1StringView("; ending. The next start puts it aside and begins a new store. See `earshot check "
                            "--repair`"));
    notifier.setStatus(QStringLiteral("the store is damaged; ending"));
    QCoreApplication::exit(ExitFailed);
}

/** Says that it is ready, then runs until a signal comes, or the store turns out to be damaged. */
int runUntilStopped(const CommandLine &line, Application &application, const StopSignals &stopSignals,
                    ListenerKeeper &keeper, ServiceNotifier &notifier)
{
    if (const int printed = line.print(readyLine(application.readyFacts())); printed != ExitDone)
        return printed;
    QObject::connect(&keeper, &ListenerKeeper::stateChanged, &notifier,
                     [&notifier](const ListenerState &state) { notifier.setStatus(statusText(state)); });
    notifier.setStatus(statusText(keeper.state()));
    notifier.ready();
    QObject::connect(&application, &Application::storeDamaged, &notifier,
                     [&notifier](const Error &damage) { giveUp(damage, notifier); });
    QObject::connect(&stopSignals, &StopSignals::reloadAsked, &application, &Application::reload);
    QObject::connect(&stopSignals, &StopSignals::stopAsked, QCoreApplication::instance(), &QCoreApplication::quit);
    return QCoreApplication::exec();
}

int receive(const CommandLine &line, const ServeSettings &settings, const KeeperSettings &keeping,
            const StopSignals &stopSignals, ServiceNotifier &notifier)
{
    Application application(settings);
    if (const auto started = application.start(); !started)
        return line.failed(started.error());
    int code = ExitDone;
    {
        ListenerKeeper keeper(application, keeping);
        keeper.keep(settings.listener);
        code = runUntilStopped(line, application, stopSignals, keeper, notifier);
    }
    notifier.stopping();
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
    const auto keeping = keeperSettingsOf(line);
    if (!settings || !keeping)
        return line.failed(settings ? keeping.error() : settings.error());
    if (const auto made = line.makeFolder(); !made)
        return line.failed(made.error());
    raiseDescriptorLimit();
    ServiceNotifier notifier(ServiceNotifier::Environment::take());
    const StopSignals stopSignals(hasTerminal() ? StopSignals::Hangup::Stops : StopSignals::Hangup::Reloads);
    if (!waitForWindow(line, stopSignals, notifier))
        return ExitDone;
    return receive(line, *settings, *keeping, stopSignals, notifier);
}

} // namespace

Command serveCommand()
{
    return {QStringLiteral("serve"), QStringLiteral("Receive deliveries without a window."), serve};
}

} // namespace earshot
