// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/ownlistener.h"
#include "app/engine/destinationasking.h"
#include "app/engine/mappingtrials.h"
#include "app/simulate/simulatedrequest.h"
#include "models/base/clock.h"
#include "models/items/storeactions.h"
#include "models/items/storereader.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QThreadPool>

namespace earshot {

/** Carries out what a person asks for, by the same operations as the command line: in the process that holds the
 * writer's role, wherever that is. Of the GUI thread; the work is done in threads of its own. */
class StoreClient final : public QObject, public StoreActions
{
    Q_OBJECT

public:
    /** @p reader and @p clock must outlive it. @p jqProgram starts the helper of mappings, see JqRunner. */
    StoreClient(StoreReader &reader, const Clock &clock, QObject *parent = nullptr,
                const QString &jqProgram = JqRunner::ownProgram());

    /** Cancels exports and waits for what is under way. */
    ~StoreClient() override;

    /** Where samples are posted to: the address that is listened on; null while none is. */
    void setBase(const QString &base) { m_base = base; }

    QFuture<Result<AddedSource>> addSource(const NewSource &source) override;
    QFuture<Result<AddedSource>> rotateSource(const QString &name, std::chrono::seconds overlap) override;
    QFuture<Result<void>> changeSource(const QString &name, const SourceChange &change) override;
    QFuture<Result<void>> setSourceEnabled(const QString &name, bool enabled) override;
    QFuture<Result<void>> setSourcePublicUrl(const QString &name, const QString &url) override;
    QFuture<Result<void>> removeSource(const QString &name) override;
    QFuture<Result<int>> sendSample(const QString &name) override;

    QFuture<Result<void>> setSourceApiKey(const QString &name, const QByteArray &key) override;
    QFuture<Result<BackfillResult>> backfill(const QString &name) override;

    QFuture<Result<ListenerSetup>> listenerSetup() override;
    QFuture<Result<ListenerSetup>> setListener(const ListenerChange &change) override;
    QFuture<Result<TunnelSettings>> tunnelSettings() override;
    QFuture<Result<void>> setTunnel(const TunnelSettings &settings) override;
    QFuture<Result<WayReport>> testWay(const QString &source) override;

    QFuture<Result<void>> addDestination(const NewDestination &destination) override;
    QFuture<Result<void>> changeDestination(const QString &name, const NewDestination &destination) override;
    QFuture<Result<DestinationAnswerText>> testDestination(const QString &name) override;
    QFuture<Result<DestinationAnswerText>> tryDestination(const QString &name,
                                                          const NewDestination &destination) override;
    QFuture<Result<MappingPreview>> previewMapping(const NewDestination &destination, qint64 conversation) override;
    QFuture<Result<ShadowRun>> shadowRun(const QString &name, const NewDestination &destination, int most) override;
    QFuture<Result<ForwardDryRun>> dryRun(const QString &destination, qint64 conversation) override;
    QFuture<Result<void>> pauseDestination(const QString &name) override;
    QFuture<Result<void>> resumeDestination(const QString &name) override;
    QFuture<Result<void>> removeDestination(const QString &name) override;

    QFuture<Result<qint64>> forward(const QList<qint64> &conversations, const QString &destination) override;
    QFuture<Result<qint64>> retryOutbox(const QList<qint64> &rows) override;
    QFuture<Result<qint64>> resendOutbox(const OutboxResend &resend, bool onlyCount) override;
    QFuture<Result<qint64>> discardOutbox(const QList<qint64> &rows) override;
    QFuture<Result<void>> chooseContact(qint64 row, const QString &contact) override;
    QFuture<Result<void>> settlePerhapsWritten(qint64 row, bool isThere) override;
    QFuture<Result<qint64>> releaseDeliveries(const QList<qint64> &ids) override;
    QFuture<Result<qint64>> discardDeliveries(const QList<qint64> &ids) override;

    QFuture<Result<qint64>> backUp(const QString &path) override;
    QFuture<Result<ExportResult>> exportRecords(const ExportRequest &request) override;
    QFuture<Result<ReplayOutcome>> replay(const ReplayRequest &request, const ScopeQuery &scope) override;

private:
    /** Has the operation done and makes of its answer what the caller wants. */
    template <typename T>
    QFuture<Result<T>> carry(const QJsonObject &request, std::function<T(const QJsonObject &)> answerOf);
    QFuture<Result<void>> carry(const QJsonObject &request);
    /** The same, if the destination's mapping can be used. */
    QFuture<Result<void>> carryChecked(const QJsonObject &request, const NewDestination &destination);
    /** Does @p work in a thread of the pool. */
    template <typename T>
    QFuture<Result<T>> run(std::function<Result<T>()> work);
    void post(const QUrl &hook, const RequestTrust &trust, const QList<SimulatedRequest> &samples,
              const std::shared_ptr<QPromise<Result<int>>> &promise);

    StoreReader &m_reader;
    const Clock &m_clock;
    QString m_base;
    QNetworkAccessManager m_network;
    DestinationAsking m_asking;
    MappingTrials m_trials;
    std::shared_ptr<std::atomic_bool> m_stop = std::make_shared<std::atomic_bool>(false);
    QThreadPool m_pool; ///< last: its work ends before the rest goes
};

} // namespace earshot
