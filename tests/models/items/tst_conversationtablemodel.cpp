// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/conversationtablemodel.h"
#include "models/items/roles.h"
#include "models/store/changetable.h"
#include "models/store/destinations.h"
#include "tests/models/store/livestore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

/** A model over a live store, watched by the model tester. */
class Table
{
public:
    explicit Table(LiveStore &store)
        : m_reader(store.location())
        , m_model(m_reader, m_scope, store.clock())
        , m_tester(&m_model)
    {
        m_scope.setRange({TimeRange::Kind::Everything, {}, {}});
    }

    /** Until everything is known and the feed has its place; at least one arrival is told of. */
    bool isReady()
    {
        return QTest::qWaitFor([this] { return !m_model.isLoading(); });
    }

    /** The platform's ids from the top; reads what is not there yet. */
    QStringList ids()
    {
        QStringList ids;
        for (int row = 0; row < m_model.rowCount(); ++row)
            ids.append(idAt(row));
        return ids;
    }

    QString idAt(int row)
    {
        if (!QTest::qWaitFor([&] { return row >= m_model.rowCount() || m_model.row(row); }))
            return QStringLiteral("?");
        return row < m_model.rowCount() ? m_model.row(row)->record.conversationId : QString();
    }

    bool becomes(const QStringList &wanted)
    {
        const bool done = QTest::qWaitFor([&] { return ids() == wanted; });
        if (!done)
            qWarning() << ids() << "instead of" << wanted;
        return done;
    }

    ConversationTableModel *operator->() { return &m_model; }

    ConversationTableModel &model() { return m_model; }

    ViewScope &scope() { return m_scope; }

    StoreReader &reader() { return m_reader; }

private:
    StoreReader m_reader;
    ViewScope m_scope;
    ConversationTableModel m_model;
    QAbstractItemModelTester m_tester;
};

class ConversationTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatThereIsNewestFirst();
    void insertsABatchAtTheTopWithOneSignal();
    void changesARowInPlace();
    void whatWasPurgedGoes();
    void putsALateOneInItsPlace();
    void movesARowWhoseTimeChanges();
    void manyScatteredArrivalsKeepSelections();
    void aFilterLeavesTheRestOut();
    void aRowThatMatchesNoMoreGoes();
    void keepsBackWhatArrivesWhilePaused();
    void whatLeavesStaysWhilePaused();
    void newRowsAreUnseenUntilSeen();
    void sortsByDurationAndByWords();
    void followsARebuild();
    void followsTheOutbox();
    void followsManyRowsOfTheOutboxAmongOtherChanges();
    void readsPagesAsTheyAreLookedAt();
    void saysWhatItHolds();
    void tellsOfAStoreThatCannotBeRead();
    void aDayLaterTodayIsAnother();
};

void ConversationTableModelTest::showsWhatThereIsNewestFirst()
{
    LiveStore store;
    for (int i = 0; i < 5; ++i)
        store.send(QStringLiteral("c%1").arg(i), {}, std::chrono::seconds(i));
    store.settle();
    Table table(store);
    const QSignalSpy shown(&table.model(), &PagedTableModel::firstPageShown);
    QVERIFY(table->isLoading());
    QVERIFY(table.isReady());
    QVERIFY(!shown.isEmpty());
    QCOMPARE(table.ids(), (QStringList{QStringLiteral("c4"), QStringLiteral("c3"), QStringLiteral("c2"),
                                       QStringLiteral("c1"), QStringLiteral("c0")}));
    QCOMPARE(table->rowOf(table->idAt(3)), 3);
    QCOMPARE(table->rowOf(4711), -1);
    QCOMPARE(table->ids().size(), 5U);
    QCOMPARE(table->foundSoFar(), 5);
}

