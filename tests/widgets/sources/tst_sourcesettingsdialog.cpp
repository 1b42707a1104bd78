// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/sourcelist.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"
#include "models/verify/presets.h"
#include "tests/models/store/storefixture.h"
#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/copyfield.h"
#include "widgets/controls/secretfield.h"
#include "widgets/sources/addresspage.h"
#include "widgets/sources/noticebox.h"
#include "widgets/sources/proofpage.h"
#include "widgets/sources/sourcesettingsdialog.h"
#include "widgets/style/displaysettings.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace earshot;
using namespace std::chrono_literals;

class SourceSettingsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsWhatIsSetWithoutItsSecrets();
    void setsAPresetAndItsSecret();
    void letsTheOldSecretCountForADay_data();
    void letsTheOldSecretCountForADay();
    void asksForTheSecretThatIsMissing();
    void takesAReference();
    void setsAWayOfOnesOwn();
    void refusesAWayThatMakesNoSense();
    void setsUserAndPassword();
    void refusesAPasswordWithoutAUser();
    void setsASecretHeader();
    void takesAllProofAway();
    void setsNetworksAndARate();
    void bringsThePageOfAWrongNetworkToTheFront();
    void setsAnAnswerAndWarnsOfIt();
    void setsForHowLongItIsKept();
    void savesNothingWhereNothingChanged();
    void staysOpenWhereItWasNotSaved();
    void givesANewAddress_data();
    void givesANewAddress();
    void showsHowLongTheOldAddressWorks();
    void pastesASecret();
    void fitsInALongLanguage();

private:
    template <typename T>
    T *child(const QString &name = {}) const
    {
        return m_dialog->findChild<T *>(name);
    }

    SecretField *secret(const char *name) const { return child<SecretField>(QString::fromLatin1(name)); }

    static void choose(QComboBox *combo, const QVariant &data)
    {
        combo->setFocus();
        combo->setCurrentIndex(combo->findData(data));
    }

    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    void showPage(int row) const { child<QListWidget>()->setCurrentRow(row); }

    void save() const { QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton); }

    QStringList shownErrors() const
    {
        QStringList errors;
        const QList<FieldError *> all = m_dialog->findChildren<FieldError *>();
        for (const FieldError *error : all) {
            if (error->isVisible())
                errors.append(error->error());
        }
        return errors;
    }

    bool says(const QString &part) const
    {
        const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }

    /** Puts these settings into the store, and opens the dialog over them. */
    void open(const std::function<void(Source &)> &change = {}, const SourceSecrets &secrets = {},
              const QString &platform = QStringLiteral("varda"));

    Theme m_theme;
    SystemClock m_clock;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<SourceList> m_sources;
    std::unique_ptr<FakeStoreActions> m_actions;
    std::unique_ptr<SourceSettingsDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_saved;
};

static QString name()
{
    return QStringLiteral("Front desk");
}

static SourceSecrets signedBy(const QByteArray &secret)
{
    SourceSecrets secrets;
    secrets.tokens = {{"n4uYw0ZcVb7-3kDqTqPm2sGx9LwEoJrLtQx3f", std::nullopt}};
    secrets.signing = {{secret, std::nullopt}};
    return secrets;
}

static void asVarda(Source &source)
{
    source.proof.signature = signaturePreset(QStringLiteral("varda"));
}

void SourceSettingsDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void SourceSettingsDialogTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_actions = std::make_unique<FakeStoreActions>();
}

void SourceSettingsDialogTest::open(const std::function<void(Source &)> &change, const SourceSecrets &secrets,
                                    const QString &platform)
{
    m_store->addSource(name(), platform);
    auto source = sources::byName(m_store->database(), name());
    QVERIFY(source);
    if (change)
        change(*source);
    QVERIFY(sources::change(m_store->database(), *source));
    const StoreLocation location{m_store->path()};
    Secrets file;
    file.setSource(source->key, secrets);
    QVERIFY(file.save(location.secretsPath()));
    m_reader = std::make_unique<StoreReader>(location);
    m_sources = std::make_unique<SourceList>(*m_reader);
    QTRY_VERIFY(m_sources->isLoaded());
    m_dialog = std::make_unique<SourceSettingsDialog>(*m_actions, *m_sources, *m_settings,
                                                      QStringLiteral("https://hooks.example"), name());
    m_saved = std::make_unique<QSignalSpy>(m_dialog.get(), &SourceSettingsDialog::saved);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void SourceSettingsDialogTest::cleanup()
{
    m_saved.reset();
    m_dialog.reset();
    m_sources.reset();
    m_reader.reset();
    m_actions.reset();
    m_settings.reset();
    m_store.reset();
}

void SourceSettingsDialogTest::showsWhatIsSetWithoutItsSecrets()
{
    open(asVarda, signedBy("whsec-of-varda"));
    QCOMPARE(child<QComboBox>(QStringLiteral("scheme"))->currentText(), QStringLiteral("Varda"));
    QVERIFY(
        says(QStringLiteral("HMAC-SHA256 over {timestamp}.{body}, in hexadecimal, in the header X-Varda-Signature")));
    QVERIFY(says(QStringLiteral("One is set.")));
    QVERIFY(secret("signingSecret")->secret().isEmpty());
    const QList<QLineEdit *> edits = m_dialog->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits)
        QVERIFY(!edit->text().contains(QLatin1StringView("whsec-of-varda")));
    saveShots(*m_dialog, m_theme, QStringLiteral("source-settings-proof"));
}

