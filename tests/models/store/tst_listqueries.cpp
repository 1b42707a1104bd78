// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/filter.h"
#include "models/store/listqueries.h"
#include "models/store/sources.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

namespace {

const Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000);

QList<qint64> idsOf(const ListKeys &keys)
{
    QList<qint64> ids;
    for (const ListKey &key : keys)
        ids.append(key.id);
    return ids;
}

SqlCondition condition(const QString &filter, RecordKind kind = RecordKind::Conversations)
{
    return Filter::parse(filter, filterSchema(kind))->toSql({QTimeZone::utc(), c_noon});
}

} // namespace

class ListQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void theNewestCanBeHadFirst();
    void aSelectionLeavesTheRestOut();
    void findsThoseOfSomeIds();
    void listsDeliveries();
    void theUsualOrdersUseAnIndex_data();
    void theUsualOrdersUseAnIndex();

private:
    static Conversation conversation(int minute, const QString &name, std::optional<qint64> duration, Status status)
    {
        Conversation made;
        made.startedAt = c_noon + std::chrono::minutes(minute);
        made.contactName = name;
        made.durationSeconds = duration;
        made.status = status;
        return made;
    }

    /** Ids 1 to 4. */
    static void fill(StoreFixture &store)
    {
        const qint64 source = store.addSource(QStringLiteral("s"));
        store.addConversation(source, conversation(3, QStringLiteral("bea"), 60, Status::Completed));
        store.addConversation(source, conversation(1, QStringLiteral("Ann"), 30, Status::Abandoned));
        store.addConversation(source, conversation(2, {}, std::nullopt, Status::InProgress));
        store.addConversation(source, conversation(3, QStringLiteral("Cid"), 90, Status::Completed));
    }
};

void ListQueriesTest::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("sort");
    QTest::addColumn<bool>("isDescending");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::newRow("newest first") << int(ListSort::Time) << true << QList<qint64>{4, 1, 3, 2};
    QTest::newRow("oldest first") << int(ListSort::Time) << false << QList<qint64>{2, 3, 1, 4};
    QTest::newRow("longest first") << int(ListSort::Duration) << true << QList<qint64>{4, 1, 2, 3};
    QTest::newRow("shortest first, unknown last") << int(ListSort::Duration) << false << QList<qint64>{2, 1, 4, 3};
    QTest::newRow("contact") << int(ListSort::Contact) << false << QList<qint64>{2, 1, 4, 3};
    QTest::newRow("contact backwards, unknown last") << int(ListSort::Contact) << true << QList<qint64>{4, 1, 2, 3};
    QTest::newRow("status") << int(ListSort::Status) << false << QList<qint64>{2, 1, 4, 3};
    QTest::newRow("source, then time") << int(ListSort::Source) << true << QList<qint64>{4, 1, 3, 2};
    QTest::newRow("what only deliveries have") << int(ListSort::Size) << true << QList<qint64>{4, 1, 3, 2};
}

void ListQueriesTest::sortsByEveryColumn()
{
    QFETCH(int, sort);
    QFETCH(bool, isDescending);
    QFETCH(QList<qint64>, ids);
    StoreFixture store;
    fill(store);
    const auto keys = listKeys(store.database(), {RecordKind::Conversations, {}, ListSort(sort), isDescending});
    QVERIFY2(keys, keys ? "" : qPrintable(keys.error().detail));
    QCOMPARE(idsOf(*keys), ids);
    if (!isSortedByText(ListSort(sort))) {
        const auto isBefore = [&](const ListKey &a, const ListKey &b) { return isDescending ? b < a : a < b; };
        QVERIFY2(std::ranges::is_sorted(*keys, isBefore), "the keys tell the same order");
    }
}

void ListQueriesTest::theNewestCanBeHadFirst()
{
    StoreFixture store;
    fill(store);
    const auto keys = listKeys(store.database(), {}, 2);
    QVERIFY(keys);
    QCOMPARE(idsOf(*keys), (QList<qint64>{4, 1}));
    QCOMPARE(keys->front().order, toMicroseconds(c_noon + std::chrono::minutes(3)));
}

