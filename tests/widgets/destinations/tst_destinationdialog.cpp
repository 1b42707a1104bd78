// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/dialogfloor.h"
#include "widgets/destinations/destinationdialog.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class DestinationDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void hidesSecretsWhileTheyAreTyped();
    void addsWhatWasTyped();
    void addsOneThatIsFedByHand();
    void addsOneForEveryConversation();
    void saysWhatIsWrongAtItsPlace_data();
    void saysWhatIsWrongAtItsPlace();
    void countsWhatTheRuleWouldHaveSent();
    void choosesTheFilterWhenItIsTyped();
    void testsWhatItAdded_data();
    void testsWhatItAdded();
    void saysWhyItWasNotAdded();
    void fitsInALongLanguage();

private:
    QLineEdit *field(const QString &name) const
    {
        const QList<QLineEdit *> fields = m_dialog->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->accessibleName() == name)
                return field;
        }
        return nullptr;
    }

    void type(const QString &name, const QString &text) const
    {
        field(name)->clear();
        QTest::keyClicks(field(name), text);
    }

    void typeAddress() const
    {
        type(QStringLiteral("Name"), QStringLiteral("CRM"));
        type(QStringLiteral("Address"), QStringLiteral("https://crm.example/in"));
    }

    void pressEnter() const { QTest::keyClick(field(QStringLiteral("Name")), Qt::Key_Return); }

    Banner *banner() const { return m_dialog->findChild<Banner *>(); }

    QString errors() const
    {
        QStringList texts;
        const QList<FieldError *> errors = m_dialog->findChildren<FieldError *>();
        for (const FieldError *error : errors) {
            if (error->isVisible())
                texts.append(error->error());
        }
        return texts.join(QLatin1Char('\n'));
    }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<DestinationDialog> m_dialog;
};

void DestinationDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void DestinationDialogTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    m_floor->store.addConversation(QStringLiteral("a"), QStringLiteral("booked"));
    m_floor->store.addConversation(QStringLiteral("b"), QStringLiteral("lost"));
    m_dialog = std::make_unique<DestinationDialog>(m_floor->actions, m_floor->reader, m_floor->display);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void DestinationDialogTest::cleanup()
{
    m_dialog.reset();
    m_floor.reset();
}

void DestinationDialogTest::hidesSecretsWhileTheyAreTyped()
{
    for (const char *const name : {"Bearer token", "Signing key"}) {
        type(QString::fromLatin1(name), QStringLiteral("secret"));
        QCOMPARE(field(QString::fromLatin1(name))->echoMode(), QLineEdit::Password);
        QVERIFY(field(QString::fromLatin1(name))->displayText() != QStringLiteral("secret"));
    }
    saveShots(*m_dialog, m_theme, QStringLiteral("destination"));
}

void DestinationDialogTest::addsWhatWasTyped()
{
    const QSignalSpy added(m_dialog.get(), &DestinationDialog::added);
    type(QStringLiteral("Name"), QStringLiteral(" CRM "));
    type(QStringLiteral("Address"), QStringLiteral("https://crm.example/in?key=1"));
    m_dialog->findChild<QComboBox *>()->setCurrentText(QStringLiteral("PUT"));
    type(QStringLiteral("Bearer token"), QStringLiteral("bearer-of-news"));
    type(QStringLiteral("Signing key"), QStringLiteral("pepper"));
    type(QStringLiteral("CA file"), QStringLiteral("/etc/ca.pem"));
    type(QStringLiteral("Filter"), QStringLiteral("outcome:booked"));
    pressEnter();
    QTRY_COMPARE(added.size(), 1);
    QCOMPARE(added.first().first().toString(), QStringLiteral("CRM"));
    const NewDestination &asked = m_floor->actions.addedDestination;
    QCOMPARE(asked.name, QStringLiteral("CRM"));
    QCOMPARE(asked.url, QStringLiteral("https://crm.example/in?key=1"));
    QCOMPARE(asked.method, QStringLiteral("PUT"));
    QCOMPARE(asked.bearer, QByteArray("bearer-of-news"));
    QCOMPARE(asked.signingKey, QByteArray("pepper"));
    QCOMPARE(asked.caFile, QStringLiteral("/etc/ca.pem"));
    QCOMPARE(asked.rule, QStringLiteral("outcome:booked"));
    QVERIFY(!asked.byHandOnly);
}

void DestinationDialogTest::addsOneThatIsFedByHand()
{
    typeAddress();
    type(QStringLiteral("Filter"), QStringLiteral("outcome:"));
    press(*m_dialog, QStringLiteral("Only what I forward by hand"));
    pressEnter(); // what is left of the filter says nothing
    QTRY_COMPARE(m_floor->actions.calls.size(), 1);
    QVERIFY(m_floor->actions.addedDestination.byHandOnly);
    QCOMPARE(m_floor->actions.addedDestination.rule, QString());
}

