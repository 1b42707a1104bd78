// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/retrypolicy.h"
#include "models/base/clock.h"
#include "models/domain/delivery.h"

#include <QNetworkAccessManager>

#include <atomic>
#include <functional>
#include <variant>

namespace earshot {

/** How long and how often a platform's API is asked for one conversation. */
struct FetchSettings {
    /** Its rate limit is 100 or 500 requests a minute, so a wait of a minute helps
     * (docs.eigi.ai/api-reference/introduction). */
    RetrySettings retry{.base = std::chrono::seconds(1),
                        .cap = std::chrono::seconds(30),
                        .attempts = 4,
                        .window = std::chrono::minutes(10),
                        .longestRetryAfter = std::chrono::minutes(2)};
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< no byte moves for so long: given up
    qsizetype mostBytes = qsizetype(32) * 1024 * 1024; ///< of one conversation
    std::function<double()> random; ///< in [0, 1), for the waits
};

/** The API knows no such conversation (any more). */
struct ConversationGone {
};

/** Nothing more is to be asked: why, in words. */
struct FetchStopped {
    QString reason;
};

/** This one cannot be had: why, in words. */
struct FetchFailed {
    QString reason;
};

/** It may answer later: what came instead of an answer. */
struct FetchLater {
    DestinationAnswer answer;
};

/** Whether to ask again, by the rules of forwarding. */
struct AskAgain {
    std::optional<Timestamp> at; ///< nothing: give it up
    QString reason; ///< what came instead of an answer, in words
};

/** @p attempts includes the one that came to @p later; @p random is in [0, 1). */
AskAgain askAgain(const FetchLater &later, const Attempts &attempts, Timestamp now, double random,
                  const RetrySettings &settings);

/** What the API answered, as a delivery of method `FETCH` to be journalled before it is understood. */
using FetchOutcome = std::variant<Delivery, ConversationGone, FetchFailed, FetchStopped>;
using FetchAttempt = std::variant<Delivery, ConversationGone, FetchFailed, FetchStopped, FetchLater>;

/** Asks eigi.ai's API for single conversations: `GET /v1/public/conversations/{id}` with the header `X-API-Key`
 * (docs.eigi.ai/api-reference/public/get-conversation). Follows no redirect, always checks the certificate, tries again
 * by the rules of forwarding. fetch() blocks its thread, which must be the one that made this. */
class ConversationFetcher
{
public:
    /** @p base as of backfill::apiBase(). @p clock and @p stop must outlive it; once @p stop is true, fetch() soon ends
     * with FetchStopped. */
    ConversationFetcher(const QString &base, const QByteArray &key, const FetchSettings &settings, const Clock &clock,
                        const std::atomic_bool &stop);

    FetchOutcome fetch(const QString &conversationId);

    /** The same without trying again. */
    FetchAttempt once(const QString &conversationId);

private:
    struct Exchange;

    Exchange exchange(const QString &path);
    FetchAttempt meaningOf(const Exchange &exchange, const QString &path) const;
    Delivery deliveryOf(const Exchange &exchange, const QString &path) const;
    void wait(std::chrono::microseconds time) const;

    const QString m_base;
    const QByteArray m_key;
    const FetchSettings m_settings;
    const Clock &m_clock;
    const std::atomic_bool &m_stop;
    QNetworkAccessManager m_network;
};

} // namespace earshot
