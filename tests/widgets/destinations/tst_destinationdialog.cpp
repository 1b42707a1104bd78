// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/destinations/pages.h"
#include "widgets/code/codeeditor.h"
#include "widgets/destinations/destinationdialog.h"
#include "widgets/destinations/howpage.h"
#include "widgets/destinations/shadowpage.h"
#include "widgets/style/words.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTabBar>

using namespace earshot;

class DestinationDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void beginsAtTheName();
    void addsWhatWasDescribedOnAllPages();
    void addsFromAnyPage_data();
    void addsFromAnyPage();
    void bringsThePageOfWhatIsWrongToTheFront();
    void doesNotKeepAMappingThatCannotBeCompiled();
    void saysWhyItWasNotAdded();
    void walksThePagesByKeys();
    void walksThePagesByButtons();
    void cancelsByEscFromTheEditor();
    void doesNotAddAfterItWasCancelled();
    void savesWhatIsChanged();
    void goesLiveAfterAShadowRun();
    void triesTheMappingOnWhatTheRuleLetsPass();
    void endsAShadowRunBeforeItCloses();
    void runsNoShadowOfWhatIsIncomplete();
    void fitsASmallScreen();
    void fitsInALongLanguage();
    void showsItself();

private:
    void open()
    {
        m_dialog = std::make_unique<DestinationDialog>(m_floor->actions, m_floor->reader, m_floor->display);
        show();
    }

    void open(const DestinationEntry &entry)
    {
        m_dialog = std::make_unique<DestinationDialog>(m_floor->actions, m_floor->reader, m_floor->display, entry);
        show();
    }

    void show()
    {
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    static DestinationEntry hubspot()
    {
        DestinationEntry entry;
        entry.destination.name = QStringLiteral("HubSpot");
        entry.destination.kind = QStringLiteral("hubspot");
        entry.destination.url = QStringLiteral("https://api.hubapi.com");
        entry.destination.rule = QStringLiteral("outcome:booked");
        entry.hasToken = true;
        return entry;
    }

    void type(const char *name, const QString &text) const { typeInto(*m_dialog, QString::fromLatin1(name), text); }

    void typeAddress() const
    {
        type("Name", QStringLiteral("CRM"));
        type("Address", QStringLiteral("https://crm.example/in"));
    }

    void pressEnter() const { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); }

    CodeEditor *mapping() const
    {
        const QList<CodeEditor *> editors = m_dialog->findChildren<CodeEditor *>();
        for (CodeEditor *editor : editors) {
            if (editor->accessibleName() == QStringLiteral("Mapping in jq"))
                return editor;
        }
        return nullptr;
    }

    /** Whether at @p size and on each page all texts have the room they want. */
    QString clippedOnAnyPage(QSize size) const
    {
        QStringList clipped;
        m_dialog->resize(size);
        for (int page = 0; page < DestinationDialog::PageCount; ++page) {
            m_dialog->showPage(DestinationDialog::Page(page));
            QCoreApplication::processEvents();
            if (const QString texts = clippedTexts(*m_dialog); !texts.isEmpty())
                clipped.append(QStringLiteral("%1: %2").arg(page).arg(texts));
        }
        return clipped.join(QLatin1Char('\n'));
    }

    Banner *banner() const { return m_dialog->findChild<Banner *>(); }

    QStringList calls() const { return m_floor->actions.calls.filter(QStringLiteral("destination")); }

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
    addCallers(*m_floor);
    m_floor->actions.preview = MappingPreview{QStringLiteral("{}"), QStringLiteral("{}"), {}};
}

void DestinationDialogTest::cleanup()
{
    m_dialog.reset();
    m_floor.reset();
}

void DestinationDialogTest::beginsAtTheName()
{
    open();
    QVERIFY(lineOf(*m_dialog, QStringLiteral("Name"))->hasFocus());
    QCOMPARE(m_dialog->page(), DestinationDialog::Where);
    QCOMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Add destination"));
}

void DestinationDialogTest::addsWhatWasDescribedOnAllPages()
{
    open();
    const QSignalSpy saved(m_dialog.get(), &DestinationDialog::saved);
    typeAddress();
    m_dialog->showPage(DestinationDialog::Which);
    type("Filter", QStringLiteral("outcome:booked"));
    m_dialog->showPage(DestinationDialog::How);
    QTest::keyClicks(mapping()->focusProxy(), QStringLiteral(".outcome"));
    press(*m_dialog, QStringLiteral("Add destination"));
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.first().first().toString(), QStringLiteral("CRM"));
    QCOMPARE(calls(), QStringList{QStringLiteral("add destination CRM")});
    const NewDestination &asked = m_floor->actions.addedDestination;
    QCOMPARE(asked.url, QStringLiteral("https://crm.example/in"));
    QCOMPARE(asked.rule, QStringLiteral("outcome:booked"));
    QCOMPARE(asked.mapping, QStringLiteral(".outcome"));
    QVERIFY(!m_dialog->isVisible());
}

