// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/sourcelist.h"
#include "tests/models/store/storefixture.h"
#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/copyfield.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/controls/secretfield.h"
#include "widgets/settings/waytestview.h"
#include "widgets/sources/addressstep.h"
#include "widgets/sources/addsourcedialog.h"
#include "widgets/sources/codeblock.h"
#include "widgets/sources/guidestep.h"
#include "widgets/sources/noticebox.h"
#include "widgets/sources/platformlist.h"
#include "widgets/sources/sourceform.h"
#include "widgets/sources/waitstep.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class AddSourceDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void suggestsANameOfThePlatform();
    void makesTheSourceOnEnter();
    void makesTheSourceWhenTheFirstStepIsLeft();
    void makesNothingOfABadName_data();
    void makesNothingOfABadName();
    void makesNothingOfABadNetwork();
    void sendsAllThatWasEntered();
    void saysThatANameIsTakenByNow();
    void saysWhatTheStoreSays();
    void cancelRemovesWhatGotNothing();
    void cancelBeforeThereIsASourceAsksForNothing();
    void cancelWhileItIsMadeRemovesIt();
    void closingKeepsTheSource();
    void escapeKeepsTheSource();
    void doneKeepsTheSource();
    void warnsOfAnAddressThatThePlatformRefuses_data();
    void warnsOfAnAddressThatThePlatformRefuses();
    void keepsVardasSecret();
    void saysWhyASecretIsNotKept();
    void goesThroughTheTunnel();
    void testsTheWayOfAPublicAddress();
    void takesAPublicAddressLater();
    void refusesAPublicAddressWithoutTls();
    void givesVardasCommandWithAllNineEvents();
    void copiesTheWholeAddress();
    void showsTheFirstDeliveryOfASample();
    void showsWhyADeliveryCouldNotBeRead();
    void saysWhyASampleWasNotSent();
    void saysThatTheListenerIsDown();
    void fitsInALongLanguage();

private:
    Theme m_theme;

    template <typename T>
    T *child(const QString &name = {}) const
    {
        return m_dialog->findChild<T *>(name);
    }

    QLineEdit *field(const QString &accessibleName) const
    {
        const QList<QLineEdit *> edits = m_dialog->findChildren<QLineEdit *>();
        for (QLineEdit *edit : edits) {
            if (edit->accessibleName() == accessibleName)
                return edit;
        }
        return nullptr;
    }

    QLineEdit *name() const { return child<SourceForm>()->nameField(); }

    QString notice() const { return child<AddressStep>()->findChild<NoticeBox *>()->text(); }

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

    void type(QLineEdit *edit, const QString &text) const
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    /** By its button, whatever stands in the form. */
    void makeSource()
    {
        QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton);
        QTRY_COMPARE(m_added->size(), 1);
    }

    void choosePublicAddress(const QString &url) const
    {
        auto *reach = child<AddressStep>()->findChild<QComboBox *>();
        reach->setFocus();
        QTest::keyClick(reach, Qt::Key_Down);
        type(field(QStringLiteral("Public address")), url);
        QTest::keyClick(field(QStringLiteral("Public address")), Qt::Key_Tab);
    }

    /** Puts a delivery into the store, as if it had come by the hook and been projected. */
    void deliver(DeliveryState state, const QString &reason = {});

    Timestamp m_now = utc(QLatin1StringView("2026-05-14T10:20:00Z"));
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<SourceList> m_sources;
    std::unique_ptr<FakeStoreActions> m_actions;
    std::unique_ptr<AddSourceDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_added;
};

class FixedClock final : public Clock
{
public:
    explicit FixedClock(Timestamp now)
        : m_now(now)
    {
    }

    Timestamp now() const override { return m_now; }

private:
    Timestamp m_now;
};

static ListenerState localListener()
{
    return {ListenerState::Kind::Listening, QStringLiteral("http://127.0.0.1:8765"), {}};
}

void AddSourceDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void AddSourceDialogTest::init()
{
    m_store = std::make_unique<StoreFixture>();
    m_store->addSource(QStringLiteral("Night line"), QStringLiteral("custom"));
    m_clock = std::make_unique<FixedClock>(m_now);
    m_settings = std::make_unique<DisplaySettings>(*m_clock);
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_sources = std::make_unique<SourceList>(*m_reader);
    QTRY_VERIFY(m_sources->isLoaded());
    m_actions = std::make_unique<FakeStoreActions>();
    m_dialog = std::make_unique<AddSourceDialog>(*m_actions, *m_sources, *m_reader, *m_settings, localListener());
    m_added = std::make_unique<QSignalSpy>(m_dialog.get(), &AddSourceDialog::sourceAdded);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void AddSourceDialogTest::cleanup()
{
    m_added.reset();
    m_dialog.reset();
    m_actions.reset();
    m_sources.reset();
    m_reader.reset();
    m_settings.reset();
    m_store.reset();
}

void AddSourceDialogTest::deliver(DeliveryState state, const QString &reason)
{
    const qint64 source = m_store->number(QStringLiteral("SELECT max(\"id\") FROM source"));
    Delivery delivery;
    delivery.sourceId = source;
    delivery.receivedAt = m_now;
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.verdict = QStringLiteral("unsigned");
    delivery.body = "{}";
    Conversation conversation;
    conversation.contactName = QStringLiteral("Mara Lindqvist");
    conversation.durationSeconds = 245;
    const qint64 id = m_store->addDelivery(delivery);
    if (state == DeliveryState::Decoded) {
        const qint64 talk = m_store->addConversation(source, conversation);
        for (int i = 0; i < 12; ++i)
            m_store->addMessage(talk, i, {{}, Role::User, {}, QStringLiteral("text"), {}});
        FoldEvent event;
        event.event.platformType = QStringLiteral("conversation.closed");
        event.event.type = EventType::ConversationClosed;
        event.order.digest = "d";
        m_store->addEvent(id, 1, source, talk, event);
    }
    m_store->addFinding(delivery, id, state, 1, QVariant(QMetaType(QMetaType::LongLong)), reason);
}

void AddSourceDialogTest::suggestsANameOfThePlatform()
{
    QCOMPARE(name()->text(), QStringLiteral("Web chat"));
    QVERIFY(name()->hasFocus());
    m_dialog->setPlatform(QStringLiteral("varda"));
    QCOMPARE(name()->text(), QStringLiteral("Front desk"));
    type(name(), QStringLiteral("Hotline"));
    m_dialog->setPlatform(QStringLiteral("eigi"));
    QCOMPARE(name()->text(), QStringLiteral("Hotline")); // what was typed stays
    QCOMPARE(m_actions->calls, QStringList());
}

void AddSourceDialogTest::makesTheSourceOnEnter()
{
    QVERIFY(!child<CopyField>()->isVisible());
    QTest::keyClick(name(), Qt::Key_Return);
    QTRY_COMPARE(m_added->size(), 1);
    QCOMPARE(m_added->first().first().toString(), QStringLiteral("Web chat"));
    QCOMPARE(child<CopyField>()->text(),
             QStringLiteral("http://127.0.0.1:8765/hook/n4uYw0ZcVb7-3kDqTqPm2sGx9LwEoJrLtQx3f"));
    QVERIFY(child<CopyField>()->isVisible());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(child<CopyField>()->button()->hasFocus()); // the next thing to press
    QVERIFY(!name()->isEnabled());
    saveShot(*m_dialog, QStringLiteral("addsource-made"));
}

void AddSourceDialogTest::makesTheSourceWhenTheFirstStepIsLeft()
{
    QTest::keyClick(name(), Qt::Key_Tab);
    QCOMPARE(m_actions->calls, QStringList()); // still in the first step
    auto *more = child<SourceForm>()->findChild<LinkButton *>();
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Tab);
    QTRY_COMPARE(m_added->size(), 1);
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("add Web chat")});
}

void AddSourceDialogTest::makesNothingOfABadName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << QStringLiteral("  ") << QStringLiteral("needs a name");
    QTest::newRow("slash") << QStringLiteral("a/b") << QStringLiteral("cannot hold /");
    QTest::newRow("taken, in any case") << QStringLiteral("night LINE") << QStringLiteral("There is a source");
    QTest::newRow("too long") << QString(101, QLatin1Char('x')) << QStringLiteral("at most");
}

