// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/roles.h"
#include "tests/widgets/destinations/dialogfloor.h"
#include "tests/widgets/forwarding/questionrows.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/destinations/outboxdialog.h"
#include "widgets/destinations/resenddialog.h"
#include "widgets/forwarding/attemptlogview.h"
#include "widgets/forwarding/outboxquestionpanel.h"
#include "widgets/style/forwardingwords.h"

#include <QAbstractItemModelTester>
#include <QActionGroup>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class OutboxDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void listsWhatWaits();
    void saysWhereThereIsNothing();
    void choosesByState();
    void choosesByDestination();
    void sendsAgainAndDiscards();
    void leavesWhatWasSent();
    void noticesThatARowWasSent();
    void opensAConversation();
    void saysWhatWentWrong();
    void showsTheAttemptsAtTheChosenRow();
    void showsARowThatIsAskedFor();
    void keepsSelectionAndPlaceWhileRowsMove();
    void choosesThoseThatAsk();
    void takesTheChosenContact();
    void takesWhetherItIsThere();
    void letsAnAnswerBeGivenAgainThatWasRefused();
    void opensTheBulkDialogForItsDestination();
    void fitsInALongLanguage();

private:
    void open(int rows)
    {
        m_dialog = std::make_unique<OutboxDialog>(m_floor->actions, m_floor->reader, m_floor->display);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTRY_COMPARE(table()->model()->rowCount(), rows);
    }

    DataTable *table() const { return m_dialog->findChild<DataTable *>(); }

    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    bool isEnabled(const char *text) const { return buttonOf(*m_dialog, QString::fromLatin1(text))->isEnabled(); }

    QString call(const char *what, int row) const
    {
        return QStringLiteral("%1 %2")
            .arg(QString::fromLatin1(what))
            .arg(table()->model()->index(row, 0).data(Qt::UserRole).toLongLong());
    }

    AttemptLogView *log() const { return m_dialog->findChild<AttemptLogView *>(); }

    OutboxQuestionPanel *question() const { return m_dialog->findChild<OutboxQuestionPanel *>(); }

    int placeOf(qint64 row) const
    {
        const QAbstractItemModel *model = table()->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            if (model->index(i, 0).data(RecordIdRole).toLongLong() == row)
                return i;
        }
        return -1;
    }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<OutboxDialog> m_dialog;
    Destination m_crm;
};

void OutboxDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void OutboxDialogTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    m_crm = m_floor->store.addDestination(QStringLiteral("CRM"));
}

void OutboxDialogTest::cleanup()
{
    m_dialog.reset();
    m_floor.reset();
}

void OutboxDialogTest::listsWhatWaits()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("b")), m_crm);
    open(2);
    const QAbstractItemModelTester tester(table()->model());
    QCOMPARE(table()->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Conversation"));
    QCOMPARE(cell(0, 2), QStringLiteral("CRM"));
    QVERIFY(!isEnabled("Send again")); // nothing is selected
    QVERIFY(!isEnabled("Discard"));
    QVERIFY(!isEnabled("Open conversation"));
    saveShots(*m_dialog, m_theme, QStringLiteral("outbox"));
}

void OutboxDialogTest::saysWhereThereIsNothing()
{
    open(0);
    QVERIFY(m_dialog->findChild<EmptyState *>()->isVisible());
    QVERIFY(!table()->isVisible());
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    QTRY_VERIFY(table()->isVisible());
    QVERIFY(!m_dialog->findChild<EmptyState *>()->isVisible());
}

void OutboxDialogTest::choosesByState()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("b")), m_crm);
    m_floor->send(1);
    open(2);
    const QList<QAction *> states = m_dialog->findChild<QActionGroup *>()->actions();
    QTRY_COMPARE(states.at(1)->text(), QString(forwardingLook(ForwardingState::Waiting).word + QStringLiteral(" 1")));
    QCOMPARE(states.at(3)->text(), forwardingLook(ForwardingState::Parked).word);
    auto *control = m_dialog->findChild<SegmentedControl *>();
    control->setFocus();
    QTest::keyClick(control, Qt::Key_Right);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, 1), QStringLiteral("b"));
    QTest::keyClick(control, Qt::Key_Right);
    QTRY_COMPARE(cell(0, 1), QStringLiteral("a"));
    QTest::keyClick(control, Qt::Key_Right);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
}

void OutboxDialogTest::choosesByDestination()
{
    const Destination tickets = m_floor->store.addDestination(QStringLiteral("Tickets"));
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("b")), tickets);
    open(2);
    auto *combo = m_dialog->findChild<QComboBox *>();
    QTRY_COMPARE(combo->count(), 3);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), QStringLiteral("Tickets"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, 2), QStringLiteral("Tickets"));
    m_floor->store.addDestination(QStringLiteral("Vault")); // the choice stays
    QTRY_COMPARE(combo->count(), 4);
    QCOMPARE(combo->currentText(), QStringLiteral("Tickets"));
}

