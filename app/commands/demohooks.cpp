// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/demohooks.h"

#include "app/commands/asking.h"
#include "app/control/hookurl.h"
#include "models/base/clock.h"
#include "models/store/migrations.h"
#include "models/store/secretreference.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_varda("varda");

void append(HooksToFeed &hooks, const QString &platform, const QUrl &hook, const QByteArray &secret)
{
    hooks.hooks[platform].append(hook);
    if (platform == c_varda)
        hooks.vardaSecrets.append(secret);
}

/** The newest live one, if the source's sender signs as Varda does. */
QByteArray vardaSecret(const Source &source, const SourceSecrets &secrets, Timestamp now)
{
    if (!source.proof.signature || source.proof.signature->preset != c_varda)
        return {};
    const auto live = std::find_if(secrets.signing.begin(), secrets.signing.end(),
                                   [now](const TimedSecret &secret) { return secret.isLiveAt(now); });
    return live == secrets.signing.end() ? QByteArray() : live->value;
}

/** Those there are; a store that is yet to be made has none. */
Result<HooksToFeed> presentHooks(const StoreLocation &location, const QString &base)
{
    const auto database = openToRead(location.path);
    if (!database && database.error().code == ErrorCode::NotFound)
        return HooksToFeed();
    if (!database)
        return std::unexpected(database.error());
    const auto known = sources::all(*database);
    if (!known)
        return std::unexpected(known.error());
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    HooksToFeed hooks;
    const Timestamp now = SystemClock().now();
    for (const Source &source : *known) {
        const SourceSecrets own = resolvedSecrets(secrets->source(source.key), SecretPlaces::ofProcess()).secrets;
        const QString token = QString::fromLatin1(own.token(now));
        if (source.enabled && !token.isEmpty())
            append(hooks, source.platform, QUrl(hookUrl(base, token)), vardaSecret(source, own, now));
    }
    return hooks;
}

Result<QUrl> addDemoSource(const CommandLine &line, const QString &platform, const QString &base)
{
    const auto answer = ask(line, {{QStringLiteral("operation"), QStringLiteral("source add")},
                                   {QStringLiteral("platform"), platform},
                                   {QStringLiteral("name"), QStringLiteral("demo-%1").arg(platform)}});
    if (!answer)
        return std::unexpected(answer.error());
    return QUrl(hookUrl(base, answer->value(QLatin1StringView("token")).toString()));
}

} // namespace

Result<HooksToFeed> hooksToFeed(const CommandLine &line, const QStringList &platforms, const QString &base)
{
    auto hooks = presentHooks(line.store(), base);
    if (!hooks)
        return hooks;
    for (const QString &platform : platforms) {
        if (hooks->hooks.contains(platform))
            continue;
        const auto hook = addDemoSource(line, platform, base);
        if (!hook)
            return std::unexpected(hook.error());
        append(*hooks, platform, *hook, {});
    }
    return hooks;
}

} // namespace earshot
