// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/forwarding/questionrows.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/forwarding/outboxquestionpanel.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class OutboxQuestionPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void isHiddenWhereNothingIsAsked();
    void asksWhichContact();
    void givesTheChosenContact();
    void givesTheContactByKeys();
    void asksWhetherItIsThere();
    void givesWhetherItIsThere_data();
    void givesWhetherItIsThere();
    void keepsWhatIsChosenWhileItIsReadAgain();
    void takesOneAnswer();
    void fitsInALongLanguage();

private:
    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
    OutboxQuestionPanel *m_panel = nullptr;
};

void OutboxQuestionPanelTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void OutboxQuestionPanelTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_panel = new OutboxQuestionPanel(m_window.get());
    m_panel->setGeometry(0, 0, 360, 200);
    m_window->resize(360, 200);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void OutboxQuestionPanelTest::isHiddenWhereNothingIsAsked()
{
    QVERIFY(!m_panel->isVisible());
    m_panel->setRow(parkedRow(1));
    QVERIFY(!m_panel->isVisible());
    m_panel->setRow(whichContactRow(1));
    QVERIFY(m_panel->isVisible());
    OutboxRow answered = whichContactRow(1);
    answered.state = OutboxState::Waiting;
    m_panel->setRow(answered);
    QVERIFY(!m_panel->isVisible());
}

void OutboxQuestionPanelTest::asksWhichContact()
{
    m_panel->setRow(whichContactRow(1));
    QCOMPARE(m_panel->question(),
             QStringLiteral("Two contacts have this phone number. Choose one; Earshot will not guess."));
    QCOMPARE(m_panel->candidates()->count(), 2);
    QCOMPARE(m_panel->candidates()->item(0)->text(),
             QStringLiteral("Alice Durand · +33 6 12 34 56 78 · alice@example.com"));
    // What a server says is shown as it is.
    QVERIFY(m_panel->candidates()->item(1)->text().startsWith(QStringLiteral("Durand & Fils <b>SARL</b>")));
    QVERIFY(!m_panel->candidates()->item(1)->toolTip().contains(QStringLiteral("<b>")));
    QVERIFY(!m_panel->chooseButton()->isEnabled()); // nobody is chosen for anyone
    QVERIFY(!m_panel->isThereButton()->isVisible());
    m_panel->resize(360, m_panel->sizeHint().height());
    saveShots(*m_panel, m_theme, QStringLiteral("question-contact"));
}

void OutboxQuestionPanelTest::givesTheChosenContact()
{
    m_panel->setRow(whichContactRow(9));
    const QSignalSpy chosen(m_panel, &OutboxQuestionPanel::contactChosen);
    m_panel->candidates()->setCurrentRow(1);
    QTest::mouseClick(m_panel->chooseButton(), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toLongLong(), 9);
    QCOMPARE(chosen.first().at(1).toString(), QStringLiteral("733"));
}

void OutboxQuestionPanelTest::givesTheContactByKeys()
{
    m_panel->setRow(whichContactRow(9));
    const QSignalSpy chosen(m_panel, &OutboxQuestionPanel::contactChosen);
    m_panel->candidates()->setFocus();
    QTest::keyClick(m_panel->candidates(), Qt::Key_Down);
    QTest::keyClick(m_panel->candidates(), Qt::Key_Tab);
    QVERIFY(m_panel->chooseButton()->hasFocus());
    QTest::keyClick(m_panel->chooseButton(), Qt::Key_Space);
    QCOMPARE(chosen.size(), 1);
}

void OutboxQuestionPanelTest::asksWhetherItIsThere()
{
    m_panel->setRow(perhapsWrittenRow(1));
    QVERIFY(m_panel->question().endsWith(QStringLiteral("Look in HubSpot: is it there?")));
    QVERIFY(m_panel->isThereButton()->isVisible());
    QVERIFY(m_panel->sendAgainButton()->isVisible());
    QVERIFY(!m_panel->candidates()->isVisible());
    QVERIFY(!m_panel->chooseButton()->isVisible());
    m_panel->resize(360, m_panel->sizeHint().height());
    saveShots(*m_panel, m_theme, QStringLiteral("question-there"));
}

void OutboxQuestionPanelTest::givesWhetherItIsThere_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("it is there") << true;
    QTest::newRow("it is not") << false;
}

void OutboxQuestionPanelTest::givesWhetherItIsThere()
{
    QFETCH(bool, isThere);
    m_panel->setRow(perhapsWrittenRow(4));
    const QSignalSpy settled(m_panel, &OutboxQuestionPanel::settled);
    QTest::mouseClick(isThere ? m_panel->isThereButton() : m_panel->sendAgainButton(), Qt::LeftButton);
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().at(0).toLongLong(), 4);
    QCOMPARE(settled.first().at(1).toBool(), isThere);
}

void OutboxQuestionPanelTest::keepsWhatIsChosenWhileItIsReadAgain()
{
    m_panel->setRow(whichContactRow(1));
    m_panel->candidates()->setCurrentRow(1);
    m_panel->setRow(whichContactRow(1));
    QCOMPARE(m_panel->candidates()->currentRow(), 1);
    m_panel->setRow(whichContactRow(2)); // of another record
    QVERIFY(!m_panel->chooseButton()->isEnabled());
}

void OutboxQuestionPanelTest::takesOneAnswer()
{
    m_panel->setRow(perhapsWrittenRow(1));
    m_panel->setAnswering(true);
    QVERIFY(!m_panel->isThereButton()->isEnabled());
    QVERIFY(!m_panel->sendAgainButton()->isEnabled());
    m_panel->setAnswering(false); // it was refused
    QVERIFY(m_panel->isThereButton()->isEnabled());
}

void OutboxQuestionPanelTest::fitsInALongLanguage()
{
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    for (const OutboxRow &row : {whichContactRow(1), perhapsWrittenRow(2)}) {
        m_panel->setRow(row);
        m_panel->resize(360, m_panel->layout()->heightForWidth(360));
        QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(*m_panel), QString());
    }
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(OutboxQuestionPanelTest)
#include "tst_outboxquestionpanel.moc"
