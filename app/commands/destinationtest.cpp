// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationtest.h"

#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "app/forward/destinationtest.h"
#include "app/forward/webhooksender.h"
#include "models/store/destinations.h"
#include "models/store/secretreference.h"

namespace earshot {
namespace {

struct Addressee {
    Destination destination;
    Secrets::Destination secrets;
};

Result<Addressee> namedDestination(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto destination = destinations::byName(*database, line.positionals().first());
    if (!destination)
        return std::unexpected(destination.error());
    const auto secrets = Secrets::load(line.store().secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    const auto resolved = resolvedSecrets(secrets->destination(destination->key), SecretPlaces::ofProcess());
    if (!resolved)
        return std::unexpected(resolved.error());
    return Addressee{*destination, *resolved};
}

DestinationTest sendSample(const Addressee &addressee)
{
    WebhookSender sender;
    return QCoro::waitFor(testDestination(sender, addressee.destination, addressee.secrets, SystemClock().now()));
}

} // namespace

int runDestinationTest(const QStringList &arguments)
{
    CommandLine line(
        QStringLiteral("destination test"),
        QStringLiteral(
            "Sends one made-up conversation, marked as a test, and says what came back. The outbox is not touched."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto addressee = namedDestination(line);
    if (!addressee)
        return line.failed(addressee.error());
    const DestinationTest test = sendSample(*addressee);
    if (!test.accepted)
        return line.failed(
            {ErrorCode::NetworkFailed, QStringLiteral("%1: %2").arg(addressee->destination.name, test.words)});
    if (line.wantsJson())
        return line.printLine(
            QJsonObject{{QStringLiteral("name"), addressee->destination.name}, {QStringLiteral("answer"), test.words}});
    return line.printLine(QStringLiteral("%1: %2").arg(addressee->destination.name, test.words));
}

} // namespace earshot