void ConversationTableModelTest::insertsABatchAtTheTopWithOneSignal()
{
    LiveStore store;
    for (int i = 0; i < 300; ++i)
        store.send(QStringLiteral("old%1").arg(i), {}, std::chrono::seconds(i));
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QVERIFY(table.idAt(0) == QLatin1StringView("old299"));
    const QSignalSpy reset(&table.model(), &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&table.model(), &QAbstractItemModel::rowsInserted);
    int rows = 0;
    // One change of the store, as one projection commits many.
    store.change(
        QStringLiteral("INSERT INTO identity (\"source_id\", \"scope\", \"platform_id\") "
                       "SELECT \"source_id\", \"scope\", 'new' || \"platform_id\" FROM identity WHERE \"id\" <= 40"));
    store.run<int>([&](const Database &database) -> Result<int> {
        QStringList columns;
        for (const ConversationField &field : conversationFields()) {
            const bool isOfSource =
                field.name == QLatin1StringView("source") || field.name == QLatin1StringView("platform");
            if (!isOfSource && field.name != QLatin1StringView("id"))
                columns.append(QStringLiteral("\"%1\"").arg(field.name));
        }
        const QString rest = columns.join(u',')
                             + QLatin1StringView(",\"source_id\",\"scope\",\"last_at\",\"last_rank\",\"last_digest\","
                                                 "\"first_event_at\"");
        const auto copied = database.run(
            QStringLiteral(
                "INSERT INTO conversation (\"id\", \"time\", %1) SELECT \"id\" + 300, \"time\" + 1000000000, "
                "%1 FROM conversation WHERE \"id\" <= 40")
                .arg(rest));
        if (!copied)
            return std::unexpected(copied.error());
        rows = int(copied->rowsChanged());
        const auto noted = database.run(QStringLiteral("INSERT INTO change (\"kind\", \"record\") SELECT "
                                                       "'conversation', \"id\" FROM conversation WHERE \"id\" > 300"));
        return noted ? Result<int>(rows) : std::unexpected(noted.error());
    });
    QCOMPARE(rows, 40);
    QTRY_COMPARE(table->rowCount(), 340);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][1].toInt(), 0);
    QCOMPARE(inserted[0][2].toInt(), 39);
    QCOMPARE(reset.size(), 0);
    QVERIFY2(table->row(0), "what arrives is there at once");
    QCOMPARE(table.idAt(40), QStringLiteral("old299"));
}

void ConversationTableModelTest::changesARowInPlace()
{
    LiveStore store;
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("in_progress")));
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("in_progress")), 1s);
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QVERIFY(table.idAt(1) == QLatin1StringView("a"));
    QVERIFY(table->row(1)->isRunning);
    QVERIFY(table->row(1)->assumedEndAt);
    const QPersistentModelIndex index(table->index(1, 0));
    QSignalSpy changed(&table.model(), &QAbstractItemModel::dataChanged);
    const QSignalSpy removed(&table.model(), &QAbstractItemModel::rowsRemoved);
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("completed"), QStringLiteral("booked")), 60s);
    store.settle();
    QTRY_COMPARE(table->row(1)->record.outcome, QStringLiteral("booked"));
    QVERIFY(!table->row(1)->isRunning);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(removed.size(), 0);
    QCOMPARE(index.row(), 1);
}

