// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/outboxattemptsmodel.h"

#include "models/items/liststeps.h"

#include <algorithm>
#include <ranges>

namespace earshot {
namespace {

using Details = OutboxAttemptsModel::Details;

constexpr std::chrono::milliseconds c_pause(300);
constexpr qint64 c_mostExchanges = 1 << 16; // of an attempt, for keys

/** Nothing where there is no such row. */
Result<std::optional<Details>> readDetails(const Database &database, qint64 id)
{
    OutboxQuery query;
    query.after = id - 1;
    query.most = 1;
    const auto rows = outbox::list(database, query);
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty() || rows->first().id != id)
        return std::nullopt;
    const auto steps = outboxsteps::of(database, id);
    if (!steps)
        return std::unexpected(steps.error());
    const auto attempts = outboxlog::ofRow(database, id);
    if (!attempts)
        return std::unexpected(attempts.error());
    return Details{rows->first(), *steps, *attempts};
}

} // namespace

OutboxAttemptsModel::OutboxAttemptsModel(StoreReader &reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
    m_later.setSingleShot(true);
    m_later.setInterval(c_pause);
    m_later.callOnTimeout(this, &OutboxAttemptsModel::read);
    connect(&m_reader, &StoreReader::changed, this, [this](const StoreChanges &changes) {
        const bool isMeant = changes.outbox || changes.everything || changes.settings;
        if (m_row != 0 && isMeant && !m_later.isActive())
            m_later.start();
    });
}

OutboxAttemptsModel::~OutboxAttemptsModel()
{
    if (m_stop)
        *m_stop = true;
}

void OutboxAttemptsModel::show(qint64 row)
{
    if (m_row == row)
        return;
    m_row = row;
    take(std::nullopt); // what was asked of another row is not its log
    read();
}

void OutboxAttemptsModel::read()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
    if (m_row == 0)
        return;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_reader
        .read<std::optional<Details>>([row = m_row](const Database &database) { return readDetails(database, row); },
                                      m_stop, ReadCost::Quick)
        .then(this, [this, stop = m_stop](const Result<std::optional<Details>> &details) {
            if (stop != m_stop || *stop)
                return;
            if (details)
                take(*details);
            else
                Q_EMIT failed(details.error());
        });
}

void OutboxAttemptsModel::take(const std::optional<Details> &details)
{
    if (details && m_details)
        become(details);
    else
        reset(details);
    Q_EMIT changed();
}

/** Attempts come on top, and requests when one ends: what is being read stays selected. */
void OutboxAttemptsModel::become(const std::optional<Details> &details)
{
    const QList<ListStep> steps = listSteps(keysOf(m_details->attempts), keysOf(details->attempts));
    if (!std::ranges::all_of(steps, [](const ListStep &step) { return step.kind == ListStep::Kind::Insert; }))
        return reset(details); // an old one went
    const QList<Line> lines = linesOf(details->attempts);
    QList<Line> kept = lines;
    for (const ListStep &step : steps | std::views::reverse)
        kept.removeAt(step.to);
    m_details = details;
    m_lines = kept; // the same as before, in the words of the new details
    for (const ListStep &step : steps) {
        beginInsertRows({}, step.to, step.to);
        m_lines.insert(step.to, lines.at(step.to));
        endInsertRows();
    }
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
}

void OutboxAttemptsModel::reset(const std::optional<Details> &details)
{
    beginResetModel();
    m_details = details;
    m_lines = details ? linesOf(details->attempts) : QList<Line>();
    endResetModel();
}

QList<OutboxAttemptsModel::Line> OutboxAttemptsModel::linesOf(const QList<LoggedAttempt> &attempts)
{
    QList<Line> lines;
    for (int attempt = 0; attempt < int(attempts.size()); ++attempt) {
        for (int exchange = -1; exchange < int(attempts.at(attempt).exchanges.size()); ++exchange)
            lines.append({attempt, exchange});
    }
    return lines;
}

QList<qint64> OutboxAttemptsModel::keysOf(const QList<LoggedAttempt> &attempts)
{
    QList<qint64> keys;
    for (const Line &line : linesOf(attempts))
        keys.append(attempts.at(line.attempt).id * c_mostExchanges + line.exchange + 1);
    return keys;
}

const LoggedAttempt &OutboxAttemptsModel::attempt(int row) const
{
    return m_details->attempts.at(m_lines.at(row).attempt);
}

const LoggedExchange *OutboxAttemptsModel::exchange(int row) const
{
    const Line &line = m_lines.at(row);
    return line.exchange < 0 ? nullptr : &m_details->attempts.at(line.attempt).exchanges.at(line.exchange);
}

int OutboxAttemptsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int OutboxAttemptsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant OutboxAttemptsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LoggedExchange *asked = exchange(index.row());
    if (role == IsExchangeRole)
        return asked != nullptr;
    if (role != Qt::DisplayRole)
        return {};
    return asked ? exchangeData(*asked, Column(index.column()))
                 : attemptData(attempt(index.row()), Column(index.column()));
}

QVariant OutboxAttemptsModel::attemptData(const LoggedAttempt &attempt, Column column)
{
    switch (column) {
    case Number:
        return attempt.number;
    case When:
        return toMicroseconds(attempt.begunAt);
    case What:
        return attempt.outcome ? attemptOutcomeText(*attempt.outcome) : QString();
    case Latency:
        return attempt.endedAt ? QVariant(qint64(std::chrono::microseconds(*attempt.endedAt - attempt.begunAt).count()))
                               : QVariant();
    case Answer:
        return attempt.reason;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OutboxAttemptsModel::exchangeData(const LoggedExchange &exchange, Column column)
{
    switch (column) {
    case What:
        return exchange.purpose;
    case Answer:
        return exchange.status ? QVariant(*exchange.status) : QVariant(exchange.failure);
    case Latency:
        return qint64(exchange.latency.count());
    case Number:
    case When:
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace earshot
