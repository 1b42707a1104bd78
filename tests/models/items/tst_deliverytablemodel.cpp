// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/deliverytablemodel.h"
#include "models/items/roles.h"
#include "tests/models/store/livestore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class DeliveryTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsStateAndKind();
    void insertsWhatArrives();
    void tellsWhatADeliveryRepeats();
    void aStateFollowsThePipeline();
    void sortsBySizeAndState();
    void aFilterOfConversationsChoosesTheirDeliveries();
    void whatWasPurgedGoes();

private:
    bool isReady() const
    {
        return QTest::qWaitFor([this] { return !m_model->isLoading(); });
    }

    DeliveryListRowPtr rowAt(int row) const
    {
        const bool isThere = QTest::qWaitFor([&] { return row < m_model->rowCount() && m_model->row(row); });
        return isThere ? m_model->row(row) : std::make_shared<DeliveryListRow>();
    }

    QList<qint64> ids() const
    {
        const auto all = m_model->ids();
        return QList<qint64>(all.cbegin(), all.cend());
    }

    void open()
    {
        m_reader = std::make_unique<StoreReader>(m_store->location());
        m_scope = std::make_unique<ViewScope>();
        m_scope->setRange({TimeRange::Kind::Everything, {}, {}});
        m_model = std::make_unique<DeliveryTableModel>(*m_reader, *m_scope, m_store->clock());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        QVERIFY(isReady());
    }

    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<ViewScope> m_scope;
    std::unique_ptr<DeliveryTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void DeliveryTableModelTest::init()
{
    m_store = std::make_unique<LiveStore>();
}

void DeliveryTableModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_scope.reset();
    m_reader.reset();
}

void DeliveryTableModelTest::showsStateAndKind()
{
    m_store->send(QStringLiteral("a"), patchOf(QStringLiteral("closed")), 1s, QStringLiteral("conversation.closed"));
    m_store->sendBody("not json", 2s);
    m_store->settle();
    open();
    QCOMPARE(m_model->rowCount(), 2);
    const DeliveryListRowPtr malformed = rowAt(0);
    QCOMPARE(malformed->state, QStringLiteral("malformed"));
    QCOMPARE(malformed->reason, QStringLiteral("json-syntax: not an object"));
    QVERIFY(malformed->kind.isNull());
    QCOMPARE(malformed->conversation, 0);
    const DeliveryListRowPtr closed = rowAt(1);
    QCOMPARE(closed->state, QStringLiteral("decoded"));
    QCOMPARE(closed->kind, QStringLiteral("conversation.closed"));
    QCOMPARE(closed->source, QStringLiteral("desk"));
    QCOMPARE(closed->platform, QStringLiteral("plain"));
    QCOMPARE(closed->verdict, QStringLiteral("unsigned"));
    QCOMPARE(closed->conversation, m_store->idOf(QStringLiteral("a")));
    QCOMPARE(closed->receivedAt, LiveStore::c_noon + 1s);
    QCOMPARE(m_model->index(0, int(DeliveryColumn::Size)).data(SortRole), QVariant(8LL));
    QCOMPARE(m_model->index(1, int(DeliveryColumn::Kind)).data().toString(), QStringLiteral("conversation.closed"));
}

void DeliveryTableModelTest::insertsWhatArrives()
{
    m_store->send(QStringLiteral("a"));
    m_store->settle();
    open();
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const qint64 second = m_store->send(QStringLiteral("b"), {}, 1s);
    const qint64 third = m_store->sendBody("x", 2s);
    m_store->settle();
    QTRY_COMPARE(ids(), (QList<qint64>{third, second, 1}));
    QCOMPARE(reset.size(), 0);
    QVERIFY(m_model->index(0, 0).data(UnseenRole).toBool());
    QVERIFY(!m_model->index(2, 0).data(UnseenRole).toBool());
}