void AddSourceDialogTest::makesNothingOfABadName()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, says);
    type(name(), typed);
    QCOMPARE(shownErrors(), QStringList()); // not before the field was left
    QTest::keyClick(name(), Qt::Key_Return);
    QCOMPARE(shownErrors().size(), 1);
    QVERIFY2(shownErrors().first().contains(says), qPrintable(shownErrors().first()));
    QVERIFY(name()->hasFocus());
    QCOMPARE(m_actions->calls, QStringList());
    type(name(), QStringLiteral("Fine"));
    QCOMPARE(shownErrors(), QStringList());
}

void AddSourceDialogTest::makesNothingOfABadNetwork()
{
    QTest::mouseClick(child<SourceForm>()->findChild<LinkButton *>(), Qt::LeftButton);
    type(field(QStringLiteral("Allow only")), QStringLiteral("192.0.2.0/24, somewhere"));
    QTest::keyClick(field(QStringLiteral("Allow only")), Qt::Key_Return);
    QCOMPARE(shownErrors().size(), 1);
    QVERIFY(shownErrors().first().contains(QLatin1StringView("\"somewhere\" is no network")));
    QCOMPARE(m_actions->calls, QStringList());
}

void AddSourceDialogTest::sendsAllThatWasEntered()
{
    m_dialog->setPlatform(QStringLiteral("custom"));
    type(name(), QStringLiteral(" Door bell "));
    QTest::mouseClick(child<SourceForm>()->findChild<LinkButton *>(), Qt::LeftButton);
    type(field(QStringLiteral("Id field")), QStringLiteral("data.id"));
    type(field(QStringLiteral("Currency")), QStringLiteral("eur"));
    type(field(QStringLiteral("Agent")), QStringLiteral("Pine"));
    type(field(QStringLiteral("Allow only")), QStringLiteral("192.0.2.0/24 2001:db8::1"));
    const QList<QComboBox *> combos = child<SourceForm>()->findChildren<QComboBox *>();
    combos[0]->lineEdit()->setFocus();
    combos[0]->lineEdit()->selectAll();
    QTest::keyClicks(combos[0]->lineEdit(), QStringLiteral("Europe/Berlin"));
    combos[1]->setFocus();
    QTest::keyClicks(combos[1], QStringLiteral("Germany"));
    makeSource();
    QCOMPARE(m_actions->added.name, QStringLiteral("Door bell"));
    QCOMPARE(m_actions->added.platform, QStringLiteral("custom"));
    QCOMPARE(m_actions->added.idField, QStringLiteral("data.id"));
    QCOMPARE(m_actions->added.currency, QStringLiteral("EUR"));
    QCOMPARE(m_actions->added.agent, QStringLiteral("Pine"));
    QCOMPARE(m_actions->added.zone, QStringLiteral("Europe/Berlin"));
    QCOMPARE(m_actions->added.region, QStringLiteral("DE"));
    QCOMPARE(m_actions->added.allow, QStringList({QStringLiteral("192.0.2.0/24"), QStringLiteral("2001:db8::1")}));
    QCOMPARE(m_actions->added.publicUrl, QString());
}

void AddSourceDialogTest::saysThatANameIsTakenByNow()
{
    m_actions->onAdd = [](const NewSource &) { return failure(ErrorCode::AlreadyExists, QStringLiteral("taken")); };
    QTest::keyClick(name(), Qt::Key_Return);
    QTRY_COMPARE(shownErrors().size(), 1);
    QVERIFY(shownErrors().first().contains(QLatin1StringView("There is a source of this name")));
    QVERIFY(name()->isEnabled());
    QCOMPARE(m_added->size(), 0);
}

void AddSourceDialogTest::saysWhatTheStoreSays()
{
    m_actions->onAdd = [](const NewSource &) { return failure(ErrorCode::StoreFull, QStringLiteral("no room")); };
    QTest::keyClick(name(), Qt::Key_Return);
    QTRY_VERIFY(child<Banner>()->isVisible());
    QCOMPARE(child<Banner>()->kind(), Banner::Kind::Error);
    m_actions->onAdd = FakeStoreActions().onAdd;
    makeSource(); // and it can be tried again
    QVERIFY(!child<Banner>()->isVisible());
}