void DestinationDialogTest::addsFromAnyPage_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("where") << int(DestinationDialog::Where);
    QTest::newRow("which") << int(DestinationDialog::Which);
    QTest::newRow("how") << int(DestinationDialog::How);
    QTest::newRow("shadow run") << int(DestinationDialog::Shadow);
}

void DestinationDialogTest::addsFromAnyPage()
{
    QFETCH(int, page);
    open();
    typeAddress();
    m_dialog->showPage(DestinationDialog::Page(page));
    m_dialog->primaryButton()->click();
    QTRY_COMPARE(calls(), QStringList{QStringLiteral("add destination CRM")});
    QVERIFY(m_floor->actions.addedDestination.mapping.isNull());
    QVERIFY(!m_floor->actions.addedDestination.byHandOnly);
}

void DestinationDialogTest::bringsThePageOfWhatIsWrongToTheFront()
{
    open();
    m_dialog->showPage(DestinationDialog::Shadow);
    m_dialog->primaryButton()->click();
    QCOMPARE(m_dialog->page(), DestinationDialog::Where);
    QCOMPARE(reasonsOf(*m_dialog), QStringLiteral("A destination needs a name."));
    QVERIFY(lineOf(*m_dialog, QStringLiteral("Name"))->hasFocus());
    typeAddress();
    m_dialog->showPage(DestinationDialog::Which);
    type("Filter", QStringLiteral("dur>3x"));
    m_dialog->showPage(DestinationDialog::How);
    m_dialog->primaryButton()->click();
    QCOMPARE(m_dialog->page(), DestinationDialog::Which);
    QVERIFY(lineOf(*m_dialog, QStringLiteral("Filter"))->hasFocus());
    QVERIFY(calls().isEmpty());
}

void DestinationDialogTest::doesNotKeepAMappingThatCannotBeCompiled()
{
    open();
    typeAddress();
    m_dialog->showPage(DestinationDialog::How);
    m_floor->actions.preview = MappingPreview{QStringLiteral("{}"), {}, {{QStringLiteral("syntax error"), 1, 2}}};
    QTest::keyClicks(mapping()->focusProxy(), QStringLiteral("{{"));
    m_dialog->showPage(DestinationDialog::Where);
    m_dialog->primaryButton()->click();
    QTRY_COMPARE(m_dialog->page(), DestinationDialog::How);
    QCOMPARE(reasonsOf(*m_dialog), QStringLiteral("Line 1, column 2: syntax error"));
    QVERIFY(mapping()->focusProxy()->hasFocus());
    QVERIFY(m_dialog->primaryButton()->isEnabled());
    QVERIFY(calls().isEmpty());
}

void DestinationDialogTest::saysWhyItWasNotAdded()
{
    open();
    const Error taken{ErrorCode::AlreadyExists, QStringLiteral("there is a destination \"CRM\" already")};
    m_floor->actions.answer = std::unexpected(taken);
    const QSignalSpy saved(m_dialog.get(), &DestinationDialog::saved);
    typeAddress();
    m_dialog->showPage(DestinationDialog::Which);
    m_dialog->primaryButton()->click();
    QTRY_VERIFY(banner()->isVisible());
    QCOMPARE(banner()->kind(), Banner::Kind::Error);
    QCOMPARE(banner()->text(), errorText(taken));
    QCOMPARE(m_dialog->page(), DestinationDialog::Where); // where its name is
    QVERIFY(m_dialog->primaryButton()->isEnabled());
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(saved.size(), 0);
}

void DestinationDialogTest::walksThePagesByKeys()
{
    open();
    for (const int page : {1, 2, 3, 3}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(int(m_dialog->page()), page);
    }
    m_dialog->showPage(DestinationDialog::How);
    mapping()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier); // out of the editor, too
    QCOMPARE(m_dialog->page(), DestinationDialog::Which);
}

void DestinationDialogTest::walksThePagesByButtons()
{
    open();
    QVERIFY(!buttonOf(*m_dialog, QStringLiteral("Back"))->isEnabled());
    press(*m_dialog, QStringLiteral("Next"));
    QCOMPARE(m_dialog->page(), DestinationDialog::Which);
    press(*m_dialog, QStringLiteral("Back"));
    QCOMPARE(m_dialog->page(), DestinationDialog::Where);
    m_dialog->showPage(DestinationDialog::Shadow);
    QVERIFY(!buttonOf(*m_dialog, QStringLiteral("Next"))->isEnabled());
}

void DestinationDialogTest::cancelsByEscFromTheEditor()
{
    open();
    typeAddress();
    m_dialog->showPage(DestinationDialog::How);
    mapping()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(calls().isEmpty());
}

void DestinationDialogTest::doesNotAddAfterItWasCancelled()
{
    open();
    typeAddress();
    m_dialog->showPage(DestinationDialog::How);
    QTest::keyClicks(mapping()->focusProxy(), QStringLiteral(".outcome"));
    m_dialog->primaryButton()->click(); // looks at the mapping first
    m_dialog->reject();
    QTRY_VERIFY(m_floor->actions.mappedWith == QStringLiteral(".outcome"));
    QTest::qWait(10);
    QVERIFY(calls().isEmpty());
}