void DestinationDialogTest::addsOneForEveryConversation()
{
    typeAddress();
    pressEnter();
    QTRY_COMPARE(m_floor->actions.calls, QStringList{QStringLiteral("add destination CRM")});
    QVERIFY(!m_floor->actions.addedDestination.byHandOnly);
    QCOMPARE(m_floor->actions.addedDestination.rule, QString());
    QCOMPARE(m_floor->actions.addedDestination.method, QStringLiteral("POST"));
    QVERIFY(m_floor->actions.addedDestination.bearer.isEmpty());
}

void DestinationDialogTest::saysWhatIsWrongAtItsPlace_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("no name") << "Name" << " " << "A destination needs a name.";
    const QString noAddress = QStringLiteral("This is no web address. It begins with https://.");
    for (const char *const url : {"", "crm.example", "ftp://crm.example/", "https://", "https://crm .example"})
        QTest::addRow("address %s", url) << "Address" << QString::fromLatin1(url) << noAddress;
    QTest::newRow("filter") << "Filter" << "dur>3x" << "\"dur>3x\" is not a duration. Try 3m or 180s.";
}

void DestinationDialogTest::saysWhatIsWrongAtItsPlace()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, error);
    typeAddress();
    type(field, text);
    pressEnter();
    QCOMPARE(errors(), error);
    QVERIFY(this->field(field)->hasFocus());
    QCOMPARE(this->field(field)->accessibleDescription(), error);
    QVERIFY(m_floor->actions.calls.isEmpty());
}

void DestinationDialogTest::countsWhatTheRuleWouldHaveSent()
{
    QTRY_VERIFY(shownTexts(*m_dialog).contains(
        QStringLiteral("It would have sent 2 of the 2 conversations of the last 30 days.")));
    type(QStringLiteral("Filter"), QStringLiteral("outcome:booked"));
    QTRY_VERIFY(shownTexts(*m_dialog).contains(QStringLiteral("sent 1 of the 2 conversations")));
    press(*m_dialog, QStringLiteral("Only what I forward by hand"));
    QVERIFY(shownTexts(*m_dialog).contains(QStringLiteral("Only what you forward yourself is sent.")));
    press(*m_dialog, QStringLiteral("Every conversation"));
    QTRY_VERIFY(shownTexts(*m_dialog).contains(QStringLiteral("sent 2 of the 2 conversations")));
}

void DestinationDialogTest::choosesTheFilterWhenItIsTyped()
{
    const auto *matching =
        qobject_cast<QRadioButton *>(buttonOf(*m_dialog, QStringLiteral("Those that match a filter")));
    QVERIFY(!matching->isChecked());
    type(QStringLiteral("Filter"), QStringLiteral("o"));
    QVERIFY(matching->isChecked());
}

void DestinationDialogTest::testsWhatItAdded_data()
{
    QTest::addColumn<bool>("fine");
    QTest::addColumn<Banner::Kind>("kind");
    QTest::newRow("accepted") << true << Banner::Kind::Good;
    QTest::newRow("refused") << false << Banner::Kind::Warning;
}

void DestinationDialogTest::testsWhatItAdded()
{
    QFETCH(bool, fine);
    m_floor->actions.testAnswer = DestinationAnswerText{fine, QStringLiteral("It said so.")};
    QVERIFY(!buttonOf(*m_dialog, QStringLiteral("Test"))->isVisible());
    typeAddress();
    pressEnter();
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->kind(), Banner::Kind::Good);
    QVERIFY(!field(QStringLiteral("Name"))->isEnabled());
    press(*m_dialog, QStringLiteral("Test"));
    QTRY_COMPARE(banner()->text(), QStringLiteral("It said so."));
    QTEST(banner()->kind(), "kind");
    QCOMPARE(m_floor->actions.calls.last(), QStringLiteral("test CRM"));
    press(*m_dialog, QStringLiteral("Done"));
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_floor->actions.calls.size(), 2); // added once
}

void DestinationDialogTest::saysWhyItWasNotAdded()
{
    const Error taken{ErrorCode::AlreadyExists, QStringLiteral("there is a destination \"CRM\" already")};
    m_floor->actions.answer = std::unexpected(taken);
    const QSignalSpy added(m_dialog.get(), &DestinationDialog::added);
    typeAddress();
    pressEnter();
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->kind(), Banner::Kind::Error);
    QCOMPARE(banner()->text(), errorText(taken));
    QVERIFY(m_dialog->primaryButton()->isEnabled());
    QVERIFY(field(QStringLiteral("Name"))->isEnabled());
    QCOMPARE(added.size(), 0);
}

void DestinationDialogTest::fitsInALongLanguage()
{
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QVERIFY(m_dialog->windowTitle() != QStringLiteral("Add a destination"));
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    saveShot(*m_dialog, QStringLiteral("destination-long"));
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(DestinationDialogTest)
#include "tst_destinationdialog.moc"
