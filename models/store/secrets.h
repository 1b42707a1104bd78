// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QHash>

namespace earshot {

/** What must not lie in the store: hooks' tokens and destinations' credentials, in a file (0600) beside it, since
 * `serve` without a desktop must read what was set elsewhere. Written only by the holder of the writer's role, replaced
 * whole. A plain value; any thread. */
class Secrets
{
public:
    struct Destination {
        QByteArray bearer; ///< sent as `Authorization: Bearer …`; empty for none
        QByteArray signingKey; ///< of X-Earshot-Signature; empty for none

        friend bool operator==(const Destination &, const Destination &) = default;
    };

    /** A missing file has no secrets. Errors: FileFailed, also for a file that others may read. */
    static Result<Secrets> load(const QString &path);
    Result<void> save(const QString &path) const;

    /** A source's hook token, by the source's key; empty if it has none. */
    QByteArray hookToken(const QString &sourceKey) const { return m_hooks.value(sourceKey); }

    void setHookToken(const QString &sourceKey, const QByteArray &token) { m_hooks.insert(sourceKey, token); }

    void removeHook(const QString &sourceKey) { m_hooks.remove(sourceKey); }

    /** The key of the source that has this token; null if none has. */
    QString sourceOfToken(const QByteArray &token) const { return m_hooks.key(token); }

    Destination destination(const QString &destinationKey) const { return m_destinations.value(destinationKey); }

    void setDestination(const QString &destinationKey, const Destination &secrets)
    {
        m_destinations.insert(destinationKey, secrets);
    }

    void removeDestination(const QString &destinationKey) { m_destinations.remove(destinationKey); }

private:
    QHash<QString, QByteArray> m_hooks;
    QHash<QString, Destination> m_destinations;
};

/** 32 bytes of the system's randomness as base64url without padding: a new hook token. */
QByteArray randomToken();

/** 16 to 128 of `A–Z a–z 0–9 - . _ ~`, which need no escaping in a URL's path (RFC 3986 section 2.3). */
bool isAcceptableToken(const QByteArray &token);

/** Eight random lower-case letters: the key of a source or destination. */
QString randomKey();

} // namespace earshot
