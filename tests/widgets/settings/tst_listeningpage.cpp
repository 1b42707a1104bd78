// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/fakestoreactions.h"
#include "tests/widgets/settings/looking.h"
#include "widgets/controls/copyfield.h"
#include "widgets/controls/formdialog.h"
#include "widgets/settings/filefield.h"
#include "widgets/settings/listeningpage.h"
#include "widgets/settings/tlsform.h"
#include "widgets/settings/tunnelform.h"
#include "widgets/settings/waytestview.h"
#include "widgets/style/displaysettings.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

/** What the settings say and set of encryption, the public address and the way to it. */
class ListeningPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsThatThereIsNoCertificate();
    void takesACertificateFromFiles();
    void asksForBothFiles();
    void makesACertificate();
    void showsTheCertificateInUse_data();
    void showsTheCertificateInUse();
    void showsWhyACertificateCannotBeUsed();
    void goesBackToHttp();
    void setsTrustedProxies();
    void saysWhyItWasNotSet();
    void setsATunnelBySsh();
    void setsATunnelByAnotherProgram();
    void asksForWhatATunnelNeeds();
    void endsTheTunnel();
    void showsHowTheTunnelIsDoing();
    void testsTheWay();
    void saysWhatBlocksTheWay();
    void saysWhyTheWayWasNotTested();
    void fitsInALongLanguage();

private:
    template <typename T>
    T *child(const QString &name = {}) const
    {
        return m_page->findChild<T *>(name);
    }

    QPushButton *applyTls() const { return child<QPushButton>(QStringLiteral("applyTls")); }

    QPushButton *applyTunnel() const { return child<QPushButton>(QStringLiteral("applyTunnel")); }

    void chooseTls(int index) const { child<QComboBox>(QStringLiteral("tls"))->setCurrentIndex(index); }

    void chooseTunnel(int index) const { child<QComboBox>(QStringLiteral("tunnelKind"))->setCurrentIndex(index); }

    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

    bool says(const QString &part) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    }

    /** With what the store has now. */
    void open();

    Theme m_theme;
    SystemClock m_clock;
    std::unique_ptr<FakeStoreActions> m_actions;
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<QScrollArea> m_area;
    ListeningPage *m_page = nullptr; // the area's
};

void ListeningPageTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void ListeningPageTest::init()
{
    m_actions = std::make_unique<FakeStoreActions>();
    m_display = std::make_unique<DisplaySettings>(m_clock);
}

void ListeningPageTest::open()
{
    m_area = std::make_unique<QScrollArea>();
    m_area->setWidgetResizable(true);
    m_area->setBackgroundRole(QPalette::Base);
    m_page = new ListeningPage(*m_actions, *m_display);
    m_page->setBackgroundRole(QPalette::Base);
    m_area->setWidget(m_page);
    m_page->setListenerState({ListenerState::Kind::Listening, QStringLiteral("http://127.0.0.1:8765"), {}});
    m_page->setSources({QStringLiteral("Front desk"), QStringLiteral("Web chat")});
    m_area->resize(700, 1100);
    m_area->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_area.get()));
    QCoreApplication::processEvents(); // the answers to what it asked
}

void ListeningPageTest::cleanup()
{
    m_area.reset();
    m_display.reset();
    m_actions.reset();
}

static ListenerSetup selfSigned(Timestamp ends)
{
    ListenerSetup setup;
    setup.certificateFile = QStringLiteral("/srv/earshot.sqlite.certificate.pem");
    setup.keyFile = QStringLiteral("/srv/earshot.sqlite.key.pem");
    setup.certificate = CertificateSummary{QStringLiteral("hooks.example"),
                                           {QStringLiteral("hooks.example"), QStringLiteral("localhost")},
                                           {},
                                           ends,
                                           QStringLiteral("AB:CD:EF"),
                                           true};
    return setup;
}

void ListeningPageTest::showsThatThereIsNoCertificate()
{
    open();
    QCOMPARE(child<QComboBox>(QStringLiteral("tls"))->currentIndex(), 0);
    QVERIFY(!child<FileField>(QStringLiteral("certificateFile"))->isVisible());
    QVERIFY(!applyTls()->isEnabled());
    QVERIFY(!applyTunnel()->isEnabled());
    saveShots(*m_area, m_theme, QStringLiteral("listening-plain"));
}

