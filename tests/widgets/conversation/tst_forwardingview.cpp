// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/conversation/exampletranscript.h"
#include "tests/widgets/conversation/shots.h"
#include "tests/widgets/forwarding/questionrows.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/conversation/forwardingcard.h"
#include "widgets/conversation/forwardingview.h"
#include "widgets/forwarding/outboxquestionpanel.h"
#include "widgets/forwarding/recordlink.h"
#include "widgets/style/displaysettings.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

namespace {

OutboxRow row(qint64 id, const QString &destination, OutboxState state)
{
    OutboxRow made;
    made.id = id;
    made.destination = id;
    made.destinationName = destination;
    made.conversation = 7;
    made.state = state;
    made.wanted = 1;
    made.nextAt = exampleTime(900);
    made.createdAt = exampleTime(453);
    made.updatedAt = exampleTime(460);
    return made;
}

QList<OutboxRow> exampleRows()
{
    OutboxRow parked = row(1, QStringLiteral("CRM"), OutboxState::Parked);
    parked.attempts = 8;
    parked.lastStatus = 403;
    parked.lastAnswer = QStringLiteral("{\"message\":\"missing right crm.objects.contacts.write\"}");
    parked.reason = QStringLiteral("http-403");
    OutboxRow waiting = row(2, QStringLiteral("Data lake"), OutboxState::Waiting);
    waiting.attempts = 2;
    waiting.reason = QStringLiteral("network-failed: connection refused");
    OutboxRow sent = row(3, QStringLiteral("Warehouse"), OutboxState::Sent);
    sent.attempts = 1;
    sent.lastStatus = 200;
    sent.crmId = QStringLiteral("4711");
    sent.crmUrl = QStringLiteral("https://warehouse.example/calls/4711");
    return {parked, waiting, sent};
}

/** Whether a widget is as high as its parts want at its width. */
bool hasRoom(const QWidget &widget)
{
    const int wanted = widget.layout()->totalHeightForWidth(widget.width());
    return widget.isVisible() && wanted > 0 && widget.height() >= wanted;
}

QPushButton *buttonOf(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

class ForwardingViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysHowEachRowStands();
    void asksToSendAgain();
    void asksForEachAttempt();
    void passesOnAnswers();
    void asksToForward();
    void givesQuestionsTheirRoom();
    void keepsItsCards();
    void saysThatNothingWasForwarded();
    void looksRight();

private:
    StillClock m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
};

void ForwardingViewTest::init()
{
    m_settings = std::make_unique<DisplaySettings>(m_clock);
}

void ForwardingViewTest::saysHowEachRowStands()
{
    ForwardingView view(*m_settings);
    view.setRows(7, exampleRows());
    QCOMPARE(view.cards().size(), 3);
    const ForwardingCard &parked = *view.cards().at(0);
    QVERIFY(!parked.stateText().isEmpty());
    QCOMPARE(parked.attemptsText(), QStringLiteral("8"));
    QCOMPARE(parked.nextTryText(), QString());
    QVERIFY(parked.answerText().startsWith(QStringLiteral("403 · {")));
    QCOMPARE(parked.reasonText(), QStringLiteral("http-403"));
    QVERIFY(!parked.sendButton()->isHidden());
    QCOMPARE(view.cards().at(1)->nextTryText(), QStringLiteral("14:36:06"));
    QCOMPARE(view.cards().at(2)->answerText(), QStringLiteral("200"));
    QCOMPARE(view.cards().at(2)->recordText(), QStringLiteral("4711"));
    QVERIFY(!view.cards().at(2)->link()->isHidden());
    QVERIFY(parked.link()->isHidden()); // nobody knows of a record
    QVERIFY(parked.question()->isHidden());
}

void ForwardingViewTest::asksToSendAgain()
{
    ForwardingView view(*m_settings);
    view.setRows(7, exampleRows());
    QSignalSpy requested(&view, &ForwardingView::retryRequested);
    view.cards().at(1)->sendButton()->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toLongLong(), 2);

    const QSignalSpy again(&view, &ForwardingView::sendAgainRequested);
    view.cards().at(2)->sendButton()->click(); // what was sent goes as a new version
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().at(0).toLongLong(), 7);
    QCOMPARE(again.first().at(1).toString(), QStringLiteral("Warehouse"));
    QCOMPARE(requested.size(), 1);
}

void ForwardingViewTest::asksForEachAttempt()
{
    ForwardingView view(*m_settings);
    view.setRows(7, exampleRows());
    const QSignalSpy requested(&view, &ForwardingView::logRequested);
    view.cards().at(1)->logButton()->click();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toLongLong(), 2);
}

