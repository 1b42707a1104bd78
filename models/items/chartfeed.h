// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "models/items/storereader.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace earshot {

/** What the reports show of a scope, kept current: at once when the scope is another, and with what arrives at most
 * once a second (less often where counting takes long). What is shown stays until the new is there. GUI thread. */
class ChartFeed final : public QObject
{
    Q_OBJECT

public:
    /** @p reader, @p scope and @p clock must outlive it. Begins inactive. */
    ChartFeed(StoreReader &reader, const ViewScope &scope, const Clock &clock, QObject *parent = nullptr);
    ~ChartFeed() override;

    /** Of the last complete count; empty until hasData(). */
    const ChartData &data() const { return m_data; }

    bool hasData() const { return m_hasData; }

    /** True while a count for another scope than data() shows is under way. */
    bool isLoading() const { return m_isLoading; }

    /** True if nothing has changed since data() was counted. */
    bool isCurrent() const { return m_hasData && m_isActive && !m_isStale && !m_stop && !m_error; }

    /** Why the last count failed. */
    const std::optional<Error> &error() const { return m_error; }

    /** Counts nothing while nobody looks. */
    void setActive(bool active);

    bool isActive() const { return m_isActive; }

    /** Gives up the count that is under way; what is shown stays. */
    void stop();

    /** Counts anew, as after an error. */
    void refresh();

    Timestamp now() const { return m_clock.now(); }

Q_SIGNALS:
    /** data() is new. */
    void changed();

    /** isLoading() or error() is another. */
    void stateChanged();

private:
    void takeChanges(const StoreChanges &changes);
    void scopeChanged();
    void schedule();
    void start();
    void take(const Result<ChartData> &result);
    void setState(bool isLoading, const std::optional<Error> &error);
    void lookAtClock();

    StoreReader &m_reader;
    const ViewScope &m_scope;
    const Clock &m_clock;
    ChartData m_data;
    std::optional<Error> m_error;
    StopFlag m_stop; ///< of the count under way; null if there is none
    QTimer m_next; ///< until the next count
    QTimer m_clockWatch; ///< a new day changes what "today" is without any arrival
    std::chrono::steady_clock::time_point m_startedAt;
    std::chrono::steady_clock::duration m_took{0};
    bool m_isActive = false;
    bool m_isStale = true; ///< something has changed since the last count began
    bool m_hasData = false;
    bool m_isLoading = false;
};

} // namespace earshot
