// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/forwardingstate.h"

#include <QHash>
#include <QTimer>

#include <array>
#include <optional>

namespace earshot {

/** The latest delivery of a store. */
struct LastDelivery {
    Timestamp receivedAt;
    QString source; ///< its name

    friend bool operator==(const LastDelivery &, const LastDelivery &) = default;
};

/** How busy a store is, for a status bar: arrivals a second over the last minute, what waits to be shown or sent, and
 * the size of the files. GUI thread. */
class StoreActivity final : public QObject
{
    Q_OBJECT

public:
    /** @p reader must outlive it. */
    explicit StoreActivity(StoreReader &reader, QObject *parent = nullptr);

    /** Deliveries a second, over the last five seconds. */
    double deliveriesPerSecond() const;

    /** Deliveries in each of the last sixty seconds, the latest last. */
    QList<double> lastMinute() const;

    /** Deliveries that are stored but not shown yet. */
    qint64 behind() const { return m_lastDelivery - m_projected; }

    /** Outbox rows by state; states without a row are missing. */
    const QHash<OutboxState, qint64> &outbox() const { return m_outbox; }

    /** Outbox rows that ask a person, which are parked. */
    qint64 asking() const { return m_asking; }

    /** Nothing before the first. */
    const std::optional<LastDelivery> &last() const { return m_last; }

    /** Of the store's file and its log. */
    qint64 storeBytes() const { return m_storeBytes; }

Q_SIGNALS:
    /** Once a second while something moves. */
    void changed();

private:
    void takeChanges(const StoreChanges &changes);
    void tick();
    void readFigures();

    static constexpr std::size_t c_seconds = 60;

    StoreReader &m_reader;
    QTimer m_tick{this};
    std::array<int, c_seconds> m_arrivals{}; ///< a ring
    std::size_t m_second = 0; ///< the one that runs
    qint64 m_lastDelivery = 0;
    qint64 m_projected = 0;
    bool m_knowsDeliveries = false;
    bool m_figuresAreOld = true;
    bool m_isReading = false;
    int m_quietSeconds = 0;
    QHash<OutboxState, qint64> m_outbox;
    qint64 m_asking = 0;
    qint64 m_storeBytes = 0;
    std::optional<LastDelivery> m_last;
};

} // namespace earshot
