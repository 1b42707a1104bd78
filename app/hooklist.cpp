// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hooklist.h"

#include "models/base/logging.h"

namespace earshot {
namespace {

Hook hookOf(const Source &source, const SourceSecrets &kept, const SecretPlaces &places)
{
    const ResolvedSecrets resolved = resolvedSecrets(kept, places);
    if (!resolved.unreadable.isEmpty())
        qCWarning(lcApp).noquote() << QStringLiteral(
                                          "the source \"%1\" cannot be checked, so what it sends is quarantined: "
                                          "there is no secret under %2")
                                          .arg(source.name, resolved.unreadable.join(QLatin1StringView(", ")));
    Hook hook;
    hook.sourceId = source.id;
    hook.secrets = resolved.secrets;
    hook.secretsUnreadable = !resolved.unreadable.isEmpty();
    hook.proof = source.proof;
    hook.allow = source.allow;
    hook.rateLimit = source.rateLimit;
    hook.answer = source.answer;
    hook.publicBase = source.publicUrl;
    return hook;
}

} // namespace

QList<Hook> hooksOf(const QList<Source> &sources, const Secrets &secrets, const SecretPlaces &places)
{
    QList<Hook> hooks;
    for (const Source &source : sources) {
        const SourceSecrets kept = secrets.source(source.key);
        if (source.enabled && !kept.tokens.isEmpty())
            hooks.append(hookOf(source, kept, places));
    }
    return hooks;
}

QList<Hook> reachedAt(const QString &base, QList<Hook> hooks)
{
    for (Hook &hook : hooks) {
        if (hook.publicBase.isEmpty())
            hook.publicBase = base;
    }
    return hooks;
}

} // namespace earshot
