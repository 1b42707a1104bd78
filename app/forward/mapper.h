// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/shipment.h"
#include "app/jq/jqrunner.h"

#include <qcorotask.h>

namespace earshot {

/** What a mapping came to: the body of a request or an envelope, or what is wrong with it. Used like the expected that
 * it holds: GCC 12 cannot await a task of that itself, whose comparison it finds for the task's handle. */
class Mapped
{
public:
    Mapped() = default; ///< an empty body: QCoro::waitFor() begins with one

    Mapped(std::expected<QByteArray, JqError> outcome)
        : m_outcome(std::move(outcome))
    {
    }

    Mapped(std::unexpected<JqError> error)
        : m_outcome(std::move(error))
    {
    }

    explicit operator bool() const { return m_outcome.has_value(); }

    bool has_value() const { return m_outcome.has_value(); }

    const QByteArray &operator*() const { return *m_outcome; }

    const QByteArray *operator->() const { return &*m_outcome; }

    const JqError &error() const { return m_outcome.error(); }

private:
    std::expected<QByteArray, JqError> m_outcome;
};

/** Renders conversations for destinations by their jq programs. Main thread. */
class Mapper
{
public:
    /** @p runner must outlive it. */
    explicit Mapper(JqRunner &runner)
        : m_runner(runner)
    {
    }

    /** @p record as of conversationRecord(). The program sees it as its input, with integers beyond 2^53 as text, and
     * the tables of words as `$words`, the destination's options as `$options`. Without a program the neutral record is
     * the body. For a kind with contacts what comes is a valid envelope. */
    QCoro::Task<Mapped> render(Destination destination, QJsonObject record);

private:
    JqRunner &m_runner;
};

} // namespace earshot