void ForwardingViewTest::passesOnAnswers()
{
    ForwardingView view(*m_settings);
    view.setRows(7, {whichContactRow(4), perhapsWrittenRow(5)});
    for (const ForwardingCard *card : view.cards()) {
        QVERIFY(!card->question()->isHidden());
        QVERIFY(card->sendButton()->isHidden()); // the answer decides
        QCOMPARE(card->stateText(), QStringLiteral("Asks"));
    }
    const QSignalSpy chosen(&view, &ForwardingView::contactChosen);
    const QSignalSpy settled(&view, &ForwardingView::settled);
    view.cards().at(0)->question()->candidates()->setCurrentRow(0);
    view.cards().at(0)->question()->chooseButton()->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(0).toLongLong(), 4);
    QCOMPARE(chosen.first().at(1).toString(), QStringLiteral("501"));
    view.cards().at(1)->question()->isThereButton()->click();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().at(1).toBool(), true);

    view.setAnswering(5, true);
    QVERIFY(!view.cards().at(1)->question()->isThereButton()->isEnabled());
    QVERIFY(view.cards().at(0)->question()->chooseButton()->isEnabled());
    view.setRows(7, {perhapsWrittenRow(5)}); // as it is read again
    QVERIFY(view.cards().first()->question()->isThereButton()->isEnabled());
}

void ForwardingViewTest::asksToForward()
{
    ForwardingView view(*m_settings);
    view.resize(380, 500);
    view.show();
    QSignalSpy requested(&view, &ForwardingView::forwardRequested);
    view.setRows(7, {});
    QPushButton *empty = buttonOf(view, QStringLiteral("Forward…"));
    QVERIFY(empty != nullptr);
    empty->click();
    view.setRows(7, exampleRows());
    QPushButton *below = buttonOf(view, QStringLiteral("Forward…"));
    QVERIFY(below != nullptr);
    QVERIFY(below != empty);
    below->click();
    QCOMPARE(requested.size(), 2);
    QCOMPARE(requested.at(1).first().toLongLong(), 7);
}

void ForwardingViewTest::givesQuestionsTheirRoom()
{
    ForwardingView view(*m_settings);
    view.resize(340, 560);
    view.setRows(7, exampleRows());
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setRows(7, {whichContactRow(4), perhapsWrittenRow(5)});
    for (const ForwardingCard *card : view.cards()) {
        QTRY_VERIFY(hasRoom(*card->question()));
        QTRY_VERIFY(hasRoom(*card));
    }
    QTRY_VERIFY(view.cards().at(1)->y() >= view.cards().at(0)->geometry().bottom());
}

void ForwardingViewTest::keepsItsCards()
{
    ForwardingView view(*m_settings);
    view.setRows(7, exampleRows());
    ForwardingCard *card = view.cards().at(1);
    QList<OutboxRow> rows = exampleRows().mid(1);
    rows[0].state = OutboxState::Sent;
    view.setRows(7, rows);
    QCOMPARE(view.cards().size(), 2);
    QCOMPARE(view.cards().at(0), card); // what is pressed or focused stays
    QCOMPARE(card->row().state, OutboxState::Sent);
}

void ForwardingViewTest::saysThatNothingWasForwarded()
{
    ForwardingView view(*m_settings);
    view.setRows(7, {});
    QVERIFY(view.isEmptyShown());
    view.setRows(7, exampleRows());
    QVERIFY(!view.isEmptyShown());
}

void ForwardingViewTest::looksRight()
{
    if (!areShotsWanted())
        QSKIP("EARSHOT_SHOTS names no folder");
    for (const bool dark : {false, true}) {
        applyLook(dark);
        ForwardingView view(*m_settings);
        view.resize(400, 560);
        view.setRows(7, exampleRows());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        saveShot(view, dark ? QStringLiteral("forwarding-dark") : QStringLiteral("forwarding-light"));
        view.setRows(7, {whichContactRow(4), perhapsWrittenRow(5)});
        QTRY_VERIFY(hasRoom(*view.cards().at(0)->question()) && hasRoom(*view.cards().at(1)->question()));
        saveShot(view, dark ? QStringLiteral("forwarding-asks-dark") : QStringLiteral("forwarding-asks-light"));
        view.setRows(7, {});
        saveShot(view, dark ? QStringLiteral("forwarding-none-dark") : QStringLiteral("forwarding-none-light"));
    }
}

QTEST_MAIN(ForwardingViewTest)
#include "tst_forwardingview.moc"
