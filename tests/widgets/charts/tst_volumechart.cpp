// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/charts/chartdatasample.h"
#include "widgets/charts/serieslegend.h"
#include "widgets/charts/volumechart.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class VolumeChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatWasCounted();
    void stacksUntaggedOnTop();
    void hidesASeriesAndShowsOneAlone();
    void brushesByDragging();
    void brushesByKeys();
    void clearsTheBrushByEscape();
    void walksAndOpensBins();
    void keepsTheFocusWhileNumbersChange();
    void dropsTheBrushWithAnotherRange();
    void hasNoLegendWhereThereIsNoRoom();
    void saysItselfInWords();
    void writesSvgAndPng();
    void showsNothingWithoutData();

private:
    NoonClock m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<VolumeChart> m_chart;
};

/** With Shift held: QTest would let it go after each key. */
static void pressWithShift(QWidget *widget, Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::ShiftModifier);
    QCoreApplication::sendEvent(widget, &event);
}

void VolumeChartTest::init()
{
    m_chart.reset();
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_settings->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_settings->setZone(QTimeZone("Europe/Berlin"));
    m_chart = std::make_unique<VolumeChart>(*m_settings);
    m_chart->setData(sampleData(10));
    m_chart->resize(600, 300);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void VolumeChartTest::showsWhatWasCounted()
{
    QCOMPARE(m_chart->bins().size(), 10);
    QCOMPARE(m_chart->bins().last().figures.total, 13 * 3 + 1);
    QCOMPARE(m_chart->title(), QStringLiteral("Conversations per day"));
    const ChartTable table = m_chart->table();
    QCOMPARE(table.headings, QStringList({QStringLiteral("Time"), QStringLiteral("Booked"), QStringLiteral("Spam"),
                                          QStringLiteral("Untagged"), QStringLiteral("All")}));
    QCOMPARE(table.rows.last(), QStringList({QStringLiteral("Wed 13 May"), QStringLiteral("13"), QStringLiteral("1"),
                                             QStringLiteral("26"), QStringLiteral("40")}));
}

void VolumeChartTest::stacksUntaggedOnTop()
{
    QCOMPARE(m_chart->series().last().kind, ChartSeries::Kind::Untagged);
    QCOMPARE(m_chart->series().first().outcome, QStringLiteral("booked"));
}

void VolumeChartTest::hidesASeriesAndShowsOneAlone()
{
    SeriesLegend &legend = m_chart->legend();
    QVERIFY(legend.isVisible());
    const QList<LegendEntry *> entries = legend.findChildren<LegendEntry *>();
    QCOMPARE(entries.size(), 3);
    QTest::mouseClick(entries[0], Qt::LeftButton);
    QVERIFY(!legend.isShown(0));
    QVERIFY(legend.isShown(1));
    legend.isolate(2);
    QVERIFY(!legend.isShown(0));
    QVERIFY(!legend.isShown(1));
    QVERIFY(legend.isShown(2));
    legend.isolate(2);
    QVERIFY(legend.isShown(0));
    m_chart->setData(sampleData(10)); // the same series: what is hidden stays hidden
    legend.isolate(1);
    m_chart->setData(sampleData(10));
    QVERIFY(!legend.isShown(0));
}

void VolumeChartTest::brushesByDragging()
{
    QSignalSpy brushed(m_chart.get(), &VolumeChart::rangeBrushed);
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, m_chart->binCenter(2).toPoint());
    QTest::mouseMove(m_chart.get(), m_chart->binCenter(3).toPoint());
    QTest::mouseMove(m_chart.get(), m_chart->binCenter(5).toPoint());
    QVERIFY(m_chart->brush());
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, m_chart->binCenter(5).toPoint());
    QCOMPARE(brushed.size(), 1);
    QCOMPARE(brushed[0][0].value<Timestamp>(), m_chart->bins()[2].from);
    QCOMPARE(brushed[0][1].value<Timestamp>(), m_chart->bins()[5].until);

    brushed.clear(); // a click marks nothing
    QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->binCenter(2).toPoint());
    QCOMPARE(brushed.size(), 0);
    QVERIFY(!m_chart->brush());
}