void AddSourceDialogTest::cancelRemovesWhatGotNothing()
{
    makeSource();
    QTest::mouseClick(m_dialog->cancelButton(), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_actions->calls, QStringList({QStringLiteral("add Web chat"), QStringLiteral("remove Web chat")}));
    QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
}

void AddSourceDialogTest::cancelBeforeThereIsASourceAsksForNothing()
{
    QTest::mouseClick(m_dialog->cancelButton(), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_actions->calls, QStringList());
}

void AddSourceDialogTest::cancelWhileItIsMadeRemovesIt()
{
    m_actions->holds = true;
    QTest::keyClick(name(), Qt::Key_Return);
    QTest::mouseClick(m_dialog->cancelButton(), Qt::LeftButton);
    QVERIFY(m_dialog->isVisible());
    m_actions->release();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_actions->calls.last(), QStringLiteral("remove Web chat"));
}

void AddSourceDialogTest::closingKeepsTheSource()
{
    makeSource();
    m_dialog->close();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("add Web chat")});
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
}

void AddSourceDialogTest::escapeKeepsTheSource()
{
    makeSource();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("add Web chat")});
}

void AddSourceDialogTest::doneKeepsTheSource()
{
    makeSource();
    QCOMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Done"));
    QTest::mouseClick(m_dialog->primaryButton(), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("add Web chat")});
}

void AddSourceDialogTest::warnsOfAnAddressThatThePlatformRefuses_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("insighto") << QStringLiteral("insighto") << false;
    QTest::newRow("eigi") << QStringLiteral("eigi") << true;
    QTest::newRow("varda") << QStringLiteral("varda") << true;
    QTest::newRow("custom") << QStringLiteral("custom") << false;
}

void AddSourceDialogTest::warnsOfAnAddressThatThePlatformRefuses()
{
    QFETCH(const QString, platform);
    QFETCH(const bool, isRefused);
    m_dialog->setPlatform(platform);
    makeSource();
    QCOMPARE(notice().contains(QLatin1StringView("https://")), isRefused);
    QCOMPARE(child<CopyField>()->isVisible(), !isRefused);
    QCOMPARE(child<AddressStep>()->address().isEmpty(), isRefused);
    saveShot(*m_dialog, QString(QLatin1StringView("addsource-") + platform));
}

void AddSourceDialogTest::keepsVardasSecret()
{
    auto *secret = child<SecretField>(QStringLiteral("guideSecret"));
    QVERIFY(!secret->isVisible()); // Insighto.ai does not sign
    m_dialog->setPlatform(QStringLiteral("varda"));
    QVERIFY(secret->isVisible());
    makeSource();
    type(secret->edit(), QStringLiteral("of-varda"));
    QTest::keyClick(secret->edit(), Qt::Key_Return);
    QTRY_COMPARE(m_actions->calls.last(), QStringLiteral("change Front desk"));
    QCOMPARE(m_actions->changed.signingSecret, QByteArray("of-varda"));
    QTRY_COMPARE(secret->secret(), QByteArray());
    QVERIFY(m_dialog->isVisible());
    saveShot(*m_dialog, QStringLiteral("addsource-secret"));
}

void AddSourceDialogTest::saysWhyASecretIsNotKept()
{
    m_dialog->setPlatform(QStringLiteral("varda"));
    makeSource();
    m_actions->answer = failure(ErrorCode::StoreReadOnly, QStringLiteral("earshot.sqlite"));
    auto *secret = child<SecretField>(QStringLiteral("guideSecret"));
    type(secret->edit(), QStringLiteral("of-varda"));
    QTest::keyClick(secret->edit(), Qt::Key_Return);
    QTRY_COMPARE(shownErrors().size(), 1);
    QVERIFY(shownErrors().first().contains(QLatin1StringView("earshot.sqlite")));
    QCOMPARE(secret->secret(), QByteArray("of-varda")); // to be tried again
}

