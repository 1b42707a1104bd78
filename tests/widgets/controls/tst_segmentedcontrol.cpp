// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/segmentedcontrol.h"

#include "widgets/style/icons.h"

#include <QActionGroup>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class SegmentedControlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneIsCheckedAtATime();
    void aClickTriggersItsAction();
    void arrowsMoveAndSkipWhatIsDisabled();
    void arrowsAreMirrored();
    void hiddenActionsTakeNoRoom();
    void nothingMovesWhenTheCheckMoves();
    void saysWhatIsChecked();
    void keepsAGroupThatIsThere();

private:
    QAction m_live{QStringLiteral("Live")};
    QAction m_inspect{QStringLiteral("Inspect")};
    QAction m_reports{QStringLiteral("Reports")};
    std::unique_ptr<SegmentedControl> m_control;
};

void SegmentedControlTest::init()
{
    m_control.reset(); // with the group that it made
    for (QAction *action : {&m_live, &m_inspect, &m_reports}) {
        action->setEnabled(true);
        action->setVisible(true);
    }
    m_control = std::make_unique<SegmentedControl>(QList<QAction *>{&m_live, &m_inspect, &m_reports});
    m_live.setChecked(true);
    m_control->resize(m_control->sizeHint());
    m_control->show();
}

void SegmentedControlTest::oneIsCheckedAtATime()
{
    m_reports.trigger();
    QVERIFY(m_reports.isChecked());
    QVERIFY(!m_live.isChecked());
}

void SegmentedControlTest::aClickTriggersItsAction()
{
    QSignalSpy triggered(&m_inspect, &QAction::triggered);
    QTest::mouseClick(m_control.get(), Qt::LeftButton, {}, m_control->segmentRect(&m_inspect).center());
    QCOMPARE(triggered.size(), 1);
    QVERIFY(m_inspect.isChecked());

    QTest::mousePress(m_control.get(), Qt::LeftButton, {}, m_control->segmentRect(&m_live).center());
    QTest::mouseRelease(m_control.get(), Qt::LeftButton, {}, m_control->segmentRect(&m_reports).center());
    QVERIFY(m_inspect.isChecked()); // pressed here, let go there: nothing
}

void SegmentedControlTest::arrowsMoveAndSkipWhatIsDisabled()
{
    QTest::keyClick(m_control.get(), Qt::Key_Right);
    QVERIFY(m_inspect.isChecked());
    m_inspect.setEnabled(false);
    m_live.setChecked(true);
    QTest::keyClick(m_control.get(), Qt::Key_Right);
    QVERIFY(m_reports.isChecked());
    QTest::keyClick(m_control.get(), Qt::Key_Right);
    QVERIFY(m_reports.isChecked());
    QTest::keyClick(m_control.get(), Qt::Key_Home);
    QVERIFY(m_live.isChecked());
}

void SegmentedControlTest::arrowsAreMirrored()
{
    m_control->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(m_control->segmentRect(&m_live).left() > m_control->segmentRect(&m_reports).left());
    QTest::keyClick(m_control.get(), Qt::Key_Left);
    QVERIFY(m_inspect.isChecked());
}

void SegmentedControlTest::hiddenActionsTakeNoRoom()
{
    const int before = m_control->sizeHint().width();
    m_inspect.setVisible(false);
    QVERIFY(m_control->sizeHint().width() < before);
    QVERIFY(m_control->segmentRect(&m_inspect).isEmpty());
}

void SegmentedControlTest::nothingMovesWhenTheCheckMoves()
{
    const QRect before = m_control->segmentRect(&m_inspect);
    m_reports.trigger();
    QCOMPARE(m_control->segmentRect(&m_inspect), before);
}

void SegmentedControlTest::saysWhatIsChecked()
{
    m_inspect.trigger();
    QCOMPARE(m_control->accessibleDescription(), QStringLiteral("Inspect"));
    m_control->setIconsOnly(true);
    m_live.setIcon(themedIcon(Icon::Live));
    QVERIFY(m_control->segmentRect(&m_live).width() < m_control->segmentRect(&m_inspect).width());
    m_live.setIcon({});
}

void SegmentedControlTest::keepsAGroupThatIsThere()
{
    QActionGroup group(nullptr);
    QAction first(QStringLiteral("A"));
    QAction second(QStringLiteral("B"));
    group.addAction(&first);
    group.addAction(&second);
    const SegmentedControl control({&first, &second}, SegmentedControl::Look::Quiet, nullptr);
    QCOMPARE(first.actionGroup(), &group);
}

QTEST_MAIN(SegmentedControlTest)
#include "tst_segmentedcontrol.moc"