void ConversationTableModelTest::putsALateOneInItsPlace()
{
    LiveStore store;
    store.send(QStringLiteral("a"), {}, 10s);
    store.send(QStringLiteral("c"), {}, 30s);
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    store.send(QStringLiteral("b"), {}, 20s);
    store.settle();
    QVERIFY(table.becomes({QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
}

void ConversationTableModelTest::movesARowWhoseTimeChanges()
{
    LiveStore store;
    for (int i = 0; i < 4; ++i)
        store.send(QStringLiteral("c%1").arg(i), {}, std::chrono::seconds(10 * (i + 1)));
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    const QPersistentModelIndex index(table->index(0, 0)); // c3
    const QSignalSpy moved(&table.model(), &QAbstractItemModel::rowsMoved);
    store.send(QStringLiteral("c3"), {{QStringLiteral("started_at"), toMicroseconds(LiveStore::c_noon)}}, 50s);
    store.settle();
    QVERIFY(table.becomes({QStringLiteral("c2"), QStringLiteral("c1"), QStringLiteral("c0"), QStringLiteral("c3")}));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(index.row(), 3);
}

void ConversationTableModelTest::manyScatteredArrivalsKeepSelections()
{
    LiveStore store;
    for (int i = 0; i < 200; i += 2)
        store.send(QStringLiteral("c%1").arg(i), {}, std::chrono::seconds(i));
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QCOMPARE(table.idAt(50), QStringLiteral("c98"));
    const QPersistentModelIndex index(table->index(50, 3));
    const QSignalSpy reset(&table.model(), &QAbstractItemModel::modelReset);
    for (int i = 1; i < 200; i += 2)
        store.send(QStringLiteral("c%1").arg(i), {}, std::chrono::seconds(i));
    store.settle();
    QTRY_COMPARE(table->rowCount(), 200);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(table.idAt(index.row()), QStringLiteral("c98"));
    for (int row = 0; row < 200; ++row)
        QCOMPARE(table.idAt(row), QStringLiteral("c%1").arg(199 - row));

    // And as many that leave at once.
    QVERIFY(table.scope().setFilter(QStringLiteral("-outcome:spam")));
    QVERIFY(table.isReady());
    for (int i = 1; i < 200; i += 2)
        store.send(QStringLiteral("c%1").arg(i), patchOf(QStringLiteral("completed"), QStringLiteral("spam")), 300s);
    store.settle();
    QTRY_COMPARE(table->rowCount(), 100);
    for (int row = 0; row < 100; ++row)
        QCOMPARE(table.idAt(row), QStringLiteral("c%1").arg(198 - 2 * row));
}

void ConversationTableModelTest::aFilterLeavesTheRestOut()
{
    LiveStore store;
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("completed"), QStringLiteral("booked")));
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("completed")), 1s);
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QCOMPARE(table->rowCount(), 2);
    QSignalSpy reset(&table.model(), &QAbstractItemModel::modelReset);
    QVERIFY(table.scope().setFilter(QStringLiteral("outcome:booked")));
    QCOMPARE(table->rowCount(), 2); // until the new ones are there
    QVERIFY(table->isLoading());
    QVERIFY(table.isReady());
    QCOMPARE(table.ids(), QStringList{QStringLiteral("a")});
    QCOMPARE(reset.size(), 1);
    store.send(QStringLiteral("c"), patchOf(QStringLiteral("completed")), 2s);
    store.send(QStringLiteral("d"), patchOf(QStringLiteral("completed"), QStringLiteral("booked")), 3s);
    store.settle();
    QVERIFY(table.becomes({QStringLiteral("d"), QStringLiteral("a")}));
    QVERIFY(table.scope().setFilter(QStringLiteral("bytes>100000")));
    QVERIFY(table.isReady());
    QCOMPARE(table->rowCount(), 0);
}

void ConversationTableModelTest::aRowThatMatchesNoMoreGoes()
{
    LiveStore store;
    for (int i = 0; i < 3; ++i)
        store.send(QStringLiteral("c%1").arg(i), patchOf(QStringLiteral("in_progress")), std::chrono::seconds(i));
    store.settle();
    Table table(store);
    QVERIFY(table.scope().setFilter(QStringLiteral("status:in_progress")));
    QVERIFY(table.isReady());
    QCOMPARE(table->rowCount(), 3);
    store.send(QStringLiteral("c1"), patchOf(QStringLiteral("completed")), 60s);
    store.settle();
    QVERIFY(table.becomes({QStringLiteral("c2"), QStringLiteral("c0")}));
}

void ConversationTableModelTest::keepsBackWhatArrivesWhilePaused()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QSignalSpy pending(&table.model(), &PagedTableModel::pendingChanged);
    table->setPaused(true);
    store.send(QStringLiteral("b"), {}, 1s);
    store.send(QStringLiteral("c"), {}, 2s);
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("failed")), 3s);
    store.settle();
    QTRY_COMPARE(table->pendingCount(), 2);
    QTRY_COMPARE(table->row(0)->record.status, Status::Failed);
    QCOMPARE(table.ids(), QStringList{QStringLiteral("a")});
    pending.clear();
    table->setPaused(false);
    QCOMPARE(pending.size(), 1);
    QCOMPARE(table->pendingCount(), 0);
    QCOMPARE(table.ids(), (QStringList{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
}

void ConversationTableModelTest::whatLeavesStaysWhilePaused()
{
    LiveStore store;
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("in_progress")));
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("in_progress")), 1s);
    store.settle();
    Table table(store);
    QVERIFY(table.scope().setFilter(QStringLiteral("status:in_progress")));
    QVERIFY(table.isReady());
    table->setPaused(true);
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("completed")), 2s);
    store.settle();
    QTRY_COMPARE(table->row(0)->record.status, Status::Completed);
    QCOMPARE(table->rowCount(), 2);
    table->setPaused(false);
    QCOMPARE(table.ids(), QStringList{QStringLiteral("a")});
}

