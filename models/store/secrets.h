// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/proof.h"

#include <QByteArray>
#include <QHash>

namespace earshot {

/** What must not lie in the store: hooks' tokens, senders' secrets and destinations' credentials, in a file (0600)
 * beside it, since `serve` without a desktop must read what was set elsewhere. A value may be a reference to where the
 * secret really lies (store/secretreference.h). Written only by the holder of the writer's role, replaced whole. A
 * plain value; any thread. */
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

    /** A source's secrets as they are kept, by the source's key. */
    SourceSecrets source(const QString &sourceKey) const { return m_sources.value(sourceKey); }

    void setSource(const QString &sourceKey, const SourceSecrets &secrets) { m_sources.insert(sourceKey, secrets); }

    void removeSource(const QString &sourceKey) { m_sources.remove(sourceKey); }

    /** The newest token of a source's hook, which is live until it is replaced; empty if there is none. */
    QByteArray hookToken(const QString &sourceKey) const;

    /** Makes @p token the only one. */
    void setHookToken(const QString &sourceKey, const QByteArray &token)
    {
        m_sources[sourceKey].tokens = {{token, std::nullopt}};
    }

    /** The key of the source that has this token, also as one that is on its way out; null if none has. */
    QString sourceOfToken(const QByteArray &token) const;

    /** Forgets what has ended: tokens, and all signing secrets but the latest ended one of each source, by which a late
     * sender can be told what it did wrong. */
    void prune(Timestamp now);

    Destination destination(const QString &destinationKey) const { return m_destinations.value(destinationKey); }

    QList<Destination> destinations() const { return m_destinations.values(); }

    void setDestination(const QString &destinationKey, const Destination &secrets)
    {
        m_destinations.insert(destinationKey, secrets);
    }

    void removeDestination(const QString &destinationKey) { m_destinations.remove(destinationKey); }

private:
    QHash<QString, SourceSecrets> m_sources;
    QHash<QString, Destination> m_destinations;
};

/** Puts @p value at the head of @p secrets. What was live before stays so for @p overlap, at the longest until it would
 * have ended anyway; at most two are live afterwards. One that has @p value already is taken to the head. */
void rotate(QList<TimedSecret> &secrets, const QByteArray &value, Timestamp now, std::chrono::seconds overlap);

/** 32 bytes of the system's randomness as base64url without padding: a new hook token. */
QByteArray randomToken();

/** 16 to 128 of `A–Z a–z 0–9 - . _ ~`, which need no escaping in a URL's path (RFC 3986 section 2.3). */
bool isAcceptableToken(const QByteArray &token);

/** Eight random lower-case letters: the key of a source or destination. */
QString randomKey();

} // namespace earshot
