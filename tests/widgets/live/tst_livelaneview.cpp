// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/live/sampleconversations.h"
#include "tests/widgets/live/shots.h"
#include "widgets/controls/labels.h"
#include "widgets/live/livelaneview.h"
#include "widgets/live/morecard.h"

#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;
using namespace std::chrono_literals;

class LiveLaneViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatRuns();
    void saysThatNothingRuns();
    void countsTheLongest();
    void namesSourcesThatAreSilent();
    void showsAsManyCardsAsFit();
    void opensTheRestAsAList();
    void activatesWithAClick();
    void activatesWithEnter();
    void movesWithArrows_data();
    void movesWithArrows();
    void collapsesToItsLine();
    void selectsTheCardOfARecord();
    void speaksACard();
    void looksGood();

private:
    void click(int row) const
    {
        const QModelIndex index = m_view->cards().model()->index(row, 0);
        QTest::mouseClick(m_view->cards().viewport(), Qt::LeftButton, {}, m_view->cards().visualRect(index).center());
    }

    bool isSaid(const QString &text) const
    {
        const auto labels = m_view->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }

    HandClock m_clock;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<HandTable> m_table;
    std::unique_ptr<LiveLaneView> m_view;
};

static QList<HandRow> running(const HandClock &clock)
{
    auto overdue = conversation(1, 1308s, clock, Status::InProgress, u"Mara Lindqvist");
    overdue.isOverdue = true;
    overdue.record.agent = QStringLiteral("Nora Blythe");
    auto tomas = conversation(2, 552s, clock, Status::InProgress, u"Tomás Echeverría");
    tomas.record.agent = QStringLiteral("Dev Malik");
    QList<ConversationListRow> rows = {overdue, tomas};
    rows << phoneOnly(conversation(3, 363s, clock, Status::InProgress, u""), u"+13125550188");
    rows << from(phoneOnly(conversation(4, 8s, clock, Status::Ringing, u""), u"+447700900482"), u"custom",
                 u"Night line");
    rows << conversation(5, 7s, clock, Status::InProgress, u"يوسف حداد");
    rows << conversation(6, 6s, clock, Status::InProgress, u"Maximiliane von Hohenstein-Wartenberg");
    rows << conversation(7, 5s, clock, Status::InProgress, u"Aisha Rahman");
    return handRows(rows);
}

void LiveLaneViewTest::init()
{
    m_clock = HandClock();
    m_display = std::make_unique<DisplaySettings>(m_clock);
    m_display->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_table = std::make_unique<HandTable>(1);
    m_table->rows = running(m_clock);
    m_view = std::make_unique<LiveLaneView>(*m_table, *m_display);
    m_view->resize(844, m_view->sizeHint().height());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void LiveLaneViewTest::cleanup()
{
    m_view.reset();
    m_table.reset();
    m_display.reset();
}

void LiveLaneViewTest::saysWhatRuns()
{
    QVERIFY(isSaid(QStringLiteral("Now: 7 call(s)")));
    QVERIFY(isSaid(QStringLiteral("longest 21:48")));
    QVERIFY(isSaid(QStringLiteral("1 without an end")));
    m_table->removeAt(0);
    QVERIFY(isSaid(QStringLiteral("Now: 6 call(s)")));
    QVERIFY(isSaid(QStringLiteral("longest 9:12")));
    QVERIFY(!isSaid(QStringLiteral("1 without an end")));
}

void LiveLaneViewTest::saysThatNothingRuns()
{
    const int before = m_view->sizeHint().height();
    m_table->reset({});
    QVERIFY(isSaid(QStringLiteral("No call runs now")));
    QVERIFY(!m_view->cards().isVisible());
    QVERIFY(m_view->sizeHint().height() < before);
}

void LiveLaneViewTest::countsTheLongest()
{
    m_clock.at += 1s;
    m_view->tick();
    QVERIFY(isSaid(QStringLiteral("longest 21:49")));
}

void LiveLaneViewTest::namesSourcesThatAreSilent()
{
    m_view->setSilentSources({QStringLiteral("Reminders")});
    QVERIFY(isSaid(QStringLiteral("Reminders reports when they end")));
    m_view->setSilentSources({QStringLiteral("Reminders"), QStringLiteral("Web chat")});
    QVERIFY(isSaid(QStringLiteral("Reminders and Web chat report when they end")));
    m_table->reset({});
    QVERIFY(isSaid(QStringLiteral("Reminders and Web chat report when they end")));
}

void LiveLaneViewTest::showsAsManyCardsAsFit()
{
    const int hidden = m_view->hiddenCount();
    QVERIFY(hidden > 0);
    QVERIFY(hidden < 7);
    m_view->resize(2000, m_view->height());
    QCOMPARE(m_view->hiddenCount(), 0);
    QVERIFY(!m_view->findChild<MoreCard *>()->isVisible());
}

void LiveLaneViewTest::opensTheRestAsAList()
{
    QSignalSpy activated(m_view.get(), &LiveLaneView::activated);
    const int hidden = m_view->hiddenCount();
    QTest::mouseClick(m_view->findChild<MoreCard *>(), Qt::LeftButton);
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    auto *list = popup->findChild<QListView *>();
    QCOMPARE(list->isRowHidden(6 - hidden), true);
    QCOMPARE(list->isRowHidden(7 - hidden), false);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(activated, QList<QVariantList>({{qint64(7 - hidden + 2)}}));
    QVERIFY(!popup->isVisible());
}

void LiveLaneViewTest::activatesWithAClick()
{
    QSignalSpy activated(m_view.get(), &LiveLaneView::activated);
    click(1);
    QCOMPARE(activated, QList<QVariantList>({{qint64(2)}}));
}

void LiveLaneViewTest::activatesWithEnter()
{
    QSignalSpy activated(m_view.get(), &LiveLaneView::activated);
    m_view->setCurrentId(3);
    QTest::keyClick(&m_view->cards(), Qt::Key_Return);
    QCOMPARE(activated, QList<QVariantList>({{qint64(3)}}));
}

void LiveLaneViewTest::movesWithArrows_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<Qt::Key>("forward");
    QTest::newRow("left to right") << Qt::LeftToRight << Qt::Key_Right;
    QTest::newRow("right to left") << Qt::RightToLeft << Qt::Key_Left;
}

