// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/charts/chartdatasample.h"
#include "widgets/charts/chartpanel.h"
#include "widgets/charts/heatmap.h"
#include "widgets/charts/ticks.h"
#include "widgets/charts/tile.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace earshot;

class ChartPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheSameNumbersAsATable();
    void explainsOnRequest();
    void opensRows();
    void saysWhyItIsEmpty();
    void countsWeekdaysAndHours();
    void explainsATile();
    void saysAChangeInWords();
    void scalesAreRound_data();
    void scalesAreRound();
    void scalesHoldStill();

private:
    NoonClock m_clock;
    std::unique_ptr<DisplaySettings> m_settings;
    std::unique_ptr<ChartPanel> m_panel;
    HeatMap *m_chart = nullptr;
};

void ChartPanelTest::init()
{
    m_panel.reset();
    m_settings = std::make_unique<DisplaySettings>(m_clock);
    m_settings->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom)); // weeks begin on Monday
    m_chart = new HeatMap(*m_settings);
    m_panel = std::make_unique<ChartPanel>(m_chart);
    m_chart->setData(sampleData(3)); // Monday to Wednesday
    m_panel->setTitle(QStringLiteral("Weekday and hour"));
    m_panel->setExplanation(
        {QStringLiteral("t"), QStringLiteral("how"), {{QStringLiteral("Filter"), QStringLiteral("none")}}});
    m_panel->resize(420, 240);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void ChartPanelTest::showsTheSameNumbersAsATable()
{
    QVERIFY(!m_panel->isTableShown());
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_T);
    QVERIFY(m_panel->isTableShown());
    QAbstractItemModel *model = m_panel->findChild<QTableView *>()->model();
    const QAbstractItemModelTester tester(model);
    QCOMPARE(model->rowCount(), 24);
    QCOMPARE(model->columnCount(), 8);
    QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Mon"));
    QCOMPARE(model->index(9, 1).data().toString(), m_settings->format().locale.toString(m_chart->count(1, 9)));
    m_chart->setData({});
    m_panel->updateTable();
    QCOMPARE(model->index(9, 1).data().toString(), QStringLiteral("0"));
    m_panel->setTableShown(false);
    QVERIFY(m_chart->isVisible());
}

void ChartPanelTest::explainsOnRequest()
{
    m_chart->setFocus();
    QTest::keyClick(m_chart, Qt::Key_F2);
    const auto *popup = m_panel->findChild<ExplanationPopup *>();
    QVERIFY(popup);
    QCOMPARE(popup->text(), QStringLiteral("how\nFilter: none"));
}

void ChartPanelTest::opensRows()
{
    QSignalSpy rows(m_panel.get(), &ChartPanel::rowsRequested);
    m_panel->menu()->actions().last()->trigger();
    QCOMPARE(rows.size(), 1);
    QTest::keyClick(m_chart, Qt::Key_Return);
    QCOMPARE(rows.size(), 2);
}

void ChartPanelTest::saysWhyItIsEmpty()
{
    const QImage before = m_panel->grab().toImage();
    m_panel->setEmptyText(QStringLiteral("No conversations"));
    QVERIFY(m_panel->grab().toImage() != before);
}

void ChartPanelTest::countsWeekdaysAndHours()
{
    QCOMPARE(m_chart->count(3, 9), 13 + 26 + 1); // all within the first hour
    QCOMPARE(m_chart->most(), 40);
    QVERIFY(m_chart->accessibleDescription().contains(QStringLiteral("40, Wednesday at 9:00")));
}

void ChartPanelTest::explainsATile()
{
    Tile tile(Tile::Good::More);
    tile.setLabel(QStringLiteral("Booked"));
    tile.setExplanation({QStringLiteral("Booked"), QStringLiteral("What was booked."), {}});
    tile.show();
    QTest::keyClick(&tile, Qt::Key_F2);
    QCOMPARE(tile.findChild<ExplanationPopup *>()->text(), QStringLiteral("What was booked."));
}

void ChartPanelTest::saysAChangeInWords()
{
    Tile tile(Tile::Good::More);
    tile.setLabel(QStringLiteral("Booked"));
    tile.setFigure(QStringLiteral("12"));
    tile.setChange({-1, QStringLiteral("4.2 %"), QStringLiteral("from 13")});
    QCOMPARE(tile.changeText(), QStringLiteral("down 4.2 % from 13"));
    QVERIFY(tile.accessibleName().contains(QStringLiteral("Booked, 12")));
}

void ChartPanelTest::scalesAreRound_data()
{
    QTest::addColumn<qint64>("largest");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("top");
    QTest::newRow("nothing") << qint64(0) << qint64(1) << qint64(1);
    QTest::newRow("few") << qint64(3) << qint64(1) << qint64(3);
    QTest::newRow("thousands") << qint64(2720) << qint64(1000) << qint64(3000);
    QTest::newRow("exact") << qint64(1000) << qint64(200) << qint64(1000);
    QTest::newRow("many") << qint64(1234567) << qint64(500000) << qint64(1500000);
    QTest::newRow("most") << std::numeric_limits<qint64>::max() << qint64(200'000'000'000'000'000)
                          << qint64(1'000'000'000'000'000'000);
}

void ChartPanelTest::scalesAreRound()
{
    QFETCH(qint64, largest);
    const RoundScale scale = roundScale(largest, 5);
    QTEST(scale.step, "step");
    QTEST(scale.top, "top");
}

void ChartPanelTest::scalesHoldStill()
{
    const RoundScale first = roundScale(900, 5);
    QCOMPARE(steadyScale(first, 700, 5).top, first.top);
    QVERIFY(steadyScale(first, 1500, 5).top > first.top);
    QVERIFY(steadyScale(first, 90, 5).top < first.top);
}

QTEST_MAIN(ChartPanelTest)
#include "tst_chartpanel.moc"
