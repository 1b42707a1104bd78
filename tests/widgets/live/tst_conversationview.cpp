// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/conversationtablemodel.h"
#include "tests/widgets/live/sampleconversations.h"
#include "tests/widgets/live/shots.h"
#include "widgets/controls/datatable.h"
#include "widgets/live/conversationview.h"
#include "widgets/live/followpill.h"
#include "widgets/live/overviewstrip.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;
using Column = ConversationColumn;

class ConversationViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysEachCellInWords_data();
    void saysEachCellInWords();
    void namesTheZoneInTheHeading();
    void makesRoomForTimesOfOtherDays();
    void speaksEachCell_data();
    void speaksEachCell();
    void countsRunningDurations();
    void passesAsAModel();
    void saysHowEachDestinationStands();
    void marksWhatWantsSomebody();
    void offersRareColumnsInAMenu();
    void remembersItsColumns();
    void refusesAForeignLayout();
    void showsArrivalsWhileItFollows();
    void stopsFollowingWhenARowIsClicked();
    void stopsFollowingWhenScrolled();
    void stopsFollowingWhileAMenuIsOpen();
    void followsAgainByKey_data();
    void followsAgainByKey();
    void followsAgainByThePill();
    void followsTheNewestWhateverItWasSortedBy();
    void keepsTheSelectionWhereItIs();
    void findsTheCurrentRowAgainInAnotherResult();
    void saysWhenTheCurrentRowIsGone();
    void copiesSelectedRowsWithTheirHeadings();
    void selectsTheWholeResultAlsoWhileItGrows();
    void forgetsTheWholeResultWithTheNextClick();
    void movesTheCellAndAsksForAFilter();
    void asksForNoFilterWhereThereIsNone();
    void activatesWithEnter();
    void marksRowsSeenAfterThreeSeconds();
    void marksASelectedRowSeen();
    void saysThatNothingMatches();
    void showsItsOwnersEmptyState();
    void ticksFailuresBesideTheScrollBar();
    void goesToATickThatIsClicked();
    void looksGood();

private:
    QModelIndex cell(int row, Column column) const { return m_view->table().model()->index(row, int(column)); }

    QString text(int row, Column column) const { return cell(row, column).data().toString(); }

    void click(int row) const
    {
        const QRect rect = m_view->table().visualRect(cell(row, Column::Contact));
        QTest::mouseClick(m_view->table().viewport(), Qt::LeftButton, {}, rect.center());
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&m_view->table(), key, modifiers);
    }

    /** A call that has just come in. */
    HandRow arrival(qint64 id) const
    {
        return handRow(conversation(id, 1s, m_clock, Status::InProgress, u"New Caller"));
    }

    HandClock m_clock;
    std::unique_ptr<DisplaySettings> m_display;
    HandRows *m_rows = nullptr; // the view's
    std::unique_ptr<ConversationView> m_view;
};

void ConversationViewTest::init()
{
    m_clock = HandClock();
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_display->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_display->setZone(QTimeZone("Europe/Berlin"));
    auto rows = std::make_unique<HandRows>(int(Column::Count_));
    m_rows = rows.get();
    m_rows->table.rows = handRows(sampleConversations(m_clock));
    m_view = std::make_unique<ConversationView>(std::move(rows), *m_display);
    m_view->resize(844, 340);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void ConversationViewTest::cleanup()
{
    m_view.reset();
    m_display.reset();
}

void ConversationViewTest::saysEachCellInWords_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, qint64 id, Column column, const char16_t *expected) {
        QTest::newRow(name) << id << int(column) << QString::fromUtf16(expected);
    };
    row("a running call counts", 29, Column::Duration, u"0:52");
    row("an ended call has its length", 24, Column::Duration, u"4:05");
    row("an hour is written out", 18, Column::Duration, u"1:02:45");
    row("a deduced length says so", 22, Column::Duration, u"≈ 7:32");
    row("a chat that is open has no length", 28, Column::Duration, u"–");
    row("an assumed end has no length", 17, Column::Duration, u"–");
    row("a name", 29, Column::Contact, u"Owen Pritchard");
    row("a stranger by the end of an id", 28, Column::Contact, u"Visitor 8f2c");
    row("no outcome", 29, Column::Outcome, u"–");
    row("an own outcome says itself", 14, Column::Outcome, u"Referred to partner");
    row("what was said last", 24, Column::LastLine, u"Kitchen fitting, first visit");
    row("nothing was said", 25, Column::LastLine, u"No transcript");
    row("why it failed", 23, Column::LastLine, u"Carrier rejected the call");
    row("when it is taken for ended", 21, Column::LastLine, u"Ended if nothing comes by 15:21");
    row("where a running call comes from", 27, Column::LastLine, u"Inbound · spring-sale");
    row("no agent", 29, Column::Agent, u"–");
    row("goes nowhere", 29, Column::Forwarding, u"–");
    row("the worst state of its destinations", 26, Column::Forwarding, u"Asks");
    row("given up", 24, Column::Forwarding, u"Parked");
    row("sent", 22, Column::Forwarding, u"Sent");
    row("what wants somebody is in the gutter", 24, Column::Gutter, u"Forwarding: Parked");
    row("what was sent is not", 22, Column::Gutter, u"");
    row("today's time", 29, Column::Started, u"14:31:48");
}

