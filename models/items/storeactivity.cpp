// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/storeactivity.h"

#include <QFileInfo>

#include <numeric>

namespace earshot {
namespace {

constexpr std::size_t c_rateSeconds = 5;

Result<std::optional<LastDelivery>> readLast(const Database &database)
{
    auto row = database.run(QStringLiteral(R"(SELECT d."received_at", s."name" FROM delivery d)"
                                           R"( JOIN source s ON s."id" = d."source_id" ORDER BY d."id" DESC LIMIT 1)"));
    if (!row)
        return std::unexpected(row.error());
    std::optional<LastDelivery> last;
    if (row->next())
        last = LastDelivery{fromMicroseconds(row->integer(0)), row->text(1)};
    return last;
}

} // namespace

StoreActivity::StoreActivity(StoreReader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    connect(&m_reader, &StoreReader::changed, this, &StoreActivity::takeChanges);
    m_tick.callOnTimeout(this, &StoreActivity::tick);
    m_tick.start(std::chrono::seconds(1));
    readFigures();
}

double StoreActivity::deliveriesPerSecond() const
{
    int sum = 0;
    for (std::size_t i = 1; i <= c_rateSeconds; ++i)
        sum += m_arrivals[(m_second + c_seconds - i) % c_seconds];
    return double(sum) / double(c_rateSeconds);
}

QList<double> StoreActivity::lastMinute() const
{
    QList<double> values;
    for (std::size_t i = 1; i <= c_seconds; ++i)
        values.append(m_arrivals[(m_second + i) % c_seconds]);
    return values;
}

void StoreActivity::takeChanges(const StoreChanges &changes)
{
    if (changes.lastDelivery > m_lastDelivery && m_knowsDeliveries)
        m_arrivals[m_second] += int(changes.lastDelivery - m_lastDelivery);
    if (changes.hasNewDeliveries || changes.lastDelivery > 0) {
        m_knowsDeliveries = true;
        m_lastDelivery = std::max(m_lastDelivery, changes.lastDelivery);
        m_projected = std::max(m_projected, changes.projected);
    }
    m_figuresAreOld = true;
    m_quietSeconds = 0;
}

void StoreActivity::tick()
{
    m_second = (m_second + 1) % c_seconds;
    m_arrivals[m_second] = 0;
    if (m_figuresAreOld && !m_isReading)
        readFigures();
    // A minute after the last arrival the line is flat and nothing moves any more.
    if (m_quietSeconds++ <= int(c_seconds))
        Q_EMIT changed();
}

void StoreActivity::readFigures()
{
    m_figuresAreOld = false;
    m_isReading = true;

    struct Read {
        QHash<OutboxState, qint64> outbox;
        qint64 asking = 0;
        qint64 storeBytes = 0;
        qint64 lastDelivery = 0;
        qint64 projected = 0;
        std::optional<LastDelivery> lastReceived;
    };

    m_reader
        .read<Read>([path = m_reader.location().path](const Database &database) -> Result<Read> {
            Read read;
            const auto counts = outbox::counts(database);
            if (!counts)
                return std::unexpected(counts.error());
            const auto asking = countAsking(database);
            if (!asking)
                return std::unexpected(asking.error());
            const auto last = database.value(QStringLiteral(R"(SELECT coalesce(max("id"), 0) FROM delivery)"));
            const auto projected =
                database.value(QStringLiteral(R"(SELECT "value" FROM meta WHERE "key" = 'projected')"));
            if (!last || !projected)
                return std::unexpected(last ? projected.error() : last.error());
            const auto received = readLast(database);
            if (!received)
                return std::unexpected(received.error());
            read.lastReceived = *received;
            read.outbox = *counts;
            read.asking = *asking;
            read.storeBytes = QFileInfo(path).size() + QFileInfo(path + QLatin1StringView("-wal")).size();
            read.lastDelivery = last->toLongLong();
            read.projected = projected->toLongLong();
            return read;
        })
        .then(this, [this](const Result<Read> &read) {
            m_isReading = false;
            if (!read)
                return;
            m_outbox = read->outbox;
            m_asking = read->asking;
            m_storeBytes = read->storeBytes;
            m_last = read->lastReceived;
            if (!m_knowsDeliveries) {
                m_knowsDeliveries = true;
                m_lastDelivery = read->lastDelivery;
                m_projected = read->projected;
            }
            Q_EMIT changed();
        });
}

} // namespace earshot
