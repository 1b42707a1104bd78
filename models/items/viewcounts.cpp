// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/viewcounts.h"

#include "models/items/viewcount.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>

namespace earshot {
namespace {

constexpr int c_pauseMs = 2000; // between two counts
constexpr int c_pauseFactor = 4; // a count that takes long leaves the store alone for longer
constexpr qsizetype c_mostTouched = 20'000; // badges say 99+ from 100 on

} // namespace

class ViewCounts::Private final : public QObject
{
public:
    Private(ViewCounts &counts, StoreReader &reader, const Clock &clock)
        : m_counts(counts)
        , m_reader(reader)
        , m_clock(clock)
    {
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, &Private::count);
        connect(&reader, &StoreReader::changed, this, &Private::storeChanged);
        connect(&reader, &StoreReader::recovered, this, &Private::allChanged);
    }

    ~Private() override { stop(); }

    void setViews(const QList<WatchedView> &views, int front)
    {
        if (front != m_front) {
            forget(m_front);
            forget(front);
        }
        std::map<int, Entry> entries;
        for (const WatchedView &view : views) {
            const auto known = m_entries.find(view.id);
            const bool isSame = known != m_entries.end() && known->second.view == view;
            entries.emplace(view.id, isSame ? known->second : Entry{view, {}, {}, {}, 0, true});
        }
        const bool isOther = front != m_front
                             || !std::ranges::equal(
                                 entries, m_entries, {}, [](const auto &e) { return e.second.view; },
                                 [](const auto &e) { return e.second.view; });
        m_entries = std::move(entries);
        m_front = front;
        if (isOther)
            countAtOnce();
    }

    void setActive(bool active)
    {
        if (std::exchange(m_isActive, active) == active)
            return;
        if (active) {
            if (m_isStale)
                countAtOnce();
        } else {
            stop();
            m_pause.stop();
            m_isStale = true;
        }
    }

    std::optional<qint64> rows(int id) const
    {
        const auto entry = m_entries.find(id);
        return entry == m_entries.end() ? std::nullopt : entry->second.rows;
    }

    qint64 newRows(int id) const
    {
        const auto entry = m_entries.find(id);
        return entry == m_entries.end() || id == m_front ? 0 : entry->second.newRows;
    }

private:
    struct Entry {
        WatchedView view;
        SeenRowsPtr seen;
        QSet<qint64> touched;
        std::optional<qint64> rows;
        qint64 newRows = 0;
        bool isStale = true; ///< to be counted
    };

    /** What matches the view when it is counted next is not new. */
    void forget(int id)
    {
        const auto entry = m_entries.find(id);
        if (entry == m_entries.end())
            return;
        entry->second.seen.reset();
        entry->second.touched.clear();
        entry->second.newRows = 0;
        entry->second.isStale = true;
    }

    void storeChanged(const StoreChanges &changes)
    {
        for (auto &[id, entry] : m_entries) {
            if (changes.everything)
                forget(id);
            else if (entry.touched.size() < c_mostTouched)
                entry.touched.unite(QSet<qint64>(changes.conversations.begin(), changes.conversations.end()));
        }
        if (changes.everything || changes.hasNewDeliveries || changes.hasLostDeliveries
            || !changes.conversations.isEmpty())
            allChanged();
    }

    void allChanged()
    {
        for (auto &[id, entry] : m_entries)
            entry.isStale = true;
        countSoon();
    }

    void countSoon()
    {
        m_isStale = true;
        if (m_isActive && !m_pause.isActive() && !m_stop)
            m_pause.start(std::max(0, m_pauseMs - int(m_sinceCount.isValid() ? m_sinceCount.elapsed() : m_pauseMs)));
    }

    void countAtOnce()
    {
        m_isStale = true;
        if (m_isActive)
            count();
    }

    void stop()
    {
        if (!m_stop)
            return;
        *m_stop = true;
        m_stop.reset();
        for (const int id : std::as_const(m_underWay)) {
            if (const auto entry = m_entries.find(id); entry != m_entries.end())
                entry->second.isStale = true;
        }
    }

    QList<ViewCountRequest> takeRequests()
    {
        QList<ViewCountRequest> requests;
        m_underWay.clear();
        for (auto &[id, entry] : m_entries) {
            if (!std::exchange(entry.isStale, false))
                continue;
            requests.append({entry.view, id == m_front ? nullptr : entry.seen, entry.touched.values()});
            m_underWay.append(id);
        }
        return requests;
    }

    void count()
    {
        stop();
        m_pause.stop();
        m_isStale = false;
        const QList<ViewCountRequest> requests = takeRequests();
        if (requests.isEmpty())
            return;
        m_stop = std::make_shared<std::atomic_bool>(false);
        m_sinceCount.start();
        const Timestamp now = m_clock.now();
        m_reader
            .read<QList<ViewCount>>(
                [requests, now](const Database &database) { return countViews(database, requests, now); }, m_stop,
                ReadCost::Long)
            .then(this, [this, flag = m_stop](const Result<QList<ViewCount>> &result) {
                if (!*flag)
                    take(result);
            });
    }

    void take(const Result<QList<ViewCount>> &result)
    {
        m_stop.reset();
        m_pauseMs = std::max(c_pauseMs, c_pauseFactor * int(m_sinceCount.elapsed()));
        if (result) {
            for (const ViewCount &count : *result) {
                const auto entry = m_entries.find(count.id);
                if (entry == m_entries.end())
                    continue;
                entry->second.rows = count.rows;
                entry->second.newRows = count.newRows;
                entry->second.seen = count.seen;
            }
            Q_EMIT m_counts.changed();
        }
        if (m_isStale)
            countSoon();
    }

    ViewCounts &m_counts;
    StoreReader &m_reader;
    const Clock &m_clock;
    std::map<int, Entry> m_entries; ///< by the caller's id
    int m_front = -1;
    StopFlag m_stop; ///< of the count under way; null while there is none
    QList<int> m_underWay; ///< the views that it counts
    QTimer m_pause;
    QElapsedTimer m_sinceCount;
    int m_pauseMs = c_pauseMs;
    bool m_isActive = false;
    bool m_isStale = true;
};

ViewCounts::ViewCounts(StoreReader &reader, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, reader, clock))
{
}

ViewCounts::~ViewCounts() = default;

void ViewCounts::setViews(const QList<WatchedView> &views, int front)
{
    d->setViews(views, front);
}

void ViewCounts::setActive(bool active)
{
    d->setActive(active);
}

std::optional<qint64> ViewCounts::rows(int id) const
{
    return d->rows(id);
}

qint64 ViewCounts::newRows(int id) const
{
    return d->newRows(id);
}

} // namespace earshot
