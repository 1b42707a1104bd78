// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/dialogfloor.h"
#include "widgets/destinations/dryrunview.h"
#include "widgets/destinations/forwarddialog.h"
#include "widgets/forwarding/recordlink.h"
#include "widgets/style/words.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class ForwardDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void saysHowManyGo();
    void sendsToTheChosenDestination();
    void saysHowManyWereSentThereBefore();
    void saysThatADestinationIsPaused();
    void staysWithTheDestinationThatWasChosen();
    void offersToAddADestination();
    void staysOpenWhenItFails();
    void saysWhatWouldHappenToOne();
    void saysWhomItFound_data();
    void saysWhomItFound();
    void forgetsWhatWouldHappenElsewhere();
    void saysThatNothingWouldBeKnown();

private:
    void open(int destinations)
    {
        m_dialog =
            std::make_unique<ForwardDialog>(m_floor->actions, m_floor->reader, m_floor->display, m_conversations);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTRY_COMPARE(list()->count(), destinations);
    }

    QListWidget *list() const { return m_dialog->findChild<QListWidget *>(); }

    QString forwarded(const QString &destination) const
    {
        return QStringLiteral("forward %1,%2 to %3")
            .arg(m_conversations.at(0))
            .arg(m_conversations.at(1))
            .arg(destination);
    }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<ForwardDialog> m_dialog;
    QList<qint64> m_conversations;
};

void ForwardDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void ForwardDialogTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    m_conversations = {m_floor->store.addConversation(QStringLiteral("a")),
                       m_floor->store.addConversation(QStringLiteral("b"))};
}

void ForwardDialogTest::cleanup()
{
    m_dialog.reset();
    m_floor.reset();
}

void ForwardDialogTest::saysHowManyGo()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    open(1);
    QCOMPARE(list()->item(0)->text(), QStringLiteral("CRM (crm.example)"));
    QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("2 conversation(s) would be sent.")));
    QCOMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Send 2"));
    saveShots(*m_dialog, m_theme, QStringLiteral("forward"));
}

void ForwardDialogTest::sendsToTheChosenDestination()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    m_floor->store.addDestination(QStringLiteral("Tickets"));
    open(2);
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_COMPARE(m_floor->actions.calls, QStringList{forwarded(QStringLiteral("Tickets"))});
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
}

void ForwardDialogTest::saysHowManyWereSentThereBefore()
{
    const Destination crm = m_floor->store.addDestination(QStringLiteral("CRM"));
    m_floor->store.addDestination(QStringLiteral("Tickets"));
    m_floor->enqueue(m_conversations.first(), crm);
    m_floor->send(1);
    m_floor->enqueue(m_conversations.last(), crm); // waits: it was not sent yet
    open(2);
    const QString before = QStringLiteral("1 of them was sent there before and is sent again as a new version.");
    QTRY_VERIFY(shownTexts(*m_dialog).contains(before));
    list()->setCurrentRow(1);
    QTRY_VERIFY(!shownTexts(*m_dialog).contains(before));
}

void ForwardDialogTest::saysThatADestinationIsPaused()
{
    const Destination crm = m_floor->store.addDestination(QStringLiteral("CRM"));
    SampleStore::valueOf(destinations::pause(m_floor->store.database(), crm.id, QStringLiteral("it said 401")));
    open(1);
    QCOMPARE(list()->item(0)->text(), QStringLiteral("CRM (crm.example), paused: it waits there until it is resumed"));
    QVERIFY(m_dialog->primaryButton()->isEnabled());
}

void ForwardDialogTest::staysWithTheDestinationThatWasChosen()
{
    m_floor->store.addDestination(QStringLiteral("Tickets"));
    open(1);
    m_floor->store.addDestination(QStringLiteral("CRM")); // comes before it
    QTRY_COMPARE(list()->count(), 2);
    QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton);
    QTRY_COMPARE(m_floor->actions.calls, QStringList{forwarded(QStringLiteral("Tickets"))});
}

void ForwardDialogTest::offersToAddADestination()
{
    open(0);
    QTRY_VERIFY(buttonOf(*m_dialog, QStringLiteral("Add a destination…"))->isVisible());
    QVERIFY(!m_dialog->primaryButton()->isVisible());
    const QSignalSpy requested(m_dialog.get(), &ForwardDialog::addDestinationRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(requested.size(), 1);
    press(*m_dialog, QStringLiteral("Add a destination…"));
    QCOMPARE(requested.size(), 2);
    m_floor->store.addDestination(QStringLiteral("CRM"));
    QTRY_VERIFY(m_dialog->primaryButton()->isVisible());
    QVERIFY(m_dialog->primaryButton()->isEnabled());
}

void ForwardDialogTest::staysOpenWhenItFails()
{
    const Error gone{ErrorCode::NotFound, {}};
    m_floor->store.addDestination(QStringLiteral("CRM"));
    open(1);
    m_floor->actions.answer = std::unexpected(gone);
    QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton);
    QTRY_COMPARE(m_dialog->findChild<Banner *>()->text(), errorText(gone));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_dialog->primaryButton()->isEnabled());
}

