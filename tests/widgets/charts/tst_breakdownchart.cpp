// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/charts/chartdatasample.h"
#include "widgets/charts/breakdownchart.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class BreakdownChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sortsTheUnknownLast();
    void sumsUpWhatDoesNotFit();
    void activatesByClickAndKey();
    void doesNotActivateTheRest();
    void saysThePeriodBefore();
    void saysItselfInWords();
    void paintsBothDirections();

private:
    using Row = BreakdownChart::Row;

    NoonClock m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<BreakdownChart> m_chart;
};

static QList<ChartCount> someCounts()
{
    return {{{}, 50, 40},
            {QStringLiteral("booked"), 30, 35},
            {QStringLiteral("spam"), 15, 0},
            {QStringLiteral("other"), 5, 9}};
}

void BreakdownChartTest::init()
{
    m_chart.reset();
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_settings->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_chart = std::make_unique<BreakdownChart>(QStringLiteral("outcome"), outcomeLook, *m_settings);
    m_chart->resize(320, 400);
    m_chart->setCounts(someCounts(), 100, true);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void BreakdownChartTest::sortsTheUnknownLast()
{
    QCOMPARE(m_chart->rows(), (QList<Row>{{QStringLiteral("booked"), 30, 35, 0},
                                          {QStringLiteral("spam"), 15, 0, 0},
                                          {QStringLiteral("other"), 5, 9, 0},
                                          {{}, 50, 40, 0}}));
}

void BreakdownChartTest::sumsUpWhatDoesNotFit()
{
    const int height = int(m_chart->rowRect(0).height());
    m_chart->resize(320, 3 * height);
    QCOMPARE(m_chart->rows(), (QList<Row>{{QStringLiteral("booked"), 30, 35, 0}, {{}, 20, 9, 2}, {{}, 50, 40, 0}}));
    QCOMPARE(m_chart->table().rows.size(), 4); // the table has them all
}

void BreakdownChartTest::activatesByClickAndKey()
{
    QSignalSpy activated(m_chart.get(), &BreakdownChart::valueActivated);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->rowRect(1).center().toPoint());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], QVariantList({QStringLiteral("outcome"), QStringLiteral("spam")}));
    QTest::keyClick(m_chart.get(), Qt::Key_Down);
    QTest::keyClick(m_chart.get(), Qt::Key_Down);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 2);
    QVERIFY(activated[1][1].toString().isNull());
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(20, 390)); // below the rows
    QCOMPARE(activated.size(), 2);
}

void BreakdownChartTest::doesNotActivateTheRest()
{
    const int height = int(m_chart->rowRect(0).height());
    m_chart->resize(320, 3 * height);
    QSignalSpy activated(m_chart.get(), &BreakdownChart::valueActivated);
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->rowRect(1).center().toPoint());
    QCOMPARE(activated.size(), 0);
}

void BreakdownChartTest::saysThePeriodBefore()
{
    QCOMPARE(m_chart->table().rows[1],
             QStringList({QStringLiteral("Booked"), QStringLiteral("30"),
                          shareText(30, 100, m_settings->format().locale), QStringLiteral("35")}));
    m_chart->setCounts(someCounts(), 100, false);
    QCOMPARE(m_chart->table().headings.size(), 3);
}

void BreakdownChartTest::saysItselfInWords()
{
    QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("Untagged, 50")));
    m_chart->setCounts({}, 0, false);
    QCOMPARE(m_chart->accessibleDescription(), QStringLiteral("Bars. No conversations."));
}

void BreakdownChartTest::paintsBothDirections()
{
    const QImage leftToRight = m_chart->grab().toImage();
    m_chart->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(m_chart->grab().toImage() != leftToRight);
}

QTEST_MAIN(BreakdownChartTest)
#include "tst_breakdownchart.moc"