void LiveLaneViewTest::movesWithArrows()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(Qt::Key, forward);
    m_view->setLayoutDirection(direction);
    m_view->setCurrentId(1);
    QTest::keyClick(&m_view->cards(), forward);
    QCOMPARE(m_view->cards().currentIndex().row(), 1);
}

void LiveLaneViewTest::collapsesToItsLine()
{
    QSignalSpy collapsed(m_view.get(), &LiveLaneView::collapsedChanged);
    QTest::mouseClick(m_view->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(collapsed, QList<QVariantList>({{true}}));
    QVERIFY(!m_view->cards().isVisible());
    QVERIFY(isSaid(QStringLiteral("Now: 7 call(s)")));
    m_view->setCollapsed(false);
    QVERIFY(m_view->cards().isVisible());
}

void LiveLaneViewTest::selectsTheCardOfARecord()
{
    m_view->setCurrentId(2);
    QCOMPARE(m_view->cards().selectionModel()->selectedIndexes().size(), 1);
    m_view->setCurrentId(99);
    QCOMPARE(m_view->cards().selectionModel()->selectedIndexes().size(), 0);
}

void LiveLaneViewTest::speaksACard()
{
    const QModelIndex card = m_view->cards().model()->index(1, 0);
    const QString spoken = card.data(Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.contains(QStringLiteral("Tomás Echeverría")), qPrintable(spoken));
    QVERIFY2(spoken.contains(QStringLiteral("9 minute(s) 12 second(s)")), qPrintable(spoken));
}

void LiveLaneViewTest::looksGood()
{
    const auto make = [this](Qt::LayoutDirection direction) {
        auto view = std::make_unique<LiveLaneView>(*m_table, *m_display);
        view->setLayoutDirection(direction);
        view->setSilentSources({QStringLiteral("Reminders"), QStringLiteral("Web chat")});
        view->resize(844, 100);
        view->setCurrentId(2);
        return view;
    };
    takeShots(QStringLiteral("lane"), [&] { return make(Qt::LeftToRight); });
    takeShots(QStringLiteral("lane-rtl"), [&] { return make(Qt::RightToLeft); });
    m_table->reset({});
    takeShots(QStringLiteral("lane-empty"), [&] { return make(Qt::LeftToRight); });
}

QTEST_MAIN(LiveLaneViewTest)
#include "tst_livelaneview.moc"
