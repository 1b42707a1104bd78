// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/querystop.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

class QueryStopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAQueryThatWouldTakeForever();
    void letsQueriesPassUntilThen();
    void leavesTheConnectionAsItWas();

private:
    /** Ten thousand million rows are counted before there is an answer. */
    static QString endlessSql()
    {
        return QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10000000000) SELECT count(*) FROM n");
    }
};

void QueryStopTest::endsAQueryThatWouldTakeForever()
{
    const StoreFixture store;
    const std::atomic_bool stop = true;
    const QueryStop queryStop(store.database(), stop);
    QVERIFY(!store.database().value(endlessSql()));
}

void QueryStopTest::letsQueriesPassUntilThen()
{
    const StoreFixture store;
    const std::atomic_bool stop = false;
    const QueryStop queryStop(store.database(), stop);
    const auto counted = store.database().value(QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT count(*) FROM n"));
    QVERIFY(counted);
    QCOMPARE(counted->toInt(), 100'000);
}

void QueryStopTest::leavesTheConnectionAsItWas()
{
    const StoreFixture store;
    const std::atomic_bool stop = true;
    {
        const QueryStop queryStop(store.database(), stop);
    }
    QVERIFY(store.database().value(QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT count(*) FROM n")));
}

QTEST_GUILESS_MAIN(QueryStopTest)
#include "tst_querystop.moc"