void DeliveryTableModelTest::tellsWhatADeliveryRepeats()
{
    const QByteArray body = R"({"type":"call.ended","id":"a","scope":"call"})";
    m_store->sendBody(body, 1s);
    m_store->sendBody(body, 5s);
    m_store->settle();
    open();
    const DeliveryListRowPtr repeat = rowAt(0);
    QCOMPARE(repeat->state, QStringLiteral("duplicate"));
    QCOMPARE(repeat->duplicateOf, LiveStore::c_noon + 1s);
    QCOMPARE(repeat->kind, QStringLiteral("call.ended"));
    QVERIFY(!rowAt(1)->duplicateOf);
}

/** A delivery is in the journal before it is projected. */
void DeliveryTableModelTest::aStateFollowsThePipeline()
{
    m_store->send(QStringLiteral("a"));
    m_store->settle();
    m_store->change(QStringLiteral("DELETE FROM finding"));
    m_store->change(QStringLiteral("UPDATE meta SET \"value\" = 0 WHERE \"key\" = 'projected'"));
    open();
    QCOMPARE(rowAt(0)->state, QStringLiteral("received"));
    m_store->change(QStringLiteral("INSERT INTO finding (\"delivery\", \"source_id\", \"received_at\", \"state\", "
                                   "\"events\") VALUES (1, 1, 0, 'decoded', 1)"));
    m_store->change(QStringLiteral("UPDATE meta SET \"value\" = 1 WHERE \"key\" = 'projected'"));
    QTRY_COMPARE(rowAt(0)->state, QStringLiteral("decoded"));
    QCOMPARE(m_model->rowCount(), 1);
}

void DeliveryTableModelTest::sortsBySizeAndState()
{
    const qint64 small = m_store->sendBody("x", 1s);
    const qint64 large = m_store->send(QStringLiteral("a"), {}, 2s);
    m_store->settle();
    open();
    m_model->sort(int(DeliveryColumn::Size), Qt::AscendingOrder);
    QVERIFY(isReady());
    QCOMPARE(ids(), (QList<qint64>{small, large}));
    m_model->sort(int(DeliveryColumn::State), Qt::AscendingOrder);
    QVERIFY(isReady());
    QCOMPARE(ids(), (QList<qint64>{large, small}));
    const qint64 middle = m_store->sendBody("yy", 3s);
    m_store->settle();
    QTRY_COMPARE(ids(), (QList<qint64>{large, small, middle}));
    m_model->sort(int(DeliveryColumn::Kind), Qt::AscendingOrder); // by which there is no order
    QVERIFY(!m_model->isLoading());
}

void DeliveryTableModelTest::aFilterOfConversationsChoosesTheirDeliveries()
{
    const qint64 first = m_store->send(QStringLiteral("a"), patchOf(QStringLiteral("in_progress")), 1s);
    m_store->send(QStringLiteral("b"), patchOf(QStringLiteral("in_progress")), 2s);
    m_store->settle();
    open();
    QVERIFY(m_scope->setFilter(QStringLiteral("outcome:booked")));
    QVERIFY(isReady());
    QCOMPARE(m_model->rowCount(), 0);
    const qint64 second =
        m_store->send(QStringLiteral("a"), patchOf(QStringLiteral("completed"), QStringLiteral("booked")), 3s);
    m_store->settle();
    QTRY_COMPARE(ids(), (QList<qint64>{second, first}));
}

void DeliveryTableModelTest::whatWasPurgedGoes()
{
    m_store->send(QStringLiteral("a"), patchOf(QStringLiteral("closed")));
    const qint64 kept = m_store->send(QStringLiteral("b"), patchOf(QStringLiteral("closed")), 48h);
    m_store->settle();
    open();
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_store->writer().purge({LiveStore::c_noon + 24h, {}}).result());
    QTRY_COMPARE(ids(), QList<qint64>{kept});
    QVERIFY(m_store->writer().purge({LiveStore::c_noon + 72h, {}}).result()); // the newest too
    QTRY_COMPARE(m_model->rowCount(), 0);
    const qint64 next = m_store->send(QStringLiteral("c"), patchOf(QStringLiteral("closed")));
    QTRY_COMPARE(ids(), QList<qint64>{next});
}

QTEST_GUILESS_MAIN(DeliveryTableModelTest)
#include "tst_deliverytablemodel.moc"
