// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/fetched.h"

#include "models/store/secretreference.h"

#include <QJsonDocument>
#include <QPromise>

namespace earshot {
namespace {

/** Whether the answer says that the conversation goes on; what cannot be read is for the decoder to say. */
bool isRunning(const QByteArray &body)
{
    QJsonObject json = QJsonDocument::fromJson(body).object();
    if (const QJsonValue data = json.value(QLatin1StringView("data")); data.isObject())
        json = data.toObject();
    return json.value(QLatin1StringView("conversation_status")).toString().toUpper()
           == QLatin1StringView("IN_PROGRESS");
}

Result<void> journal(Writer &writer, Delivery delivery)
{
    const auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    QFuture<Result<qint64>> committed = promise->future();
    const bool isTaken = writer.offer({std::move(delivery), [promise](Result<qint64> id) {
                                           promise->addResult(std::move(id));
                                           promise->finish();
                                       }});
    if (!isTaken)
        return failure(ErrorCode::StoreLocked,
                       QStringLiteral("the store has more to write than it can; try again later"));
    committed.waitForFinished();
    const Result<qint64> id = committed.result();
    return id ? Result<void>() : std::unexpected(id.error());
}

} // namespace

/** Journalled first: were it noted first, a crash between the two would lose it for good. */
Result<FetchResult> keepFetched(Writer &writer, qint64 conversation, qint64 sourceId, Delivery delivery)
{
    const FetchResult result = isRunning(delivery.body) ? FetchResult::Running : FetchResult::Fetched;
    const Timestamp at = delivery.receivedAt;
    delivery.sourceId = sourceId;
    if (const auto journalled = journal(writer, std::move(delivery)); !journalled)
        return std::unexpected(journalled.error());
    const auto noted = noteFetch(writer, conversation, at, result);
    return noted ? Result<FetchResult>(result) : std::unexpected(noted.error());
}

Result<void> noteFetch(Writer &writer, qint64 conversation, Timestamp at, FetchResult result)
{
    QFuture<Result<void>> noted =
        writer.run<void>([=](const Database &database) { return backfill::note(database, conversation, at, result); });
    noted.waitForFinished();
    return noted.result();
}

Result<QByteArray> apiKeyOf(const StoreLocation &location, const Source &source)
{
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    const QByteArray kept = secrets->source(source.key).apiKey;
    if (kept.isEmpty())
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("\"%1\" has no API key. Set one: earshot source set \"%1\" --api-key-file FILE")
                           .arg(source.name));
    return resolvedSecret(kept, SecretPlaces::ofProcess());
}

} // namespace earshot