void OutboxDialogTest::sendsAgainAndDiscards()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("b")), m_crm);
    open(2);
    table()->selectRow(1);
    QVERIFY(isEnabled("Send again"));
    press(*m_dialog, QStringLiteral("Send again"));
    QTRY_COMPARE(m_floor->actions.calls, QStringList{call("retry", 1)});
    press(*m_dialog, QStringLiteral("Discard"));
    QTRY_COMPARE(m_floor->actions.calls.last(), call("discard", 1));
    table()->selectAll();
    QVERIFY(!isEnabled("Open conversation")); // which of them
    press(*m_dialog, QStringLiteral("Discard"));
    QTRY_COMPARE(m_floor->actions.calls.last().count(QLatin1Char(',')), 1);
}

void OutboxDialogTest::leavesWhatWasSent()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->send(1);
    open(1);
    table()->selectRow(0);
    QVERIFY(!isEnabled("Send again"));
    QVERIFY(!isEnabled("Discard"));
    QVERIFY(isEnabled("Open conversation"));
}

void OutboxDialogTest::noticesThatARowWasSent()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    open(1);
    table()->selectRow(0);
    QVERIFY(isEnabled("Discard"));
    m_floor->send(1);
    QTRY_VERIFY(!isEnabled("Discard"));
    QVERIFY(table()->selectionModel()->isRowSelected(0)); // in place
}

void OutboxDialogTest::opensAConversation()
{
    const qint64 conversation = m_floor->store.addConversation(QStringLiteral("a"));
    m_floor->enqueue(conversation, m_crm);
    open(1);
    const QSignalSpy requested(m_dialog.get(), &OutboxDialog::conversationRequested);
    table()->setFocus();
    table()->selectRow(0);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toLongLong(), conversation);
    press(*m_dialog, QStringLiteral("Open conversation"));
    QCOMPARE(requested.size(), 2);
}

void OutboxDialogTest::saysWhatWentWrong()
{
    const Error gone{ErrorCode::NotFound, {}};
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    open(1);
    m_floor->actions.answer = std::unexpected(gone);
    table()->selectRow(0);
    press(*m_dialog, QStringLiteral("Discard"));
    auto *banner = m_dialog->findChild<Banner *>();
    QTRY_COMPARE(banner->text(), errorText(gone));
    QVERIFY(banner->isVisible());
    m_floor->actions.answer = {};
    press(*m_dialog, QStringLiteral("Discard"));
    QTRY_VERIFY(!banner->isVisible());
}

void OutboxDialogTest::showsTheAttemptsAtTheChosenRow()
{
    for (const char16_t *name : {u"a", u"b"})
        m_floor->enqueue(m_floor->store.addConversation(QString::fromUtf16(name)), m_crm);
    m_floor->logAttempt(1, 1, AttemptOutcomeKind::Retry, QStringLiteral("answered 503"));
    m_floor->logAttempt(1, 2, AttemptOutcomeKind::Parked, QStringLiteral("given up"));
    open(2);
    QVERIFY(!log()->table()->isVisible()); // of none
    table()->selectRow(placeOf(1));
    QTRY_COMPARE(log()->table()->model()->rowCount(), 4);
    QVERIFY(log()->text().contains(QStringLiteral("come back later")));
    m_dialog->resize(1000, 620);
    saveShots(*m_dialog, m_theme, QStringLiteral("outbox-attempts"));
    table()->selectRow(placeOf(2));
    QCOMPARE(log()->table()->model()->rowCount(), 0);
    table()->selectAll();
    QCOMPARE(log()->model().shownRow(), 0); // which of them
}

