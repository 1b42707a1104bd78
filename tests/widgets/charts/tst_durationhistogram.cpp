// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/charts/chartdatasample.h"
#include "widgets/charts/durationhistogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class DurationHistogramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatWasCounted();
    void activatesABin();
    void leavesTheLastBinOpen();
    void saysItselfInWords();
    void showsNothingWithoutDurations();

private:
    NoonClock m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<DurationHistogram> m_chart;
};

void DurationHistogramTest::init()
{
    m_chart.reset();
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_settings->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_chart = std::make_unique<DurationHistogram>(*m_settings);
    m_chart->setData(sampleData(1)); // the 13th: durations 0 … 360, 0 … 750 and 0 seconds
    m_chart->resize(420, 200);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void DurationHistogramTest::showsWhatWasCounted()
{
    QCOMPARE(m_chart->counts()[0], 3);
    QCOMPARE(m_chart->counts()[12], 2);
    QCOMPARE(m_chart->counts()[13], 1);
    QCOMPARE(m_chart->counts()[20], 6);
    QCOMPARE(m_chart->durations().known, 40);
    const ChartTable table = m_chart->table();
    QCOMPARE(table.rows.size(), 21);
    QCOMPARE(table.rows[1].first(), QStringLiteral("0:30 to 1:00"));
    QCOMPARE(table.rows[20].first(), QStringLiteral("10:00 and longer"));
    QCOMPARE(table.rows[20][1], QStringLiteral("6"));
}

void DurationHistogramTest::activatesABin()
{
    QSignalSpy activated(m_chart.get(), &DurationHistogram::durationActivated);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], QVariantList({30, 60}));
}

void DurationHistogramTest::leavesTheLastBinOpen()
{
    QSignalSpy activated(m_chart.get(), &DurationHistogram::durationActivated);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->currentBin(), 20);
    QTest::keyClick(m_chart.get(), Qt::Key_Return);
    QCOMPARE(activated[0], QVariantList({600, 0}));
}

void DurationHistogramTest::saysItselfInWords()
{
    const QString said = m_chart->accessibleDescription();
    QVERIFY2(said.contains(QStringLiteral("Most: 6, 10:00 and longer")), qPrintable(said));
    QVERIFY2(said.contains(durationSentence(*m_chart->durations().median)), qPrintable(said));
}

void DurationHistogramTest::showsNothingWithoutDurations()
{
    m_chart->setData({});
    QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("No conversation")));
    QVERIFY(!m_chart->grab().isNull());
}

QTEST_MAIN(DurationHistogramTest)
#include "tst_durationhistogram.moc"
