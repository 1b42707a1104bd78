// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/coverage/conversationfetcher.h"
#include "models/domain/source.h"
#include "models/store/enrichment.h"
#include "models/store/location.h"
#include "models/store/writer.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <map>

namespace earshot {

struct EnricherSettings {
    RetrySettings retry; ///< as of forwarding
    FetchSettings fetch; ///< its retries are not used
    std::chrono::seconds refusedFor = std::chrono::hours(1); ///< a source whose key is refused is let alone so long
};

/** Asks platforms for what their webhooks left out (transcript, duration, recording), conversation by conversation, as
 * the EnrichmentRules put them down. What comes is journalled like any delivery and folded in. What fails is tried
 * again by the rules of forwarding, also after a restart. For the holder of the writer's role; asks in a thread of its
 * own. */
class Enricher final : public QObject
{
    Q_OBJECT

public:
    /** @p writer and @p clock must outlive it. */
    Enricher(Writer &writer, const StoreLocation &location, const Clock &clock, EnricherSettings settings = {},
             QObject *parent = nullptr);

    /** Stops what is under way; it is asked for again by the next one. */
    ~Enricher() override;

    /** There may be somebody to be asked for. Looks at once, or after the look that is under way. */
    void wake();

Q_SIGNALS:
    /** A look has ended, and all that was due was asked for. */
    void looked();

private:
    struct Account;

    /** In the thread that asks; when there will be more to do. */
    std::optional<Timestamp> askForAll();
    Result<void> askFor(const EnrichmentRow &row, std::map<qint64, Account> &accounts);
    Result<Account> accountOf(qint64 source);
    Result<void> take(const EnrichmentRow &row, FetchAttempt came);
    Result<void> tryLater(const EnrichmentRow &row, const FetchLater &later);
    void sleepUntil(std::optional<Timestamp> next);
    template <typename T>
    Result<T> inStore(std::function<Result<T>(const Database &)> job);

    Writer &m_writer;
    const StoreLocation m_location;
    const Clock &m_clock;
    const EnricherSettings m_settings;
    std::atomic_bool m_stop = false;
    bool m_isLooking = false;
    bool m_wokenMeanwhile = false;
    QTimer m_timer{this};
    QThreadPool m_pool; ///< of one thread
};

} // namespace earshot
