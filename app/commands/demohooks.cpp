// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/demohooks.h"

#include "app/commands/asking.h"
#include "app/control/hookurl.h"
#include "models/store/migrations.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

namespace earshot {
namespace {

using Hooks = QHash<QString, QList<QUrl>>;

/** Those there are; a store that is yet to be made has none. */
Result<Hooks> presentHooks(const StoreLocation &location, const QString &base)
{
    const auto database = openToRead(location.path);
    if (!database && database.error().code == ErrorCode::NotFound)
        return Hooks();
    if (!database)
        return std::unexpected(database.error());
    const auto known = sources::all(*database);
    if (!known)
        return std::unexpected(known.error());
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    Hooks hooks;
    for (const Source &source : *known) {
        const QByteArray token = secrets->hookToken(source.key);
        if (source.enabled && !token.isEmpty())
            hooks[source.platform].append(QUrl(hookUrl(base, QString::fromLatin1(token))));
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

Result<Hooks> hooksToFeed(const CommandLine &line, const QStringList &platforms, const QString &base)
{
    auto hooks = presentHooks(line.store(), base);
    if (!hooks)
        return hooks;
    for (const QString &platform : platforms) {
        if (hooks->contains(platform))
            continue;
        const auto hook = addDemoSource(line, platform, base);
        if (!hook)
            return std::unexpected(hook.error());
        hooks->insert(platform, {*hook});
    }
    return hooks;
}

} // namespace earshot
