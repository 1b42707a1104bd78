// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/outboxattemptsmodel.h"
#include "tests/models/store/samplestore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class OutboxAttemptsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsAttemptsTheLatestFirst();
    void listsTheRequestsOfEachAttempt();
    void tellsTheStepsDone();
    void keepsWhatIsLookedAtWhenAnAttemptComes();
    void gainsTheRequestsOfAnAttemptThatEnds();
    void showsAnotherRow();
    void showsNothingOfARowThatIsNotThere();
    void saysThatTheStoreCannotBeRead();

private:
    using Model = OutboxAttemptsModel;

    const Database &database() const { return m_store->database(); }

    qint64 begin(int number) const
    {
        return SampleStore::valueOf(
            outboxlog::begin(database(), m_row, m_crm.id, 1, number, SampleStore::c_noon + number * 1min));
    }

    void end(qint64 attempt, AttemptOutcomeKind outcome, const QList<LoggedExchange> &exchanges) const
    {
        SampleStore::valueOf(outboxlog::end(database(), attempt, outcome, QStringLiteral("because"), exchanges,
                                            SampleStore::c_noon + 5min));
    }

    /** What the store does of every attempt besides: readers hear of it. */
    void noteChange() const
    {
        const AttemptOutcome outcome{m_row, 1, 503, {}, QStringLiteral("because"), SampleStore::c_noon};
        SampleStore::valueOf(outbox::storeRetry(database(), outcome, SampleStore::c_noon + 1h));
    }

    static LoggedExchange exchange(const QString &purpose, std::optional<int> status)
    {
        return {purpose,
                QStringLiteral("POST"),
                QStringLiteral("https://crm.example/calls"),
                QStringLiteral("Content-Type: application/json\n\n{}"),
                status,
                status ? QStringLiteral("{\"id\": 4711}") : QString(),
                status ? QString() : QStringLiteral("connection closed"),
                31ms};
    }

    static QVariant cell(const Model &model, int row, Model::Column column) { return model.index(row, column).data(); }

    std::unique_ptr<SampleStore> m_store;
    std::unique_ptr<StoreReader> m_reader;
    Destination m_crm;
    qint64 m_row = 0;
};

void OutboxAttemptsModelTest::init()
{
    m_reader.reset();
    m_store = std::make_unique<SampleStore>();
    m_crm = m_store->addDestination(QStringLiteral("CRM"));
    const qint64 conversation = m_store->addConversation(QStringLiteral("a"));
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, SampleStore::c_noon));
    m_row = SampleStore::valueOf(outbox::list(database(), {})).first().id;
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
}

void OutboxAttemptsModelTest::listsAttemptsTheLatestFirst()
{
    end(begin(1), AttemptOutcomeKind::Retry, {});
    begin(2);
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    model.show(m_row);
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, Model::Number).toInt(), 2);
    QCOMPARE(cell(model, 0, Model::When).toLongLong(), toMicroseconds(SampleStore::c_noon + 2min));
    QCOMPARE(cell(model, 0, Model::What).toString(), QString()); // under way
    QVERIFY(cell(model, 0, Model::Latency).isNull());
    QCOMPARE(cell(model, 1, Model::What).toString(), QStringLiteral("retry"));
    QCOMPARE(cell(model, 1, Model::Answer).toString(), QStringLiteral("because"));
    QCOMPARE(cell(model, 1, Model::Latency).toLongLong(), std::chrono::microseconds(4min).count());
}

