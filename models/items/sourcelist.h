// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/source.h"
#include "models/items/storereader.h"

#include <QObject>

namespace earshot {

/** Whether a secret is set, without the secret. */
struct SecretMark {
    bool isSet = false;
    QString reference; ///< where it is read from, as in `env:NAME`; null where it lies with the others
    std::optional<Timestamp> previousUntil; ///< how long the one before it counts, or did

    friend bool operator==(const SecretMark &, const SecretMark &) = default;
};

/** Which secrets of a source are set. */
struct SecretMarks {
    SecretMark token; ///< of its hook
    SecretMark signing;
    SecretMark basic;
    SecretMark bearer;
    SecretMark header;
};

/** A source with what the window says of it. */
struct SourceEntry {
    Source source;
    QByteArray token; ///< of its hook: a secret, shown only to be copied; empty where it cannot be read
    std::optional<Timestamp> lastDeliveryAt;
    qint64 deliveries = 0;
    SecretMarks secrets = {};
};

/** The sources of a store, kept current: settings at once, arrivals at most once a second. GUI thread. */
class SourceList final : public QObject
{
    Q_OBJECT

public:
    /** @p reader must outlive it. */
    explicit SourceList(StoreReader &reader, QObject *parent = nullptr);
    ~SourceList() override;

    /** By name, disabled ones too; empty until isLoaded(). */
    const QList<SourceEntry> &entries() const;
    bool isLoaded() const;

    /** Null if there is none of that name. */
    const SourceEntry *entry(const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

/** The address that a sender posts to: the source's public URL, else @p base, then `/hook/` and the token. With
 * @p masked only four characters of the token are shown. */
QString hookAddress(const SourceEntry &entry, const QString &base, bool masked = false);

} // namespace earshot
