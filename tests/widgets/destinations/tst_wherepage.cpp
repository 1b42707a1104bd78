// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/pages.h"
#include "widgets/destinations/destinationtestview.h"
#include "widgets/destinations/pairtable.h"
#include "widgets/destinations/wherepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTableWidget>

using namespace earshot;

class WherePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void offersEveryKind();
    void fillsInTheUsualAddress();
    void keepsAnAddressThatWasTyped();
    void namesTheSecretAsItsKindDoes_data();
    void namesTheSecretAsItsKindDoes();
    void hidesSecretsWhileTheyAreTyped();
    void describesAWebhookWithAllItsOptions();
    void describesOnlyWhatTheKindKnows();
    void saysWhatIsWrongWhenAFieldIsLeft();
    void saysNothingWhileAFieldIsEmptyAndUntouched();
    void saysWhatIsWrongAtItsPlace_data();
    void saysWhatIsWrongAtItsPlace();
    void opensTheFoldForWhatIsWrongInIt();
    void asksForWhatItsKindNeeds_data();
    void asksForWhatItsKindNeeds();
    void showsOneThatIsThereAndKeepsItsSecrets();
    void keepsOptionsThatNoFieldKnows();
    void testsBeforeAnythingIsKept();
    void testsWithoutAName();
    void listsTheRightsThatAreThereAndMissing();
    void forgetsATestOfSomethingElse();
    void showsEveryOptionInWords();

private:
    void choose(const char *kind) const
    {
        QComboBox *combo = m_page->findChild<QComboBox *>();
        combo->setCurrentIndex(combo->findData(QString::fromLatin1(kind)));
    }

    NewDestination described() const
    {
        NewDestination destination;
        m_page->describe(destination);
        return destination;
    }

    void openFold() const { press(*m_page, QStringLiteral("More settings")); }

    void type(const char *name, const QString &text) const { typeInto(*m_page, QString::fromLatin1(name), text); }

    void makeNew()
    {
        m_page = std::make_unique<WherePage>(m_floor->actions);
        m_page->resize(680, 800);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    Theme m_theme;
    std::unique_ptr<DialogFloor> m_floor;
    std::unique_ptr<WherePage> m_page;
};

void WherePageTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void WherePageTest::init()
{
    m_floor = std::make_unique<DialogFloor>();
    makeNew();
}

void WherePageTest::cleanup()
{
    m_page.reset();
    m_floor.reset();
}

void WherePageTest::offersEveryKind()
{
    const QComboBox *combo = m_page->findChild<QComboBox *>();
    QCOMPARE(combo->count(), int(destinationKinds().size()));
    for (const DestinationKind &kind : destinationKinds())
        QVERIFY(combo->findText(kind.title) >= 0);
    QCOMPARE(combo->accessibleName(), QStringLiteral("Kind"));
}

void WherePageTest::fillsInTheUsualAddress()
{
    QCOMPARE(described().url, QString());
    choose("hubspot");
    QCOMPARE(described().url, QStringLiteral("https://api.hubapi.com"));
    choose("espocrm");
    QCOMPARE(described().url, QString());
}

void WherePageTest::keepsAnAddressThatWasTyped()
{
    type("Address", QStringLiteral("https://crm.example"));
    choose("hubspot");
    QCOMPARE(described().url, QStringLiteral("https://crm.example"));
}

void WherePageTest::namesTheSecretAsItsKindDoes_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("webhook") << "Bearer token";
    QTest::newRow("hubspot") << "Access token";
    QTest::newRow("espocrm") << "API key";
    QTest::newRow("tryton") << "Password";
}

void WherePageTest::namesTheSecretAsItsKindDoes()
{
    QFETCH(QString, label);
    choose(QTest::currentDataTag());
    QVERIFY(lineOf(*m_page, label));
    QVERIFY(shownTexts(*m_page).contains(label));
}

void WherePageTest::hidesSecretsWhileTheyAreTyped()
{
    for (const char *const name : {"Bearer token", "Signing key"}) {
        type(name, QStringLiteral("secret"));
        QCOMPARE(lineOf(*m_page, QString::fromLatin1(name))->echoMode(), QLineEdit::Password);
    }
    QCOMPARE(described().bearer, QByteArray("secret"));
    QCOMPARE(described().signingKey, QByteArray("secret"));
}

