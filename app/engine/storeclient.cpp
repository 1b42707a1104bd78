// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/storeclient.h"

#include "app/control/carryout.h"
#include "app/control/selftestrequest.h"
#include "app/control/senderproof.h"
#include "app/engine/backfilljob.h"
#include "app/engine/exportjob.h"
#include "app/engine/listenersetup.h"
#include "app/engine/replayjob.h"
#include "app/engine/sampledeliveries.h"
#include "app/expose/selftestreport.h"
#include "models/store/backup.h"
#include "models/store/secretreference.h"
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
                        {QStringLiteral("kind"), destination.kind},
                        {QStringLiteral("url"), destination.url},
                        {QStringLiteral("method"), destination.method},
                        {QStringLiteral("ca_file"), destination.caFile},
                        {QStringLiteral("token"), QString::fromUtf8(destination.bearer)}};
    if (!destination.signingKey.isEmpty())
        request.insert(QStringLiteral("signing_key"), QString::fromLatin1(destination.signingKey.toBase64()));
    if (!destination.byHandOnly)
        request.insert(QStringLiteral("rule"), destination.rule);
    if (!destination.options.isEmpty())
        request.insert(QStringLiteral("options"), destination.options);
    if (!destination.mapping.isNull())
        request.insert(QStringLiteral("mapping"), destination.mapping);
    return operation(QStringLiteral("destination add"), request);
}

/** A hook and what is posted to it. */
struct Hook {
    QByteArray token;
    QString platform;
    RequestTrust trust; ///< in the listener that has it
    QString publicUrl; ///< of the source; null for the listener's own
    SenderProof proof;
    SourceSecrets secrets;
};

/** What the source's platform would post, with all that the source asks of it. */
Result<QList<SimulatedRequest>> provenSamples(const Hook &hook, const QString &base, Timestamp now)
{
    const QByteArray url =
        QString((hook.publicUrl.isEmpty() ? base : hook.publicUrl) + QLatin1StringView("/hook/")).toUtf8() + hook.token;
    QList<SimulatedRequest> samples = sampleDeliveries(hook.platform, now);
    for (SimulatedRequest &sample : samples) {
        const QByteArray whole = sample.query.isEmpty() ? url : url + '?' + sample.query;
        const auto fields = proofFields(hook.proof, hook.secrets, sample.body, whole, "sample-" + randomToken(), now);
        if (!fields)
            return std::unexpected(fields.error());
        for (const HeaderField &field : *fields)
            setHeader(sample, field.name, field.value);
    }
    return samples;
}

Result<Hook> hookOf(const Database &database, const StoreLocation &location, const QString &name)
{
    const auto source = sources::byName(database, name);
    if (!source)
        return std::unexpected(source.error());
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    return Hook{secrets->hookToken(source->key),
                source->platform,
                trustInOwnListener(location),
                source->publicUrl,
                source->proof,
                resolvedSecrets(secrets->source(source->key), SecretPlaces::ofProcess()).secrets};
}

WayReport wayReport(const QString &address, const QList<SelfTestFinding> &findings)
{
    WayReport report{address, isReachable(findings), {}};
    for (const SelfTestFinding &finding : findings)
        report.findings.append({selfTestWord(finding.step), selfTestWord(finding.result), finding.detail});
    return report;
}

template <typename T>
void settle(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

} // namespace

StoreClient::StoreClient(StoreReader &reader, const Clock &clock, QObject *parent, const QString &jqProgram)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
    , m_asking(reader, clock)
    , m_trials(reader.location(), clock, jqProgram)
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