void VolumeChartTest::brushesByKeys()
{
    QSignalSpy brushed(m_chart.get(), &VolumeChart::rangeBrushed);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    pressWithShift(m_chart.get(), Qt::Key_Left);
    pressWithShift(m_chart.get(), Qt::Key_Left);
    QVERIFY(m_chart->brush());
    QCOMPARE(brushed.size(), 0);
    QTest::keyRelease(m_chart.get(), Qt::Key_Shift);
    QCOMPARE(brushed.size(), 1);
    QCOMPARE(brushed[0][0].value<Timestamp>(), m_chart->bins()[7].from);
    QCOMPARE(brushed[0][1].value<Timestamp>(), m_chart->bins()[9].until);
}

void VolumeChartTest::clearsTheBrushByEscape()
{
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    pressWithShift(m_chart.get(), Qt::Key_Left);
    QVERIFY(m_chart->brush());
    QTest::keyClick(m_chart.get(), Qt::Key_Escape);
    QVERIFY(!m_chart->brush());
}

void VolumeChartTest::walksAndOpensBins()
{
    QSignalSpy activated(m_chart.get(), &VolumeChart::binActivated);
    QSignalSpy rows(m_chart.get(), &Chart::rowsRequested);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(rows.size(), 1);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->currentBin(), 1);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].value<Timestamp>(), m_chart->bins()[1].from);
    QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, m_chart->binCenter(4).toPoint());
    QCOMPARE(activated.last()[0].value<Timestamp>(), m_chart->bins()[4].from);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QTest::keyClick(m_chart.get(), Qt::Key_Left); // no further
    QCOMPARE(m_chart->currentBin(), 0);
}

void VolumeChartTest::keepsTheFocusWhileNumbersChange()
{
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    m_chart->setData(sampleData(10));
    QCOMPARE(m_chart->currentBin(), 9);
}

void VolumeChartTest::dropsTheBrushWithAnotherRange()
{
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    pressWithShift(m_chart.get(), Qt::Key_Left);
    m_chart->setData(sampleData(4));
    QVERIFY(!m_chart->brush());
    QCOMPARE(m_chart->currentBin(), -1);
}

void VolumeChartTest::hasNoLegendWhereThereIsNoRoom()
{
    m_chart->resize(240, 150);
    QVERIFY(!m_chart->legend().isVisible());
    m_chart->resize(600, 300);
    QVERIFY(m_chart->legend().isVisible());
}

void VolumeChartTest::saysItselfInWords()
{
    const QString said = m_chart->accessibleDescription();
    QVERIFY2(said.contains(QStringLiteral("4 – 13 May 2026")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("40 at Wed 13 May")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("13 at Mon 4 May")), qPrintable(said));
}

void VolumeChartTest::writesSvgAndPng()
{
    const QTemporaryDir folder;
    const QString svg = folder.filePath(QStringLiteral("chart.svg"));
    QVERIFY(m_chart->saveSvg(svg));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("<svg"));
    QVERIFY(text.contains("today"));
    QVERIFY(text.contains("Booked"));
    const QString png = folder.filePath(QStringLiteral("chart.png"));
    QVERIFY(m_chart->savePng(png));
    QCOMPARE(QImage(png).size(), QSize(1200, 600));
    QVERIFY(!m_chart->saveSvg(folder.filePath(QStringLiteral("no/such/folder.svg"))));
}

void VolumeChartTest::showsNothingWithoutData()
{
    VolumeChart empty(*m_settings);
    empty.resize(400, 200);
    empty.show();
    QTest::keyClick(&empty, Qt::Key_Right);
    pressWithShift(&empty, Qt::Key_Right);
    QTest::mouseClick(&empty, Qt::LeftButton, {}, QPoint(200, 100));
    QCOMPARE(empty.currentBin(), -1);
    QVERIFY(empty.table().rows.isEmpty());
    QVERIFY(!empty.picture(1).isNull());
}

QTEST_MAIN(VolumeChartTest)
#include "tst_volumechart.moc"