void WherePageTest::describesAWebhookWithAllItsOptions()
{
    type("Name", QStringLiteral(" CRM "));
    type("Address", QStringLiteral("https://crm.example/in?key=1"));
    openFold();
    const QList<QComboBox *> combos = m_page->findChildren<QComboBox *>();
    const auto method = std::ranges::find_if(
        combos, [](const QComboBox *combo) { return combo->accessibleName() == QStringLiteral("Method"); });
    (*method)->setCurrentText(QStringLiteral("PUT"));
    press(*m_page, QStringLiteral("202 counts as sent"));
    type("Id in the answer", QStringLiteral("/id"));
    type("Requests a second", QStringLiteral("2.5"));
    type("Records at a time", QStringLiteral("3"));
    type("CA file", QStringLiteral("/etc/ca.pem"));
    press(*m_page, QStringLiteral("Add row"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("X-Team"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const PairTable *headers = m_page->findChild<PairTable *>();
    QTRY_COMPARE(headers->table()->item(0, 0)->text(), QStringLiteral("X-Team"));
    headers->table()->item(0, 1)->setText(QStringLiteral("desk"));
    const NewDestination asked = described();
    QCOMPARE(asked.name, QStringLiteral("CRM"));
    QCOMPARE(asked.kind, QStringLiteral("webhook"));
    QCOMPARE(asked.url, QStringLiteral("https://crm.example/in?key=1"));
    QCOMPARE(asked.method, QStringLiteral("PUT"));
    QCOMPARE(asked.caFile, QStringLiteral("/etc/ca.pem"));
    const QJsonObject options{
        {QStringLiteral("accept_202"), true},
        {QStringLiteral("id_pointer"), QStringLiteral("/id")},
        {QStringLiteral("rate"), 2.5},
        {QStringLiteral("concurrency"), 3},
        {QStringLiteral("headers"), QJsonObject{{QStringLiteral("X-Team"), QStringLiteral("desk")}}}};
    QCOMPARE(asked.options, options);
    QVERIFY(m_page->check());
    saveShots(*m_page, m_theme, QStringLiteral("where-webhook"));
}

void WherePageTest::describesOnlyWhatTheKindKnows()
{
    openFold();
    type("Id in the answer", QStringLiteral("/id"));
    type("Signing key", QStringLiteral("pepper"));
    choose("tryton");
    type("Database", QStringLiteral("crm"));
    type("User name", QStringLiteral("earshot"));
    const NewDestination asked = described();
    const QJsonObject options{{QStringLiteral("database"), QStringLiteral("crm")},
                              {QStringLiteral("user"), QStringLiteral("earshot")}};
    QCOMPARE(asked.options, options);
    QVERIFY(asked.signingKey.isEmpty());
}

void WherePageTest::saysWhatIsWrongWhenAFieldIsLeft()
{
    type("Address", QStringLiteral("crm.example"));
    QCOMPARE(reasonsOf(*m_page), QString()); // not before it is left
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(reasonsOf(*m_page), QStringLiteral("This is no web address. It begins with https://."));
    type("Address", QStringLiteral("https://crm.example"));
    QCOMPARE(reasonsOf(*m_page), QString());
}

void WherePageTest::saysNothingWhileAFieldIsEmptyAndUntouched()
{
    lineOf(*m_page, QStringLiteral("Name"))->setFocus();
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(reasonsOf(*m_page), QString());
}

void WherePageTest::saysWhatIsWrongAtItsPlace_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no name") << "Name" << " " << "A destination needs a name.";
    QTest::newRow("slash") << "Name" << "a/b" << "A name cannot hold a slash.";
    const QString noAddress = QStringLiteral("This is no web address. It begins with https://.");
    for (const char *const url : {"", "crm.example", "ftp://crm.example/", "https://", "https://crm .example"})
        QTest::addRow("address %s", url) << "Address" << QString::fromLatin1(url) << noAddress;
    const QString notHere = QStringLiteral("It must begin with https://. Only on this computer http:// will do.");
    QTest::newRow("plain") << "Address" << "http://crm.example" << notHere;
    QTest::newRow("password") << "Address" << "https://a:b@crm.example"
                              << "A user or password in it would lie in the store. Use the fields below.";
    QTest::newRow("fragment") << "Address" << "https://crm.example/#in"
                              << "What follows # is never sent. Leave it out.";
}

void WherePageTest::saysWhatIsWrongAtItsPlace()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    type("Name", QStringLiteral("CRM"));
    type("Address", QStringLiteral("http://127.0.0.1/in"));
    QVERIFY(m_page->check());
    typeInto(*m_page, field, text);
    QVERIFY(!m_page->check());
    QCOMPARE(reasonsOf(*m_page), reason);
    QVERIFY(lineOf(*m_page, field)->hasFocus());
    QCOMPARE(lineOf(*m_page, field)->accessibleDescription(), reason);
}

void WherePageTest::opensTheFoldForWhatIsWrongInIt()
{
    type("Name", QStringLiteral("CRM"));
    type("Address", QStringLiteral("https://crm.example"));
    openFold();
    type("Requests a second", QStringLiteral("many"));
    press(*m_page, QStringLiteral("Fewer settings")); // and closed again
    QVERIFY(!lineOf(*m_page, QStringLiteral("Requests a second"))->isVisible());
    QVERIFY(!m_page->check());
    QVERIFY(lineOf(*m_page, QStringLiteral("Requests a second"))->hasFocus());
    QCOMPARE(reasonsOf(*m_page), QStringLiteral("This is no number."));
    type("Requests a second", QStringLiteral("0"));
    QVERIFY(!m_page->check());
    QCOMPARE(reasonsOf(*m_page), QStringLiteral("A number above 0, at most 1,000."));
    type("Requests a second", QStringLiteral("1"));
    type("Records at a time", QStringLiteral("1.5"));
    QVERIFY(!m_page->check());
    QCOMPARE(reasonsOf(*m_page), QStringLiteral("A whole number from 1 to 32."));
}

void WherePageTest::asksForWhatItsKindNeeds_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("hubspot") << QStringList{QStringLiteral("Access token")};
    QTest::newRow("espocrm") << QStringList{QStringLiteral("Assigned user"), QStringLiteral("API key")};
    QTest::newRow("tryton") << QStringList{QStringLiteral("Database"), QStringLiteral("User name"),
                                           QStringLiteral("Password")};
}

