// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/mappingtrials.h"

#include "app/forward/conversationrecord.h"
#include "app/forward/mapping.h"
#include "app/forward/mappingpreview.h"
#include "app/forward/shadowrun.h"
#include "app/jq/wantedjq.h"
#include "models/store/migrations.h"

#include <QPromise>

namespace earshot {
namespace {

template <typename T>
std::shared_ptr<QPromise<Result<T>>> begun()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void settle(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

/** Who the described one is compared with. */
Result<std::optional<qint64>> keptDestination(const Database &database, const QString &name)
{
    if (name.isEmpty())
        return std::optional<qint64>();
    const auto kept = destinations::byName(database, name);
    return kept ? Result<std::optional<qint64>>(kept->id) : std::unexpected(kept.error());
}

} // namespace

MappingTrials::MappingTrials(StoreLocation location, const Clock &clock, QString jqProgram)
    : m_location(std::move(location))
    , m_clock(clock)
    , m_jqProgram(std::move(jqProgram))
{
    constexpr int c_threads = 3; // a preview does not wait for a shadow run, nor for the preview before
    m_pool.setMaxThreadCount(c_threads);
}

MappingTrials::~MappingTrials()
{
    m_stop = true;
    m_pool.waitForDone();
}

QFuture<Result<MappingPreview>> MappingTrials::preview(const Destination &described, qint64 conversation)
{
    const auto promise = begun<MappingPreview>();
    m_pool.start([this, promise, described, conversation] {
        const auto work = [&]() -> Result<MappingPreview> {
            WantedJq jq(m_jqProgram, [&] { return !m_stop && !promise->isCanceled(); });
            if (!jq.isWanted())
                return failure(ErrorCode::Cancelled, QStringLiteral("the preview was cancelled"));
            const auto database = openToRead(m_location.path);
            if (!database)
                return std::unexpected(database.error());
            const auto whole = readWholeConversation(*database, conversation);
            if (!whole)
                return std::unexpected(whole.error());
            Mapper mapper(jq.runner());
            return QCoro::waitFor(previewMapping(mapper, described, conversationRecord(*whole)));
        };
        settle<MappingPreview>(*promise, work());
    });
    return promise->future();
}

QFuture<Result<ShadowRun>> MappingTrials::shadowRun(const QString &name, const Destination &described, int most)
{
    const auto promise = begun<ShadowRun>();
    m_pool.start([this, promise, name, described, most, now = m_clock.now()] {
        const ShadowListener listener{[&](int done, int all) {
                                          promise->setProgressRange(0, all);
                                          promise->setProgressValue(done);
                                      },
                                      [&] { return m_stop || promise->isCanceled(); }};
        const auto work = [&]() -> Result<ShadowRun> {
            const auto database = openToRead(m_location.path);
            if (!database)
                return std::unexpected(database.error());
            const auto kept = keptDestination(*database, name);
            if (!kept)
                return std::unexpected(kept.error());
            return runShadow(*database, m_jqProgram, {described, *kept, most, now}, listener);
        };
        settle<ShadowRun>(*promise, work());
    });
    return promise->future();
}

Result<void> MappingTrials::check(const Destination &described) const
{
    WantedJq jq(m_jqProgram, [this] { return !m_stop; });
    return QCoro::waitFor(checkMapping(jq.runner(), described));
}

} // namespace earshot
