// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/outboxlistmodel.h"
#include "models/items/roles.h"
#include "tests/models/store/samplestore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class OutboxListModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheLatestChangedFirst();
    void saysWhatIsKnownOfARow();
    void namesTheContactAsWellAsItCan_data();
    void namesTheContactAsWellAsItCan();
    void choosesByStateAndDestination();
    void choosesThoseThatAsk();
    void saysWhereTheRecordIs();
    void changesARowInPlace();
    void movesARowThatChangedToTheTop();
    void saysThatTheStoreCannotBeRead();

private:
    using Model = OutboxListModel;

    void enqueue(qint64 conversation, const Destination &destination, std::chrono::seconds later = {}) const
    {
        SampleStore::valueOf(
            outbox::enqueue(m_store->database(), {conversation}, destination.id, SampleStore::c_noon + later));
    }

    static QVariant cell(const Model &model, int row, Model::Column column) { return model.index(row, column).data(); }

    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<StoreReader> m_reader;
    Destination m_crm;
};

void OutboxListModelTest::init()
{
    m_reader.reset();
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
}

void OutboxListModelTest::listsTheLatestChangedFirst()
{
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    enqueue(m_store->addConversation(QStringLiteral("a")), m_crm);
    QTRY_COMPARE(model.rowCount(), 1);
    enqueue(m_store->addConversation(QStringLiteral("b")), m_crm, 5s);
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, Model::Conversation).toString(), QStringLiteral("b"));
    QCOMPARE(cell(model, 1, Model::Conversation).toString(), QStringLiteral("a"));
}

void OutboxListModelTest::saysWhatIsKnownOfARow()
{
    enqueue(m_store->addConversation(QStringLiteral("a")), m_crm);
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, Model::State).toString(), QStringLiteral("waiting"));
    QCOMPARE(cell(model, 0, Model::DestinationName).toString(), QStringLiteral("CRM"));
    QCOMPARE(cell(model, 0, Model::Attempts).toInt(), 0);
    QCOMPARE(cell(model, 0, Model::NextTry).toLongLong(), toMicroseconds(SampleStore::c_noon));
    QVERIFY(cell(model, 0, Model::LastAnswer).isNull());
    QCOMPARE(cell(model, 0, Model::Reason).toString(), QString());
    const qint64 id = model.row(0).row.id;
    QCOMPARE(model.index(0, 0).data(RecordIdRole).toLongLong(), id);

    SampleStore::valueOf(outbox::storeParked(
        m_store->database(), {id, 1, 422, QStringLiteral("{}"), QStringLiteral("refused"), SampleStore::c_noon}));
    QTRY_COMPARE(cell(model, 0, Model::State).toString(), QStringLiteral("parked"));
    QCOMPARE(cell(model, 0, Model::LastAnswer).toInt(), 422);
    QCOMPARE(cell(model, 0, Model::Reason).toString(), QStringLiteral("refused"));
    QVERIFY(cell(model, 0, Model::NextTry).isNull()); // there is none
}

void OutboxListModelTest::namesTheContactAsWellAsItCan_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("contact");
    QTest::newRow("id") << "\"contact_name\" = NULL" << "a";
    QTest::newRow("phone") << "\"contact_phone\" = '+4930123456'" << "+4930123456";
    QTest::newRow("name") << "\"contact_phone\" = '+4930123456', \"contact_name\" = 'Ada'" << "Ada";
}

void OutboxListModelTest::namesTheContactAsWellAsItCan()
{
    QFETCH(QString, set);
    enqueue(m_store->addConversation(QStringLiteral("a")), m_crm);
    SampleStore::valueOf(m_store->database().run(QStringLiteral("UPDATE conversation SET %1").arg(set)));
    const Model model(*m_reader);
    QTRY_COMPARE(model.rowCount(), 1);
    QTEST(cell(model, 0, Model::Conversation).toString(), "contact");
}