void WherePageTest::asksForWhatItsKindNeeds()
{
    QFETCH(QStringList, fields);
    choose(QTest::currentDataTag());
    type("Name", QStringLiteral("CRM"));
    type("Address", QStringLiteral("https://crm.example"));
    for (const QString &field : fields) {
        QVERIFY(!m_page->check());
        QCOMPARE(reasonsOf(*m_page), QStringLiteral("It does not work without."));
        QVERIFY(lineOf(*m_page, field)->hasFocus());
        QCOMPARE(lineOf(*m_page, field)->placeholderText(), QStringLiteral("required"));
        typeInto(*m_page, field, QStringLiteral("x"));
    }
    QVERIFY(m_page->check());
}

void WherePageTest::showsOneThatIsThereAndKeepsItsSecrets()
{
    DestinationEntry entry;
    entry.destination.name = QStringLiteral("HubSpot");
    entry.destination.kind = QStringLiteral("hubspot");
    entry.destination.url = QStringLiteral("https://api.hubapi.com");
    entry.destination.options = {{QStringLiteral("portal_id"), QStringLiteral("14815162")},
                                 {QStringLiteral("region"), QStringLiteral("DE")}};
    entry.hasToken = true;
    m_page->setEntry(entry);
    QVERIFY(!m_page->findChild<QComboBox *>()->isEnabled()); // its kind stays
    QVERIFY(lineOf(*m_page, QStringLiteral("Portal number"))->isVisible()); // since it is set
    QCOMPARE(lineOf(*m_page, QStringLiteral("Access token"))->placeholderText(),
             QStringLiteral("kept; type to replace it"));
    QVERIFY(m_page->check());
    NewDestination asked = described();
    QVERIFY(asked.bearer.isEmpty());
    QCOMPARE(asked.options, entry.destination.options);
    type("Portal number", QString());
    type("Access token", QStringLiteral("new"));
    asked = described();
    QCOMPARE(asked.bearer, QByteArray("new"));
    QVERIFY(!asked.options.contains(QStringLiteral("portal_id")));
}