void AddSourceDialogTest::goesThroughTheTunnel()
{
    m_dialog->setPlatform(QStringLiteral("eigi"));
    makeSource();
    QVERIFY(child<AddressStep>()->address().isEmpty()); // this computer only
    m_dialog->setTunnelState({TunnelState::Kind::Up, QStringLiteral("https://a.example"), {}});
    QVERIFY(child<AddressStep>()->address().startsWith(QLatin1StringView("https://a.example/hook/")));
    QCOMPARE(notice(), QString());
    QCOMPARE(child<AddressStep>()->findChild<QComboBox *>()->currentText(),
             QStringLiteral("The tunnel: https://a.example"));
    QCOMPARE(m_actions->calls.size(), 1); // the source has no address of its own
    saveShot(*m_dialog, QStringLiteral("addsource-tunnel"));
    m_dialog->setTunnelState({TunnelState::Kind::Down, {}, QStringLiteral("no route")});
    QVERIFY(child<AddressStep>()->address().isEmpty());
}

void AddSourceDialogTest::testsTheWayOfAPublicAddress()
{
    makeSource();
    auto *view = child<WayTestView>();
    QVERIFY(!view->isVisible()); // nobody gets to this computer only
    m_dialog->setTunnelState({TunnelState::Kind::Up, QStringLiteral("https://a.example"), {}});
    QVERIFY(view->isVisible());
    view->button()->click();
    QCOMPARE(m_actions->calls.last(), QStringLiteral("test way Web chat"));
    m_actions->testing.addResult(WayReport{QStringLiteral("https://a.example"), true, {}});
    m_actions->testing.finish();
    QTRY_VERIFY(view->button()->isEnabled());
}

void AddSourceDialogTest::takesAPublicAddressLater()
{
    m_dialog->setPlatform(QStringLiteral("eigi"));
    makeSource();
    choosePublicAddress(QStringLiteral("https://hooks.harbourpine.example/"));
    QTRY_COMPARE(m_actions->calls.last(), QStringLiteral("public Outbound calls https://hooks.harbourpine.example"));
    QVERIFY(child<CopyField>()->text().startsWith(QLatin1StringView("https://hooks.harbourpine.example/hook/n4uY")));
    QVERIFY(child<CopyField>()->isVisible());
    QCOMPARE(notice(), QString());
    saveShot(*m_dialog, QStringLiteral("addsource-public"));
}

void AddSourceDialogTest::refusesAPublicAddressWithoutTls()
{
    m_dialog->setPlatform(QStringLiteral("eigi"));
    makeSource();
    choosePublicAddress(QStringLiteral("http://hooks.harbourpine.example"));
    QCOMPARE(shownErrors().size(), 1);
    QVERIFY(shownErrors().first().contains(QLatin1StringView("eigi.ai takes only addresses that start with https://")));
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("add Outbound calls")});
    QVERIFY(!child<CopyField>()->isVisible());
}

void AddSourceDialogTest::givesVardasCommandWithAllNineEvents()
{
    m_dialog->setPlatform(QStringLiteral("varda"));
    makeSource();
    QVERIFY(!child<CodeBlock>()->isVisible());
    choosePublicAddress(QStringLiteral("https://hooks.harbourpine.example"));
    QTRY_VERIFY(child<CodeBlock>()->isVisible());
    const QString command = child<CodeBlock>()->text();
    QVERIFY(command.contains(child<CopyField>()->text()));
    QVERIFY(command.contains(QLatin1StringView("POST https://api.tryvarda.com/api/v1/webhook_endpoints")));
    for (const char *event :
         {"conversation.created", "conversation.resolved", "conversation.closed", "message.created", "call.started",
          "call.ended", "call.outcome_tagged", "contact.created", "contact.updated"})
        QVERIFY2(command.contains(QStringLiteral("\"%1\"").arg(QLatin1StringView(event))), event);
    QTest::mouseClick(child<CodeBlock>()->button(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), command);
    saveShot(*m_dialog, QStringLiteral("addsource-varda-public"));
}

void AddSourceDialogTest::copiesTheWholeAddress()
{
    makeSource();
    QTest::mouseClick(child<CopyField>()->button(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), child<CopyField>()->text());
}

