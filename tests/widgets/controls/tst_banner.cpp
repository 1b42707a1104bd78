// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/banner.h"

#include "widgets/controls/linkbutton.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;

class BannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isHiddenUntilThereIsSomethingToSay();
    void itsLinkIsActivated();
    void closesByCrossAndEscape();
    void whatGoesByItselfHasNoCross();
    void showsHostileTextAsItIs();
};

void BannerTest::isHiddenUntilThereIsSomethingToSay()
{
    QWidget pane;
    Banner banner(&pane);
    QVERIFY(banner.isHidden());
    banner.showMessage(Banner::Kind::Warning, QStringLiteral("The disk is nearly full."));
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.kind(), Banner::Kind::Warning);
    QCOMPARE(banner.accessibleName(), QStringLiteral("The disk is nearly full."));
    QVERIFY(banner.findChild<LinkButton *>()->isHidden());
    QSignalSpy closed(&banner, &Banner::closed);
    banner.dismiss();
    QVERIFY(banner.isHidden());
    QCOMPARE(closed.size(), 0);
}

void BannerTest::itsLinkIsActivated()
{
    QWidget pane;
    Banner banner(&pane);
    banner.showMessage(Banner::Kind::Info, QStringLiteral("New field."), QStringLiteral("Show the first"));
    QSignalSpy activated(&banner, &Banner::activated);
    QTest::keyClick(banner.findChild<LinkButton *>(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QVERIFY(!banner.isHidden());
}

void BannerTest::closesByCrossAndEscape()
{
    QWidget pane;
    Banner banner(&pane);
    QSignalSpy closed(&banner, &Banner::closed);
    banner.showMessage(Banner::Kind::Error, QStringLiteral("Not receiving."));
    banner.findChild<QToolButton *>()->click();
    QVERIFY(banner.isHidden());
    banner.showMessage(Banner::Kind::Error, QStringLiteral("Not receiving."));
    QTest::keyClick(&banner, Qt::Key_Escape);
    QVERIFY(banner.isHidden());
    QCOMPARE(closed.size(), 2);
    QVERIFY(!banner.findChild<QToolButton *>()->accessibleName().isEmpty());
}

void BannerTest::whatGoesByItselfHasNoCross()
{
    QWidget pane;
    Banner banner(&pane);
    banner.setClosable(false);
    banner.showMessage(Banner::Kind::Error, QStringLiteral("Not receiving."));
    QVERIFY(banner.findChild<QToolButton *>()->isHidden());
    QTest::keyClick(&banner, Qt::Key_Escape);
    QVERIFY(!banner.isHidden());
}

void BannerTest::showsHostileTextAsItIs()
{
    QWidget pane;
    Banner banner(&pane);
    banner.showMessage(Banner::Kind::Info, QStringLiteral("<img src=x>"));
    QCOMPARE(banner.text(), QStringLiteral("<img src=x>"));
    QCOMPARE(banner.findChild<QLabel *>()->textFormat(), Qt::PlainText);
}

QTEST_MAIN(BannerTest)
#include "tst_banner.moc"
