// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/keylist.h"
#include "models/items/pagedtablemodel.h"
#include "models/items/roles.h"

#include <QCache>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace earshot {

/** What a PagedTableModel does, in three files: the query (pagedtablequery.cpp), the rows held (pagedtablerows.cpp) and
 * what changes (pagedtablechanges.cpp, pagedtablemoves.cpp). */
class PagedTableModel::Private
{
public:
    static constexpr int c_pageRows = 128;

    Private(PagedTableModel &model, RecordKind kind, RowReader readRows, StoreReader &reader, const ViewScope &scope,
            const Clock &clock);
    ~Private();

    // ---- the query

    /** Asks anew; what is shown stays until the first page is there. */
    void query();

    /** Asks for the same again and brings what is shown up to it, soon and at most once a second. */
    void refreshSoon();
    void sortBy(ListSort sort, bool isDescending);

    // ---- rows

    AnyRow row(int row);
    void hold(const QList<LoadedRow> &rows);
    void readAgainSoon();
    void updateHeld(const std::function<AnyRow(const AnyRow &)> &update);

    // ---- what changes

    void note(const StoreChanges &changes);
    void setPaused(bool paused);
    void markSeen(int firstRow, int lastRow);

    bool isUnseen(qint64 id) const { return std::size_t(id) < m_unseen.size() && m_unseen[std::size_t(id)]; }

    KeyList m_keys;
    bool m_isLoading = false;
    bool m_isPaused = false;
    std::chrono::milliseconds m_elapsed{0};
    QHash<qint64, ListKey> m_heldBack; ///< arrived while paused

    /** Written by the thread that reads. */
    std::shared_ptr<std::atomic<qint64>> m_found;

private:
    /** Up to where deliveries are known. */
    struct Position {
        qint64 delivery = 0;
        qint64 projected = 0;
    };

    struct FirstPage {
        Position position;
        ListKeys keys;
        QList<LoadedRow> rows;
    };

    /** What became of changed ids. */
    struct Resolved {
        QList<qint64> asked;
        ListKeys found;
        QList<LoadedRow> rows;
    };

    ListQuery makeQuery() const;
    static Result<FirstPage> readFirstPage(const Database &database, const ListQuery &query, const RowReader &readRows,
                                           Timestamp now);
    void readAll();
    void refresh();
    void refreshIfTimeMoved();
    void showFirstPage(const FirstPage &page);
    void showAll(KeyList keys);
    void finishLoading();
    void fail(const Error &error);

    void readPages();
    void readAgain();
    void readRows(const QList<qint64> &ids, const std::function<void()> &tell);
    void tellKeys(const ListKeys &keys);
    void tellAll();
    ListKeys wantedKeys();

    void noteDeliveries(const StoreChanges &changes);
    void addRange(qint64 after, qint64 until);
    void resolveChanges();
    static Result<Resolved> resolve(const Database &database, const ListQuery &query, const QList<qint64> &asked,
                                    const QSet<qint64> &held, const RowReader &readRows, Timestamp now);
    void apply(const Resolved &resolved);
    void applyPlaced(const Resolved &resolved);
    void applyHeldBack();
    void setUnseen(const ListKeys &keys);
    void setHeldBack(QHash<qint64, ListKey> heldBack);

    void insertKeys(ListKeys keys);
    void removeRows(std::vector<int> rows);
    void removeRun(int row, int count);
    void moveKey(int row, const ListKey &key);
    void permuteTo(KeyList keys);
    void become(KeyList keys);

    PagedTableModel &m_model;
    const RecordKind m_kind;
    const RowReader m_readRows;
    StoreReader &m_reader;
    const ViewScope &m_scope;
    const Clock &m_clock;

    ListQuery m_query;
    StopFlag m_stop = std::make_shared<std::atomic_bool>(false); ///< of the query under way
    StopFlag m_gone = std::make_shared<std::atomic_bool>(false); ///< of everything else
    QElapsedTimer m_sinceQuery;
    bool m_hasFailed = false;
    bool m_isRefreshing = false;
    bool m_isRefreshWanted = false;

    QCache<qint64, AnyRow> m_rows;
    QList<int> m_wantedPages; ///< the latest last
    bool m_isReadingRows = false;

    Position m_position;
    QSet<qint64> m_changed; ///< not resolved yet
    bool m_isResolving = false;
    QSet<qint64> m_leaving; ///< match no more, but stay while paused
    std::vector<bool> m_unseen; ///< by id

    QTimer m_pageTimer;
    QTimer m_refreshTimer;
    QTimer m_readAgainTimer;
    QTimer m_clockTimer;
};

} // namespace earshot