void AddSourceDialogTest::showsTheFirstDeliveryOfASample()
{
    m_actions->onAdd = [this](const NewSource &source) -> Result<AddedSource> {
        m_store->addSource(source.name, source.platform);
        return AddedSource{source.name, "token-of-sixteen-letters"};
    };
    m_actions->onSample = [this](const QString &) -> Result<int> {
        deliver(DeliveryState::Decoded);
        return 1;
    };
    makeSource();
    QVERIFY(child<WaitStep>()->text().startsWith(QLatin1StringView("Listening. Close a test chat")));
    QTest::mouseClick(child<WaitStep>()->sampleButton(), Qt::LeftButton);
    QTRY_COMPARE(child<WaitStep>()->text(),
                 QStringLiteral("First delivery from Web chat: conversation.closed, 12 messages, decoded."));
    QVERIFY(child<WaitStep>()->isDone());
    QVERIFY(!m_dialog->cancelButton()->isVisible()); // there is something to lose now
    saveShot(*m_dialog, QStringLiteral("addsource-decoded"));

    deliver(DeliveryState::Decoded); // what comes by itself is seen too
    const auto facts = [this] {
        QStringList texts;
        for (const QLabel *label : child<WaitStep>()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char('\n'));
    };
    QTRY_VERIFY(facts().contains(QLatin1StringView("2 deliveries so far")));
    QVERIFY(facts().contains(QLatin1StringView("Mara Lindqvist")));
}

void AddSourceDialogTest::showsWhyADeliveryCouldNotBeRead()
{
    m_actions->onAdd = [this](const NewSource &source) -> Result<AddedSource> {
        m_store->addSource(source.name, source.platform);
        return AddedSource{source.name, "token-of-sixteen-letters"};
    };
    makeSource();
    deliver(DeliveryState::Malformed, QStringLiteral("json-syntax: line 1, column 9"));
    QTRY_VERIFY(child<WaitStep>()->text().contains(QLatin1StringView("could not be read")));
    QVERIFY(child<WaitStep>()->text().contains(QLatin1StringView("line 1, column 9")));
}

void AddSourceDialogTest::saysWhyASampleWasNotSent()
{
    m_actions->onSample = [](const QString &) -> Result<int> {
        return failure(ErrorCode::NetworkFailed, QStringLiteral("connection refused"));
    };
    makeSource();
    QTest::mouseClick(child<WaitStep>()->sampleButton(), Qt::LeftButton);
    QTRY_COMPARE(shownErrors().size(), 1);
    m_actions->onSample = [](const QString &) -> Result<int> { return 0; };
    QTest::mouseClick(child<WaitStep>()->sampleButton(), Qt::LeftButton);
    QTRY_VERIFY(shownErrors().value(0).contains(QLatin1StringView("not accepted")));
}

void AddSourceDialogTest::saysThatTheListenerIsDown()
{
    makeSource();
    m_dialog->setListenerState({ListenerState::Kind::Down, {}, QStringLiteral("port 8765 is taken")});
    QVERIFY(child<WaitStep>()->text().contains(QLatin1StringView("port 8765 is taken")));
    QVERIFY(!child<WaitStep>()->sampleButton()->isVisible());
    QVERIFY(!child<CopyField>()->isVisible());
    m_dialog->setListenerState(localListener());
    QVERIFY(child<CopyField>()->isVisible());
    QVERIFY(child<WaitStep>()->sampleButton()->isVisible());
}

void AddSourceDialogTest::fitsInALongLanguage()
{
    saveShot(*m_dialog, QStringLiteral("addsource"));
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    LongTranslation german;
    QApplication::installTranslator(&german);
    for (const char *platform : {"custom", "varda", "eigi", "insighto"}) {
        m_dialog->setPlatform(QString::fromLatin1(platform));
        QTest::qWait(0);
        QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    }
    auto *more = child<SourceForm>()->findChild<LinkButton *>();
    QTest::mouseClick(more, Qt::LeftButton);
    makeSource();
    QTest::qWait(0);
    saveShot(*m_dialog, QStringLiteral("addsource-long"));
    QTRY_COMPARE(clippedTexts(*m_dialog), QString());
    QApplication::removeTranslator(&german);
    saveShots(*m_dialog, m_theme, QStringLiteral("addsource"));
}

QTEST_MAIN(AddSourceDialogTest)

#include "tst_addsourcedialog.moc"