void ForwardDialogTest::saysWhatWouldHappenToOne()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    ForwardDryRun &run = *m_floor->actions.dryRunAnswer;
    run.contact = ForwardDryRun::Contact::Found;
    run.contacts = {QStringLiteral("Alice Durand <b>")};
    run.write = ForwardDryRun::Write::WouldBeChanged;
    run.recordUrl = QStringLiteral("https://crm.example/calls/4711");
    run.body = QStringLiteral("{\n    \"object\": \"calls\",\n    \"record\": {\n        \"hs_call_status\": "
                              "\"COMPLETED\"\n    }\n}");
    open(1);
    QVERIFY(!buttonOf(*m_dialog, QStringLiteral("What would happen"))->isVisible()); // of which of the two
    m_conversations.removeLast();
    open(1);
    press(*m_dialog, QStringLiteral("What would happen"));
    auto *view = m_dialog->findChild<DryRunView *>();
    QTRY_VERIFY(view->isVisible());
    QCOMPARE(m_floor->actions.calls, QStringList{QStringLiteral("dry run CRM %1").arg(m_conversations.first())});
    QCOMPARE(view->contactText(), QStringLiteral("Its contact is there: Alice Durand <b>."));
    QCOMPARE(view->recordText(), QStringLiteral("The record that is there would be changed."));
    QCOMPARE(view->body(), run.body);
    QVERIFY(view->findChild<RecordLink *>()->isVisible());
    QVERIFY(m_dialog->isVisible()); // nothing is sent
    saveShots(*m_dialog, m_theme, QStringLiteral("forward-dry-run"));
}

void ForwardDialogTest::saysWhomItFound_data()
{
    using Contact = ForwardDryRun::Contact;
    QTest::addColumn<int>("contact");
    QTest::addColumn<QStringList>("contacts");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << int(Contact::None) << QStringList() << "The record would belong to no contact.";
    QTest::newRow("made") << int(Contact::WouldBeMade) << QStringList() << "No contact fits; one would be made.";
    QTest::newRow("several") << int(Contact::Several) << QStringList{QStringLiteral("Ada"), QStringLiteral("Bea")}
                             << "Several contacts fit: Ada, Bea. You would be asked which.";
    QTest::newRow("unknown") << int(Contact::Unknown) << QStringList() << "Whether its contact is there is not known.";
}

void ForwardDialogTest::saysWhomItFound()
{
    QFETCH(int, contact);
    QFETCH(QStringList, contacts);
    DryRunView view;
    ForwardDryRun run;
    run.contact = ForwardDryRun::Contact(contact);
    run.contacts = contacts;
    run.write = ForwardDryRun::Write::WouldBeMade;
    view.showRun(run, QStringLiteral("CRM"));
    QTEST(view.contactText(), "words");
    QCOMPARE(view.recordText(), QStringLiteral("A new record would be written."));
}

void ForwardDialogTest::forgetsWhatWouldHappenElsewhere()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    m_floor->store.addDestination(QStringLiteral("Tickets"));
    m_conversations.removeLast();
    open(2);
    press(*m_dialog, QStringLiteral("What would happen"));
    auto *view = m_dialog->findChild<DryRunView *>();
    QTRY_VERIFY(view->isVisible());
    list()->setCurrentRow(1);
    QVERIFY(!view->isVisible());
}

void ForwardDialogTest::saysThatNothingWouldBeKnown()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    m_conversations.removeLast();
    open(1);
    const Error gone{ErrorCode::NotFound, {}};
    m_floor->actions.dryRunAnswer = std::unexpected(gone);
    press(*m_dialog, QStringLiteral("What would happen"));
    QTRY_COMPARE(m_dialog->findChild<Banner *>()->text(), errorText(gone));
    QVERIFY(!m_dialog->findChild<DryRunView *>()->isVisible());
    QVERIFY(buttonOf(*m_dialog, QStringLiteral("What would happen"))->isEnabled());
}

QTEST_MAIN(ForwardDialogTest)
#include "tst_forwarddialog.moc"