void OutboxDialogTest::showsARowThatIsAskedFor()
{
    const Destination tickets = m_floor->store.addDestination(QStringLiteral("Tickets"));
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("b")), tickets);
    open(2);
    auto *combo = m_dialog->findChild<QComboBox *>();
    QTRY_COMPARE(combo->count(), 3);
    combo->setCurrentText(QStringLiteral("Tickets"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    m_dialog->showRow(1); // is not listed
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(combo->currentIndex(), 0);
    QTRY_VERIFY(table()->selectionModel()->isRowSelected(placeOf(1)));
    QCOMPARE(log()->model().shownRow(), 1);
}

void OutboxDialogTest::keepsSelectionAndPlaceWhileRowsMove()
{
    for (int i = 0; i < 40; ++i)
        m_floor->enqueue(m_floor->store.addConversation(QString::number(i)), m_crm);
    open(40);
    const qint64 row = 9;
    table()->setCurrentIndex(table()->model()->index(placeOf(row), 0));
    const int before = table()->rowViewportPosition(placeOf(row));
    const int placeBefore = placeOf(row);
    SampleStore::valueOf(
        outbox::discard(m_floor->store.database(), {2}, SampleStore::c_noon + std::chrono::minutes(1)));
    QTRY_COMPARE(placeOf(2), 0); // the latest changed
    QCOMPARE(placeOf(row), placeBefore + 1);
    QVERIFY(table()->selectionModel()->isRowSelected(placeOf(row)));
    QCOMPARE(table()->rowViewportPosition(placeOf(row)), before); // nothing moves under the hand
    QCOMPARE(log()->model().shownRow(), row);
}

void OutboxDialogTest::choosesThoseThatAsk()
{
    for (const char16_t *name : {u"a", u"b", u"c"})
        m_floor->enqueue(m_floor->store.addConversation(QString::fromUtf16(name)), m_crm);
    m_floor->ask(1, OutboxQuestion::PerhapsWritten);
    m_floor->park(2);
    open(3);
    const QList<QAction *> states = m_dialog->findChild<QActionGroup *>()->actions();
    QTRY_COMPARE(states.at(4)->text(), QStringLiteral("Asks 1"));
    QCOMPARE(states.at(3)->text(), QStringLiteral("Parked 2"));
    states.at(4)->trigger();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(placeOf(1), 0);
    table()->selectRow(0);
    QVERIFY(!isEnabled("Send again")); // the answer decides
    QVERIFY(isEnabled("Discard"));
    states.at(3)->trigger();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    table()->selectAll();
    press(*m_dialog, QStringLiteral("Send again"));
    QTRY_COMPARE(m_floor->actions.calls, QStringList{QStringLiteral("retry 2")});
}

void OutboxDialogTest::takesTheChosenContact()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->ask(1, OutboxQuestion::WhichContact, whichContactRow(1).candidates);
    m_floor->logAttempt(1, 1, AttemptOutcomeKind::Asks, QStringLiteral("two contacts"));
    open(1);
    QVERIFY(!question()->isVisible());
    table()->selectRow(0);
    QTRY_VERIFY(question()->isVisible());
    question()->candidates()->setCurrentRow(1);
    m_dialog->resize(1000, 620);
    saveShots(*m_dialog, m_theme, QStringLiteral("outbox-asks"));
    question()->chooseButton()->click();
    QTRY_COMPARE(m_floor->actions.calls, QStringList{QStringLiteral("choose 1 733")});
    QVERIFY(!question()->chooseButton()->isEnabled()); // once is enough
}

void OutboxDialogTest::takesWhetherItIsThere()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->ask(1, OutboxQuestion::PerhapsWritten);
    open(1);
    table()->selectRow(0);
    QTRY_VERIFY(question()->isVisible());
    press(*m_dialog, QStringLiteral("It is there"));
    QTRY_COMPARE(m_floor->actions.calls, QStringList{QStringLiteral("is there 1")});
    SampleStore::valueOf(outbox::settle(m_floor->store.database(), 1, true, SampleStore::c_noon));
    QTRY_VERIFY(!question()->isVisible());
}

void OutboxDialogTest::letsAnAnswerBeGivenAgainThatWasRefused()
{
    const Error gone{ErrorCode::NotFound, {}};
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->ask(1, OutboxQuestion::PerhapsWritten);
    open(1);
    table()->selectRow(0);
    QTRY_VERIFY(question()->isVisible());
    m_floor->actions.answer = std::unexpected(gone);
    press(*m_dialog, QStringLiteral("Send it again"));
    QTRY_COMPARE(m_dialog->findChild<Banner *>()->text(), errorText(gone));
    QVERIFY(question()->sendAgainButton()->isEnabled());
}

void OutboxDialogTest::opensTheBulkDialogForItsDestination()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    m_floor->actions.resendCount = 212;
    open(1);
    auto *combo = m_dialog->findChild<QComboBox *>();
    QTRY_COMPARE(combo->count(), 2);
    combo->setCurrentIndex(1);
    press(*m_dialog, QStringLiteral("Send many again…"));
    auto *bulk = m_dialog->findChild<ResendDialog *>();
    QVERIFY(bulk != nullptr);
    QCOMPARE(bulk->described().destination, QStringLiteral("CRM"));
    QTRY_VERIFY(bulk->primaryButton()->isEnabled());
    bulk->primaryButton()->click();
    QTRY_COMPARE(m_dialog->findChild<Banner *>()->text(), QStringLiteral("212 record(s) are on their way again."));
}

void OutboxDialogTest::fitsInALongLanguage()
{
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), m_crm);
    open(1);
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QVERIFY(m_dialog->windowTitle() != QStringLiteral("Outbox"));
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    saveShot(*m_dialog, QStringLiteral("outbox-long"));
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(OutboxDialogTest)
#include "tst_outboxdialog.moc"
