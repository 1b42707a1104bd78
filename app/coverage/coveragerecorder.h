// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/counters.h"
#include "models/store/coverageledger.h"
#include "models/store/writer.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace earshot {

struct CoverageSettings {
    std::chrono::milliseconds interval{5000}; ///< how often the ledger is written: a crash is off by no more
    std::chrono::seconds standstill{30}; ///< a tick so much late means that the computer slept
    std::chrono::days refusalsKept{400};
    int slice = 2000; ///< deliveries counted in one transaction
};

/** Keeps the coverage ledger (docs/coverage.md): when this process listens, what it refuses, how much comes when.
 * Writes by short jobs of the writer; what cannot be written waits in memory and is written when it can be. In its own
 * thread, whose event loop it needs. */
class CoverageRecorder final : public QObject
{
    Q_OBJECT

public:
    /** What was refused since the last call. */
    using TakeRefusals = std::function<QList<Refusals>()>;

    /** @p writer and @p clock must outlive it. */
    CoverageRecorder(Writer &writer, const Clock &clock, TakeRefusals takeRefusals, CoverageSettings settings = {},
                     QObject *parent = nullptr);

    /** finish(). */
    ~CoverageRecorder() override;

    /** Earshot listens at @p base from now on. */
    void noteListening(const QString &base);

    /** Earshot does not listen any more, or still does not and from now on for another reason. Before it has listened
     * for the first time nothing is kept: why the one before went is in the ledger. Call it while refusals can still be
     * taken. */
    void noteDown(DownReason reason);

    /** Takes the refusals so far, before who counts them goes. */
    void takeRefusals();

    /** Writes what there is, waiting for it; what cannot be written is lost. Nothing is recorded afterwards. */
    void finish();

    /** What waits for being written. */
    bool isWaiting() const { return !m_waiting.isEmpty(); }

Q_SIGNALS:
    /** All there was is written, and the past is counted. */
    void settled();

    /** It could not be written; it is tried again at the next tick. */
    void failed(const earshot::Error &error);

private:
    struct RefusalKey {
        Timestamp minute;
        qint64 sourceId = 0;
        int status = 0;

        friend auto operator<=>(const RefusalKey &, const RefusalKey &) = default;
    };

    /** What is to be written together. */
    struct Batch {
        std::map<Timestamp, ListeningSpan> spans; ///< by their beginning
        std::map<RefusalKey, qint64> refusals;

        bool isEmpty() const { return spans.empty() && refusals.empty(); }

        /** Takes in what was to be written before this. */
        void addOlder(const Batch &older);
        QList<ListeningSpan> spanList() const;
        QList<RefusalCount> refusalList() const;
    };

    void tick();
    void moveOn();
    void begin(Timestamp at, const QString &base);
    void end(Timestamp at, DownReason reason);
    void write();
    void settle();

    Writer &m_writer;
    const Clock &m_clock;
    const TakeRefusals m_takeRefusals;
    const CoverageSettings m_settings;
    std::optional<ListeningSpan> m_span; ///< while listening
    std::optional<ListeningSpan> m_down; ///< the latest that has ended, while not listening
    std::optional<Timestamp> m_lastBegin; ///< of the latest span, so that two never begin at once
    Batch m_waiting;
    Batch m_inFlight;
    bool m_hasTidied = false; ///< crashes of before are noted, refusals of long ago forgotten
    bool m_mayHaveMore = true; ///< deliveries to count
    bool m_isFailing = false;
    bool m_isFinished = false;
    std::optional<QFuture<Result<bool>>> m_writing;
    QFutureWatcher<Result<bool>> m_watcher;
    QTimer m_timer;
};

} // namespace earshot
