// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/destinationoperations.h"

#include "app/control/keptcredentials.h"
#include "app/control/requestreader.h"
#include "models/store/destinationcheck.h"
#include "models/store/destinations.h"
#include "models/store/secrets.h"

#include <algorithm>

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_name("name");
constexpr QLatin1StringView c_rule("rule");

QJsonObject described(const Destination &destination)
{
    return {{c_name, destination.name}};
}

Destination destinationFrom(const RequestReader &request, Timestamp now)
{
    Destination destination;
    destination.key = randomKey();
    destination.name = request.text(c_name);
    destination.url = request.text(QLatin1StringView("url"));
    if (const QString method = request.text(QLatin1StringView("method")); !method.isEmpty())
        destination.method = method.toUpper();
    destination.rule = request.optionalText(c_rule);
    destination.caFile = request.text(QLatin1StringView("ca_file"));
    destination.createdAt = now;
    return destination;
}

/** A header field's value must not end its line (RFC 9110 section 5.5). */
bool isFieldValue(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

Result<Secrets::Destination> secretsFrom(const RequestReader &request)
{
    Secrets::Destination secrets{request.bytes(QLatin1StringView("token")),
                                 QByteArray::fromBase64(request.bytes(QLatin1StringView("signing_key")))};
    if (!isFieldValue(secrets.bearer))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("a destination's token is printable ASCII without blanks"));
    return secrets;
}

Result<void> keepSecrets(const OperationContext &context, const QString &key, const Secrets::Destination &wanted)
{
    const auto secrets = context.secrets.edit();
    if (!secrets)
        return std::unexpected(secrets.error());
    if (wanted == Secrets::Destination())
        (*secrets)->removeDestination(key);
    else
        (*secrets)->setDestination(key, wanted);
    return {};
}

/** Where the named destination's secrets lie, if not in the file. */
Result<QJsonArray> namesInKeyStore(const QJsonObject &request, const OperationContext &context)
{
    const auto destination = destinations::byName(context.database, RequestReader(request).text(c_name));
    const auto secrets = context.secrets.edit();
    if (!secrets)
        return std::unexpected(secrets.error());
    return destination ? keyStoreNames((*secrets)->destination(destination->key)) : QJsonArray();
}

using Change = Result<void> (*)(const OperationContext &context, const Destination &destination);

/** Makes a change to the destination that the request names. */
Result<QJsonObject> changeNamed(const QJsonObject &request, const OperationContext &context, Change change)
{
    const auto name = RequestReader(request).required(c_name);
    if (!name)
        return std::unexpected(name.error());
    const auto destination = destinations::byName(context.database, *name);
    if (!destination)
        return std::unexpected(destination.error());
    context.rules.invalidate();
    if (const auto changed = change(context, *destination); !changed)
        return std::unexpected(changed.error());
    return described(*destination);
}

} // namespace

Result<void> checkNewDestination(const QJsonObject &request)
{
    const RequestReader reader(request);
    if (const auto secrets = secretsFrom(reader); !secrets)
        return std::unexpected(secrets.error());
    return checkDestination(destinationFrom(reader, {}));
}

Result<QJsonObject> addDestination(const QJsonObject &request, const OperationContext &context)
{
    const RequestReader reader(request);
    const auto secrets = secretsFrom(reader);
    if (!secrets)
        return std::unexpected(secrets.error());
    context.rules.invalidate();
    const auto added = destinations::add(context.database, destinationFrom(reader, context.now));
    if (!added)
        return std::unexpected(added.error());
    if (const auto kept = keepSecrets(context, added->key, *secrets); !kept)
        return std::unexpected(kept.error());
    return described(*added);
}

Result<QJsonObject> removeDestination(const QJsonObject &request, const OperationContext &context)
{
    const auto names = namesInKeyStore(request, context);
    if (!names)
        return std::unexpected(names.error());
    auto answer = changeNamed(request, context, [](const OperationContext &within, const Destination &destination) {
        const auto removed = destinations::remove(within.database, destination.id, within.now);
        return removed ? keepSecrets(within, destination.key, {}) : removed;
    });
    if (answer && !names->isEmpty())
        answer->insert(QLatin1StringView("key_store"), *names);
    return answer;
}

Result<QJsonObject> pauseDestination(const QJsonObject &request, const OperationContext &context)
{
    return changeNamed(request, context, [](const OperationContext &within, const Destination &destination) {
        return destinations::pause(within.database, destination.id, QStringLiteral("paused by hand"));
    });
}

Result<QJsonObject> resumeDestination(const QJsonObject &request, const OperationContext &context)
{
    return changeNamed(request, context, [](const OperationContext &within, const Destination &destination) {
        return destinations::resume(within.database, destination.id, within.now);
    });
}

} // namespace earshot::operations
