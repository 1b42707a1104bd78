// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "models/store/zoneoffsets.h"

#include <QDate>
#include <QHash>

#include <map>
#include <vector>

namespace earshot {

/** What the charts need of one conversation; texts as stored, null where unknown. */
struct ChartedConversation {
    Timestamp time; ///< by which ranges go
    QString outcome;
    QString status;
    QString agent;
    std::optional<qint64> durationSeconds;
    bool hasAnswerTime = false;
    std::optional<qint64> valueMinor;
    QString currency;
};

/** Sums of a group of conversations, whose durations it keeps for exact percentiles. */
class FigureSum
{
public:
    void add(const ChartedConversation &conversation);
    void add(const FigureSum &other);
    PeriodFigures figures() const;

    qint64 total() const { return m_figures.total; }

    qint64 booked() const { return m_figures.booked; }

    const std::vector<qint64> &durations() const { return m_durations; }

private:
    void addMoney(const MoneySum &sum);

    PeriodFigures m_figures; ///< without durations
    std::vector<qint64> m_durations;
};

/** By nearest rank, see DurationSummary. */
DurationSummary summaryOf(std::vector<qint64> durations);

/** Takes conversations in any order and groups them by local hour, outcome, status and agent. */
class ChartTally
{
public:
    /** One hour of the zone's clocks. An hour that clocks repeat is two. */
    struct Hour {
        std::chrono::sys_seconds start;
        std::chrono::seconds offset{0}; ///< of the zone then, to be added to UTC

        QDate localDate() const;
        int localHour() const;

        friend auto operator<=>(const Hour &, const Hour &) = default;
    };

    struct Cell {
        Timestamp time; ///< of one of its conversations
        FigureSum sum;
        QHash<QString, qint64> outcomes; ///< see count()

        /** Conversations of that outcome; null for those without. */
        qint64 count(const QString &outcome) const;
    };

    explicit ChartTally(const QTimeZone &zone)
        : m_offsets(zone)
    {
    }

    void add(const ChartedConversation &conversation);

    /** The hour that @p time lies in. */
    Hour hourOf(Timestamp time);

    const std::map<Hour, Cell> &hours() const { return m_hours; }

    FigureSum total() const;

    QList<ChartCount> outcomes() const;
    QList<ChartCount> statuses() const;
    QList<AgentCount> agents() const;

private:
    ZoneOffsets m_offsets;
    std::map<Hour, Cell> m_hours;
    QHash<QString, qint64> m_outcomes;
    QHash<QString, qint64> m_statuses;
    QHash<QString, FigureSum> m_agents;
};

} // namespace earshot
