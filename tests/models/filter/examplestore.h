// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/filter.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

namespace earshot {

/** How a query over one record kind begins, with the aliases of schema.h. */
struct RecordQuery {
    const FilterSchema &schema;
    QString select; ///< of the records' ids, to be continued with a condition
};

/** `conversations`, `messages`, `events` or `deliveries`. */
RecordQuery recordQuery(QStringView name);

/** A few records in an SQLite database in memory, its tables shaped like the store's. */
class ExampleStore
{
public:
    ExampleStore();

    /** False if a table or a record could not be made; what went wrong is in the test's log. */
    bool isComplete() const { return m_isComplete; }

    /** Runs @p sql; without a value if the database refuses it. */
    std::optional<QSqlQuery> run(const QString &sql, const QVariantList &binds);

    /** The ids that @p condition finds, sorted; `failed` if the database refuses it. */
    QStringList idsOf(const RecordQuery &kind, const SqlCondition &condition);

private:
    using Record = QList<std::pair<const char *, QVariant>>;

    void createTables();
    void addConversations();
    void addMessages();
    void addDeliveries();
    void addEvents();
    void create(const QString &table, const QString &columns);
    void insert(const char *table, const Record &record);

    QSqlDatabase m_database;
    bool m_isComplete = true;
};

} // namespace earshot
