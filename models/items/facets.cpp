// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/facets.h"

#include "models/items/facetcount.h"

#include <QElapsedTimer>
#include <QTimer>

namespace earshot {
namespace {

constexpr int c_pauseMs = 1000; // between two counts
constexpr int c_pauseFactor = 4; // a count that takes long leaves the store alone for longer
constexpr int c_midnightLookMs = 60'000; // ranges such as Today move on by themselves

} // namespace

class Facets::Private final : public QObject
{
public:
    Private(Facets &facets, StoreReader &reader, const ViewScope &scope, const Clock &clock)
        : m_facets(facets)
        , m_reader(reader)
        , m_scope(scope)
        , m_clock(clock)
    {
        m_pause.setSingleShot(true);
        m_midnightLook.setInterval(c_midnightLookMs);
        connect(&m_pause, &QTimer::timeout, this, &Private::count);
        connect(&m_midnightLook, &QTimer::timeout, this, &Private::countSoon);
        connect(&reader, &StoreReader::changed, this, &Private::storeChanged);
        connect(&reader, &StoreReader::recovered, this, &Private::countSoon);
        connect(&scope, &ViewScope::changed, this, &Private::countAtOnce);
    }

    ~Private() override { stop(); }

    void setActive(bool active)
    {
        if (std::exchange(m_isActive, active) == active)
            return;
        if (!active) {
            stop();
            m_pause.stop();
            m_midnightLook.stop();
            m_isStale = true;
            return;
        }
        m_midnightLook.start();
        if (m_isStale || !(m_counted.query == m_scope.query()))
            countAtOnce();
    }

    const FacetCount &counted() const { return m_counted; }

    bool isLoaded() const { return m_isLoaded; }

private:
    void storeChanged(const StoreChanges &changes)
    {
        if (changes.everything || changes.settings || !changes.conversations.isEmpty())
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
        if (m_stop)
            *m_stop = true;
        m_stop.reset();
    }

    void count()
    {
        stop();
        m_pause.stop();
        m_isStale = false;
        m_stop = std::make_shared<std::atomic_bool>(false);
        m_sinceCount.start();
        const ScopeQuery query = m_scope.query();
        const Timestamp now = m_clock.now();
        m_reader
            .read<FacetCount>([query, now](const Database &database) { return countFacets(database, query, now); },
                              m_stop, ReadCost::Long)
            .then(this, [this, flag = m_stop](const Result<FacetCount> &result) {
                if (!*flag)
                    take(result);
            });
    }

    void take(const Result<FacetCount> &result)
    {
        m_stop.reset();
        m_pauseMs = std::max(c_pauseMs, c_pauseFactor * int(m_sinceCount.elapsed()));
        m_isLoaded = result.has_value();
        if (result)
            m_counted = *result;
        Q_EMIT m_facets.changed();
        if (m_isStale)
            countSoon();
    }

    Facets &m_facets;
    StoreReader &m_reader;
    const ViewScope &m_scope;
    const Clock &m_clock;
    FacetCount m_counted;
    StopFlag m_stop; ///< of the count under way; null while there is none
    QTimer m_pause;
    QTimer m_midnightLook;
    QElapsedTimer m_sinceCount;
    int m_pauseMs = c_pauseMs;
    bool m_isActive = false;
    bool m_isStale = true; ///< something has changed since what is counted
    bool m_isLoaded = false;
};

Facets::Facets(StoreReader &reader, const ViewScope &scope, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, reader, scope, clock))
{
}

Facets::~Facets() = default;

const QList<FacetGroup> &Facets::groups() const
{
    return d->counted().groups;
}

const QList<Facets::HistogramBin> &Facets::histogram() const
{
    return d->counted().histogram;
}

bool Facets::isHourly() const
{
    return d->counted().isHourly;
}

Timestamp Facets::histogramEnd() const
{
    return d->counted().histogramEnd;
}

const ScopeQuery &Facets::query() const
{
    return d->counted().query;
}

bool Facets::isLoaded() const
{
    return d->isLoaded();
}

void Facets::setActive(bool active)
{
    d->setActive(active);
}

} // namespace earshot