template <typename T>
QFuture<Result<T>> StoreClient::run(std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_pool.start([promise, work = std::move(work)] { settle<T>(*promise, work()); });
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

QFuture<Result<AddedSource>> StoreClient::rotateSource(const QString &name, std::chrono::seconds overlap)
{
    QJsonObject request = named(QStringLiteral("source rotate"), name);
    request.insert(QStringLiteral("overlap_s"), qint64(overlap.count()));
    return carry<AddedSource>(request, addedFrom);
}

QFuture<Result<void>> StoreClient::changeSource(const QString &name, const SourceChange &change)
{
    return carry(sourceChangeRequest(name, change));
}

QFuture<Result<ListenerSetup>> StoreClient::listenerSetup()
{
    return run<ListenerSetup>([location = m_reader.location()] { return readListenerSetup(location); });
}

QFuture<Result<ListenerSetup>> StoreClient::setListener(const ListenerChange &change)
{
    return run<ListenerSetup>([location = m_reader.location(), change, now = m_clock.now()] {
        return changeListenerSetup(location, change, now);
    });
}

QFuture<Result<TunnelSettings>> StoreClient::tunnelSettings()
{
    return run<TunnelSettings>([location = m_reader.location()] { return readTunnelSettings(location); });
}

QFuture<Result<void>> StoreClient::setTunnel(const TunnelSettings &settings)
{
    return run<void>([location = m_reader.location(), settings] { return changeTunnelSettings(location, settings); });
}

QFuture<Result<WayReport>> StoreClient::testWay(const QString &source)
{
    auto promise = std::make_shared<QPromise<Result<WayReport>>>();
    promise->start();
    m_reader
        .read<SelfTestRequest>([location = m_reader.location(), source, now = m_clock.now()](const Database &database) {
            return selfTestRequest(database, location, source, {}, now);
        })
        .then(this, [promise](const Result<SelfTestRequest> &request) {
            if (!request)
                return settle<WayReport>(*promise, std::unexpected(request.error()));
            runSelfTest(*request).then(
                [promise, address = request->publicBase](const QList<SelfTestFinding> &findings) {
                    settle<WayReport>(*promise, wayReport(address, findings));
                });
        });
    return promise->future();
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

QFuture<Result<void>> StoreClient::setSourceApiKey(const QString &name, const QByteArray &key)
{
    return carry(operation(QStringLiteral("source set"),
                           {{QStringLiteral("name"), name}, {QStringLiteral("api_key"), QString::fromUtf8(key)}}));
}

QFuture<Result<BackfillResult>> StoreClient::backfill(const QString &name)
{
    auto promise = std::make_shared<QPromise<Result<BackfillResult>>>();
    promise->start();
    m_pool.start([promise, name, location = m_reader.location(), stop = m_stop] {
        runBackfill(name, location, *stop, *promise);
    });
    return promise->future();
}

QFuture<Result<void>> StoreClient::carryChecked(const QJsonObject &request, const NewDestination &destination)
{
    return run<void>([this, request, destination, location = m_reader.location()]() -> Result<void> {
        if (const auto checked = m_trials.check(destinationFrom(destination)); !checked)
            return checked;
        const auto answer = carryOut(request, location);
        return answer ? Result<void>() : std::unexpected(answer.error());
    });
}

QFuture<Result<void>> StoreClient::addDestination(const NewDestination &destination)
{
    return carryChecked(requestOf(destination), destination);
}

QFuture<Result<void>> StoreClient::changeDestination(const QString &name, const NewDestination &destination)
{
    QJsonObject request = requestOf(destination);
    request.insert(QStringLiteral("operation"), QStringLiteral("destination set"));
    request.insert(QStringLiteral("destination"), name);
    request.insert(QStringLiteral("options"), destination.options);
    // What is missing would stay as it is; the description is whole.
    for (const QString &member : {QStringLiteral("rule"), QStringLiteral("mapping")}) {
        if (!request.contains(member))
            request.insert(member, QJsonValue::Null);
    }
    return carryChecked(request, destination);
}

QFuture<Result<DestinationAnswerText>> StoreClient::testDestination(const QString &name)
{
    return m_asking.testDestination(name);
}

QFuture<Result<DestinationAnswerText>> StoreClient::tryDestination(const QString &name,
                                                                   const NewDestination &destination)
{
    return m_asking.tryDestination(name, destination);
}

QFuture<Result<MappingPreview>> StoreClient::previewMapping(const NewDestination &destination, qint64 conversation)
{
    return m_trials.preview(destinationFrom(destination), conversation);
}

QFuture<Result<ShadowRun>> StoreClient::shadowRun(const QString &name, const NewDestination &destination, int most)
{
    return m_trials.shadowRun(name, destinationFrom(destination), most);
}

QFuture<Result<ForwardDryRun>> StoreClient::dryRun(const QString &destination, qint64 conversation)
{
    return m_asking.dryRun(destination, conversation);
}

QFuture<Result<qint64>> StoreClient::resendOutbox(const OutboxResend &resend, bool onlyCount)
{
    return carry<qint64>(
        operation(QStringLiteral("outbox resend"), {{QStringLiteral("destination"), resend.destination},
                                                    {QStringLiteral("filter"), resend.filter},
                                                    {QStringLiteral("per_minute"), resend.perMinute},
                                                    {QStringLiteral("also_sent"), resend.alsoSent},
                                                    {QStringLiteral("only_count"), onlyCount}}),
        [](const QJsonObject &answer) { return answer.value(QLatin1StringView("rows")).toInteger(); });
}

QFuture<Result<void>> StoreClient::chooseContact(qint64 row, const QString &contact)
{
    return carry(operation(QStringLiteral("outbox choose"),
                           {{QStringLiteral("row"), row}, {QStringLiteral("contact"), contact}}));
}

QFuture<Result<void>> StoreClient::settlePerhapsWritten(qint64 row, bool isThere)
{
    return carry(operation(QStringLiteral("outbox settle"),
                           {{QStringLiteral("row"), row}, {QStringLiteral("is_there"), isThere}}));
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

QFuture<Result<qint64>> StoreClient::releaseDeliveries(const QList<qint64> &ids)
{
    return carry<qint64>(
        operation(QStringLiteral("delivery release"), {{QStringLiteral("ids"), arrayOf(ids)}}),
        [](const QJsonObject &answer) { return answer.value(QLatin1StringView("released")).toArray().size(); });
}

QFuture<Result<qint64>> StoreClient::discardDeliveries(const QList<qint64> &ids)
{
    return carry<qint64>(
        operation(QStringLiteral("delivery discard"), {{QStringLiteral("ids"), arrayOf(ids)}}),
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
            const auto samples = provenSamples(*hook, m_base, m_clock.now());
            if (!samples)
                return settle<int>(*promise, std::unexpected(samples.error()));
            post(QUrl(m_base + QLatin1StringView("/hook/") + QString::fromLatin1(hook->token)), hook->trust, *samples,
                 promise);
        });
    return promise->future();
}

void StoreClient::post(const QUrl &hook, const RequestTrust &trust, const QList<SimulatedRequest> &samples,
                       const std::shared_ptr<QPromise<Result<int>>> &promise)
{
    auto *poster = new DeliveryPoster(m_network, hook, trust, samples, this);
    connect(poster, &DeliveryPoster::finished, this, [poster, promise](int accepted, const QString &problem) {
        settle<int>(*promise, problem.isEmpty() ? Result<int>(accepted) : failure(ErrorCode::NetworkFailed, problem));
        poster->deleteLater();
    });
    poster->start();
}

QFuture<Result<qint64>> StoreClient::backUp(const QString &path)
{
    return run<qint64>([location = m_reader.location(), path, stop = m_stop]() -> Result<qint64> {
        const auto report =
            earshot::backUp({.storePath = location.path, .filePath = path, .replaces = true, .stop = stop.get()});
        return report ? Result<qint64>(report->deliveries) : std::unexpected(report.error());
    });
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

QFuture<Result<ReplayOutcome>> StoreClient::replay(const ReplayRequest &request, const ScopeQuery &scope)
{
    auto *job = new ReplayJob(m_reader, m_clock, this);
    connect(job, &ReplayJob::done, job, &QObject::deleteLater);
    return job->start(request, scope.selection(RecordKind::Deliveries, m_clock.now()));
}

} // namespace earshot