void DestinationDialogTest::savesWhatIsChanged()
{
    open(hubspot());
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Settings of \"HubSpot\""));
    QVERIFY(!buttonOf(*m_dialog, QStringLiteral("Next"))->isVisible());
    type("Name", QStringLiteral("Sales"));
    press(*m_dialog, QStringLiteral("Save"));
    QTRY_COMPARE(calls(), QStringList{QStringLiteral("change destination HubSpot")});
    const NewDestination &asked = m_floor->actions.addedDestination;
    QCOMPARE(asked.name, QStringLiteral("Sales"));
    QCOMPARE(asked.kind, QStringLiteral("hubspot"));
    QCOMPARE(asked.rule, QStringLiteral("outcome:booked"));
    QVERIFY(asked.bearer.isEmpty()); // the one it has stays
    QTRY_VERIFY(!m_dialog->isVisible());
}

void DestinationDialogTest::goesLiveAfterAShadowRun()
{
    open(hubspot());
    m_dialog->showPage(DestinationDialog::Shadow);
    QCOMPARE(m_dialog->primaryButton()->text(), QStringLiteral("Go live"));
    press(*m_dialog, QStringLiteral("Try it on the latest 200"));
    QCOMPARE(m_floor->actions.calls.last(), QStringLiteral("shadow HubSpot 200"));
    m_floor->actions.shadowing.addResult(
        ShadowRun{{{1, QStringLiteral("Sofia Rossi"), ShadowRow::Verdict::Same, {}, {}}}});
    m_floor->actions.shadowing.finish();
    QTRY_VERIFY(shownTexts(*m_dialog).contains(QStringLiteral("Nothing was sent.")));
    press(*m_dialog, QStringLiteral("Go live"));
    QTRY_COMPARE(calls(), QStringList{QStringLiteral("change destination HubSpot")});
}

void DestinationDialogTest::triesTheMappingOnWhatTheRuleLetsPass()
{
    open(hubspot());
    m_dialog->showPage(DestinationDialog::How);
    QTRY_VERIFY(shownTexts(*m_dialog).contains(QStringLiteral("1 of 2")));
    m_dialog->showPage(DestinationDialog::Which);
    press(*m_dialog, QStringLiteral("Every conversation"));
    m_dialog->showPage(DestinationDialog::How);
    QTRY_VERIFY(shownTexts(*m_dialog).contains(QStringLiteral("1 of 5")));
}

void DestinationDialogTest::endsAShadowRunBeforeItCloses()
{
    open(hubspot());
    m_dialog->showPage(DestinationDialog::Shadow);
    press(*m_dialog, QStringLiteral("Try it on the latest 200"));
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY(m_floor->actions.shadowing.isCanceled());
    m_floor->actions.shadowing.finish();
    QTRY_VERIFY(!m_dialog->findChild<ShadowPage *>()->isRunning());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void DestinationDialogTest::runsNoShadowOfWhatIsIncomplete()
{
    open();
    m_dialog->showPage(DestinationDialog::Shadow);
    press(*m_dialog, QStringLiteral("Try it on the latest 200"));
    QCOMPARE(m_dialog->page(), DestinationDialog::Where);
    QVERIFY(m_floor->actions.calls.isEmpty());
}

void DestinationDialogTest::fitsASmallScreen()
{
    open(hubspot());
    const QSize small(1024, 600); // of 640, a title bar gone
    QVERIFY2(m_dialog->minimumSizeHint().width() <= small.width(),
             qPrintable(QString::number(m_dialog->minimumSizeHint().width())));
    QVERIFY2(m_dialog->minimumSizeHint().height() <= small.height(),
             qPrintable(QString::number(m_dialog->minimumSizeHint().height())));
    QCOMPARE(clippedOnAnyPage(small), QString());
}

void DestinationDialogTest::fitsInALongLanguage()
{
    open(hubspot());
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    QCoreApplication::processEvents();
    QVERIFY(m_dialog->windowTitle() != QStringLiteral("Settings of \"HubSpot\""));
    QVERIFY(m_dialog->minimumSizeHint().width() <= 1024);
    QCOMPARE(clippedOnAnyPage({1024, 600}), QString());
    for (int page = 0; page < DestinationDialog::PageCount; ++page) {
        m_dialog->showPage(DestinationDialog::Page(page));
        saveShot(*m_dialog, QStringLiteral("dialog-long-%1").arg(page));
    }
    QCoreApplication::removeTranslator(&translation);
}

void DestinationDialogTest::showsItself()
{
    open(hubspot());
    for (int page = 0; page < DestinationDialog::PageCount; ++page) {
        m_dialog->showPage(DestinationDialog::Page(page));
        QTest::qWait(100); // for what is read
        saveShots(*m_dialog, m_theme, QStringLiteral("dialog-%1").arg(page));
    }
    open();
    saveShots(*m_dialog, m_theme, QStringLiteral("dialog-new"));
}

QTEST_MAIN(DestinationDialogTest)
#include "tst_destinationdialog.moc"