void OutboxAttemptsModelTest::listsTheRequestsOfEachAttempt()
{
    end(begin(1), AttemptOutcomeKind::Retry,
        {exchange(QStringLiteral("find contact"), 200), exchange(QStringLiteral("write record"), std::nullopt)});
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    model.show(m_row);
    QTRY_COMPARE(model.rowCount(), 3);
    QVERIFY(!model.index(0, 0).data(Model::IsExchangeRole).toBool());
    QVERIFY(model.exchange(0) == nullptr);
    QVERIFY(model.index(1, 0).data(Model::IsExchangeRole).toBool());
    QCOMPARE(cell(model, 1, Model::What).toString(), QStringLiteral("find contact"));
    QCOMPARE(cell(model, 1, Model::Answer).toInt(), 200);
    QCOMPARE(cell(model, 1, Model::Latency).toLongLong(), 31'000);
    QVERIFY(cell(model, 1, Model::Number).isNull()); // it is its attempt's
    QCOMPARE(cell(model, 2, Model::Answer).toString(), QStringLiteral("connection closed"));
    QCOMPARE(model.exchange(2)->url, QStringLiteral("https://crm.example/calls"));
    QCOMPARE(model.attempt(2).number, 1);
}

void OutboxAttemptsModelTest::tellsTheStepsDone()
{
    SampleStore::valueOf(outboxsteps::begin(database(), m_row, OutboxStep::Contact, SampleStore::c_noon));
    SampleStore::valueOf(outboxsteps::finish(database(), m_row, OutboxStep::Contact, QStringLiteral("17"),
                                             QStringLiteral("https://crm.example/17"), SampleStore::c_noon));
    SampleStore::valueOf(outboxsteps::begin(database(), m_row, OutboxStep::Activity, SampleStore::c_noon));
    Model model(*m_reader);
    model.show(m_row);
    QVERIFY(!model.details());
    QTRY_VERIFY(model.details());
    QCOMPARE(model.details()->row.id, m_row);
    QCOMPARE(model.details()->steps.value(OutboxStep::Contact).crmId, QStringLiteral("17"));
    QVERIFY(!model.details()->steps.value(OutboxStep::Activity).isDone());
    QVERIFY(!model.details()->steps.contains(OutboxStep::Link));
}

void OutboxAttemptsModelTest::keepsWhatIsLookedAtWhenAnAttemptComes()
{
    end(begin(1), AttemptOutcomeKind::Retry, {exchange(QStringLiteral("find contact"), 503)});
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    model.show(m_row);
    QTRY_COMPARE(model.rowCount(), 2);
    const QPersistentModelIndex looked = model.index(1, Model::What);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    end(begin(2), AttemptOutcomeKind::Parked, {exchange(QStringLiteral("write record"), 422)});
    noteChange();
    QTRY_COMPARE(model.rowCount(), 4);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(looked.row(), 3);
    QCOMPARE(looked.data().toString(), QStringLiteral("find contact"));
}

void OutboxAttemptsModelTest::gainsTheRequestsOfAnAttemptThatEnds()
{
    const qint64 attempt = begin(1);
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    model.show(m_row);
    QTRY_COMPARE(model.rowCount(), 1);
    const QPersistentModelIndex first = model.index(0, Model::What);
    end(attempt, AttemptOutcomeKind::Sent, {exchange(QStringLiteral("write record"), 201)});
    noteChange();
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(first.data().toString(), QStringLiteral("sent"));
}

void OutboxAttemptsModelTest::showsAnotherRow()
{
    begin(1);
    const qint64 conversation = m_store->addConversation(QStringLiteral("b"));
    SampleStore::valueOf(outbox::enqueue(database(), {conversation}, m_crm.id, SampleStore::c_noon));
    Model model(*m_reader);
    const QAbstractItemModelTester tester(&model);
    model.show(m_row);
    QTRY_COMPARE(model.rowCount(), 1);
    model.show(m_row + 1);
    QCOMPARE(model.rowCount(), 0); // at once: the log of one row never stands for another
    QTRY_VERIFY(model.details());
    QCOMPARE(model.details()->row.conversation, conversation);
    QCOMPARE(model.rowCount(), 0);
    model.show(0);
    QVERIFY(!model.details());
}

void OutboxAttemptsModelTest::showsNothingOfARowThatIsNotThere()
{
    SampleStore::valueOf(outbox::enqueue(database(), {m_store->addConversation(QStringLiteral("b"))}, m_crm.id,
                                         SampleStore::c_noon)); // with a greater id
    SampleStore::valueOf(database().run(QStringLiteral("DELETE FROM outbox WHERE \"id\" = %1").arg(m_row)));
    Model model(*m_reader);
    const QSignalSpy changed(&model, &Model::changed);
    model.show(m_row);
    QTRY_COMPARE(changed.size(), 2); // at once, and once it was read
    QVERIFY(!model.details());
}

void OutboxAttemptsModelTest::saysThatTheStoreCannotBeRead()
{
    const QTemporaryDir empty;
    StoreReader reader(StoreLocation::inFolder(empty.path()));
    Model model(reader);
    const QSignalSpy failed(&model, &Model::failed);
    model.show(1);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(OutboxAttemptsModelTest)
#include "tst_outboxattemptsmodel.moc"
