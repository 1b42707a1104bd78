// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/models/store/storefixture.h"

#include <QRandomGenerator>

namespace earshot {

/** Says what time a test wants it to be. */
class SetClock final : public Clock
{
public:
    explicit SetClock(Timestamp now)
        : m_now(now)
    {
    }

    Timestamp now() const override { return m_now; }

    void set(Timestamp now) { m_now = now; }

private:
    Timestamp m_now;
};

/** A conversation with what charts look at. */
inline Conversation chartedCall(const char *startedAt, const QString &outcome = {},
                                std::optional<qint64> durationSeconds = std::nullopt, Status status = Status::Completed)
{
    Conversation call;
    call.kind = Kind::Call;
    call.startedAt = utc(QLatin1StringView(startedAt));
    call.outcome = outcome;
    call.durationSeconds = durationSeconds;
    call.status = status;
    return call;
}

/** The calls of a few weeks, busiest on weekdays in the morning, always the same for the same seed. */
class CallFloor
{
public:
    explicit CallFloor(quint32 seed)
        : m_random(seed)
    {
    }

    /** @p perDay on an ordinary weekday, from @p days before @p until up to it. */
    void fill(StoreFixture &store, const QList<qint64> &sources, Timestamp until, int days, int perDay)
    {
        store.run(QStringLiteral("BEGIN"));
        for (int day = days; day >= 0; --day) {
            const Timestamp midnight = std::chrono::floor<std::chrono::days>(until) - std::chrono::days(day);
            const int count = int(perDay * weekdayShare(midnight) * (0.85 + 0.3 * m_random.generateDouble()));
            for (int i = 0; i < count; ++i) {
                const Timestamp start = midnight + std::chrono::seconds(secondOfDay());
                if (start < until)
                    store.addConversation(sources[m_random.bounded(int(sources.size()))], call(start));
            }
        }
        store.run(QStringLiteral("COMMIT"));
    }

    Conversation call(Timestamp start)
    {
        Conversation call;
        call.kind = Kind::Call;
        call.channel = QStringLiteral("phone");
        call.startedAt = start;
        call.outcome = pick({{"booked", 177},
                             {"no_answer", 140},
                             {"follow_up", 110},
                             {"quoted", 80},
                             {"not_interested", 70},
                             {"spam", 34},
                             {"other", 21},
                             {"wrong_number", 13},
                             {"", 355}});
        const QString status = pick({{"completed", 700},
                                     {"disconnected", 80},
                                     {"abandoned", 60},
                                     {"failed", 15},
                                     {"resolved", 80},
                                     {"closed", 60}});
        call.status = statusFromText(status);
        call.agent = pick({{"Pine", 280},
                           {"Reminder voice", 260},
                           {"Nora Blythe", 70},
                           {"Dev Malik", 66},
                           {"Ines Duarte", 50},
                           {"Tomás Echeverría", 9},
                           {"", 265}});
        if (m_random.bounded(100) < 72)
            call.durationSeconds = duration();
        call.contactName = pick({{"Sofia Rossi", 1}, {"Priya Nair", 1}, {"Zoë Lindqvist", 1}, {"", 2}});
        call.contactPhone = QStringLiteral("+4477009%1").arg(m_random.bounded(10000), 5, 10, QLatin1Char('0'));
        if (call.outcome == QLatin1StringView("booked")) {
            call.estimatedValueMinor = 5000 * (10 + m_random.bounded(80));
            call.currency = m_random.bounded(10) < 9 ? QStringLiteral("USD") : QStringLiteral("EUR");
        }
        return call;
    }

private:
    struct Choice {
        const char *text;
        int weight;
    };

    /** Null for the empty choice. */
    QString pick(const QList<Choice> &choices)
    {
        int sum = 0;
        for (const Choice &choice : choices)
            sum += choice.weight;
        int left = m_random.bounded(sum);
        for (const Choice &choice : choices) {
            left -= choice.weight;
            if (left < 0)
                return *choice.text ? QString::fromUtf8(choice.text) : QString();
        }
        return {};
    }

    double weekdayShare(Timestamp midnight)
    {
        const std::chrono::weekday day{std::chrono::floor<std::chrono::days>(midnight)};
        return day == std::chrono::Sunday ? 0.2 : day == std::chrono::Saturday ? 0.45 : 1;
    }

    int secondOfDay()
    {
        const double bell = m_random.generateDouble() + m_random.generateDouble() + m_random.generateDouble();
        return int(3600 * (4 + bell / 3 * 17));
    }

    qint64 duration()
    {
        const double x = std::max(1e-6, m_random.generateDouble());
        return qint64(20 + 75 * -std::log(x) + 60 * m_random.generateDouble());
    }

    QRandomGenerator m_random;
};

} // namespace earshot