void SourceSettingsDialogTest::setsAPresetAndItsSecret()
{
    open();
    QVERIFY(!secret("signingSecret")->isVisible());
    choose(child<QComboBox>(QStringLiteral("scheme")), QStringLiteral("varda"));
    QVERIFY(secret("signingSecret")->isVisible());
    QVERIFY(!child<QCheckBox>()->isVisible()); // there is no old one
    type(secret("signingSecret")->edit(), QStringLiteral(" whsec-of-varda "));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("change Front desk")});
    const SourceChange &change = m_actions->changed;
    QVERIFY(change.proof && change.proof->signature == signaturePreset(QStringLiteral("varda")));
    QCOMPARE(change.signingSecret, QByteArray("whsec-of-varda"));
    QCOMPARE(change.signingOverlap, 0s);
    QVERIFY(!change.allow && !change.rateLimit && !change.answer && !change.retention);
    QVERIFY(!m_dialog->isVisible());
}

void SourceSettingsDialogTest::letsTheOldSecretCountForADay_data()
{
    QTest::addColumn<bool>("keeps");
    QTest::newRow("as offered") << true;
    QTest::newRow("not at all") << false;
}

void SourceSettingsDialogTest::letsTheOldSecretCountForADay()
{
    QFETCH(const bool, keeps);
    open(asVarda, signedBy("old"));
    type(secret("signingSecret")->edit(), QStringLiteral("new"));
    auto *overlap = child<ProofPage>()->findChild<QCheckBox *>();
    QVERIFY(overlap->isVisible() && overlap->isChecked());
    if (!keeps) {
        overlap->setFocus();
        QTest::keyClick(overlap, Qt::Key_Space);
    }
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(!m_actions->changed.proof); // as before
    QCOMPARE(m_actions->changed.signingSecret, QByteArray("new"));
    QCOMPARE(m_actions->changed.signingOverlap, std::chrono::seconds(keeps ? 24h : 0h));
}

void SourceSettingsDialogTest::asksForTheSecretThatIsMissing()
{
    open();
    choose(child<QComboBox>(QStringLiteral("scheme")), QStringLiteral("github"));
    save();
    QCOMPARE(m_actions->calls, QStringList());
    QCOMPARE(shownErrors(), QStringList{QStringLiteral("Without it nothing can be checked.")});
    QVERIFY(secret("signingSecret")->edit()->hasFocus());
    type(secret("signingSecret")->edit(), QStringLiteral("s"));
    QCOMPARE(shownErrors(), QStringList());
}

void SourceSettingsDialogTest::takesAReference()
{
    open(asVarda, signedBy("env:VARDA_SECRET"));
    QVERIFY(says(QStringLiteral("It is read from env:VARDA_SECRET.")));
}

void SourceSettingsDialogTest::setsAWayOfOnesOwn()
{
    open();
    choose(child<QComboBox>(QStringLiteral("scheme")), QStringLiteral("custom"));
    type(child<QLineEdit>(QStringLiteral("signatureHeader")), QStringLiteral("X-Mine"));
    type(secret("signingSecret")->edit(), QStringLiteral("s"));
    saveShots(*m_dialog, m_theme, QStringLiteral("source-settings-custom"));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    const SenderProof proof = m_actions->changed.proof.value_or(SenderProof());
    QVERIFY(proof.signature.has_value());
    QCOMPARE(proof.signature->preset, QStringLiteral("custom"));
    QCOMPARE(proof.signature->header, QByteArray("X-Mine"));
    const auto read = proofFromJson(toJson(proof));
    QVERIFY(read && *read == proof);
}

void SourceSettingsDialogTest::refusesAWayThatMakesNoSense()
{
    open();
    choose(child<QComboBox>(QStringLiteral("scheme")), QStringLiteral("custom"));
    type(secret("signingSecret")->edit(), QStringLiteral("s"));
    save();
    QCOMPARE(shownErrors(), QStringList{QStringLiteral("Name the header that holds the signature.")});
    type(child<QLineEdit>(QStringLiteral("signatureHeader")), QStringLiteral("X-Mine"));
    type(child<QLineEdit>(QStringLiteral("signedText")), QStringLiteral("{timestamp}"));
    save();
    QCOMPARE(m_actions->calls, QStringList());
    QCOMPARE(shownErrors().size(), 1);
    QVERIFY(shownErrors().first().contains(QLatin1StringView("{body}")));
}

