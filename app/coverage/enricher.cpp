// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/enricher.h"

#include "app/coverage/fetched.h"
#include "models/base/logging.h"
#include "models/store/sources.h"

#include <QRandomGenerator>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_atOnce = 20; ///< rows that one look into the store brings
constexpr std::chrono::milliseconds c_afterStoreFailure = std::chrono::seconds(30);
// The clock may be set, or the computer have slept.
constexpr std::chrono::milliseconds c_longestSleep = std::chrono::minutes(1);

EnricherSettings withRandom(EnricherSettings settings)
{
    if (!settings.fetch.random)
        settings.fetch.random = [] { return QRandomGenerator::global()->generateDouble(); };
    return settings;
}

/** The answer is about the key, not about one conversation. */
bool isForAll(const FetchAttempt &came)
{
    const auto *later = std::get_if<FetchLater>(&came);
    return std::holds_alternative<FetchStopped>(came) || (later != nullptr && later->answer.status == 429);
}

} // namespace

/** How a source's platform is asked. */
struct Enricher::Account {
    std::shared_ptr<ConversationFetcher> fetcher; ///< null where it cannot be asked
    QString problem; ///< why
    bool isHeld = false; ///< it has said no to all of the source's conversations
};

Enricher::Enricher(Writer &writer, const StoreLocation &location, const Clock &clock, EnricherSettings settings,
                   QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_location(location)
    , m_clock(clock)
    , m_settings(withRandom(std::move(settings)))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, &Enricher::wake);
}

Enricher::~Enricher()
{
    m_stop = true;
    m_pool.waitForDone();
}

void Enricher::wake()
{
    if (std::exchange(m_isLooking, true)) {
        m_wokenMeanwhile = true;
        return;
    }
    m_wokenMeanwhile = false;
    m_pool.start([this] {
        const std::optional<Timestamp> next = askForAll();
        // Queued to this object: gone with it, and it waits for this thread before it goes.
        QMetaObject::invokeMethod(
            this,
            [this, next] {
                m_isLooking = false;
                sleepUntil(next);
                Q_EMIT looked();
                if (m_wokenMeanwhile)
                    wake();
            },
            Qt::QueuedConnection);
    });
}

void Enricher::sleepUntil(std::optional<Timestamp> next)
{
    if (!next)
        return m_timer.stop();
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - m_clock.now());
    m_timer.start(std::clamp(wait, std::chrono::milliseconds(0), c_longestSleep));
}

template <typename T>
Result<T> Enricher::inStore(std::function<Result<T>(const Database &)> job)
{
    QFuture<Result<T>> done = m_writer.run<T>(std::move(job));
    done.waitForFinished();
    return done.result();
}

std::optional<Timestamp> Enricher::askForAll()
{
    while (!m_stop) {
        std::map<qint64, Account> accounts; // anew: a source that was held may be due again by now
        const auto due = inStore<QList<EnrichmentRow>>(
            [now = m_clock.now()](const Database &database) { return enrichment::takeDue(database, now, c_atOnce); });
        Result<void> done = due ? Result<void>() : std::unexpected(due.error());
        for (qsizetype i = 0; done && i < due->size() && !m_stop; ++i)
            done = askFor(due->at(i), accounts);
        if (!done) {
            qCWarning(lcApp) << "what webhooks left out cannot be asked for:" << done.error().detail;
            return m_clock.now() + c_afterStoreFailure;
        }
        if (due->isEmpty())
            break;
    }
    const auto next =
        inStore<std::optional<Timestamp>>([](const Database &database) { return enrichment::nextDue(database); });
    return next ? *next : m_clock.now() + c_afterStoreFailure;
}

Result<Enricher::Account> Enricher::accountOf(qint64 source)
{
    struct Told {
        Source source;
        QString base;
    };

    const auto told = inStore<Told>([source](const Database &database) -> Result<Told> {
        const auto known = sources::all(database);
        if (!known)
            return std::unexpected(known.error());
        const auto found = std::ranges::find(*known, source, &Source::id);
        if (found == known->end())
            return Told();
        const auto base = backfill::apiBase(database, source);
        return base ? Result<Told>(Told{*found, *base}) : std::unexpected(base.error());
    });
    if (!told)
        return std::unexpected(told.error());
    Account account;
    if (told->source.id == 0) {
        account.problem = QStringLiteral("its source is gone");
        return account;
    }
    const auto key = apiKeyOf(m_location, told->source);
    if (key)
        account.fetcher = std::make_shared<ConversationFetcher>(told->base, *key, m_settings.fetch, m_clock, m_stop);
    else
        account.problem = key.error().detail;
    return account;
}

Result<void> Enricher::askFor(const EnrichmentRow &row, std::map<qint64, Account> &accounts)
{
    auto found = accounts.find(row.source);
    if (found == accounts.end()) {
        auto account = accountOf(row.source);
        if (!account)
            return std::unexpected(account.error());
        found = accounts.emplace(row.source, std::move(*account)).first;
    }
    Account &account = found->second;
    if (account.isHeld)
        return {};
    FetchAttempt came =
        account.fetcher ? account.fetcher->once(row.platformId) : FetchAttempt(FetchStopped{account.problem});
    if (m_stop)
        return {};
    account.isHeld = isForAll(came);
    return take(row, std::move(came));
}

Result<void> Enricher::take(const EnrichmentRow &row, FetchAttempt came)
{
    const Timestamp now = m_clock.now();
    if (auto *delivery = std::get_if<Delivery>(&came)) {
        const auto kept = keepFetched(m_writer, row.conversation, row.source, std::move(*delivery));
        if (!kept)
            return std::unexpected(kept.error());
        return inStore<void>(
            [row](const Database &database) { return enrichment::finish(database, row.conversation); });
    }
    if (const auto *failed = std::get_if<FetchFailed>(&came))
        return inStore<void>([row, reason = failed->reason, now](const Database &database) {
            return enrichment::storeParked(database, row, reason, now);
        });
    if (std::holds_alternative<ConversationGone>(came))
        return inStore<void>([row, now](const Database &database) {
            const auto noted = backfill::note(database, row.conversation, now, FetchResult::Gone);
            return noted ? enrichment::finish(database, row.conversation) : noted;
        });
    if (const auto *stopped = std::get_if<FetchStopped>(&came)) {
        qCWarning(lcApp) << "a platform is not asked for a while:" << stopped->reason;
        return inStore<void>(
            [row, reason = stopped->reason, until = now + m_settings.refusedFor](const Database &database) {
                return enrichment::holdSource(database, row.source, until, reason);
            });
    }
    return tryLater(row, std::get<FetchLater>(came));
}

Result<void> Enricher::tryLater(const EnrichmentRow &row, const FetchLater &later)
{
    const Timestamp now = m_clock.now();
    const Attempts attempts{row.attempts + 1, row.firstAttemptAt.value_or(now)};
    const AskAgain again = askAgain(later, attempts, now, m_settings.fetch.random(), m_settings.retry);
    return inStore<void>([row, again, now, isLimit = isForAll(later)](const Database &database) -> Result<void> {
        if (!again.at)
            return enrichment::storeParked(database, row, again.reason, now);
        const auto stored = enrichment::storeRetry(database, row, *again.at, again.reason, now);
        if (!stored || !isLimit)
            return stored;
        return enrichment::holdSource(database, row.source, *again.at, again.reason);
    });
}

} // namespace earshot
