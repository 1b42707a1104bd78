// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/dialogfloor.h"
#include "widgets/controls/emptystate.h"
#include "widgets/destinations/destinationsdialog.h"
#include "widgets/style/words.h"

#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

using namespace earshot;

class DestinationsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void listsTheDestinations();
    void saysInWordsHowEachIsDoing_data();
    void saysInWordsHowEachIsDoing();
    void countsWhatAsks();
    void opensTheSettings();
    void namesTheRightsThatATestMissed();
    void hidesWhatAnAddressMayCarry();
    void saysWhereThereAreNone();
    void pausesAndResumes();
    void testsOne();
    void asksBeforeItRemoves();
    void staysWithTheDestinationThatWasChosen();
    void saysWhatWentWrong();
    void fitsInALongLanguage();

private:
    void open(int rows)
    {
        m_dialog = std::make_unique<DestinationsDialog>(m_floor->actions, m_floor->reader, m_floor->display);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QTRY_COMPARE(table()->rowCount(), rows);
    }

    QTableWidget *table() const { return m_dialog->findChild<QTableWidget *>(); }

    QString cell(int row, int column) const { return table()->item(row, column)->text(); }

    Banner *banner() const { return m_dialog->findChild<Banner *>(); }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<DestinationsDialog> m_dialog;
};

void DestinationsDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void DestinationsDialogTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
}

void DestinationsDialogTest::cleanup()
{
    m_dialog.reset();
    m_floor.reset();
}

void DestinationsDialogTest::listsTheDestinations()
{
    const Destination crm = m_floor->store.addDestination(QStringLiteral("CRM"), QStringLiteral("outcome:booked"));
    m_floor->store.addDestination(QStringLiteral("Tickets"), QStringLiteral(""));
    const Destination vault = m_floor->store.addDestination(QStringLiteral("Vault"));
    SampleStore::valueOf(destinations::pause(m_floor->store.database(), vault.id, QStringLiteral("it said 401")));
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), crm);
    open(3);
    QVERIFY(table()->hasFocus()); // and not Close
    QCOMPARE(cell(0, 0), QStringLiteral("CRM"));
    QCOMPARE(cell(0, 1), QStringLiteral("Webhook"));
    QCOMPARE(cell(0, 3), QStringLiteral("outcome:booked"));
    QCOMPARE(cell(0, 4), QStringLiteral("active"));
    QCOMPARE(cell(0, 5), QStringLiteral("1"));
    QCOMPARE(cell(0, 6), QStringLiteral("0"));
    QCOMPARE(cell(0, 7), QStringLiteral("0"));
    QCOMPARE(cell(1, 3), QStringLiteral("every conversation"));
    QCOMPARE(cell(2, 3), QStringLiteral("by hand only"));
    QCOMPARE(cell(2, 4), QStringLiteral("paused: it said 401"));
    saveShots(*m_dialog, m_theme, QStringLiteral("destinations"));
}

void DestinationsDialogTest::saysInWordsHowEachIsDoing_data()
{
    QTest::addColumn<BreakerState>("breaker");
    QTest::addColumn<int>("heldMinutes");
    QTest::addColumn<QString>("words");
    QTest::newRow("held") << BreakerState::Closed << 5 << "waits until 12:20:00: it asked for a pause";
    QTest::newRow("held once") << BreakerState::Closed << -5 << "active";
    QTest::newRow("open") << BreakerState::Open << 5 << "left alone until 12:20:00: it asked for a pause";
    QTest::newRow("probing") << BreakerState::Probing << -5 << "tried again, one conversation at a time";
}

void DestinationsDialogTest::saysInWordsHowEachIsDoing()
{
    QFETCH(BreakerState, breaker);
    QFETCH(int, heldMinutes);
    const Destination crm = m_floor->store.addDestination(QStringLiteral("CRM"));
    SampleStore::valueOf(destinations::hold(m_floor->store.database(), crm.id,
                                            m_floor->clock.now() + std::chrono::minutes(heldMinutes),
                                            QStringLiteral("it asked for a pause")));
    SampleStore::valueOf(destinations::setBreaker(m_floor->store.database(), crm.id, breaker));
    open(1);
    QTEST(cell(0, 4), "words");
    saveShots(*m_dialog, m_theme, QStringLiteral("destinations-%1").arg(QLatin1StringView(QTest::currentDataTag())));
}

void DestinationsDialogTest::countsWhatAsks()
{
    const Destination crm = m_floor->store.addDestination(QStringLiteral("CRM"));
    const qint64 conversation = m_floor->store.addConversation(QStringLiteral("a"));
    m_floor->enqueue(conversation, crm);
    const auto rows = SampleStore::valueOf(outbox::ofConversation(m_floor->store.database(), conversation));
    SampleStore::valueOf(outbox::storeQuestion(
        m_floor->store.database(),
        {rows.first().id, rows.first().wanted, std::nullopt, {}, QStringLiteral("two fit"), SampleStore::c_noon},
        OutboxQuestion::WhichContact));
    open(1);
    QCOMPARE(cell(0, 6), QStringLiteral("1"));
    QCOMPARE(cell(0, 7), QStringLiteral("1"));
}