void SourceSettingsDialogTest::setsUserAndPassword()
{
    open();
    auto *signIn = child<QComboBox>(QStringLiteral("signIn"));
    signIn->setCurrentIndex(1);
    QVERIFY(secret("basic")->isVisible());
    QVERIFY(!secret("bearer")->isVisible());
    type(secret("basic")->edit(), QStringLiteral("varda:pass word"));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(m_actions->changed.proof && m_actions->changed.proof->basic && !m_actions->changed.proof->bearer);
    QCOMPARE(m_actions->changed.basic, QByteArray("varda:pass word"));
    QVERIFY(!m_actions->changed.bearer);
}

void SourceSettingsDialogTest::refusesAPasswordWithoutAUser()
{
    open();
    child<QComboBox>(QStringLiteral("signIn"))->setCurrentIndex(1);
    type(secret("basic")->edit(), QStringLiteral("password"));
    save();
    QCOMPARE(shownErrors(), QStringList{QStringLiteral("A user name, a colon and a password.")});
    type(secret("basic")->edit(), QStringLiteral("env:PASSWORD"));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
}

void SourceSettingsDialogTest::setsASecretHeader()
{
    open();
    QVERIFY(!secret("headerSecret")->isVisible());
    type(child<QLineEdit>(QStringLiteral("secretHeader")), QStringLiteral("X Vapi"));
    type(secret("headerSecret")->edit(), QStringLiteral("s"));
    save();
    QCOMPARE(shownErrors(), QStringList{QStringLiteral("This is no name of a header field.")});
    type(child<QLineEdit>(QStringLiteral("secretHeader")), QStringLiteral("X-Vapi-Secret"));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_actions->changed.proof->secretHeader, QByteArray("X-Vapi-Secret"));
    QCOMPARE(m_actions->changed.headerSecret, QByteArray("s"));
}

void SourceSettingsDialogTest::takesAllProofAway()
{
    open(asVarda, signedBy("s"));
    choose(child<QComboBox>(QStringLiteral("scheme")), QString());
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(m_actions->changed.proof && !m_actions->changed.proof->isAsked());
    QVERIFY(!m_actions->changed.signingSecret);
}

void SourceSettingsDialogTest::setsNetworksAndARate()
{
    open();
    showPage(1);
    child<QPlainTextEdit>(QStringLiteral("networks"))->setPlainText(QStringLiteral("192.0.2.0/24\n2001:db8::1"));
    QCheckBox *limits = nullptr;
    const QList<QCheckBox *> boxes = m_dialog->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->text().startsWith(QLatin1StringView("Limit")))
            limits = box;
    }
    QVERIFY(limits);
    limits->setFocus();
    QTest::keyClick(limits, Qt::Key_Space);
    saveShots(*m_dialog, m_theme, QStringLiteral("source-settings-senders"));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QCOMPARE(m_actions->changed.allow, (QStringList{QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::1")}));
    QVERIFY(m_actions->changed.rateLimit && *m_actions->changed.rateLimit == (RateLimit{600, 60}));
}

void SourceSettingsDialogTest::bringsThePageOfAWrongNetworkToTheFront()
{
    open();
    child<QPlainTextEdit>(QStringLiteral("networks"))->setPlainText(QStringLiteral("192.0.2.0/24, my home"));
    save();
    QCOMPARE(m_actions->calls, QStringList());
    QCOMPARE(child<QListWidget>()->currentRow(), 1);
    QCOMPARE(shownErrors().size(), 1);
    QVERIFY(shownErrors().first().startsWith(QLatin1StringView("\"my\" is no network")));
    QVERIFY(child<QPlainTextEdit>(QStringLiteral("networks"))->hasFocus());
}

void SourceSettingsDialogTest::setsAnAnswerAndWarnsOfIt()
{
    open();
    showPage(2);
    QVERIFY(!child<NoticeBox>()->isVisible());
    child<QComboBox>(QStringLiteral("answerKind"))->setCurrentIndex(1);
    QVERIFY(child<NoticeBox>()->isVisible());
    QVERIFY(child<NoticeBox>()->text().contains(QLatin1StringView("Varda")));
    saveShots(*m_dialog, m_theme, QStringLiteral("source-settings-answer"));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(m_actions->changed.answer && m_actions->changed.answer->has_value());
    QCOMPARE((*m_actions->changed.answer)->status, 503);
    QCOMPARE((*m_actions->changed.answer)->oneIn, 1);
}

void SourceSettingsDialogTest::setsForHowLongItIsKept()
{
    open([](Source &source) { source.retention.bytes = std::chrono::days(30); });
    showPage(3);
    QVERIFY(child<QCheckBox>(QStringLiteral("keepsBytes"))->isChecked());
    auto *whole = child<QCheckBox>(QStringLiteral("keepsWhole"));
    QVERIFY(!child<QSpinBox>(QStringLiteral("wholeDays"))->isEnabled());
    whole->setFocus();
    QTest::keyClick(whole, Qt::Key_Space);
    child<QSpinBox>(QStringLiteral("wholeDays"))->setValue(90);
    saveShots(*m_dialog, m_theme, QStringLiteral("source-settings-keep"));
    save();
    QTRY_COMPARE(m_saved->size(), 1);
    QVERIFY(m_actions->changed.retention
            && *m_actions->changed.retention
                   == (Retention{std::chrono::days(90), std::chrono::days(30), std::nullopt}));
}

void SourceSettingsDialogTest::savesNothingWhereNothingChanged()
{
    open(
        [](Source &source) {
            asVarda(source);
            source.allow = {QStringLiteral("192.0.2.0/24")};
            source.rateLimit = RateLimit{100, 7};
            source.answer = ChosenAnswer{200, "later", 2000ms, false, 3};
            source.retention.maxBytes = (qint64(3) << 20) + 17;
        },
        signedBy("s"));
    save();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_actions->calls, QStringList());
}

void SourceSettingsDialogTest::staysOpenWhereItWasNotSaved()
{
    open();
    m_actions->answer = failure(ErrorCode::StoreReadOnly, QStringLiteral("earshot.sqlite"));
    showPage(2);
    child<QComboBox>(QStringLiteral("answerKind"))->setCurrentIndex(2);
    save();
    QTRY_VERIFY(child<Banner>()->isVisible());
    QCOMPARE(child<Banner>()->kind(), Banner::Kind::Error);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_dialog->primaryButton()->isEnabled());
    QVERIFY(m_actions->changed.answer && (*m_actions->changed.answer)->drop);
}

