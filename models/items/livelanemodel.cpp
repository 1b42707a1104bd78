// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/livelanemodel.h"

#include "models/items/listrows.h"
#include "models/items/roles.h"
#include "models/store/sources.h"

#include <QSet>
#include <QTimer>

#include <array>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr int c_most = 1000; // more calls at a time are a fault of the sender's
constexpr auto c_overdueInterval = 5s;

constexpr std::array c_endsOnly = {QLatin1StringView("eigi"), QLatin1StringView("insighto")};

struct Running {
    QList<ConversationListRowPtr> rows;
    QStringList endsOnly;
};

Result<Running> readRunning(const Database &database, Timestamp now)
{
    const auto rows = readRunningRows(database, c_most, now);
    if (!rows)
        return std::unexpected(rows.error());
    const auto sources = sources::all(database);
    if (!sources)
        return std::unexpected(sources.error());
    Running running{*rows, {}};
    for (const Source &source : *sources) {
        if (source.enabled && std::ranges::find(c_endsOnly, source.platform) != c_endsOnly.end())
            running.endsOnly.append(source.name);
    }
    return running;
}

bool isSame(const ConversationListRow &a, const ConversationListRow &b)
{
    return a.record == b.record && a.time == b.time && a.lastLine == b.lastLine && a.isOverdue == b.isOverdue
           && a.assumedEndAt == b.assumedEndAt && a.repeats == b.repeats && a.forwarding == b.forwarding;
}

} // namespace

class LiveLaneModel::Private
{
public:
    Private(LiveLaneModel &model, StoreReader &reader, const Clock &clock)
        : m_model(model)
        , m_reader(reader)
        , m_clock(clock)
    {
        m_timer.callOnTimeout(&model, [this] { noteOverdue(); });
        m_timer.start(c_overdueInterval);
    }

    ~Private() { m_stop->store(true); }

    void read();

    QList<ConversationListRowPtr> m_rows;
    QStringList m_endsOnly;

private:
    void take(const Running &running);
    void removeEnded(const QList<ConversationListRowPtr> &next);
    void place(const QList<ConversationListRowPtr> &next);
    void noteOverdue();

    LiveLaneModel &m_model;
    StoreReader &m_reader;
    const Clock &m_clock;
    QTimer m_timer;
    StopFlag m_stop = std::make_shared<std::atomic_bool>(false);
    bool m_isReading = false;
    bool m_isStale = false;
};

void LiveLaneModel::Private::read()
{
    m_isStale = m_isReading;
    if (std::exchange(m_isReading, true))
        return;
    m_reader
        .read<Running>([now = m_clock.now()](const Database &database) { return readRunning(database, now); }, m_stop,
                       ReadCost::Quick)
        .then(&m_model, [this](const Result<Running> &running) {
            m_isReading = false;
            if (running)
                take(*running);
            if (std::exchange(m_isStale, false))
                read();
        });
}

void LiveLaneModel::Private::take(const Running &running)
{
    const int overdue = m_model.overdueCount();
    const qsizetype count = m_rows.size();
    removeEnded(running.rows);
    place(running.rows);
    const bool isOther = overdue != m_model.overdueCount() || count != m_rows.size() || m_endsOnly != running.endsOnly;
    m_endsOnly = running.endsOnly;
    if (isOther)
        Q_EMIT m_model.summaryChanged();
}

void LiveLaneModel::Private::removeEnded(const QList<ConversationListRowPtr> &next)
{
    QSet<qint64> running;
    for (const ConversationListRowPtr &row : next)
        running.insert(row->id);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (running.contains(m_rows[row]->id))
            continue;
        m_model.beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        m_model.endRemoveRows();
    }
}

/** Walks down the list: what stands elsewhere moves up, what is new comes in. */
void LiveLaneModel::Private::place(const QList<ConversationListRowPtr> &next)
{
    for (int row = 0; row < int(next.size()); ++row) {
        const auto isIt = [&](const ConversationListRowPtr &held) { return held->id == next[row]->id; };
        const auto found = std::find_if(m_rows.cbegin() + row, m_rows.cend(), isIt);
        const int from = int(found - m_rows.cbegin());
        if (found == m_rows.cend()) {
            m_model.beginInsertRows({}, row, row);
            m_rows.insert(row, next[row]);
            m_model.endInsertRows();
            continue;
        }
        if (from != row) {
            m_model.beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            m_model.endMoveRows();
        }
        if (!isSame(*m_rows[row], *next[row])) {
            m_rows[row] = next[row];
            Q_EMIT m_model.dataChanged(m_model.index(row), m_model.index(row));
        }
    }
}

/** Time alone makes a call overdue. */
void LiveLaneModel::Private::noteOverdue()
{
    bool isAny = false;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const bool isOverdue = isOverdueAt(*m_rows[row], m_clock.now());
        if (m_rows[row]->isOverdue == isOverdue)
            continue;
        auto changed = std::make_shared<ConversationListRow>(*m_rows[row]);
        changed->isOverdue = isOverdue;
        m_rows[row] = std::move(changed);
        isAny = true;
        Q_EMIT m_model.dataChanged(m_model.index(row), m_model.index(row));
    }
    if (isAny)
        Q_EMIT m_model.summaryChanged();
}

LiveLaneModel::LiveLaneModel(StoreReader &reader, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , d(std::make_unique<Private>(*this, reader, clock))
{
    connect(&reader, &StoreReader::changed, this, [this](const StoreChanges &changes) {
        if (changes.everything || changes.settings || changes.outbox || !changes.conversations.isEmpty())
            d->read();
    });
    d->read();
}

LiveLaneModel::~LiveLaneModel() = default;

int LiveLaneModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->m_rows.size());
}

QVariant LiveLaneModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationListRowPtr &row = d->m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row->record.contactName.isEmpty() ? row->record.contactPhone : row->record.contactName;
    case RecordIdRole:
        return row->id;
    case SortRole:
        return toMicroseconds(row->time);
    case RowRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}

int LiveLaneModel::overdueCount() const
{
    return int(std::ranges::count_if(d->m_rows, [](const ConversationListRowPtr &row) { return row->isOverdue; }));
}

QStringList LiveLaneModel::sourcesThatOnlyReportEnds() const
{
    return d->m_endsOnly;
}

} // namespace earshot
