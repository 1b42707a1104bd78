// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/simulationsettings.h"

#include "app/simulate/story.h"

#include <cmath>

namespace earshot {
namespace {

Result<void> checkPlatform(const QString &platform)
{
    const QStringList known = simulatedPlatforms();
    if (known.contains(platform))
        return {};
    return failure(ErrorCode::BadArgument, QStringLiteral("cannot simulate the platform \"%1\"; known are: %2")
                                               .arg(platform, known.join(QLatin1StringView(", "))));
}

/** A hook's address holds its token, so no message names more of it than its platform. */
Result<void> checkHooks(const QString &platform, const QList<QUrl> &hooks)
{
    if (hooks.isEmpty())
        return failure(ErrorCode::BadArgument, QStringLiteral("no hook for the platform \"%1\"").arg(platform));
    for (const QUrl &hook : hooks) {
        const bool isHttp = hook.scheme() == QLatin1StringView("http") || hook.scheme() == QLatin1StringView("https");
        if (!hook.isValid() || !isHttp || hook.host().isEmpty())
            return failure(ErrorCode::BadArgument,
                           QStringLiteral("a hook for the platform \"%1\" is no HTTP address").arg(platform));
    }
    return {};
}

} // namespace

Result<QStringList> platformsFromText(const QString &text)
{
    if (text == QLatin1StringView("all"))
        return simulatedPlatforms();
    QStringList platforms;
    const QStringList words = text.split(QLatin1Char(','));
    for (const QString &word : words) {
        const QString platform = word.trimmed();
        if (const Result<void> checked = checkPlatform(platform); !checked)
            return std::unexpected(checked.error());
        if (!platforms.contains(platform))
            platforms.append(platform);
    }
    return platforms;
}

Result<void> checkSettings(const SimulationSettings &settings)
{
    if (!std::isfinite(settings.ratePerSecond) || settings.ratePerSecond <= 0)
        return failure(ErrorCode::BadArgument, QStringLiteral("the rate must be a number above 0"));
    if (settings.count && *settings.count < 0)
        return failure(ErrorCode::BadArgument, QStringLiteral("the count must not be negative"));
    if (settings.platforms.isEmpty())
        return failure(ErrorCode::BadArgument, QStringLiteral("no platform to simulate"));
    for (const QString &platform : settings.platforms) {
        if (const Result<void> checked = checkPlatform(platform); !checked)
            return checked;
        if (const Result<void> checked = checkHooks(platform, settings.hooks.value(platform)); !checked)
            return checked;
    }
    return {};
}

} // namespace earshot
