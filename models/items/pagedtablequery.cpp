// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/pagedtable.h"

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr int c_pagesHeld = 64;
constexpr auto c_refreshInterval = 1s;
constexpr auto c_clockInterval = 30s; // how often `today` and `now` are looked at

bool isSame(const RecordSelection &a, const RecordSelection &b)
{
    return a.filter == b.filter && a.interval.from == b.interval.from && a.interval.until == b.interval.until;
}

Result<qint64> number(const Database &database, const QString &sql)
{
    const auto value = database.value(sql);
    return value ? Result<qint64>(value->toLongLong()) : std::unexpected(value.error());
}

QList<qint64> idsOf(const ListKeys &keys)
{
    QList<qint64> ids;
    ids.reserve(qsizetype(keys.size()));
    for (const ListKey &key : keys)
        ids.append(key.id);
    return ids;
}

} // namespace

PagedTableModel::Private::Private(PagedTableModel &model, RecordKind kind, RowReader readRows, StoreReader &reader,
                                  const ViewScope &scope, const Clock &clock)
    : m_model(model)
    , m_kind(kind)
    , m_readRows(std::move(readRows))
    , m_reader(reader)
    , m_scope(scope)
    , m_clock(clock)
    , m_rows(c_pageRows * c_pagesHeld)
{
    for (QTimer *timer : {&m_pageTimer, &m_refreshTimer, &m_readAgainTimer})
        timer->setSingleShot(true);
    m_pageTimer.setInterval(0);
    m_refreshTimer.setInterval(c_refreshInterval);
    m_readAgainTimer.setInterval(c_refreshInterval);
    m_pageTimer.callOnTimeout(&model, [this] { readPages(); });
    m_refreshTimer.callOnTimeout(&model, [this] { refresh(); });
    m_readAgainTimer.callOnTimeout(&model, [this] { readAgain(); });
    m_clockTimer.callOnTimeout(&model, [this] { refreshIfTimeMoved(); });
    m_clockTimer.start(c_clockInterval);
}

PagedTableModel::Private::~Private()
{
    m_stop->store(true);
    m_gone->store(true);
}

ListQuery PagedTableModel::Private::makeQuery() const
{
    return {m_kind, m_scope.query().selection(m_kind, m_clock.now()), m_query.sort, m_query.isDescending};
}

void PagedTableModel::Private::sortBy(ListSort sort, bool isDescending)
{
    if (sort == m_query.sort && isDescending == m_query.isDescending)
        return;
    m_query.sort = sort;
    m_query.isDescending = isDescending;
    query();
}

void PagedTableModel::Private::query()
{
    m_stop->store(true);
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_query = makeQuery();
    m_sinceQuery.start();
    m_isLoading = true;
    m_isRefreshing = m_isRefreshWanted = false;
    m_refreshTimer.stop();
    m_found = std::make_shared<std::atomic<qint64>>(0);
    Q_EMIT m_model.progressed();
    m_reader
        .read<FirstPage>([query = m_query, readRows = m_readRows, now = m_clock.now()](
                             const Database &database) { return readFirstPage(database, query, readRows, now); },
                         m_stop, ReadCost::Quick)
        .then(&m_model, [this, stop = m_stop](const Result<FirstPage> &page) {
            if (*stop)
                return;
            if (page)
                showFirstPage(*page);
            else
                fail(page.error());
        });
}

Result<PagedTableModel::Private::FirstPage> PagedTableModel::Private::readFirstPage(const Database &database,
                                                                                    const ListQuery &query,
                                                                                    const RowReader &readRows,
                                                                                    Timestamp now)
{
    FirstPage page;
    // The position first: what comes between is then looked at twice rather than never.
    const auto delivery = number(database, QStringLiteral("SELECT coalesce(max(\"id\"), 0) FROM delivery"));
    if (!delivery)
        return std::unexpected(delivery.error());
    const auto projected = number(database, QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = 'projected'"));
    if (!projected)
        return std::unexpected(projected.error());
    page.position = {*delivery, *projected};
    auto keys = listKeys(database, query, c_pageRows);
    if (!keys)
        return std::unexpected(keys.error());
    page.keys = std::move(*keys);
    auto rows = readRows(database, idsOf(page.keys), now);
    if (!rows)
        return std::unexpected(rows.error());
    page.rows = std::move(*rows);
    return page;
}

void PagedTableModel::Private::showFirstPage(const FirstPage &page)
{
    m_hasFailed = false;
    m_model.beginResetModel();
    m_position = page.position;
    m_keys = KeyList(page.keys, m_query.isDescending);
    m_leaving.clear();
    m_unseen.clear();
    m_wantedPages.clear();
    hold(page.rows);
    m_model.endResetModel();
    setHeldBack({});
    Q_EMIT m_model.firstPageShown();
    if (page.keys.size() < std::size_t(c_pageRows))
        finishLoading();
    else
        readAll();
}

void PagedTableModel::Private::readAll()
{
    m_reader
        .read<std::shared_ptr<KeyList>>(
            [query = m_query, found = m_found](const Database &database) -> Result<std::shared_ptr<KeyList>> {
                auto keys = listKeys(database, query, 0, found.get());
                if (!keys)
                    return std::unexpected(keys.error());
                return std::make_shared<KeyList>(std::move(*keys), query.isDescending);
            },
            m_stop)
        .then(&m_model, [this, stop = m_stop](const Result<std::shared_ptr<KeyList>> &keys) {
            if (*stop)
                return;
            if (keys)
                showAll(std::move(**keys));
            else
                fail(keys.error());
        });
}

void PagedTableModel::Private::showAll(KeyList keys)
{
    if (m_isPaused && !m_isLoading) { // nothing may move: it is asked again when it may
        m_isRefreshing = false;
        m_isRefreshWanted = true;
        return resolveChanges();
    }
    m_hasFailed = false;
    become(std::move(keys));
    if (m_isLoading)
        return finishLoading();
    m_isRefreshing = false;
    Q_EMIT m_model.progressed();
    if (std::exchange(m_isRefreshWanted, false))
        refreshSoon();
    resolveChanges();
}

void PagedTableModel::Private::finishLoading()
{
    m_isLoading = false;
    m_elapsed = std::chrono::milliseconds(m_sinceQuery.elapsed());
    Q_EMIT m_model.progressed();
    if (std::exchange(m_isRefreshWanted, false))
        refreshSoon();
    resolveChanges();
}

void PagedTableModel::Private::fail(const Error &error)
{
    m_isLoading = m_isRefreshing = false;
    m_hasFailed = true;
    Q_EMIT m_model.progressed();
    Q_EMIT m_model.failed(error);
}

void PagedTableModel::Private::refreshSoon()
{
    if (m_isLoading || m_isRefreshing || m_isPaused)
        m_isRefreshWanted = true;
    else if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void PagedTableModel::Private::refresh()
{
    if (m_isLoading || m_isRefreshing || m_isPaused) {
        m_isRefreshWanted = true;
        return;
    }
    if (m_hasFailed)
        return query();
    m_isRefreshing = true;
    m_query = makeQuery();
    readAll();
}

/** A day or a minute later `today` and `now-2h` mean something else. */
void PagedTableModel::Private::refreshIfTimeMoved()
{
    if (!isSame(m_query.selection, m_scope.query().selection(m_kind, m_clock.now())))
        refreshSoon();
}

} // namespace earshot