void ListQueriesTest::aSelectionLeavesTheRestOut()
{
    StoreFixture store;
    fill(store);
    ListQuery query;
    query.selection.filter = condition(QStringLiteral("status:completed"));
    QCOMPARE(idsOf(listKeys(store.database(), query).value()), (QList<qint64>{4, 1}));
    query.selection.filter = {};
    query.selection.interval = {c_noon + std::chrono::minutes(2), c_noon + std::chrono::minutes(3)};
    QCOMPARE(idsOf(listKeys(store.database(), query).value()), QList<qint64>{3});
}

void ListQueriesTest::findsThoseOfSomeIds()
{
    StoreFixture store;
    fill(store);
    ListQuery query;
    query.selection.filter = condition(QStringLiteral("status:completed"));
    auto found = listKeysOf(store.database(), query, {4, 3, 77}).value();
    QCOMPARE(idsOf(found), QList<qint64>{4});
    QCOMPARE(found, listKeys(store.database(), query, 1).value());
    QVERIFY(listKeysOf(store.database(), query, {}).value().empty());
}

void ListQueriesTest::listsDeliveries()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    Delivery delivery;
    delivery.sourceId = source;
    delivery.receivedAt = c_noon;
    delivery.method = "POST";
    delivery.remote = QStringLiteral("192.0.2.7");
    delivery.verdict = QStringLiteral("unsigned");
    delivery.body = "long enough";
    const qint64 large = store.addDelivery(delivery);
    delivery.body = "short";
    const qint64 small = store.addDelivery(delivery);
    store.addFinding(delivery, large, DeliveryState::Malformed);
    ListQuery query{RecordKind::Deliveries, {}, ListSort::Size, true};
    QCOMPARE(idsOf(listKeys(store.database(), query).value()), (QList<qint64>{large, small}));
    query.sort = ListSort::State;
    query.isDescending = false;
    QCOMPARE(idsOf(listKeys(store.database(), query).value()), (QList<qint64>{large, small}));
    query.selection.filter = condition(QStringLiteral("state:malformed"), RecordKind::Deliveries);
    QCOMPARE(idsOf(listKeysOf(store.database(), query, {large, small}).value()), QList<qint64>{large});
}

void ListQueriesTest::theUsualOrdersUseAnIndex_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("plan");
    ListQuery query;
    QTest::newRow("newest first") << listKeysSql(query)
                                  << QStringLiteral("SCAN c USING COVERING INDEX conversation_time");
    query.selection.interval.from = c_noon;
    QTest::newRow("newest of a day") << listKeysSql(query).replace(u'?', u'1')
                                     << QStringLiteral("SEARCH c USING COVERING INDEX conversation_time (time>?)");
    query.kind = RecordKind::Deliveries;
    QTest::newRow("newest deliveries of a day")
        << listKeysSql(query).replace(u'?', u'1')
        << QStringLiteral("SEARCH d USING COVERING INDEX delivery_received (received_at>?)");
    QTest::newRow("what runs") << QStringLiteral(R"(SELECT c."id" FROM conversation c )"
                                                 R"(WHERE c."status" COLLATE NOCASE IN ('ringing', 'in_progress'))")
                               << QStringLiteral("SEARCH c USING COVERING INDEX conversation_status (status=?)");
    QTest::newRow("repeats") << QStringLiteral(R"(SELECT count(*) FROM finding f WHERE f."duplicate_of" = 7)")
                             << QStringLiteral("SEARCH f USING COVERING INDEX finding_repeats (duplicate_of=?)");
    QTest::newRow("outbox") << QStringLiteral(R"(SELECT "state" FROM outbox o WHERE o."conversation" = 7)")
                            << QStringLiteral("SEARCH o USING INDEX outbox_conversation (conversation=?)");
}

void ListQueriesTest::theUsualOrdersUseAnIndex()
{
    QFETCH(QString, sql);
    QFETCH(QString, plan);
    const StoreFixture store;
    auto rows = store.database().run(QStringLiteral("EXPLAIN QUERY PLAN ") + sql);
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QStringList steps;
    while (rows->next())
        steps.append(rows->text(3));
    QCOMPARE(steps.join(u';'), plan);
}

QTEST_GUILESS_MAIN(ListQueriesTest)
#include "tst_listqueries.moc"