void ConversationViewTest::saysEachCellInWords()
{
    QFETCH(qint64, id);
    QFETCH(int, column);
    QTEST(text(m_rows->rowOf(id), Column(column)), "expected");
}

void ConversationViewTest::namesTheZoneInTheHeading()
{
    const auto heading = [this] {
        return m_view->table().model()->headerData(int(Column::Started), Qt::Horizontal).toString();
    };
    QCOMPARE(heading(), QStringLiteral("Started (Berlin)"));
    m_display->setTimeDisplay(TimeDisplay::Utc);
    QCOMPARE(heading(), QStringLiteral("Started (UTC)"));
    m_display->setTimeDisplay(TimeDisplay::Local);
    m_display->setZone(QTimeZone::systemTimeZone());
    QCOMPARE(heading(), QStringLiteral("Started"));
}

void ConversationViewTest::makesRoomForTimesOfOtherDays()
{
    QHeaderView *header = m_view->table().horizontalHeader();
    header->resizeSection(int(Column::Started), 60);
    m_rows->table.insertAt(0, {handRow(conversation(99, std::chrono::days(900), m_clock, Status::Completed, u"Old"))});
    m_view->tick();
    const int needed = m_view->table().fontMetrics().horizontalAdvance(text(0, Column::Started));
    QVERIFY(header->sectionSize(int(Column::Started)) > needed);
}

void ConversationViewTest::speaksEachCell_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::newRow("deduced") << qint64(22) << int(Column::Duration)
                             << QStringLiteral("Duration, 7 minute(s) 32 second(s), estimated");
    QTest::newRow("unknown") << qint64(29) << int(Column::Outcome) << QStringLiteral("Outcome, none");
    QTest::newRow("tags before words") << qint64(19) << int(Column::LastLine)
                                       << QStringLiteral("Last line, Test, Recorded announcement");
}

void ConversationViewTest::speaksEachCell()
{
    QFETCH(qint64, id);
    QFETCH(int, column);
    const QModelIndex index = cell(m_rows->rowOf(id), Column(column));
    QTEST(index.data(Qt::AccessibleTextRole).toString(), "expected");
}

void ConversationViewTest::countsRunningDurations()
{
    const int row = m_rows->rowOf(29);
    m_clock.at += 9s;
    m_view->tick();
    QCOMPARE(text(row, Column::Duration), QStringLiteral("1:01"));
}

void ConversationViewTest::passesAsAModel()
{
    QAbstractItemModelTester tester(m_view->table().model());
    m_rows->arrive(arrival(100));
    m_rows->table.removeAt(2);
    m_rows->table.reset(handRows(sampleConversations(m_clock)));
}

void ConversationViewTest::saysHowEachDestinationStands()
{
    const auto tip = [this](qint64 id, Column column) {
        return m_view->words().toolTip(cell(m_rows->rowOf(id), column));
    };
    const QString both = QStringLiteral("HubSpot: Asks which contact it belongs to\nTickets: Sent");
    QCOMPARE(tip(26, Column::Forwarding), both);
    QCOMPARE(tip(26, Column::Gutter), both);
    QCOMPARE(tip(22, Column::Forwarding), QStringLiteral("Tickets: Sent"));
    QCOMPARE(tip(22, Column::Gutter), QString());
    m_rows->table.unseen.insert(24);
    QCOMPARE(tip(24, Column::Gutter), QStringLiteral("New since you last looked\nHubSpot: Parked"));
}