void DestinationsDialogTest::opensTheSettings()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    m_floor->store.addDestination(QStringLiteral("Tickets"));
    open(2);
    QStringList asked;
    connect(m_dialog.get(), &DestinationsDialog::settingsRequested, this,
            [&asked](const DestinationEntry &entry) { asked.append(entry.destination.name); });
    press(*m_dialog, QStringLiteral("Settings…"));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Return);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualItemRect(table()->item(0, 0)).center());
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, table()->visualItemRect(table()->item(0, 0)).center());
    QCOMPARE(asked, (QStringList{QStringLiteral("CRM"), QStringLiteral("Tickets"), QStringLiteral("CRM")}));
}

void DestinationsDialogTest::namesTheRightsThatATestMissed()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    open(1);
    m_floor->actions.testAnswer =
        DestinationAnswerText{false,
                              QStringLiteral("It refuses."),
                              {{QStringLiteral("read contacts"), true, {}},
                               {QStringLiteral("write calls"), false, QStringLiteral("Call: create")}}};
    press(*m_dialog, QStringLiteral("Test"));
    QTRY_COMPARE(banner()->text(), QStringLiteral("CRM: It refuses.\nwrite calls: missing. Grant Call: create"));
}

void DestinationsDialogTest::hidesWhatAnAddressMayCarry()
{
    m_floor->store.addDestination(QStringLiteral("CRM"), {}, QStringLiteral("https://crm.example/in?key=secret"));
    open(1);
    QCOMPARE(cell(0, 2), QStringLiteral("https://crm.example/in"));
    QVERIFY(!table()->item(0, 2)->toolTip().contains(QStringLiteral("secret")));
}

void DestinationsDialogTest::saysWhereThereAreNone()
{
    open(0);
    QTRY_VERIFY(m_dialog->findChild<EmptyState *>()->isVisible());
    QVERIFY(!table()->isVisible());
    for (const char *const text : {"Settings…", "Test", "Pause", "Remove…"})
        QVERIFY(!buttonOf(*m_dialog, QString::fromUtf8(text))->isEnabled());
    const QSignalSpy requested(m_dialog.get(), &DestinationsDialog::addRequested);
    press(*m_dialog, QStringLiteral("Add a destination…"));
    press(*m_dialog, QStringLiteral("Add…"));
    QCOMPARE(requested.size(), 2);
}

void DestinationsDialogTest::pausesAndResumes()
{
    const Destination crm = m_floor->store.addDestination(QStringLiteral("CRM"));
    open(1);
    press(*m_dialog, QStringLiteral("Pause"));
    QTRY_COMPARE(m_floor->actions.calls, QStringList{QStringLiteral("pause CRM")});
    SampleStore::valueOf(destinations::pause(m_floor->store.database(), crm.id, QString()));
    QTRY_VERIFY(buttonOf(*m_dialog, QStringLiteral("Resume")));
    QCOMPARE(cell(0, 4), QStringLiteral("paused"));
    press(*m_dialog, QStringLiteral("Resume"));
    QTRY_COMPARE(m_floor->actions.calls.last(), QStringLiteral("resume CRM"));
}

void DestinationsDialogTest::testsOne()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    open(1);
    m_floor->actions.testAnswer = DestinationAnswerText{false, QStringLiteral("It answered 401.")};
    press(*m_dialog, QStringLiteral("Test"));
    QTRY_COMPARE(banner()->text(), QStringLiteral("CRM: It answered 401."));
    QCOMPARE(banner()->kind(), Banner::Kind::Warning);
    QCOMPARE(m_floor->actions.calls, QStringList{QStringLiteral("test CRM")});
}

void DestinationsDialogTest::asksBeforeItRemoves()
{
    const Destination crm = m_floor->store.addDestination(QStringLiteral("CRM"));
    m_floor->enqueue(m_floor->store.addConversation(QStringLiteral("a")), crm);
    open(1);
    press(*m_dialog, QStringLiteral("Remove…"));
    QCOMPARE(banner()->text(), QStringLiteral("1 conversation(s) not sent to CRM would be discarded."));
    QVERIFY(m_floor->actions.calls.isEmpty());
    press(*m_dialog, QStringLiteral("Remove CRM"));
    QTRY_COMPARE(m_floor->actions.calls, QStringList{QStringLiteral("remove destination CRM")});
    QTRY_VERIFY(!banner()->isVisible());
}

void DestinationsDialogTest::staysWithTheDestinationThatWasChosen()
{
    m_floor->store.addDestination(QStringLiteral("Tickets"));
    open(1);
    m_floor->store.addDestination(QStringLiteral("CRM")); // comes before it
    QTRY_COMPARE(table()->rowCount(), 2);
    press(*m_dialog, QStringLiteral("Pause"));
    QTRY_COMPARE(m_floor->actions.calls, QStringList{QStringLiteral("pause Tickets")});
}

void DestinationsDialogTest::saysWhatWentWrong()
{
    const Error gone{ErrorCode::NotFound, {}};
    m_floor->store.addDestination(QStringLiteral("CRM"));
    open(1);
    m_floor->actions.answer = std::unexpected(gone);
    press(*m_dialog, QStringLiteral("Pause"));
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->kind(), Banner::Kind::Error);
    QCOMPARE(banner()->text(), errorText(gone));
}

void DestinationsDialogTest::fitsInALongLanguage()
{
    m_floor->store.addDestination(QStringLiteral("CRM"));
    open(1);
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QVERIFY(cell(0, 3) != QStringLiteral("by hand only"));
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    saveShot(*m_dialog, QStringLiteral("destinations-long"));
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(DestinationsDialogTest)
#include "tst_destinationsdialog.moc"
