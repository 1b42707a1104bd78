// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/settings/looking.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/forwarding/recordlink.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <array>

using namespace earshot;

namespace {

constexpr std::array c_schemes = {"http", "https", "file", "javascript", "earshot"};

} // namespace

/** The desktop's browser. */
class Browser : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:

    void open(const QUrl &url) { opened.append(url); }
};

class RecordLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void offersOnlyWebAddresses_data();
    void offersOnlyWebAddresses();
    void showsTheAddressBeforeItOpens();
    void opensNothingThatIsRefused();
    void copiesTheAddress();

private:
    FormDialog *dialog() const { return m_window->findChild<FormDialog *>(); }

    Browser m_browser;
    std::unique_ptr<QWidget> m_window;
    RecordLink *m_link = nullptr;
};

void RecordLinkTest::initTestCase()
{
    for (const char *scheme : c_schemes)
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), &m_browser, "open");
}

void RecordLinkTest::cleanupTestCase()
{
    for (const char *scheme : c_schemes)
        QDesktopServices::unsetUrlHandler(QString::fromLatin1(scheme));
}

void RecordLinkTest::init()
{
    m_browser.opened.clear();
    m_window = std::make_unique<QWidget>();
    m_link = new RecordLink(m_window.get());
    m_link->resize(300, 30);
    m_window->resize(400, 300);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void RecordLinkTest::cleanup()
{
    m_window.reset();
}

void RecordLinkTest::offersOnlyWebAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("none") << QString() << false;
    QTest::newRow("https") << "https://app.hubspot.com/contacts/1/record/0-48/4711" << true;
    QTest::newRow("http") << "http://127.0.0.1:8000/#note/3" << true;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("script") << "javascript:alert(1)" << false;
    QTest::newRow("another program") << "earshot://open" << false;
    QTest::newRow("relative") << "/records/4711" << false;
    QTest::newRow("no host") << "https:///records" << false;
    QTest::newRow("garbled") << "https://crm example/%zz" << false;
}

void RecordLinkTest::offersOnlyWebAddresses()
{
    QFETCH(QString, url);
    m_link->setLink(url, QStringLiteral("HubSpot"));
    QTEST(m_link->isVisible(), "isOffered");
    QTest::mouseClick(m_link->openButton(), Qt::LeftButton);
    QTEST(dialog() != nullptr, "isOffered");
    QVERIFY(m_browser.opened.isEmpty());
}

void RecordLinkTest::showsTheAddressBeforeItOpens()
{
    const QString url = QStringLiteral("https://crm.example/calls/4711?view=a%20b");
    m_link->setLink(url, QStringLiteral("HubSpot"));
    QCOMPARE(m_link->openButton()->text(), QStringLiteral("Open in HubSpot"));
    m_link->openButton()->setFocus();
    QTest::keyClick(m_link->openButton(), Qt::Key_Space);
    QVERIFY(dialog() != nullptr);
    QCOMPARE(dialog()->findChild<QPlainTextEdit *>()->toPlainText(), url);
    QVERIFY(m_browser.opened.isEmpty());
    dialog()->primaryButton()->click();
    QCOMPARE(m_browser.opened, QList<QUrl>{QUrl(url)});
}

void RecordLinkTest::opensNothingThatIsRefused()
{
    m_link->setLink(QStringLiteral("https://crm.example/4711"), QStringLiteral("HubSpot"));
    m_link->openButton()->click();
    dialog()->reject();
    QVERIFY(m_browser.opened.isEmpty());
}

void RecordLinkTest::copiesTheAddress()
{
    const QString url = QStringLiteral("https://crm.example/4711");
    m_link->setLink(url, QStringLiteral("HubSpot"));
    m_link->copyButton()->click();
    QCOMPARE(QApplication::clipboard()->text(), url);
    QCOMPARE(m_link->copyButton()->text(), QStringLiteral("Copied"));
    m_link->setLink(QStringLiteral("https://crm.example/4712"), QStringLiteral("HubSpot"));
    QCOMPARE(m_link->copyButton()->text(), QStringLiteral("Copy link")); // that one was not
}

QTEST_MAIN(RecordLinkTest)
#include "tst_recordlink.moc"