void ConversationViewTest::marksWhatWantsSomebody()
{
    const auto gutter = [this](qint64 id) {
        const QRect rect = m_view->table().visualRect(cell(m_rows->rowOf(id), Column::Gutter));
        return m_view->table().viewport()->grab(rect.adjusted(0, 2, 0, -2)).toImage();
    };
    QCOMPARE(gutter(22), gutter(25)); // sent, or nothing
    QVERIFY(gutter(24) != gutter(22));
    QVERIFY(gutter(26) != gutter(24)); // another outline
}

void ConversationViewTest::offersRareColumnsInAMenu()
{
    const QHeaderView *header = m_view->table().horizontalHeader();
    QVERIFY(header->isSectionHidden(int(Column::Agent)));
    QVERIFY(!header->isSectionHidden(int(Column::Duration)));
    QMenu *menu = m_view->columnsMenu();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == QStringLiteral("Agent") || action->text() == QStringLiteral("Duration"))
            action->trigger();
        QVERIFY(action->data().toInt() != int(Column::Gutter) || !action->isCheckable());
    }
    QVERIFY(!header->isSectionHidden(int(Column::Agent)));
    QVERIFY(header->isSectionHidden(int(Column::Duration)));
    Q_EMIT menu->aboutToShow();
    menu->actions().constLast()->trigger(); // reset
    QVERIFY(header->isSectionHidden(int(Column::Agent)));
    QVERIFY(!header->isSectionHidden(int(Column::Duration)));
}

void ConversationViewTest::remembersItsColumns()
{
    QHeaderView *header = m_view->table().horizontalHeader();
    header->showSection(int(Column::Agent));
    header->resizeSection(int(Column::Contact), 211);
    const QByteArray layout = m_view->saveLayout();
    auto rows = std::make_unique<HandRows>(int(Column::Count_));
    ConversationView other(std::move(rows), *m_display);
    QVERIFY(other.restoreLayout(layout));
    QVERIFY(!other.table().horizontalHeader()->isSectionHidden(int(Column::Agent)));
    QCOMPARE(other.table().horizontalHeader()->sectionSize(int(Column::Contact)), 211);
}

void ConversationViewTest::refusesAForeignLayout()
{
    QVERIFY(!m_view->restoreLayout("odd"));
    QVERIFY(!m_view->restoreLayout({}));
    QVERIFY(!m_view->table().horizontalHeader()->isSectionHidden(int(Column::Contact)));
}

void ConversationViewTest::showsArrivalsWhileItFollows()
{
    const int before = m_view->table().model()->rowCount();
    m_rows->arrive(arrival(100));
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->table().model()->rowCount(), before + 1);
    QCOMPARE(text(0, Column::Contact), QStringLiteral("New Caller"));
    QVERIFY(!m_view->pill().isVisible());
}

void ConversationViewTest::stopsFollowingWhenARowIsClicked()
{
    QSignalSpy following(m_view.get(), &LiveTable::followingChanged);
    QSignalSpy current(m_view.get(), &LiveTable::currentChanged);
    click(1);
    QCOMPARE(following, QList<QVariantList>({{false}}));
    QCOMPARE(current, QList<QVariantList>({{qint64(29)}}));
    QVERIFY(m_rows->isPaused());
    QVERIFY(!m_view->pill().isVisible());
    m_rows->arrive(arrival(100));
    m_rows->arrive(arrival(101));
    QVERIFY(m_view->pill().isVisible());
    QCOMPARE(m_view->pill().count(), 2);
    QCOMPARE(m_view->selectedIds(), QList<qint64>({29}));
}

void ConversationViewTest::stopsFollowingWhenScrolled()
{
    m_view->overview().setValue(m_view->overview().maximum());
    QVERIFY(!m_view->isFollowing());
}

void ConversationViewTest::stopsFollowingWhileAMenuIsOpen()
{
    m_view->addAction(new QAction(QStringLiteral("Copy"), m_view.get()));
    Q_EMIT m_view->table().customContextMenuRequested(QPoint(40, 40));
    QVERIFY(!m_view->isFollowing());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QCOMPARE(menu->actions(), m_view->actions());
    menu->close();
}

void ConversationViewTest::followsAgainByKey_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("L") << Qt::Key_L << Qt::KeyboardModifiers();
    QTest::newRow("Ctrl+Home") << Qt::Key_Home << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void ConversationViewTest::followsAgainByKey()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    click(1);
    m_view->overview().setValue(m_view->overview().maximum());
    m_rows->arrive(arrival(100));
    this->key(key, modifiers);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_rows->isPaused());
    QCOMPARE(m_view->overview().value(), m_view->overview().minimum());
    QCOMPARE(text(0, Column::Contact), QStringLiteral("New Caller"));
    QVERIFY(!m_view->pill().isVisible());
}