void ListeningPageTest::takesACertificateFromFiles()
{
    open();
    chooseTls(1);
    type(child<FileField>(QStringLiteral("certificateFile"))->edit(), QStringLiteral("/etc/ssl/hooks.pem"));
    type(child<FileField>(QStringLiteral("keyFile"))->edit(), QStringLiteral("/etc/ssl/hooks.key"));
    QVERIFY(applyTls()->isEnabled());
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls, QStringList{QStringLiteral("set listener")});
    QCOMPARE(m_actions->listenerChange.tls, ListenerChange::Tls::Files);
    QCOMPARE(m_actions->listenerChange.certificateFile, QStringLiteral("/etc/ssl/hooks.pem"));
    QCOMPARE(m_actions->listenerChange.keyFile, QStringLiteral("/etc/ssl/hooks.key"));
    QVERIFY(!m_actions->listenerChange.trustedProxies);
}

void ListeningPageTest::asksForBothFiles()
{
    open();
    chooseTls(1);
    type(child<FileField>(QStringLiteral("certificateFile"))->edit(), QStringLiteral("/etc/ssl/hooks.pem"));
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QCOMPARE(m_actions->calls, QStringList());
    QVERIFY(says(QStringLiteral("Choose both files")));
}

void ListeningPageTest::makesACertificate()
{
    open();
    chooseTls(2);
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QCOMPARE(m_actions->calls, QStringList());
    QVERIFY(says(QStringLiteral("Name what senders call this computer")));
    type(child<QLineEdit>(QStringLiteral("certificateNames")), QStringLiteral("hooks.example, 192.0.2.7"));
    m_actions->listener = selfSigned(m_clock.now() + std::chrono::days(825));
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls, QStringList{QStringLiteral("set listener")});
    QCOMPARE(m_actions->listenerChange.tls, ListenerChange::Tls::SelfSigned);
    QCOMPARE(m_actions->listenerChange.names,
             (QStringList{QStringLiteral("hooks.example"), QStringLiteral("192.0.2.7")}));
    QTRY_VERIFY(says(QStringLiteral("signed by itself")));
    QVERIFY(!applyTls()->isEnabled());
}

void ListeningPageTest::showsTheCertificateInUse_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("words");
    QTest::newRow("fresh") << 24 * 100 + 1 << QStringLiteral("100 day(s) left");
    QTest::newRow("near its end") << 24 * 20 + 1 << QStringLiteral("20 day(s) left");
    QTest::newRow("ended") << -25 << QStringLiteral("senders refuse it");
}

void ListeningPageTest::showsTheCertificateInUse()
{
    QFETCH(const int, hours);
    QFETCH(const QString, words);
    m_actions->listener = selfSigned(m_clock.now() + std::chrono::hours(hours));
    open();
    QTRY_VERIFY(says(words));
    QVERIFY(says(QStringLiteral("For hooks.example, localhost")));
    QList<CopyField *> fields = child<TlsForm>()->findChildren<CopyField *>();
    QCOMPARE(fields.first()->text(), QStringLiteral("AB:CD:EF"));
    QVERIFY(fields.first()->isVisible());
    QCOMPARE(child<QLineEdit>(QStringLiteral("certificateNames"))->text(), QStringLiteral("hooks.example"));
    QTRY_COMPARE(clippedTexts(*m_page), QString());
    saveShots(*m_area, m_theme, QStringLiteral("listening-certificate-%1").arg(hours));
}

void ListeningPageTest::showsWhyACertificateCannotBeUsed()
{
    m_actions->listener.certificateFile = QStringLiteral("/etc/ssl/hooks.pem");
    m_actions->listener.keyFile = QStringLiteral("/etc/ssl/hooks.key");
    m_actions->listener.problem = QStringLiteral("/etc/ssl/hooks.key: others may read this key");
    open();
    QTRY_VERIFY(says(QStringLiteral("others may read this key")));
    QVERIFY(!child<TlsForm>()->findChild<CopyField *>()->isVisible());
}

void ListeningPageTest::goesBackToHttp()
{
    m_actions->listener = selfSigned(m_clock.now() + std::chrono::days(100));
    open();
    QTRY_COMPARE(child<QComboBox>(QStringLiteral("tls"))->currentIndex(), 2);
    chooseTls(0);
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls.size(), 1);
    QCOMPARE(m_actions->listenerChange.tls, ListenerChange::Tls::Off);
}

