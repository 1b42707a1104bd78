// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/labels.h"
#include "widgets/controls/plaintip.h"

#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace earshot;

class ElidedLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsAtItsOwnSize();
    void canBeMadeNarrow();
    void itsTipHasTheWhole();
    void aTipIsPlain();
    void derivedFontsFollowTheirPlace();
};

void ElidedLabelTest::fitsAtItsOwnSize()
{
    ElidedLabel label(QStringLiteral("hannah.vogel@example.org"));
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void ElidedLabelTest::canBeMadeNarrow()
{
    ElidedLabel label(QStringLiteral("hannah.vogel@example.org"));
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 2);
    label.resize(label.minimumSizeHint());
    QVERIFY(label.isElided());
    QCOMPARE(label.text(), QStringLiteral("hannah.vogel@example.org"));
}

void ElidedLabelTest::itsTipHasTheWhole()
{
    ElidedLabel label(QStringLiteral("a text that is far too long"));
    label.resize(40, 20);
    label.show();
    QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(&label, &help);
    QVERIFY(QToolTip::text().contains(QStringLiteral("a text that is far too long")));
    QToolTip::hideText();
}

void ElidedLabelTest::aTipIsPlain()
{
    QCOMPARE(plainTip(QStringLiteral("<b>\n")), QStringLiteral("<qt>&lt;b&gt;<br></qt>"));
    QVERIFY(plainTip({}).isEmpty());
    QVERIFY(plainTip(QString(1'000'000, u'x')).size() < 3000);
}

void ElidedLabelTest::derivedFontsFollowTheirPlace()
{
    QWidget place;
    place.setFont(QFont(QStringLiteral("Inter"), 10));
    SectionLabel section(QStringLiteral("Status"), &place);
    MutedLabel muted(QStringLiteral("as it will stand"), &place);
    muted.setCaption(true);
    QCOMPARE(section.font().weight(), QFont::DemiBold);
    QCOMPARE(muted.font().pointSize(), 9);
    place.setFont(QFont(QStringLiteral("Inter"), 20));
    QCOMPARE(section.font().pointSize(), 20);
    QCOMPARE(muted.font().pointSize(), 19);
}

QTEST_MAIN(ElidedLabelTest)
#include "tst_elidedlabel.moc"
