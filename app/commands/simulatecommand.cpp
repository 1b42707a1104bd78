// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/simulatecommand.h"

#include "app/commands/commandline.h"
#include "app/commands/demohooks.h"
#include "app/commands/simulationrun.h"
#include "app/control/hookurl.h"
#include "app/control/ownlistener.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_platform("platform");
constexpr QLatin1StringView c_rate("rate");
constexpr QLatin1StringView c_count("count");
constexpr QLatin1StringView c_to("to");
constexpr QLatin1StringView c_seed("seed");
constexpr QLatin1StringView c_faults("faults");

void addOptions(CommandLine &line)
{
    line.addRequiredOption(c_platform, QStringLiteral("PLATFORM"),
                           QStringLiteral("insighto, eigi, varda, several with commas, or all."));
    line.addRequiredOption(c_rate, QStringLiteral("N"), QStringLiteral("Deliveries a second, all platforms together."));
    line.addOption(c_count, QStringLiteral("N"), QStringLiteral("Deliveries to send. Default: until it is stopped"));
    line.addOption(
        c_to, QStringLiteral("URL"),
        QStringLiteral("The listener, as in http://127.0.0.1:8765. Default: the one that receives for this store"));
    line.addOption(c_seed, QStringLiteral("N"),
                   QStringLiteral("The same seed makes the same conversations. Default: 1"));
    line.addOption(
        c_faults, QStringLiteral("FAULTS"),
        QStringLiteral("What to do wrong, with commas: %1.").arg(faultTexts().join(QLatin1StringView(", "))));
}

/** Everything but the hooks. */
Result<SimulationSettings> settingsOf(const CommandLine &line)
{
    const auto platforms = platformsFromText(line.value(c_platform));
    const auto rate = line.positiveNumber(c_rate);
    const auto count = line.integer(c_count);
    const auto seed = line.integer(c_seed);
    const auto faults = faultsFromText(line.value(c_faults));
    if (!platforms)
        return std::unexpected(platforms.error());
    if (!rate)
        return std::unexpected(rate.error());
    if (!count)
        return std::unexpected(count.error());
    if (!seed)
        return std::unexpected(seed.error());
    if (!faults)
        return std::unexpected(faults.error());
    SimulationSettings settings;
    settings.platforms = *platforms;
    settings.ratePerSecond = rate->value_or(1);
    settings.count = *count;
    settings.seed = quint64(seed->value_or(1));
    settings.faults = *faults;
    return settings;
}

Result<QString> targetOf(const CommandLine &line)
{
    if (!line.has(c_to)) {
        const QString base = listeningBase(line.store());
        return base.isEmpty()
                   ? Result<QString>(
                         failure(ErrorCode::NotFound, QStringLiteral("nobody receives for this store; start \"earshot "
                                                                     "serve\" or name a listener with --to")))
                   : base;
    }
    const QUrl url(line.value(c_to), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    const bool isBase = url.path().isEmpty() || url.path() == QLatin1StringView("/");
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !isBase || url.hasQuery())
        return failure(
            ErrorCode::BadArgument,
            QStringLiteral("--to \"%1\" is no listener's address. Try http://127.0.0.1:8765").arg(line.value(c_to)));
    return url.toString(QUrl::StripTrailingSlash);
}

int simulate(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("simulate"),
        QStringLiteral(
            "Sends made-up conversations to the hooks of this store, and makes a source \"demo-PLATFORM\" where "
            "there is none. Ends when everything was answered."));
    addOptions(line);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    auto settings = settingsOf(line);
    if (!settings)
        return line.failed(settings.error());
    const auto base = targetOf(line);
    if (!base)
        return line.failed(base.error());
    const auto hooks = hooksToFeed(line, settings->platforms, *base);
    if (!hooks)
        return line.failed(hooks.error());
    settings->hooks = hooks->hooks;
    settings->vardaSecrets = hooks->vardaSecrets;
    if (*base == listeningBase(line.store()))
        settings->trust = trustInOwnListener(line.store());
    return runSimulation(line, *settings);
}

} // namespace

Command simulateCommand()
{
    return {QStringLiteral("simulate"), QStringLiteral("Send made-up conversations to a listener."), simulate};
}

} // namespace earshot