void ListeningPageTest::setsTrustedProxies()
{
    m_actions->listener.trustedProxies = {QStringLiteral("10.0.0.0/8")};
    open();
    auto *proxies = child<QLineEdit>(QStringLiteral("trustedProxies"));
    QTRY_COMPARE(proxies->text(), QStringLiteral("10.0.0.0/8"));
    type(proxies, QStringLiteral("10.0.0.0/8 the proxy"));
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QCOMPARE(m_actions->calls, QStringList());
    QVERIFY(says(QStringLiteral("\"the\" is no network")));
    type(proxies, QStringLiteral("10.0.0.0/8 192.0.2.1"));
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls.size(), 1);
    QCOMPARE(m_actions->listenerChange.tls, ListenerChange::Tls::AsItIs);
    QCOMPARE(m_actions->listenerChange.trustedProxies,
             (QStringList{QStringLiteral("10.0.0.0/8"), QStringLiteral("192.0.2.1")}));
}

void ListeningPageTest::saysWhyItWasNotSet()
{
    open();
    m_actions->answer = failure(ErrorCode::FileFailed, QStringLiteral("/etc/ssl/hooks.pem: no such file"));
    chooseTls(1);
    child<FileField>(QStringLiteral("certificateFile"))->setPath(QStringLiteral("/etc/ssl/hooks.pem"));
    child<FileField>(QStringLiteral("keyFile"))->setPath(QStringLiteral("/etc/ssl/hooks.key"));
    QTest::mouseClick(applyTls(), Qt::LeftButton);
    QTRY_VERIFY(says(QStringLiteral("/etc/ssl/hooks.pem: no such file")));
    QVERIFY(applyTls()->isEnabled()); // to be tried again
}

