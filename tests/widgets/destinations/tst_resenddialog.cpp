// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/dialogfloor.h"
#include "widgets/destinations/resenddialog.h"
#include "widgets/style/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace earshot;

class ResendDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void countsBeforeItSends();
    void saysHowLongItTakes_data();
    void saysHowLongItTakes();
    void sendsWhatIsDescribed();
    void explainsAWrongFilter();
    void countsAnewForAnotherFilter();
    void sendsNothingWhereThereIsNothing();
    void staysOpenWhenItFails();
    void fitsInALongLanguage();

private:
    void open()
    {
        m_dialog = std::make_unique<ResendDialog>(m_floor->actions, *m_destinations, m_floor->display);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    QLineEdit *filter() const { return m_dialog->findChildren<QLineEdit *>().first(); }

    QSpinBox *pace() const { return m_dialog->findChild<QSpinBox *>(); }

    QPushButton *send() const { return m_dialog->primaryButton(); }

    bool says(const QString &text) const { return shownTexts(*m_dialog).contains(text); }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<DestinationList> m_destinations;
    std::unique_ptr<ResendDialog> m_dialog;
};

void ResendDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void ResendDialogTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    m_floor->store.addDestination(QStringLiteral("CRM"));
    m_floor->actions.resendCount = 212;
    m_destinations = std::make_unique<DestinationList>(m_floor->reader);
    QTRY_VERIFY(m_destinations->isLoaded());
}

void ResendDialogTest::cleanup()
{
    m_dialog.reset();
    m_destinations.reset();
    m_floor.reset();
}

void ResendDialogTest::countsBeforeItSends()
{
    open();
    QTRY_COMPARE(send()->text(), QStringLiteral("Send 212 again"));
    QVERIFY(says(QStringLiteral("212 record(s) would be sent again, at once.")));
    QCOMPARE(m_floor->actions.calls, QStringList{QStringLiteral("count resend")});
    pace()->setValue(50);
    saveShots(*m_dialog, m_theme, QStringLiteral("resend"));
}

void ResendDialogTest::saysHowLongItTakes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("perMinute");
    QTest::addColumn<QString>("words");
    QTest::newRow("at once") << 212 << 0 << "212 record(s) would be sent again, at once.";
    QTest::newRow("minutes") << 212 << 50 << "212 record(s) would be sent again, in about 4 min.";
    QTest::newRow("seconds") << 6 << 50 << "6 record(s) would be sent again, in about 6 s.";
    QTest::newRow("an hour and more") << 10'000 << 100 << "10000 record(s) would be sent again, in about 1 h 40 min.";
    QTest::newRow("the only one") << 1 << 1 << "1 record(s) would be sent again, at once.";
}

void ResendDialogTest::saysHowLongItTakes()
{
    QFETCH(int, count);
    QFETCH(int, perMinute);
    QFETCH(QString, words);
    m_floor->actions.resendCount = count;
    open();
    pace()->setValue(perMinute);
    QTRY_VERIFY2(says(words), qPrintable(shownTexts(*m_dialog)));
}

void ResendDialogTest::sendsWhatIsDescribed()
{
    open();
    m_dialog->chooseDestination(QStringLiteral("CRM"));
    filter()->setFocus();
    QTest::keyClicks(filter(), QStringLiteral("outcome:booked"));
    m_dialog->findChild<QCheckBox *>()->setChecked(true);
    pace()->setValue(60);
    QTRY_VERIFY(send()->isEnabled());
    const QSignalSpy resent(m_dialog.get(), &ResendDialog::resent);
    QTest::mouseClick(send(), Qt::LeftButton);
    QTRY_COMPARE(resent.size(), 1);
    QCOMPARE(resent.first().first().toLongLong(), 212);
    QCOMPARE(m_floor->actions.calls.last(), QStringLiteral("resend"));
    QCOMPARE(m_floor->actions.calls.count(QStringLiteral("resend")), 1);
    const OutboxResend &asked = m_floor->actions.resent;
    QCOMPARE(asked.destination, QStringLiteral("CRM"));
    QCOMPARE(asked.filter, QStringLiteral("outcome:booked"));
    QCOMPARE(asked.perMinute, 60);
    QVERIFY(asked.alsoSent);
    QVERIFY(!m_dialog->isVisible());
}

void ResendDialogTest::explainsAWrongFilter()
{
    open();
    QTRY_VERIFY(send()->isEnabled());
    filter()->setFocus();
    QTest::keyClicks(filter(), QStringLiteral("dur>3x"));
    QVERIFY(!send()->isEnabled()); // at once
    auto *error = m_dialog->findChild<FieldError *>();
    QVERIFY(error->error().isEmpty()); // not while it is typed
    QTest::keyClick(filter(), Qt::Key_Tab);
    QVERIFY(!error->error().isEmpty());
    m_dialog->accept();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!m_floor->actions.calls.contains(QStringLiteral("resend")));
}

void ResendDialogTest::countsAnewForAnotherFilter()
{
    open();
    QTRY_VERIFY(send()->isEnabled());
    m_floor->actions.resendCount = 7;
    filter()->setFocus();
    QTest::keyClicks(filter(), QStringLiteral("outcome:spam"));
    QVERIFY(!send()->isEnabled()); // what was counted is not what would be sent
    QTRY_COMPARE(send()->text(), QStringLiteral("Send 7 again"));
    QCOMPARE(m_floor->actions.resent.filter, QStringLiteral("outcome:spam"));
}

void ResendDialogTest::sendsNothingWhereThereIsNothing()
{
    m_floor->actions.resendCount = 0;
    open();
    QTRY_VERIFY(says(QStringLiteral("Nothing would be sent again.")));
    QVERIFY(!send()->isEnabled());
}

void ResendDialogTest::staysOpenWhenItFails()
{
    open();
    QTRY_VERIFY(send()->isEnabled());
    const Error gone{ErrorCode::NotFound, {}};
    m_floor->actions.resendCount = std::unexpected(gone);
    QTest::mouseClick(send(), Qt::LeftButton);
    QTRY_COMPARE(m_dialog->findChild<Banner *>()->text(), errorText(gone));
    QVERIFY(m_dialog->isVisible());
    QVERIFY(send()->isEnabled());
}

void ResendDialogTest::fitsInALongLanguage()
{
    open();
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(ResendDialogTest)
#include "tst_resenddialog.moc"
