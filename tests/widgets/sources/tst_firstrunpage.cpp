// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/settings/looking.h"
#include "widgets/settings/zonecombo.h"
#include "widgets/sources/choicecard.h"
#include "widgets/sources/firstrunpage.h"
#include "widgets/sources/firstrunpicture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class FirstRunPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beginsByKeysAndByCards_data();
    void beginsByKeysAndByCards();
    void leavesDigitsToTheZone();
    void choosesLanguageAndZone();
    void hidesThePictureWhereItIsNarrow();
    void changesItsLanguageWhileOpen();

private:
    Theme m_theme;
};

static std::unique_ptr<FirstRunPage> shownPage()
{
    auto page = std::make_unique<FirstRunPage>();
    page->setLanguages({{QString(), {}},
                        {QStringLiteral("en"), QStringLiteral("English")},
                        {QStringLiteral("de"), QStringLiteral("Deutsch")}},
                       QStringLiteral("en"));
    page->setZone(QTimeZone("Europe/Berlin"));
    page->resize(1440, 840);
    page->show();
    return page;
}

void FirstRunPageTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
}

void FirstRunPageTest::beginsByKeysAndByCards_data()
{
    QTest::addColumn<int>("card");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("signal");
    QTest::newRow("add") << 0 << int(Qt::Key_1) << QStringLiteral("2addSourceRequested()");
    QTest::newRow("demo") << 1 << int(Qt::Key_2) << QStringLiteral("2demoRequested()");
    QTest::newRow("open") << 2 << int(Qt::Key_3) << QStringLiteral("2openStoreRequested()");
}

void FirstRunPageTest::beginsByKeysAndByCards()
{
    QFETCH(const int, card);
    QFETCH(const int, key);
    QFETCH(const QString, signal);
    const auto page = shownPage();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    QSignalSpy asked(page.get(), signal.toLatin1().constData());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    QCOMPARE(asked.size(), 1);
    auto *button = page->findChildren<ChoiceCard *>().at(card);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QCOMPARE(asked.size(), 3);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked.size(), 4);
}

void FirstRunPageTest::leavesDigitsToTheZone()
{
    const auto page = shownPage();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    QSignalSpy asked(page.get(), &FirstRunPage::addSourceRequested);
    auto *zone = page->findChild<ZoneCombo *>();
    zone->setFocus();
    QTest::keyClick(zone->lineEdit(), Qt::Key_1);
    QCOMPARE(asked.size(), 0);
}

void FirstRunPageTest::choosesLanguageAndZone()
{
    const auto page = shownPage();
    QSignalSpy language(page.get(), &FirstRunPage::languageChosen);
    QSignalSpy zone(page.get(), &FirstRunPage::zoneChosen);
    auto *languages = page->findChild<QComboBox *>();
    QCOMPARE(languages->currentText(), QStringLiteral("English"));
    QTest::keyClick(languages, Qt::Key_Down);
    QCOMPARE(language.last().first().toString(), QStringLiteral("de"));
    auto *zones = page->findChild<ZoneCombo *>();
    QCOMPARE(zones->zone(), QStringLiteral("Europe/Berlin"));
    zones->lineEdit()->selectAll();
    QTest::keyClicks(zones->lineEdit(), QStringLiteral("Asia/Tokyo"));
    QTest::keyClick(zones->lineEdit(), Qt::Key_Return);
    QCOMPARE(zone.size(), 1);
    QCOMPARE(zone.first().first().value<QTimeZone>(), QTimeZone("Asia/Tokyo"));
}

void FirstRunPageTest::hidesThePictureWhereItIsNarrow()
{
    const auto page = shownPage();
    const auto *picture = page->findChild<FirstRunPicture *>();
    QVERIFY(picture->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    page->resize(960, 600);
    QTRY_VERIFY(!picture->isVisible());
    QCOMPARE(page->width(), 960);
    QVERIFY(page->minimumSizeHint().height() <= 600);
    saveShot(*page, QStringLiteral("firstrun-narrow"));
    page->resize(1440, 840);
    QTRY_VERIFY(picture->isVisible());
    saveShots(*page, m_theme, QStringLiteral("firstrun"));
}

void FirstRunPageTest::changesItsLanguageWhileOpen()
{
    const auto page = shownPage();
    const auto *card = page->findChild<ChoiceCard *>();
    QCOMPARE(card->text(), QStringLiteral("Add a source"));
    QTRY_COMPARE(clippedTexts(*page), QString());
    LongTranslation german;
    QApplication::installTranslator(&german);
    QTRY_VERIFY(card->text().startsWith(QLatin1StringView("Add a sourceoo")));
    QTest::qWait(0);
    saveShot(*page, QStringLiteral("firstrun-long"));
    QTRY_COMPARE(clippedTexts(*page), QString());
    page->setLayoutDirection(Qt::RightToLeft);
    saveShot(*page, QStringLiteral("firstrun-rtl"));
    QApplication::removeTranslator(&german);
    QTRY_COMPARE(card->text(), QStringLiteral("Add a source"));
}

QTEST_MAIN(FirstRunPageTest)

#include "tst_firstrunpage.moc"