void ListeningPageTest::setsATunnelBySsh()
{
    open();
    chooseTunnel(1);
    type(child<QLineEdit>(QStringLiteral("sshTarget")), QStringLiteral("hooks@example.org"));
    type(child<QLineEdit>(QStringLiteral("tunnelUrl")), QStringLiteral("https://hooks.example.org"));
    saveShots(*m_area, m_theme, QStringLiteral("listening-ssh"));
    QTest::mouseClick(applyTunnel(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls, QStringList{QStringLiteral("set tunnel")});
    TunnelSettings expected;
    expected.kind = TunnelSettings::Kind::Ssh;
    expected.sshTarget = QStringLiteral("hooks@example.org");
    expected.publicUrl = QStringLiteral("https://hooks.example.org");
    QCOMPARE(m_actions->tunnel, expected);
    QTRY_VERIFY(!applyTunnel()->isEnabled());
}

void ListeningPageTest::setsATunnelByAnotherProgram()
{
    open();
    chooseTunnel(2);
    QVERIFY(!child<QLineEdit>(QStringLiteral("sshTarget"))->isVisible());
    type(child<QLineEdit>(QStringLiteral("tunnelCommand")), QStringLiteral("cloudflared tunnel --url {base}"));
    QTest::mouseClick(applyTunnel(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls.size(), 1);
    QCOMPARE(m_actions->tunnel.kind, TunnelSettings::Kind::Command);
    QCOMPARE(m_actions->tunnel.command, QStringLiteral("cloudflared tunnel --url {base}"));
}

void ListeningPageTest::asksForWhatATunnelNeeds()
{
    open();
    chooseTunnel(1);
    QTest::mouseClick(applyTunnel(), Qt::LeftButton);
    QVERIFY(says(QStringLiteral("Name the server")));
    type(child<QLineEdit>(QStringLiteral("sshTarget")), QStringLiteral("hooks@example.org"));
    QTest::mouseClick(applyTunnel(), Qt::LeftButton);
    QVERIFY(says(QStringLiteral("Under which address do senders reach that server?")));
    chooseTunnel(2);
    QTest::mouseClick(applyTunnel(), Qt::LeftButton);
    QVERIFY(says(QStringLiteral("Write the program and its arguments.")));
    QCOMPARE(m_actions->calls, QStringList());
}

void ListeningPageTest::endsTheTunnel()
{
    m_actions->tunnel.kind = TunnelSettings::Kind::Command;
    m_actions->tunnel.command = QStringLiteral("cloudflared tunnel");
    open();
    QTRY_COMPARE(child<QComboBox>(QStringLiteral("tunnelKind"))->currentIndex(), 2);
    chooseTunnel(0);
    QTest::mouseClick(applyTunnel(), Qt::LeftButton);
    QTRY_COMPARE(m_actions->calls.size(), 1);
    QCOMPARE(m_actions->tunnel, TunnelSettings());
}

void ListeningPageTest::showsHowTheTunnelIsDoing()
{
    m_actions->tunnel.kind = TunnelSettings::Kind::Command;
    m_actions->tunnel.command = QStringLiteral("cloudflared tunnel");
    open();
    m_page->setTunnelState({TunnelState::Kind::Starting, {}, {}});
    QTRY_VERIFY(says(QStringLiteral("its address is not known yet")));
    m_page->setTunnelState({TunnelState::Kind::Up, QStringLiteral("https://a.example"), {}});
    QVERIFY(says(QStringLiteral("It is up.")));
    QCOMPARE(child<TunnelForm>()->findChild<CopyField *>()->text(), QStringLiteral("https://a.example"));
    saveShots(*m_area, m_theme, QStringLiteral("listening-tunnel-up"));
    m_page->setTunnelState({TunnelState::Kind::Down, {}, QStringLiteral("the server does not know this key")});
    QVERIFY(says(QStringLiteral("It is down: the server does not know this key.")));
    QVERIFY(!child<TunnelForm>()->findChild<CopyField *>()->isVisible());
}

static WayReport reachable()
{
    const QString passed = QStringLiteral("passed");
    return {QStringLiteral("https://hooks.example"),
            true,
            {{QStringLiteral("listener"), passed, QStringLiteral("http://127.0.0.1:8765")},
             {QStringLiteral("public-address"), passed, {}},
             {QStringLiteral("round-trip"), passed, QStringLiteral("it took 84 ms")},
             {QStringLiteral("sender-address"), QStringLiteral("warning"),
              QStringLiteral("all senders look like 127.0.0.1")}}};
}

void ListeningPageTest::testsTheWay()
{
    open();
    auto *view = child<WayTestView>();
    QTest::mouseClick(view->button(), Qt::LeftButton);
    QCOMPARE(m_actions->calls, QStringList{QStringLiteral("test way Front desk")});
    QVERIFY(!view->button()->isEnabled());
    QVERIFY(says(QStringLiteral("Testing…")));
    m_actions->testing.addResult(reachable());
    m_actions->testing.finish();
    QTRY_VERIFY(says(QStringLiteral("Senders get through to https://hooks.example.")));
    QVERIFY(view->button()->isEnabled());
    QCOMPARE(view->text(), QStringLiteral("Passed: Earshot listens\nPassed: There is a public address\n"
                                          "Passed: An event comes through\nWarning: Senders' addresses are seen"));
    QTRY_VERIFY(says(QStringLiteral("all senders look like 127.0.0.1")));
    m_page->resize(700, m_page->sizeHint().height());
    saveShots(*m_area, m_theme, QStringLiteral("listening-tested"));
}

void ListeningPageTest::saysWhatBlocksTheWay()
{
    open();
    auto *view = child<WayTestView>();
    QTest::mouseClick(view->button(), Qt::LeftButton);
    m_actions->testing.addResult(WayReport{
        QStringLiteral("https://hooks.example"),
        false,
        {{QStringLiteral("name"), QStringLiteral("failed"), QStringLiteral("<b>hooks.example</b> has no address")},
         {QStringLiteral("port"), QStringLiteral("skipped"), {}}}});
    m_actions->testing.finish();
    QTRY_VERIFY(says(QStringLiteral("Senders do not get through.")));
    QTRY_VERIFY(says(QStringLiteral("Its name is known: <b>hooks.example</b> has no address"))); // as it is written
    QCOMPARE(view->text(), QStringLiteral("Blocked: Its name is known\nSkipped: Something answers there"));
}

void ListeningPageTest::saysWhyTheWayWasNotTested()
{
    open();
    auto *view = child<WayTestView>();
    QTest::mouseClick(view->button(), Qt::LeftButton);
    m_actions->testing.addResult(failure(ErrorCode::NotFound, QStringLiteral("there is no source")));
    m_actions->testing.finish();
    QTRY_VERIFY(says(QStringLiteral("there is no source")));
    QVERIFY(view->button()->isEnabled());
}

void ListeningPageTest::fitsInALongLanguage()
{
    m_actions->listener = selfSigned(m_clock.now() + std::chrono::days(100));
    m_actions->tunnel.kind = TunnelSettings::Kind::Ssh;
    open();
    LongTranslation german;
    QApplication::installTranslator(&german);
    QTest::qWait(0);
    saveShot(*m_area, QStringLiteral("listening-long"));
    QTRY_COMPARE(clippedTexts(*m_page), QString());
    QApplication::removeTranslator(&german);
}

QTEST_MAIN(ListeningPageTest)

#include "tst_listeningpage.moc"