void OutboxListModelTest::choosesByStateAndDestination()
{
    const Destination tickets = m_store->addDestination(QStringLiteral("Tickets"));
    const qint64 conversation = m_store->addConversation(QStringLiteral("a"));
    enqueue(conversation, m_crm);
    enqueue(conversation, tickets);
    enqueue(m_store->addConversation(QStringLiteral("b")), tickets);
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.rowCount(), 3);
    model.choose({}, tickets.id);
    QTRY_COMPARE(model.rowCount(), 2);
    SampleStore::valueOf(outbox::discard(m_store->database(), {model.row(0).row.id}, SampleStore::c_noon));
    model.choose(ForwardingState::Discarded, tickets.id);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).row.state, OutboxState::Discarded);
    model.choose(ForwardingState::Sent, {});
    QTRY_COMPARE(model.rowCount(), 0);
    model.choose({}, {});
    QTRY_COMPARE(model.rowCount(), 3);
}

void OutboxListModelTest::changesARowInPlace()
{
    enqueue(m_store->addConversation(QStringLiteral("a")), m_crm);
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.rowCount(), 1);
    const QPersistentModelIndex kept = model.index(0, Model::State);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    SampleStore::valueOf(outbox::discard(m_store->database(), {model.row(0).row.id}, SampleStore::c_noon));
    QTRY_VERIFY(!changed.isEmpty());
    QTRY_COMPARE(kept.data().toString(), QStringLiteral("discarded"));
    QCOMPARE(reset.size(), 0); // so that a selection stays
}

void OutboxListModelTest::choosesThoseThatAsk()
{
    enqueue(m_store->addConversation(QStringLiteral("a")), m_crm);
    enqueue(m_store->addConversation(QStringLiteral("b")), m_crm);
    const AttemptOutcome outcome{1, 1, {}, {}, QStringLiteral("two of them"), SampleStore::c_noon};
    const QList<CrmPerson> candidates = {{QStringLiteral("17"), QStringLiteral("Ada"), {}, {}, {}},
                                         {QStringLiteral("18"), QStringLiteral("Bea"), {}, {}, {}}};
    SampleStore::valueOf(outbox::storeQuestion(m_store->database(), outcome, OutboxQuestion::WhichContact, candidates));
    SampleStore::valueOf(
        outbox::storeParked(m_store->database(), {2, 1, 422, {}, QStringLiteral("refused"), SampleStore::c_noon}));
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    model.choose(ForwardingState::Asks, {});
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, Model::State).toString(), QStringLiteral("asks"));
    QCOMPARE(model.row(0).row.candidates, candidates);
    model.choose(ForwardingState::Parked, {}); // these are given up, too
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(1), model.row(0).row.id == 1 ? 0 : 1);
    QCOMPARE(model.rowOf(3), -1);
}

void OutboxListModelTest::saysWhereTheRecordIs()
{
    enqueue(m_store->addConversation(QStringLiteral("a")), m_crm);
    SampleStore::valueOf(outboxsteps::begin(m_store->database(), 1, OutboxStep::Activity, SampleStore::c_noon));
    SampleStore::valueOf(outboxsteps::finish(m_store->database(), 1, OutboxStep::Activity, QStringLiteral("4711"),
                                             QStringLiteral("https://crm.example/4711"), SampleStore::c_noon));
    const Model model(*m_reader);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, Model::RecordThere).toString(), QStringLiteral("4711"));
    QCOMPARE(model.row(0).row.crmUrl, QStringLiteral("https://crm.example/4711"));
}

void OutboxListModelTest::movesARowThatChangedToTheTop()
{
    enqueue(m_store->addConversation(QStringLiteral("a")), m_crm);
    enqueue(m_store->addConversation(QStringLiteral("b")), m_crm, 5s);
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    QTRY_COMPARE(model.rowCount(), 2);
    const QPersistentModelIndex kept = model.index(0, Model::Conversation);
    QCOMPARE(kept.data().toString(), QStringLiteral("b"));
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy updated(&model, &Model::updated);
    SampleStore::valueOf(outbox::discard(m_store->database(), {1}, SampleStore::c_noon + 1min));
    QTRY_COMPARE(model.row(0).row.id, 1);
    QCOMPARE(kept.row(), 1);
    QCOMPARE(kept.data().toString(), QStringLiteral("b"));
    QCOMPARE(reset.size(), 0); // so that a selection stays
    QVERIFY(!updated.isEmpty());
}

void OutboxListModelTest::saysThatTheStoreCannotBeRead()
{
    const QTemporaryDir empty;
    StoreReader reader(StoreLocation::inFolder(empty.path()));
    const Model model(reader);
    const QSignalSpy failed(&model, &Model::failed);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(OutboxListModelTest)
#include "tst_outboxlistmodel.moc"
