// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/chartfeed.h"

#include <algorithm>

namespace earshot {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds c_leastWait{1000};
constexpr std::chrono::seconds c_clockWatch{20};
constexpr int c_restFactor = 4; ///< counting takes a fifth of the time at most

} // namespace

ChartFeed::ChartFeed(StoreReader &reader, const ViewScope &scope, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_scope(scope)
    , m_clock(clock)
{
    m_next.setSingleShot(true);
    m_clockWatch.setInterval(c_clockWatch);
    connect(&m_next, &QTimer::timeout, this, &ChartFeed::start);
    connect(&m_clockWatch, &QTimer::timeout, this, &ChartFeed::lookAtClock);
    connect(&m_reader, &StoreReader::changed, this, &ChartFeed::takeChanges);
    connect(&m_reader, &StoreReader::recovered, this, &ChartFeed::refresh);
    connect(&m_scope, &ViewScope::changed, this, &ChartFeed::scopeChanged);
}

ChartFeed::~ChartFeed()
{
    if (m_stop)
        *m_stop = true;
}

void ChartFeed::setActive(bool active)
{
    if (m_isActive == active)
        return;
    m_isActive = active;
    if (!active) {
        m_clockWatch.stop();
        m_isStale = m_isStale || m_stop;
        stop();
        return;
    }
    m_clockWatch.start();
    if (m_isStale)
        start();
    else
        lookAtClock();
}

void ChartFeed::stop()
{
    m_next.stop();
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
    setState(false, m_error);
}

void ChartFeed::refresh()
{
    m_isStale = true;
    if (m_isActive)
        start();
}

void ChartFeed::takeChanges(const StoreChanges &changes)
{
    if (!changes.everything && changes.conversations.isEmpty())
        return;
    m_isStale = true;
    schedule();
}

void ChartFeed::scopeChanged()
{
    m_isStale = true;
    if (m_isActive)
        start();
}

/** A count that is under way is let run: what came after it began is counted by the next. */
void ChartFeed::schedule()
{
    if (!m_isActive || m_stop || m_next.isActive())
        return;
    const auto wait = std::max<steady_clock::duration>(c_leastWait, m_took * c_restFactor);
    const auto due = m_startedAt + m_took + wait - steady_clock::now();
    m_next.start(std::max(std::chrono::milliseconds(0), std::chrono::ceil<std::chrono::milliseconds>(due)));
}

void ChartFeed::start()
{
    m_next.stop();
    if (m_stop)
        *m_stop = true;
    const auto stop = std::make_shared<std::atomic_bool>(false);
    m_stop = stop;
    m_isStale = false;
    m_startedAt = steady_clock::now();
    setState(!m_hasData || m_data.scope != m_scope.query(), m_error);
    std::function<Result<ChartData>(const Database &)> work = [stop, scope = m_scope.query(),
                                                               now = m_clock.now()](const Database &database) {
        return countForCharts(database, scope, now, *stop);
    };
    m_reader.read<ChartData>(std::move(work), stop).then(this, [this, stop](const Result<ChartData> &result) {
        if (m_stop == stop)
            take(result);
    });
}

void ChartFeed::take(const Result<ChartData> &result)
{
    m_stop.reset();
    m_took = steady_clock::now() - m_startedAt;
    if (result) {
        m_data = *result;
        m_hasData = true;
    }
    setState(false, result ? std::nullopt : std::optional(result.error()));
    if (result)
        Q_EMIT changed();
    if (m_isStale)
        schedule();
}

void ChartFeed::setState(bool isLoading, const std::optional<Error> &error)
{
    if (m_isLoading == isLoading && m_error == error)
        return;
    m_isLoading = isLoading;
    m_error = error;
    Q_EMIT stateChanged();
}

void ChartFeed::lookAtClock()
{
    const TimeInterval then = intervalOf(m_data.scope.range(), m_data.scope.zone(), m_data.computedAt);
    const TimeInterval now = intervalOf(m_data.scope.range(), m_data.scope.zone(), m_clock.now());
    if (then.from == now.from && then.until == now.until)
        return;
    m_isStale = true;
    schedule();
}

} // namespace earshot
