// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/addressee.h"

#include "app/control/keystore.h"
#include "models/store/destinationcheck.h"
#include "models/store/secretreference.h"

namespace earshot {
namespace {

/** Those of this process and the desktop's key store, as far as there is one. */
SecretPlaces everywhere()
{
    SecretPlaces places = SecretPlaces::ofProcess();
    places.keyStore = [](const QByteArray &name) {
        const std::unique_ptr<KeyStore> store = desktopKeyStore();
        if (!store)
            return QByteArray();
        return store->read(name).result().value_or(QByteArray());
    };
    return places;
}

Result<Secrets::Destination> keptSecrets(const StoreLocation &location, const QString &key)
{
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    return secrets->destination(key);
}

Result<Addressee> resolved(const Destination &destination, const Secrets::Destination &kept)
{
    const auto secrets = resolvedSecrets(kept, everywhere());
    return secrets ? Result<Addressee>(Addressee{destination, *secrets}) : std::unexpected(secrets.error());
}

} // namespace

Result<Addressee> addresseeOf(const Database &database, const StoreLocation &location, const QString &name)
{
    const auto destination = destinations::byName(database, name);
    if (!destination)
        return std::unexpected(destination.error());
    const auto kept = keptSecrets(location, destination->key);
    return kept ? resolved(*destination, *kept) : std::unexpected(kept.error());
}

Result<Addressee> describedAddressee(const Database &database, const StoreLocation &location, const QString &name,
                                     Destination described, const Secrets::Destination &given)
{
    if (described.name.isEmpty())
        described.name = QStringLiteral("new"); // not asked for yet
    if (const auto checked = checkDestination(described); !checked)
        return std::unexpected(checked.error());
    Secrets::Destination secrets = given;
    if (name.isEmpty())
        return resolved(described, secrets);
    const auto known = destinations::byName(database, name);
    if (!known)
        return std::unexpected(known.error());
    const auto kept = keptSecrets(location, known->key);
    if (!kept)
        return std::unexpected(kept.error());
    described.id = known->id;
    described.key = known->key;
    if (secrets.bearer.isEmpty())
        secrets.bearer = kept->bearer;
    if (secrets.signingKey.isEmpty())
        secrets.signingKey = kept->signingKey;
    return resolved(described, secrets);
}

} // namespace earshot
