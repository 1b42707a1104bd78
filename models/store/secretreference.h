// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/secrets.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace earshot {

/** Where a secret lies that the file of secrets only names. */
struct SecretReference {
    enum class Kind {
        Environment, ///< `env:NAME`: a variable of the process that needs it
        Credential, ///< `credential:NAME`: a file in $CREDENTIALS_DIRECTORY, as systemd's LoadCredential= makes it
        KeyStore, ///< `keyring:NAME`: an entry of the desktop's key store
    };

    Kind kind = Kind::Environment;
    QByteArray name; ///< letters, digits, `_`, `-` and `.`; never begins with a dot

    /** Nothing for a value that is the secret itself. */
    static std::optional<SecretReference> read(const QByteArray &value);

    QByteArray text() const;

    friend bool operator==(const SecretReference &, const SecretReference &) = default;
};

/** How references are looked up; each answers with an empty text where there is none. */
struct SecretPlaces {
    std::function<QByteArray(const QByteArray &name)> environment;
    std::function<QByteArray(const QByteArray &name)> credential;
    std::function<QByteArray(const QByteArray &name)> keyStore; ///< may be missing: then nothing lies there

    /** Those of this process, without a key store. */
    static SecretPlaces ofProcess();
};

/** @p kept itself, or what it refers to. NotFound names the reference whose secret is not there. */
Result<QByteArray> resolvedSecret(const QByteArray &kept, const SecretPlaces &places);

/** Secrets with their references looked up. */
struct ResolvedSecrets {
    SourceSecrets secrets; ///< without what is unreadable
    QStringList unreadable; ///< the references, for a message
};

ResolvedSecrets resolvedSecrets(const SourceSecrets &kept, const SecretPlaces &places);

/** The names under which secrets of destinations lie in a key store. */
QList<QByteArray> keyStoreNames(const Secrets &secrets);

/** All or nothing: a record is not sent without what it should be sent with. Errors: NotFound. */
Result<Secrets::Destination> resolvedSecrets(const Secrets::Destination &kept, const SecretPlaces &places);

} // namespace earshot
