// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/destinationoperations.h"

#include "app/control/keptcredentials.h"
#include "app/control/requestreader.h"
#include "models/store/destinationcheck.h"
#include "models/store/destinationkinds.h"
#include "models/store/destinations.h"
#include "models/store/secrets.h"

#include <algorithm>

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_destination("destination");
constexpr QLatin1StringView c_name("name");
constexpr QLatin1StringView c_rule("rule");
constexpr QLatin1StringView c_token("token");
constexpr QLatin1StringView c_signingKey("signing_key");

QJsonObject described(const Destination &destination)
{
    return {{c_name, destination.name}};
}

/** A program of blanks alone is none. */
QString mappingIn(const QJsonValue &value)
{
    return value.toString().trimmed().isEmpty() ? QString() : value.toString();
}

/** Sets what the request has; null takes back what may be missing. */
void takeSettings(const QJsonObject &request, Destination &destination)
{
    const RequestReader reader(request);
    const auto take = [&](QLatin1StringView member, QString &text) {
        if (request.contains(member))
            text = reader.text(member);
    };
    take(c_name, destination.name);
    take(QLatin1StringView("kind"), destination.kind);
    take(QLatin1StringView("url"), destination.url);
    take(QLatin1StringView("ca_file"), destination.caFile);
    if (const QString method = reader.text(QLatin1StringView("method")); !method.isEmpty())
        destination.method = method.toUpper();
    else if (destination.kind != Destination().kind)
        destination.method = Destination().method; // of a webhook that it was before
    if (request.contains(c_rule))
        destination.rule = reader.optionalText(c_rule);
    if (const QJsonValue options = request.value(QLatin1StringView("options")); !options.isUndefined())
        destination.options = options.toObject();
    if (const QJsonValue mapping = request.value(QLatin1StringView("mapping")); !mapping.isUndefined())
        destination.mapping = mappingIn(mapping);
    const DestinationKind *const kind = destinationKind(destination.kind);
    if (kind != nullptr && destination.url.isEmpty())
        destination.url = kind->usualUrl;
}

Destination destinationFrom(const QJsonObject &request, Timestamp now)
{
    Destination destination;
    destination.key = randomKey();
    destination.createdAt = now;
    takeSettings(request, destination);
    return destination;
}

/** A header field's value must not end its line (RFC 9110 section 5.5). */
bool isFieldValue(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

/** Puts those that the request has in place of @p kept; null takes one away, an empty text changes nothing. */
Result<Secrets::Destination> secretsFrom(const QJsonObject &request, const Secrets::Destination &kept = {})
{
    const RequestReader reader(request);
    Secrets::Destination secrets = kept;
    if (const QByteArray token = reader.bytes(c_token); !token.isEmpty() || request.value(c_token).isNull())
        secrets.bearer = token;
    const QByteArray key = QByteArray::fromBase64(reader.bytes(c_signingKey));
    if (!key.isEmpty() || request.value(c_signingKey).isNull())
        secrets.signingKey = key;
    if (!isFieldValue(secrets.bearer))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("a destination's token is printable ASCII without blanks"));
    return secrets;
}

/** What a CRM is asked without one would only be refused. */
Result<void> checkToken(const Destination &destination, const Secrets::Destination &secrets)
{
    const DestinationKind *const kind = destinationKind(destination.kind);
    if (kind == nullptr || !kind->needsToken || !secrets.bearer.isEmpty())
        return {};
    return failure(ErrorCode::BadArgument,
                   QStringLiteral("%1 lets nobody in without its token, API key or password. Give it as the token")
                       .arg(kind->title));
}

/** Names in the key store that @p before refers to and @p after no longer does. */
QJsonArray namesNoLongerUsed(const Secrets::Destination &before, const Secrets::Destination &after)
{
    const QJsonArray used = keyStoreNames(after);
    QJsonArray names;
    for (const QJsonValue name : keyStoreNames(before)) {
        if (!used.contains(name))
            names.append(name);
    }
    return names;
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
    const auto secrets = secretsFrom(request);
    if (!secrets)
        return std::unexpected(secrets.error());
    const Destination destination = destinationFrom(request, {});
    const auto checked = checkDestination(destination);
    return checked ? checkToken(destination, *secrets) : checked;
}

Result<void> checkDestinationChange(const QJsonObject &request)
{
    const auto name = RequestReader(request).required(c_destination);
    if (!name)
        return std::unexpected(name.error());
    const auto secrets = secretsFrom(request);
    return secrets ? Result<void>() : std::unexpected(secrets.error());
}

Result<QJsonObject> addDestination(const QJsonObject &request, const OperationContext &context)
{
    const auto secrets = secretsFrom(request);
    if (!secrets)
        return std::unexpected(secrets.error());
    context.rules.invalidate();
    const auto added = destinations::add(context.database, destinationFrom(request, context.now));
    if (!added)
        return std::unexpected(added.error());
    if (const auto checked = checkToken(*added, *secrets); !checked)
        return std::unexpected(checked.error());
    if (const auto kept = keepSecrets(context, added->key, *secrets); !kept)
        return std::unexpected(kept.error());
    return described(*added);
}

Result<QJsonObject> setDestination(const QJsonObject &request, const OperationContext &context)
{
    if (const auto checked = checkDestinationChange(request); !checked)
        return std::unexpected(checked.error());
    auto destination = destinations::byName(context.database, RequestReader(request).text(c_destination));
    if (!destination)
        return std::unexpected(destination.error());
    const auto known = context.secrets.edit();
    if (!known)
        return std::unexpected(known.error());
    const Secrets::Destination before = (*known)->destination(destination->key);
    const auto secrets = secretsFrom(request, before);
    if (!secrets)
        return std::unexpected(secrets.error());

    takeSettings(request, *destination);
    context.rules.invalidate();
    auto done = destinations::change(context.database, *destination);
    if (done)
        done = checkToken(*destination, *secrets);
    if (done)
        done = keepSecrets(context, destination->key, *secrets);
    if (!done)
        return std::unexpected(done.error());
    QJsonObject answer = described(*destination);
    if (const QJsonArray unused = namesNoLongerUsed(before, *secrets); !unused.isEmpty())
        answer.insert(QLatin1StringView("key_store"), unused);
    return answer;
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