void ConversationTableModelTest::newRowsAreUnseenUntilSeen()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QVERIFY(!table->index(0, 0).data(UnseenRole).toBool());
    store.send(QStringLiteral("b"), {}, 1s);
    store.settle();
    QTRY_COMPARE(table->rowCount(), 2);
    QVERIFY(table->index(0, 0).data(UnseenRole).toBool());
    QVERIFY(!table->index(1, 0).data(UnseenRole).toBool());
    const QSignalSpy changed(&table.model(), &QAbstractItemModel::dataChanged);
    table->markSeen(0, 99);
    QVERIFY(!table->index(0, 0).data(UnseenRole).toBool());
    QCOMPARE(changed.size(), 1);
    table->markSeen(0, 1);
    QCOMPARE(changed.size(), 1);
}

void ConversationTableModelTest::sortsByDurationAndByWords()
{
    LiveStore store;
    const auto patch = [](int seconds, const char *outcome) {
        QJsonObject made = patchOf(QStringLiteral("completed"), QString::fromLatin1(outcome));
        made.insert(QStringLiteral("duration_s"), seconds);
        return made;
    };
    store.send(QStringLiteral("short"), patch(5, "quoted"), 1s);
    store.send(QStringLiteral("long"), patch(50, "booked"), 2s);
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    table->sort(int(ConversationColumn::Duration), Qt::DescendingOrder);
    QVERIFY(table.isReady());
    QCOMPARE(table.ids(), (QStringList{QStringLiteral("long"), QStringLiteral("short")}));
    store.send(QStringLiteral("middle"), patch(20, "Zebra"), 3s);
    store.settle();
    QVERIFY(table.becomes({QStringLiteral("long"), QStringLiteral("middle"), QStringLiteral("short")}));

    table->sort(int(ConversationColumn::Outcome), Qt::AscendingOrder);
    QVERIFY(table.isReady());
    const QSignalSpy reset(&table.model(), &QAbstractItemModel::modelReset);
    QCOMPARE(table.ids(), (QStringList{QStringLiteral("long"), QStringLiteral("short"), QStringLiteral("middle")}));
    const QPersistentModelIndex index(table->index(1, 0));
    store.send(QStringLiteral("other"), patch(30, "follow_up"), 4s);
    store.send(QStringLiteral("long"), patch(50, "spam"), 5s);
    store.settle();
    QVERIFY(table.becomes(
        {QStringLiteral("other"), QStringLiteral("short"), QStringLiteral("long"), QStringLiteral("middle")}));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(table.idAt(index.row()), QStringLiteral("short"));

    table->sort(int(ConversationColumn::LastLine), Qt::AscendingOrder); // by which there is no order
    QVERIFY(!table->isLoading());
}

void ConversationTableModelTest::followsARebuild()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    store.send(QStringLiteral("b"), {}, 1s);
    store.settle();
    QTRY_COMPARE(table->rowCount(), 2);
    store.change(QStringLiteral("DELETE FROM conversation WHERE \"conversation_id\" = 'a'")); // the rebuild finds it
    const QSignalSpy progressed(&table.model(), &PagedTableModel::progressed);
    QVERIFY(store.writer().rebuild().result());
    QTRY_VERIFY(!progressed.isEmpty());
    QCOMPARE(table.ids(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
}

void ConversationTableModelTest::followsTheOutbox()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.settle();
    const qint64 conversation = store.idOf(QStringLiteral("a"));
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.url = QStringLiteral("https://crm.example/hook");
    destination = store.run<Destination>(
        [destination](const Database &database) { return destinations::add(database, destination); });
    Table table(store);
    QVERIFY(table.isReady());
    QVERIFY(table.idAt(0) == QLatin1StringView("a"));
    QVERIFY(table->row(0)->forwarding.isEmpty());
    store.run<qint64>([=](const Database &database) {
        return outbox::enqueue(database, {conversation}, destination.id, LiveStore::c_noon);
    });
    const ForwardingPlace waiting{QStringLiteral("CRM"), ForwardingState::Waiting, {}};
    QTRY_COMPARE(table->row(0)->forwarding, QList<ForwardingPlace>{waiting});
    const QModelIndex cell = table.model().index(0, int(ConversationColumn::Forwarding));
    QCOMPARE(cell.data().toString(), QStringLiteral("waiting"));

    const AttemptOutcome outcome{1, 1, {}, {}, QStringLiteral("answer lost"), LiveStore::c_noon};
    store.run<void>([=](const Database &database) {
        return outbox::storeQuestion(database, outcome, OutboxQuestion::PerhapsWritten);
    });
    const ForwardingPlace asks{QStringLiteral("CRM"), ForwardingState::Asks, OutboxQuestion::PerhapsWritten};
    QTRY_COMPARE(table->row(0)->forwarding, QList<ForwardingPlace>{asks});
    QCOMPARE(cell.data().toString(), QStringLiteral("asks"));
}