void ConversationViewTest::followsAgainByThePill()
{
    click(1);
    m_rows->arrive(arrival(100));
    QTest::mouseClick(&m_view->pill(), Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_view->pill().isVisible());
}

void ConversationViewTest::followsTheNewestWhateverItWasSortedBy()
{
    m_view->table().sortByColumn(int(Column::Duration), Qt::AscendingOrder);
    m_rows->table.sorted.clear();
    m_view->follow();
    QCOMPARE(m_rows->table.sorted.size(), 1);
    QCOMPARE(m_rows->table.sorted.constFirst().first, int(Column::Started));
    QCOMPARE(m_rows->table.sorted.constFirst().second, Qt::DescendingOrder);
}

void ConversationViewTest::keepsTheSelectionWhereItIs()
{
    click(2);
    key(Qt::Key_L);
    QSignalSpy current(m_view.get(), &LiveTable::currentChanged);
    m_rows->arrive(arrival(100));
    QCOMPARE(m_view->selectedIds(), QList<qint64>({28}));
    QCOMPARE(m_view->currentId(), 28);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(current.size(), 0);
}

void ConversationViewTest::findsTheCurrentRowAgainInAnotherResult()
{
    click(3);
    QSignalSpy current(m_view.get(), &LiveTable::currentChanged);
    m_rows->setLoading(true);
    m_rows->table.reset({});
    m_rows->table.insertAt(0, handRows(sampleConversations(m_clock)).mid(2));
    m_rows->setLoading(false);
    QCOMPARE(m_view->selectedIds(), QList<qint64>({27}));
    QCOMPARE(current.size(), 0);
}

void ConversationViewTest::saysWhenTheCurrentRowIsGone()
{
    click(3);
    QSignalSpy current(m_view.get(), &LiveTable::currentChanged);
    m_rows->setLoading(true);
    m_rows->table.reset({});
    QCOMPARE(current.size(), 0);
    m_rows->setLoading(false);
    QCOMPARE(current, QList<QVariantList>({{qint64(0)}}));
    QCOMPARE(m_view->currentId(), 0);
}

void ConversationViewTest::copiesSelectedRowsWithTheirHeadings()
{
    click(6);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Started (Berlin)\tStatus\tContact\tSource\tDuration\tOutcome\tLast line\n"
                            "14:25:02\tCompleted\tSofia Rossi\tFront desk\t4:05\tBooked\tKitchen fitting, first visit\n"
                            "14:24:18\tFailed\t+1 646-555-0162\tFront desk\t–\t–\tCarrier rejected the call\n"));
}

void ConversationViewTest::selectsTheWholeResultAlsoWhileItGrows()
{
    const int before = m_view->table().model()->rowCount();
    key(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_view->isWholeResultSelected());
    QCOMPARE(m_view->selectedCount(), before);
    m_rows->table.insertAt(before, {arrival(100)}); // another page of the result
    QVERIFY(m_view->isWholeResultSelected());
    QCOMPARE(m_view->selectedCount(), before + 1);
    QCOMPARE(m_view->selectedIds().constLast(), 100);
    QVERIFY(m_view->table().selectionModel()->isRowSelected(before));
    QCOMPARE(m_view->table().selectionModel()->selection().size(), 1); // however many rows
}

void ConversationViewTest::forgetsTheWholeResultWithTheNextClick()
{
    key(Qt::Key_A, Qt::ControlModifier);
    click(4);
    QVERIFY(!m_view->isWholeResultSelected());
    QCOMPARE(m_view->selectedIds(), QList<qint64>({26}));
}

void ConversationViewTest::movesTheCellAndAsksForAFilter()
{
    QSignalSpy asked(m_view.get(), &LiveTable::filterRequested);
    click(6);
    key(Qt::Key_Left); // from Contact to Status
    QTest::keyClicks(&m_view->table(), QStringLiteral("+"));
    for (int i = 0; i < 4; ++i)
        key(Qt::Key_Right);
    QTest::keyClicks(&m_view->table(), QStringLiteral("-"));
    QCOMPARE(asked, QList<QVariantList>({{QStringLiteral("status"), QStringLiteral("completed"), false},
                                         {QStringLiteral("outcome"), QStringLiteral("booked"), true}}));
    QCOMPARE(m_view->selectedIds(), QList<qint64>({24}));
}

