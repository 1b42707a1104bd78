// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/coveragerecorder.h"

#include "models/base/logging.h"

namespace earshot {
namespace {

/** What a job writes; a value, as it crosses to the writer's thread. */
struct Writing {
    QList<ListeningSpan> spans;
    QList<RefusalCount> refusals;
    std::optional<Timestamp> own; ///< where crashes of before are still to be noted: the beginning of our span
    std::optional<Timestamp> refusalsSince;
    int slice = 0;
};

Result<bool> write(const Database &database, const Writing &writing)
{
    if (const auto written = coverageledger::noteSpans(database, writing.spans); !written)
        return std::unexpected(written.error());
    if (const auto written = coverageledger::addRefusals(database, writing.refusals); !written)
        return std::unexpected(written.error());
    if (writing.own) {
        if (const auto closed = coverageledger::closeCrashed(database, *writing.own); !closed)
            return std::unexpected(closed.error());
    }
    if (writing.refusalsSince) {
        if (const auto dropped = coverageledger::dropRefusalsBefore(database, *writing.refusalsSince); !dropped)
            return std::unexpected(dropped.error());
    }
    return coverageledger::countArrivals(database, writing.slice);
}

} // namespace

void CoverageRecorder::Batch::addOlder(const Batch &older)
{
    spans.insert(older.spans.begin(), older.spans.end()); // what is there is newer and stays
    for (const auto &[key, count] : older.refusals)
        refusals[key] += count;
}

QList<ListeningSpan> CoverageRecorder::Batch::spanList() const
{
    QList<ListeningSpan> list;
    for (const auto &[from, span] : spans)
        list.append(span);
    return list;
}

QList<RefusalCount> CoverageRecorder::Batch::refusalList() const
{
    QList<RefusalCount> list;
    for (const auto &[key, count] : refusals)
        list.append({key.minute, key.sourceId, key.status, count});
    return list;
}

CoverageRecorder::CoverageRecorder(Writer &writer, const Clock &clock, TakeRefusals takeRefusals,
                                   CoverageSettings settings, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_clock(clock)
    , m_takeRefusals(std::move(takeRefusals))
    , m_settings(settings)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &CoverageRecorder::settle);
    m_timer.callOnTimeout(this, &CoverageRecorder::tick);
    m_timer.start(m_settings.interval);
}

CoverageRecorder::~CoverageRecorder()
{
    finish();
}

void CoverageRecorder::noteListening(const QString &base)
{
    takeRefusals();
    const Timestamp now = m_clock.now();
    if (m_span && m_span->address == base)
        return moveOn();
    if (m_span)
        end(now, DownReason::Stop);
    begin(now, base);
    write();
}

void CoverageRecorder::noteDown(DownReason reason)
{
    takeRefusals();
    const bool isOtherReason = m_down && m_down->ended != reason;
    if (!m_span && !isOtherReason)
        return;
    const Timestamp now = m_clock.now();
    if (!m_span)
        begin(now, m_down->address); // for no time at all: it is from its end that the other reason counts
    end(now, reason);
    write();
}

void CoverageRecorder::takeRefusals()
{
    if (m_isFinished || !m_takeRefusals)
        return;
    const Timestamp minute = std::chrono::floor<std::chrono::minutes>(m_clock.now());
    for (const Refusals &refusals : m_takeRefusals())
        m_waiting.refusals[{minute, refusals.sourceId, refusals.status}] += refusals.count;
}

void CoverageRecorder::finish()
{
    if (m_isFinished)
        return;
    noteDown(DownReason::Stop);
    m_isFinished = true;
    m_timer.stop();
    for (int i = 0; i < 2; ++i) { // what is under way, and what came meanwhile
        if (m_writing) {
            m_writing->waitForFinished();
            settle();
        }
        if (!m_waiting.isEmpty())
            write();
    }
    if (m_writing) {
        m_writing->waitForFinished();
        settle();
    }
    if (!m_waiting.isEmpty())
        qCWarning(lcApp) << "when Earshot listened last could not be written";
}

void CoverageRecorder::tick()
{
    takeRefusals();
    if (m_span)
        moveOn();
    m_mayHaveMore = true;
    write();
}

/** A tick that is much too late was slept through: nothing was heard since the one before. */
void CoverageRecorder::moveOn()
{
    const Timestamp now = m_clock.now();
    if (now - m_span->until > m_settings.standstill) {
        const QString base = m_span->address;
        end(m_span->until, DownReason::Sleep);
        noteListening(base);
        return;
    }
    m_span->until = std::max(m_span->until, now); // a clock that was set back does not take back what was heard
    m_waiting.spans[m_span->from] = *m_span;
}

void CoverageRecorder::begin(Timestamp at, const QString &base)
{
    const Timestamp from = m_lastBegin && *m_lastBegin >= at ? *m_lastBegin + std::chrono::microseconds(1) : at;
    m_lastBegin = from;
    m_down.reset();
    m_span = ListeningSpan{from, from, base, std::nullopt};
    m_waiting.spans[from] = *m_span;
}

void CoverageRecorder::end(Timestamp at, DownReason reason)
{
    m_span->until = std::max(m_span->until, at);
    m_span->ended = reason;
    m_waiting.spans[m_span->from] = *m_span;
    m_down = std::exchange(m_span, std::nullopt);
}

void CoverageRecorder::write()
{
    if (m_writing || (m_waiting.isEmpty() && !m_mayHaveMore))
        return;
    m_inFlight = std::exchange(m_waiting, {});
    Writing writing{m_inFlight.spanList(), m_inFlight.refusalList(), std::nullopt, std::nullopt, m_settings.slice};
    if (!m_hasTidied && m_lastBegin) {
        writing.own = m_lastBegin;
        writing.refusalsSince = m_clock.now() - m_settings.refusalsKept;
    }
    m_writing = m_writer.run<bool>([writing](const Database &database) { return earshot::write(database, writing); });
    if (!m_isFinished)
        m_watcher.setFuture(*m_writing);
}

void CoverageRecorder::settle()
{
    if (!m_writing || !m_writing->isFinished())
        return;
    const Result<bool> written = std::exchange(m_writing, std::nullopt)->result();
    const Batch batch = std::exchange(m_inFlight, {});
    if (!written) {
        m_waiting.addOlder(batch);
        if (!std::exchange(m_isFailing, true)) // said once, not every few seconds
            qCWarning(lcApp) << "the coverage ledger waits:" << written.error().detail;
        Q_EMIT failed(written.error());
        return;
    }
    m_isFailing = false;
    m_hasTidied = m_hasTidied || m_lastBegin;
    m_mayHaveMore = *written;
    if (!m_isFinished && (m_mayHaveMore || !m_waiting.isEmpty()))
        write();
    else
        Q_EMIT settled();
}

} // namespace earshot
