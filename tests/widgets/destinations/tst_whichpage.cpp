// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/pages.h"
#include "widgets/destinations/whichpage.h"

#include <QRadioButton>
#include <QSignalSpy>

using namespace earshot;

class WhichPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void countsWhatTheRuleWouldHaveSent();
    void showsTheLatestOfThem();
    void choosesTheFilterWhenItIsTyped();
    void describesEachChoice();
    void showsWhatIsSet_data();
    void showsWhatIsSet();
    void saysWhatIsWrongWhenTheFieldIsLeft();
    void marksTheFaultyPart();
    void leavesTheLastCountWhileAFilterIsHalfTyped();

private:
    NewDestination described() const
    {
        NewDestination destination;
        m_page->describe(destination);
        return destination;
    }

    void type(const char *text) const { typeInto(*m_page, QStringLiteral("Filter"), QString::fromLatin1(text)); }

    QString texts() const { return shownTexts(*m_page); }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<WhichPage> m_page;
};

void WhichPageTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void WhichPageTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    addCallers(*m_floor);
    m_page = std::make_unique<WhichPage>(m_floor->reader, m_floor->display);
    m_page->resize(640, 480);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void WhichPageTest::cleanup()
{
    m_page.reset();
    m_floor.reset();
}

void WhichPageTest::countsWhatTheRuleWouldHaveSent()
{
    QTRY_VERIFY(texts().contains(QStringLiteral("It would have sent 5 of the 5 conversations of the last 30 days.")));
    type("outcome:booked");
    QTRY_VERIFY(texts().contains(QStringLiteral("sent 2 of the 5 conversations")));
    saveShots(*m_page, m_theme, QStringLiteral("which"));
    press(*m_page, QStringLiteral("Only what I forward by hand"));
    QVERIFY(texts().contains(QStringLiteral("Only what you forward yourself is sent.")));
    press(*m_page, QStringLiteral("Every conversation"));
    QTRY_VERIFY(texts().contains(QStringLiteral("sent 5 of the 5 conversations")));
}

void WhichPageTest::showsTheLatestOfThem()
{
    type("outcome:booked");
    QTRY_VERIFY(texts().contains(QStringLiteral("sent 2 of the 5")));
    const QString shown = texts();
    QVERIFY(shown.contains(QStringLiteral("Chen Wei-Lin")));
    QVERIFY(shown.indexOf(QStringLiteral("Chen Wei-Lin")) < shown.indexOf(QStringLiteral("Sofia Rossi")));
    QVERIFY(!shown.contains(QStringLiteral("Maximiliane")));
    type("outcome:spam");
    QTRY_VERIFY(texts().contains(QStringLiteral("sent 0 of the 5")));
    QVERIFY(!texts().contains(QStringLiteral("Chen Wei-Lin")));
    QVERIFY(!texts().contains(QStringLiteral("The latest of them")));
}

void WhichPageTest::choosesTheFilterWhenItIsTyped()
{
    const auto *matching = qobject_cast<QRadioButton *>(buttonOf(*m_page, QStringLiteral("Those that match a filter")));
    QVERIFY(!matching->isChecked());
    type("o");
    QVERIFY(matching->isChecked());
}

void WhichPageTest::describesEachChoice()
{
    QCOMPARE(described().rule, QString());
    QVERIFY(!described().byHandOnly);
    type("outcome:booked ");
    QCOMPARE(described().rule, QStringLiteral("outcome:booked"));
    QCOMPARE(m_page->rule(), QStringLiteral("outcome:booked"));
    press(*m_page, QStringLiteral("Only what I forward by hand"));
    QVERIFY(described().byHandOnly);
    QCOMPARE(described().rule, QString());
    QVERIFY(m_page->check());
}

void WhichPageTest::showsWhatIsSet_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("byHand");
    QTest::addColumn<QString>("button");
    QTest::newRow("all") << "" << false << "Every conversation";
    QTest::newRow("filter") << "dur>3m" << false << "Those that match a filter";
    QTest::newRow("by hand") << "" << true << "Only what I forward by hand";
}

void WhichPageTest::showsWhatIsSet()
{
    QFETCH(QString, rule);
    QFETCH(bool, byHand);
    QFETCH(QString, button);
    Destination destination;
    if (!byHand)
        destination.rule = rule;
    m_page->setDestination(destination);
    QVERIFY(buttonOf(*m_page, button)->isChecked());
    QCOMPARE(described().rule, rule);
    QCOMPARE(described().byHandOnly, byHand);
}

void WhichPageTest::saysWhatIsWrongWhenTheFieldIsLeft()
{
    type("dur>3x");
    QCOMPARE(reasonsOf(*m_page), QString());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(reasonsOf(*m_page), QStringLiteral("\"dur>3x\" is not a duration. Try 3m or 180s."));
    QCOMPARE(lineOf(*m_page, QStringLiteral("Filter"))->accessibleDescription(), reasonsOf(*m_page));
    QCOMPARE(m_page->rule(), QString());
    press(*m_page, QStringLiteral("Every conversation"));
    QCOMPARE(reasonsOf(*m_page), QString());
}

void WhichPageTest::marksTheFaultyPart()
{
    type("outcome:booked dur>3x");
    QVERIFY(!m_page->check());
    QVERIFY(lineOf(*m_page, QStringLiteral("Filter"))->hasFocus());
    QCOMPARE(lineOf(*m_page, QStringLiteral("Filter"))->selectedText(), QStringLiteral("3x"));
    type("");
    QVERIFY(!m_page->check());
    QCOMPARE(reasonsOf(*m_page), QStringLiteral("Write a filter, or let every conversation go."));
}

void WhichPageTest::leavesTheLastCountWhileAFilterIsHalfTyped()
{
    type("outcome:booked");
    QTRY_VERIFY(texts().contains(QStringLiteral("sent 2 of the 5")));
    QTest::keyClicks(lineOf(*m_page, QStringLiteral("Filter")), QStringLiteral(" dur>"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!reasonsOf(*m_page).isEmpty());
    QVERIFY(texts().contains(QStringLiteral("sent 2 of the 5")));
}

QTEST_MAIN(WhichPageTest)
#include "tst_whichpage.moc"