void ConversationViewTest::asksForNoFilterWhereThereIsNone()
{
    QSignalSpy asked(m_view.get(), &LiveTable::filterRequested);
    m_view->select(24); // its time is current
    QTest::keyClicks(&m_view->table(), QStringLiteral("+"));
    QCOMPARE(asked.size(), 0);
}

void ConversationViewTest::activatesWithEnter()
{
    QSignalSpy activated(m_view.get(), &LiveTable::activated);
    m_view->select(24);
    key(Qt::Key_Return);
    QCOMPARE(activated, QList<QVariantList>({{qint64(24)}}));
}

void ConversationViewTest::marksRowsSeenAfterThreeSeconds()
{
    m_rows->table.unseen = {30, 14};
    m_view->tick();
    m_clock.at += 2s;
    m_view->tick();
    QVERIFY(m_rows->table.unseen.contains(30));
    m_clock.at += 1s;
    m_view->tick();
    QCOMPARE(m_rows->table.unseen, QSet<qint64>({14})); // below what is in view
}

void ConversationViewTest::marksASelectedRowSeen()
{
    m_rows->table.unseen = {30, 29};
    click(1);
    QCOMPARE(m_rows->table.unseen, QSet<qint64>({30}));
}

void ConversationViewTest::saysThatNothingMatches()
{
    const auto isSaid = [this] {
        const auto labels = m_view->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text() == QStringLiteral("Nothing matches");
        });
    };
    QVERIFY(!isSaid());
    m_rows->table.reset({});
    QVERIFY(isSaid());
    m_rows->setLoading(true);
    QVERIFY(!isSaid());
    m_rows->setLoading(false);
    m_rows->arrive(arrival(100));
    QVERIFY(!isSaid());
}

void ConversationViewTest::showsItsOwnersEmptyState()
{
    auto *waiting = new QLabel(QStringLiteral("Waiting for the first delivery"));
    m_view->setEmptyState(waiting);
    QVERIFY(!waiting->isVisible());
    m_rows->table.reset({});
    QVERIFY(waiting->isVisible());
}

void ConversationViewTest::ticksFailuresBesideTheScrollBar()
{
    m_view->tick();
    QCOMPARE(m_view->overview().ticks().at(m_rows->rowOf(23)), ColorRole::OutcomeSpam);
    m_rows->arrive(arrival(100));
    QCOMPARE(m_view->overview().ticks().at(m_rows->rowOf(23)), ColorRole::OutcomeSpam);
}

void ConversationViewTest::goesToATickThatIsClicked()
{
    const int last = int(m_rows->table.rows.size()) - 1;
    auto failed = conversation(99, 300'000s, m_clock, Status::Failed, u"Last of all");
    m_rows->table.insertAt(last + 1, {handRow(failed)});
    OverviewStrip &strip = m_view->overview();
    QVERIFY(strip.ticks().contains(last + 1));
    QTRY_COMPARE(strip.maximum(), (last + 2) * m_view->table().rowHeight(0) - m_view->table().viewport()->height());
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(strip.width() / 2, strip.tickY(last + 1)));
    QVERIFY(m_view->table().viewport()->rect().contains(
        m_view->table().visualRect(cell(last + 1, Column::Status)).center()));
    QVERIFY(!m_view->isFollowing());
}

void ConversationViewTest::looksGood()
{
    m_display->setZone(QTimeZone::systemTimeZone());
    const auto make = [this](QSize size, Qt::LayoutDirection direction) {
        auto rows = std::make_unique<HandRows>(int(Column::Count_));
        rows->table.rows = handRows(sampleConversations(m_clock));
        rows->table.rows.append({13, QVariant::fromValue(ConversationListRowPtr())});
        rows->table.unseen = {30, 29, 28};
        HandRows *hand = rows.get();
        auto view = std::make_unique<ConversationView>(std::move(rows), *m_display);
        view->setLayoutDirection(direction);
        view->resize(size);
        view->select(22);
        view->tick();
        for (qint64 id = 100; id < 137; ++id)
            hand->arrive(arrival(id));
        view->table().setFocus();
        view->activateWindow();
        return view;
    };
    takeShots(QStringLiteral("conversations"), [&] { return make({844, 560}, Qt::LeftToRight); });
    takeShots(QStringLiteral("conversations-wide"), [&] { return make({1200, 560}, Qt::LeftToRight); });
    takeShots(QStringLiteral("conversations-rtl"), [&] { return make({1000, 560}, Qt::RightToLeft); });
}

QTEST_MAIN(ConversationViewTest)
#include "tst_conversationview.moc"