void ConversationTableModelTest::followsManyRowsOfTheOutboxAmongOtherChanges()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.send(QStringLiteral("b"));
    store.settle();
    const qint64 conversation = store.idOf(QStringLiteral("a"));
    Destination destination;
    destination.name = QStringLiteral("CRM");
    destination.url = QStringLiteral("https://crm.example/hook");
    destination = store.run<Destination>(
        [destination](const Database &database) { return destinations::add(database, destination); });
    store.run<void>([=](const Database &database) -> Result<void> {
        const auto queued = outbox::enqueue(database, {conversation}, destination.id, LiveStore::c_noon);
        return queued ? outbox::storeParked(database, {1, 1, 422, {}, {}, LiveStore::c_noon})
                      : std::unexpected(queued.error());
    });
    Table table(store);
    QVERIFY(table.isReady());
    const int row = table.idAt(0) == QLatin1StringView("a") ? 0 : 1;
    QCOMPARE(worstForwarding(table->row(row)->forwarding), ForwardingState::Parked);
    const qint64 other = store.idOf(QStringLiteral("b"));
    store.run<void>([=](const Database &database) -> Result<void> { // at once, so that one look finds both
        const auto resent = outbox::resend(database, {}, {}, LiveStore::c_noon);
        return resent ? changetable::noteConversations(database, ChangeKind::Conversation, {other})
                      : std::unexpected(resent.error());
    });
    QTRY_COMPARE(worstForwarding(table->row(row)->forwarding), ForwardingState::Waiting);
}

void ConversationTableModelTest::readsPagesAsTheyAreLookedAt()
{
    constexpr int count = 3000;
    LiveStore store;
    store.send(QStringLiteral("one"));
    store.settle();
    store.run<int>([](const Database &database) -> Result<int> {
        QStringList columns;
        for (const ConversationField &field : conversationFields()) {
            const bool isOwn = field.name == QLatin1StringView("source") || field.name == QLatin1StringView("platform")
                               || field.name == QLatin1StringView("id")
                               || field.name == QLatin1StringView("conversation_id");
            if (!isOwn)
                columns.append(QStringLiteral("\"%1\"").arg(field.name));
        }
        const auto copied = database.run(
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n LIMIT %2) "
                           "INSERT INTO conversation (\"id\", \"conversation_id\", \"time\", \"source_id\", \"scope\", "
                           "\"last_at\", \"last_rank\", \"last_digest\", \"first_event_at\", %1) SELECT i, 'c' || i, "
                           "\"time\" + i * 1000000, \"source_id\", \"scope\", 0, 0, x'00', 0, %1 FROM n, conversation "
                           "WHERE \"id\" = 1")
                .arg(columns.join(u','))
                .arg(count - 1));
        return copied ? Result<int>(0) : std::unexpected(copied.error());
    });
    Table table(store);
    QVERIFY(table.isReady());
    QCOMPARE(table->rowCount(), count);
    QVERIFY2(table->row(0), "the first page comes with the query");
    QVERIFY(!table->row(2000));
    QVERIFY(!table->index(2000, 1).data().isValid());
    QVERIFY(!table->index(2000, 1).data(RowRole).value<ConversationListRowPtr>());
    QVERIFY(table->index(2000, 1).data(RecordIdRole).toLongLong() > 0);
    QSignalSpy changed(&table.model(), &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(table->row(2000));
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed[0][0].toModelIndex().row() <= 2000 && changed[0][1].toModelIndex().row() >= 2000);
    for (int row = 0; row < count; row += 61)
        QCOMPARE(table.idAt(row), row == count - 1 ? QStringLiteral("one") : QStringLiteral("c%1").arg(count - row));
}

