// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/storeclient.h"

#include "app/control/carryout.h"
#include "app/engine/exportjob.h"
#include "app/engine/sampledeliveries.h"
#include "app/forward/destinationtest.h"
#include "models/store/destinations.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

#include <QCoroFuture>
#include <QJsonArray>
#include <QNetworkReply>

namespace earshot {
namespace {

QJsonObject operation(const QString &name, QJsonObject request = {})
{
    request.insert(QStringLiteral("operation"), name);
    return request;
}

QJsonObject named(const QString &operationName, const QString &name)
{
    return operation(operationName, {{QStringLiteral("name"), name}});
}

QJsonArray arrayOf(const QList<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(id);
    return array;
}

AddedSource addedFrom(const QJsonObject &answer)
{
    return {answer.value(QLatin1StringView("name")).toString(),
            answer.value(QLatin1StringView("token")).toString().toLatin1()};
}

QJsonObject requestOf(const NewSource &source)
{
    return operation(QStringLiteral("source add"), {{QStringLiteral("name"), source.name},
                                                    {QStringLiteral("platform"), source.platform},
                                                    {QStringLiteral("zone"), source.zone},
                                                    {QStringLiteral("region"), source.region},
                                                    {QStringLiteral("currency"), source.currency},
                                                    {QStringLiteral("agent"), source.agent},
                                                    {QStringLiteral("id_field"), source.idField},
                                                    {QStringLiteral("allow"), QJsonArray::fromStringList(source.allow)},
                                                    {QStringLiteral("public_url"), source.publicUrl}});
}

QJsonObject requestOf(const NewDestination &destination)
{
    QJsonObject request{{QStringLiteral("name"), destination.name},
                        {QStringLiteral("url"), destination.url},
                        {QStringLiteral("method"), destination.method},
                        {QStringLiteral("ca_file"), destination.caFile},
                        {QStringLiteral("token"), QString::fromUtf8(destination.bearer)}};
    if (!destination.signingKey.isEmpty())
        request.insert(QStringLiteral("signing_key"), QString::fromLatin1(destination.signingKey.toBase64()));
    if (!destination.byHandOnly)
        request.insert(QStringLiteral("rule"), destination.rule);
    return operation(QStringLiteral("destination add"), request);
}

/** A hook and what is posted to it. */
struct Hook {
    QByteArray token;
    QString platform;
};

Result<Hook> hookOf(const Database &database, const StoreLocation &location, const QString &name)
{
    const auto source = sources::byName(database, name);
    if (!source)
        return std::unexpected(source.error());
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    return Hook{secrets->hookToken(source->key), source->platform};
}

struct Addressee {
    Destination destination;
    Secrets::Destination secrets;
};

Result<Addressee> addresseeOf(const Database &database, const StoreLocation &location, const QString &name)
{
    const auto destination = destinations::byName(database, name);
    if (!destination)
        return std::unexpected(destination.error());
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    return Addressee{*destination, secrets->destination(destination->key)};
}

template <typename T>
void settle(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

StoreClient::StoreClient(StoreReader &reader, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
{
    constexpr int c_threads = 4; // a request to a process that does not answer must not hold up the next
    m_pool.setMaxThreadCount(c_threads);
}

StoreClient::~StoreClient()
{
    *m_stop = true;
    m_pool.waitForDone();
}

template <typename T>
QFuture<Result<T>> StoreClient::carry(const QJsonObject &request, std::function<T(const QJsonObject &)> answerOf)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_pool.start([promise, request, answerOf = std::move(answerOf), location = m_reader.location()] {
        const auto answer = carryOut(request, location);
        settle<T>(*promise, answer ? Result<T>(answerOf(*answer)) : std::unexpected(answer.error()));
    });
    return promise->future();
}

QFuture<Result<void>> StoreClient::carry(const QJsonObject &request)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_pool.start([promise, request, location = m_reader.location()] {
        const auto answer = carryOut(request, location);
        settle<void>(*promise, answer ? Result<void>() : std::unexpected(answer.error()));
    });
    return promise->future();
}

QFuture<Result<AddedSource>> StoreClient::addSource(const NewSource &source)
{
    return carry<AddedSource>(requestOf(source), addedFrom);
}

QFuture<Result<AddedSource>> StoreClient::rotateSource(const QString &name)
{
    return carry<AddedSource>(named(QStringLiteral("source rotate"), name), addedFrom);
}

QFuture<Result<void>> StoreClient::setSourceEnabled(const QString &name, bool enabled)
{
    return carry(named(enabled ? QStringLiteral("source enable") : QStringLiteral("source disable"), name));
}

QFuture<Result<void>> StoreClient::setSourcePublicUrl(const QString &name, const QString &url)
{
    return carry(operation(QStringLiteral("source public-url"),
                           {{QStringLiteral("name"), name}, {QStringLiteral("public_url"), url}}));
}

QFuture<Result<void>> StoreClient::removeSource(const QString &name)
{
    return carry(named(QStringLiteral("source remove"), name));
}

QFuture<Result<void>> StoreClient::addDestination(const NewDestination &destination)
{
    return carry(requestOf(destination));
}

QFuture<Result<void>> StoreClient::pauseDestination(const QString &name)
{
    return carry(named(QStringLiteral("destination pause"), name));
}

QFuture<Result<void>> StoreClient::resumeDestination(const QString &name)
{
    return carry(named(QStringLiteral("destination resume"), name));
}

QFuture<Result<void>> StoreClient::removeDestination(const QString &name)
{
    return carry(named(QStringLiteral("destination remove"), name));
}

QFuture<Result<qint64>> StoreClient::forward(const QList<qint64> &conversations, const QString &destination)
{
    return carry<qint64>(
        operation(QStringLiteral("outbox send"), {{QStringLiteral("destination"), destination},
                                                  {QStringLiteral("conversations"), arrayOf(conversations)}}),
        [](const QJsonObject &answer) { return answer.value(QLatin1StringView("queued")).toInteger(); });
}

QFuture<Result<qint64>> StoreClient::retryOutbox(const QList<qint64> &rows)
{
    return carry<qint64>(
        operation(QStringLiteral("outbox retry"), {{QStringLiteral("rows"), arrayOf(rows)}}),
        [](const QJsonObject &answer) { return answer.value(QLatin1StringView("retried")).toInteger(); });
}

QFuture<Result<qint64>> StoreClient::discardOutbox(const QList<qint64> &rows)
{
    return carry<qint64>(
        operation(QStringLiteral("outbox discard"), {{QStringLiteral("rows"), arrayOf(rows)}}),
        [](const QJsonObject &answer) { return answer.value(QLatin1StringView("discarded")).toInteger(); });
}

QFuture<Result<int>> StoreClient::sendSample(const QString &name)
{
    auto promise = std::make_shared<QPromise<Result<int>>>();
    promise->start();
    if (m_base.isEmpty()) {
        settle<int>(*promise, failure(ErrorCode::ListenFailed, tr("Earshot is not receiving.")));
        return promise->future();
    }
    m_reader
        .read<Hook>([location = m_reader.location(), name](const Database &database) {
            return hookOf(database, location, name);
        })
        .then(this, [this, promise](const Result<Hook> &hook) {
            if (!hook)
                return settle<int>(*promise, std::unexpected(hook.error()));
            post(QUrl(m_base + QLatin1StringView("/hook/") + QString::fromLatin1(hook->token)), hook->platform,
                 promise);
        });
    return promise->future();
}

void StoreClient::post(const QUrl &hook, const QString &platform, const std::shared_ptr<QPromise<Result<int>>> &promise)
{
    auto *poster = new DeliveryPoster(m_network, hook, sampleDeliveries(platform, m_clock.now()), this);
    connect(poster, &DeliveryPoster::finished, this, [poster, promise](int accepted, const QString &problem) {
        settle<int>(*promise, problem.isEmpty() ? Result<int>(accepted) : failure(ErrorCode::NetworkFailed, problem));
        poster->deleteLater();
    });
    poster->start();
}

QFuture<Result<DestinationAnswerText>> StoreClient::testDestination(const QString &name)
{
    auto promise = std::make_shared<QPromise<Result<DestinationAnswerText>>>();
    promise->start();
    m_reader
        .read<Addressee>([location = m_reader.location(), name](const Database &database) {
            return addresseeOf(database, location, name);
        })
        .then(this, [this, promise](const Result<Addressee> &addressee) {
            if (!addressee)
                return settle<DestinationAnswerText>(*promise, std::unexpected(addressee.error()));
            earshot::testDestination(m_sender, addressee->destination, addressee->secrets, m_clock.now())
                .then([promise](const DestinationTest &test) {
                    settle<DestinationAnswerText>(*promise, DestinationAnswerText{test.accepted, test.words});
                });
        });
    return promise->future();
}

QFuture<Result<ExportResult>> StoreClient::exportRecords(const ExportRequest &request)
{
    auto promise = std::make_shared<QPromise<Result<ExportResult>>>();
    promise->start();
    m_pool.start([promise, request, location = m_reader.location(), now = m_clock.now(), stop = m_stop] {
        runExport(request, location, now, *stop, *promise);
    });
    return promise->future();
}

} // namespace earshot
