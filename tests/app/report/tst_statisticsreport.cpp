// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/statisticsreport.h"

#include <QTest>

using namespace earshot;

class StatisticsReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRowsWithTheirFieldsName();
    void writesATotalWithoutRows();
    void namesTheZone();
    void drawsATable();
};

static Statistics someStatistics()
{
    return {{4, 3785}, {{QStringLiteral("book\"ed"), {3, 3765}}, {QString(), {1, 20}}}};
}

void StatisticsReportTest::writesRowsWithTheirFieldsName()
{
    QCOMPARE(statisticsJson(someStatistics(), Grouping::Outcome, QTimeZone::utc()),
             QByteArray("{\"by\":\"outcome\",\"zone\":\"UTC\",\"total\":4,\"rows\":[{\"outcome\":\"book\\\"ed\","
                        "\"count\":3,\"duration_s\":3765},"
                        "{\"outcome\":null,\"count\":1,\"duration_s\":20}]}\n"));
}

void StatisticsReportTest::writesATotalWithoutRows()
{
    QCOMPARE(statisticsJson({{4, 3785}, {}}, Grouping::None, QTimeZone::utc()),
             QByteArray("{\"by\":null,\"zone\":\"UTC\",\"total\":4,\"duration_s\":3785,\"rows\":[]}\n"));
}

void StatisticsReportTest::namesTheZone()
{
    QVERIFY(statisticsJson({}, Grouping::Day, QTimeZone("Asia/Kathmandu")).contains("\"zone\":\"Asia/Kathmandu\""));
}

void StatisticsReportTest::drawsATable()
{
    QCOMPARE(statisticsText(someStatistics(), Grouping::Outcome),
             QByteArray("outcome  count  duration\nbook\"ed      3   1:02:45\n(none)       1      0:20\ntotal        4 "
                        "  1:03:05\n"));
    const Statistics hostile{{1, 0}, {{QStringLiteral("\u001b[2J"), {1, 0}}}};
    QVERIFY(!statisticsText(hostile, Grouping::Agent).contains('\x1b'));
}

QTEST_GUILESS_MAIN(StatisticsReportTest)
#include "tst_statisticsreport.moc"