void ConversationTableModelTest::saysWhatItHolds()
{
    LiveStore store;
    QJsonObject patch = patchOf(QStringLiteral("completed"), QStringLiteral("booked"));
    patch.insert(QStringLiteral("duration_s"), 245);
    patch.insert(QStringLiteral("contact_name"), QStringLiteral("Zoë"));
    patch.insert(QStringLiteral("summary"), QStringLiteral("Wants a table"));
    store.send(QStringLiteral("a"), patch);
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QVERIFY(table.idAt(0) == QLatin1StringView("a"));
    const auto text = [&](ConversationColumn column) { return table->index(0, int(column)).data().toString(); };
    QCOMPARE(text(ConversationColumn::Status), QStringLiteral("completed"));
    QCOMPARE(text(ConversationColumn::Contact), QStringLiteral("Zoë"));
    QCOMPARE(text(ConversationColumn::Source), QStringLiteral("desk"));
    QCOMPARE(text(ConversationColumn::Duration), QStringLiteral("245"));
    QCOMPARE(text(ConversationColumn::Outcome), QStringLiteral("booked"));
    QCOMPARE(text(ConversationColumn::LastLine), QStringLiteral("Wants a table"));
    QCOMPARE(table->index(0, int(ConversationColumn::Duration)).data(SortRole), QVariant(245LL));
    QCOMPARE(table->index(0, 0).data(RowRole).value<ConversationListRowPtr>()->repeats, 0);
    QVERIFY(!table->index(0, 0).data(Qt::DecorationRole).isValid());

    store.sendBody(R"({"type":"message.created","id":"a","scope":"conversation","message":"m1","text":"Is it open?"})");
    const QByteArray again =
        R"({"type":"message.created","id":"a","scope":"conversation","message":"m2","text":"Hello?"})";
    store.sendBody(again);
    store.sendBody(again, 4s);
    store.settle();
    QTRY_COMPARE(text(ConversationColumn::LastLine), QStringLiteral("Hello?"));
    QTRY_COMPARE(table->row(0)->repeats, 1);
}

void ConversationTableModelTest::tellsOfAStoreThatCannotBeRead()
{
    const QTemporaryDir folder;
    const StoreLocation location = StoreLocation::inFolder(folder.path());
    StoreReader reader(location);
    const ViewScope scope;
    const ManualClock clock(LiveStore::c_noon);
    ConversationTableModel model(reader, scope, clock);
    const QSignalSpy failed(&model, &PagedTableModel::failed);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!model.isLoading());
    const QSignalSpy shown(&model, &PagedTableModel::firstPageShown);
    QVERIFY(openToWrite(location.path));
    QTRY_COMPARE(shown.size(), 1);
}

void ConversationTableModelTest::aDayLaterTodayIsAnother()
{
    LiveStore store;
    store.send(QStringLiteral("a"));
    store.settle();
    Table table(store);
    table.scope().setRange({});
    QVERIFY(table.isReady());
    QCOMPARE(table->rowCount(), 1);
    store.clock().set(LiveStore::c_noon + 24h);
    store.send(QStringLiteral("b"), {}, 24h);
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("closed")), 24h);
    store.settle();
    QVERIFY(table.becomes({QStringLiteral("b")}));
}

void ConversationTableModelTest::whatWasPurgedGoes()
{
    LiveStore store;
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("closed")));
    store.send(QStringLiteral("b"), patchOf(QStringLiteral("closed")), 48h);
    store.settle();
    Table table(store);
    QVERIFY(table.isReady());
    QVERIFY(table.becomes({QStringLiteral("b"), QStringLiteral("a")}));
    QVERIFY(store.writer().purge({LiveStore::c_noon + 24h, {}}).result());
    QVERIFY(table.becomes({QStringLiteral("b")}));
    store.send(QStringLiteral("a"), patchOf(QStringLiteral("closed")), 50h); // another one of that name
    QVERIFY(table.becomes({QStringLiteral("a"), QStringLiteral("b")}));
}

QTEST_GUILESS_MAIN(ConversationTableModelTest)
#include "tst_conversationtablemodel.moc"