void WherePageTest::keepsOptionsThatNoFieldKnows()
{
    DestinationEntry entry;
    entry.destination.options = {{QStringLiteral("of_tomorrow"), 3}};
    m_page->setEntry(entry);
    QCOMPARE(described().options, entry.destination.options);
}

void WherePageTest::testsBeforeAnythingIsKept()
{
    m_floor->actions.testAnswer = DestinationAnswerText{true, QStringLiteral("200 OK"), {}};
    type("Name", QStringLiteral("CRM"));
    press(*m_page, QStringLiteral("Test"));
    QVERIFY(m_floor->actions.calls.isEmpty()); // there is no address yet
    QVERIFY(lineOf(*m_page, QStringLiteral("Address"))->hasFocus());
    type("Address", QStringLiteral("https://crm.example/in"));
    type("Bearer token", QStringLiteral("bearer-of-news"));
    press(*m_page, QStringLiteral("Test"));
    QTRY_COMPARE(m_page->test()->shownText(), QStringLiteral("200 OK"));
    QCOMPARE(m_floor->actions.calls, QStringList{QStringLiteral("try ")});
    QCOMPARE(m_floor->actions.addedDestination.bearer, QByteArray("bearer-of-news"));
    QVERIFY(m_page->test()->isFine());
}

void WherePageTest::testsWithoutAName()
{
    type("Address", QStringLiteral("https://crm.example/in"));
    press(*m_page, QStringLiteral("Test"));
    QTRY_COMPARE(m_floor->actions.calls.size(), 1);
    QVERIFY(!m_floor->actions.addedDestination.name.isEmpty()); // the store would refuse it
    QCOMPARE(described().name, QString());
}

void WherePageTest::listsTheRightsThatAreThereAndMissing()
{
    m_floor->actions.testAnswer =
        DestinationAnswerText{false,
                              QStringLiteral("It refuses the token for some of what is needed."),
                              {{QStringLiteral("read contacts"), true, {}},
                               {QStringLiteral("write contacts"), false, QStringLiteral("crm.objects.contacts.write")},
                               {QStringLiteral("write calls"), false, {}}}};
    choose("hubspot");
    type("Name", QStringLiteral("HubSpot"));
    type("Access token", QStringLiteral("pat-eu1"));
    press(*m_page, QStringLiteral("Test"));
    QTRY_COMPARE(m_page->test()->shownText(),
                 QStringLiteral("It refuses the token for some of what is needed.\n"
                                "read contacts: there\n"
                                "write contacts: missing. Grant crm.objects.contacts.write\n"
                                "write calls: missing"));
    QVERIFY(!m_page->test()->isFine());
    QVERIFY(shownTexts(*m_page).contains(QStringLiteral("write calls: missing")));
    saveShots(*m_page, m_theme, QStringLiteral("where-rights"));
}

void WherePageTest::forgetsATestOfSomethingElse()
{
    type("Address", QStringLiteral("https://crm.example/in"));
    press(*m_page, QStringLiteral("Test"));
    type("Address", QStringLiteral("https://crm.example/out")); // before the answer was taken
    QTest::qWait(0);
    QCOMPARE(m_page->test()->shownText(), QString());
    press(*m_page, QStringLiteral("Test"));
    QTRY_VERIFY(!m_page->test()->shownText().isEmpty());
    type("Bearer token", QStringLiteral("x"));
    QCOMPARE(m_page->test()->shownText(), QString());
}

void WherePageTest::showsEveryOptionInWords()
{
    openFold();
    for (const DestinationKind &kind : destinationKinds()) {
        choose(QByteArray(kind.word.data(), kind.word.size()).constData());
        const QString texts = shownTexts(*m_page);
        QVERIFY2(!texts.contains(QLatin1Char('_')), qPrintable(texts)); // no option shows its own word
    }
}

QTEST_MAIN(WherePageTest)
#include "tst_wherepage.moc"