void SourceSettingsDialogTest::givesANewAddress_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("call");
    QTest::newRow("a day") << QStringLiteral("overlapDay") << QStringLiteral("rotate Front desk 86400s");
    QTest::newRow("at once") << QStringLiteral("overlapNone") << QStringLiteral("rotate Front desk");
}

void SourceSettingsDialogTest::givesANewAddress()
{
    QFETCH(const QString, choice);
    QFETCH(const QString, call);
    open({}, signedBy({}));
    showPage(4);
    QCOMPARE(child<CopyField>()->text(),
             QStringLiteral("https://hooks.example/hook/n4uYw0ZcVb7-3kDqTqPm2sGx9LwEoJrLtQx3f"));
    child<QRadioButton>(choice)->setChecked(true);
    saveShots(*m_dialog, m_theme, QStringLiteral("source-settings-address"));
    const QList<QPushButton *> buttons = child<AddressPage>()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QLatin1StringView("New address"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(child<Banner>()->isVisible());
    QCOMPARE(m_actions->calls, QStringList{call});
    QVERIFY(m_dialog->isVisible());
}

void SourceSettingsDialogTest::showsHowLongTheOldAddressWorks()
{
    SourceSecrets secrets = signedBy("s");
    secrets.tokens.append({"an-older-token-of-it", m_clock.now() + 5h});
    open({}, secrets);
    showPage(4);
    QVERIFY(says(QStringLiteral("The one before it works until")));
}

void SourceSettingsDialogTest::pastesASecret()
{
    open(asVarda, signedBy("s"));
    QGuiApplication::clipboard()->setText(QStringLiteral("pasted\n"));
    const QList<QToolButton *> buttons = secret("signingSecret")->findChildren<QToolButton *>();
    QCOMPARE(secret("signingSecret")->edit()->echoMode(), QLineEdit::Password);
    for (QToolButton *button : buttons)
        QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(secret("signingSecret")->secret(), QByteArray("pasted"));
    QCOMPARE(secret("signingSecret")->edit()->echoMode(), QLineEdit::Normal);
}

void SourceSettingsDialogTest::fitsInALongLanguage()
{
    open([](Source &source) {
        asVarda(source);
        source.answer = ChosenAnswer();
        source.rateLimit = RateLimit{100, 7};
    });
    LongTranslation german;
    for (const bool isLong : {false, true}) {
        if (isLong)
            QApplication::installTranslator(&german);
        for (int row = 0; row < child<QListWidget>()->count(); ++row) {
            showPage(row);
            QTest::qWait(0);
            QTRY_COMPARE(clippedTexts(*m_dialog), QString());
        }
    }
    saveShot(*m_dialog, QStringLiteral("source-settings-long"));
    QApplication::removeTranslator(&german);
}

QTEST_MAIN(SourceSettingsDialogTest)

#include "tst_sourcesettingsdialog.moc"
