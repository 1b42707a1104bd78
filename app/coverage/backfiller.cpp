// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/backfiller.h"

#include "app/coverage/fetched.h"
#include "models/store/sources.h"

#include <QPromise>
#include <QRandomGenerator>

namespace earshot {
namespace {

constexpr int c_usualMost = 10;
constexpr int c_largestMost = 1000;

FetchSettings withRandom(FetchSettings settings)
{
    if (!settings.random)
        settings.random = [] { return QRandomGenerator::global()->generateDouble(); };
    return settings;
}

} // namespace

/** What one request comes to. */
struct Backfiller::Plan {
    Source source;
    QString base;
    QByteArray key;
    QList<PartialConversation> wanted;
    qint64 remaining = 0; ///< after those
};

struct Backfiller::Tally {
    int asked = 0;
    int fetched = 0;
    int running = 0;
    int gone = 0;
    int failed = 0;
    qint64 last = 0;
    QString stopped;
    QString problem;
};

Backfiller::Backfiller(Writer &writer, const StoreLocation &location, const Clock &clock, FetchSettings settings)
    : m_writer(writer)
    , m_location(location)
    , m_clock(clock)
    , m_settings(withRandom(std::move(settings)))
{
    m_pool.setMaxThreadCount(1);
}

Backfiller::~Backfiller()
{
    m_stop = true;
    m_pool.waitForDone();
}

QFuture<Result<QJsonObject>> Backfiller::start(const QJsonObject &request)
{
    if (m_isBusy.exchange(true))
        return QtFuture::makeReadyFuture(Result<QJsonObject>(
            failure(ErrorCode::AlreadyExists, QStringLiteral("something is being fetched already"))));
    auto promise = std::make_shared<QPromise<Result<QJsonObject>>>();
    promise->start();
    m_pool.start([this, promise, request] {
        Result<QJsonObject> result = carryOut(request);
        m_isBusy = false;
        promise->addResult(std::move(result));
        promise->finish();
    });
    return promise->future();
}

Result<Backfiller::Plan> Backfiller::plan(const QJsonObject &request)
{
    const QString name = request.value(QLatin1StringView("name")).toString();
    const qint64 after = request.value(QLatin1StringView("after")).toInteger();
    const auto most =
        std::clamp(int(request.value(QLatin1StringView("most")).toInteger(c_usualMost)), 1, c_largestMost);
    QFuture<Result<Plan>> planned =
        m_writer.run<Plan>([=, now = m_clock.now()](const Database &database) -> Result<Plan> {
            const auto source = sources::byName(database, name);
            if (!source)
                return std::unexpected(source.error());
            const auto base = backfill::apiBase(database, source->id);
            if (!base)
                return std::unexpected(base.error());
            const auto wanted = backfill::partlySeen(database, source->id, now, after);
            if (!wanted)
                return std::unexpected(wanted.error());
            const qsizetype taken = std::min<qsizetype>(most, wanted->size());
            return Plan{*source, *base, {}, wanted->first(taken), wanted->size() - taken};
        });
    planned.waitForFinished();
    Result<Plan> plan = planned.result();
    if (!plan)
        return plan;
    if (!backfill::isPossible(plan->source.platform))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("nothing can be fetched for \"%1\": only eigi.ai lets Earshot ask for single "
                                      "conversations")
                           .arg(plan->source.name));
    const auto key = apiKeyOf(m_location, plan->source);
    if (!key)
        return std::unexpected(key.error());
    plan->key = *key;
    return plan;
}

Result<QJsonObject> Backfiller::carryOut(const QJsonObject &request)
{
    const auto planned = plan(request);
    if (!planned)
        return std::unexpected(planned.error());
    Tally tally;
    tally.last = request.value(QLatin1StringView("after")).toInteger();
    if (const auto fetched = fetchAll(*planned, tally); !fetched)
        return std::unexpected(fetched.error());
    // What was fetched is to be seen by whoever hears of it, also where this process ends then.
    m_writer.projected().waitForFinished();
    QJsonObject answer{{QStringLiteral("source"), planned->source.name},
                       {QStringLiteral("asked"), tally.asked},
                       {QStringLiteral("fetched"), tally.fetched},
                       {QStringLiteral("running"), tally.running},
                       {QStringLiteral("gone"), tally.gone},
                       {QStringLiteral("failed"), tally.failed},
                       {QStringLiteral("remaining"), planned->remaining + planned->wanted.size() - tally.asked},
                       {QStringLiteral("last"), tally.last}};
    if (!tally.stopped.isEmpty())
        answer.insert(QStringLiteral("stopped"), tally.stopped);
    if (!tally.problem.isEmpty())
        answer.insert(QStringLiteral("problem"), tally.problem);
    return answer;
}

Result<void> Backfiller::fetchAll(const Plan &plan, Tally &tally)
{
    ConversationFetcher fetcher(plan.base, plan.key, m_settings, m_clock, m_stop);
    for (const PartialConversation &conversation : plan.wanted) {
        if (const auto taken = take(conversation, plan, fetcher.fetch(conversation.platformId), tally); !taken)
            return taken;
        if (!tally.stopped.isEmpty())
            return {};
        ++tally.asked;
        tally.last = conversation.id;
    }
    return {};
}

Result<void> Backfiller::take(const PartialConversation &conversation, const Plan &plan, FetchOutcome fetched,
                              Tally &tally)
{
    if (const auto *stop = std::get_if<FetchStopped>(&fetched)) {
        tally.stopped = stop->reason;
        return {};
    }
    if (const auto *failed = std::get_if<FetchFailed>(&fetched)) {
        ++tally.failed;
        tally.problem = conversation.platformId + QLatin1StringView(": ") + failed->reason;
        return {};
    }
    if (std::holds_alternative<ConversationGone>(fetched)) {
        ++tally.gone;
        return noteFetch(m_writer, conversation.id, m_clock.now(), FetchResult::Gone);
    }
    return keep(conversation, plan.source.id, std::get<Delivery>(std::move(fetched)), tally);
}

Result<void> Backfiller::keep(const PartialConversation &conversation, qint64 sourceId, Delivery delivery, Tally &tally)
{
    const auto kept = keepFetched(m_writer, conversation.id, sourceId, std::move(delivery));
    if (!kept)
        return std::unexpected(kept.error());
    ++(*kept == FetchResult::Running ? tally.running : tally.fetched);
    return {};
}

} // namespace earshot
