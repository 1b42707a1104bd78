// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/timevalue.h"

#include <QTest>

using namespace earshot;
using namespace earshot::filter;

namespace {

constexpr qint64 c_second = 1'000'000;

} // namespace

class TimeValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversWhatItNames_data();
    void coversWhatItNames();
    void refusesWhatIsNoTime_data();
    void refusesWhatIsNoTime();
    void endsADayWhereTheNextBegins();
};

void TimeValueTest::coversWhatItNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<qint64>("microseconds");

    // now is 2026-05-14T22:30:00.25Z, in Berlin already the 15th
    const auto row = [](const char *text, const char *zone, const char *begin, qint64 microseconds) {
        QTest::addRow("%s in %s", text, zone)
            << QString::fromLatin1(text) << QByteArray(zone) << QString::fromLatin1(begin) << microseconds;
    };
    constexpr qint64 hour = 3600 * c_second;
    constexpr qint64 day = 24 * hour;
    row("2026-05-14", "UTC", "2026-05-14T00:00:00Z", day);
    row("2026-05-14", "Europe/Berlin", "2026-05-13T22:00:00Z", day);
    row("2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z", 23 * hour);
    row("2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z", 25 * hour);
    row("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z", 23 * hour); // this day begins at 01:00
    row("2026-02", "Europe/Berlin", "2026-01-31T23:00:00Z", 28 * day);
    row("2026-03", "Europe/Berlin", "2026-02-28T23:00:00Z", 31 * day - hour);
    row("2026", "Europe/Berlin", "2025-12-31T23:00:00Z", 365 * day);
    row("2024-02-29", "UTC", "2024-02-29T00:00:00Z", day);
    row("2026-05-14T10:21", "Europe/Berlin", "2026-05-14T08:21:00Z", 60 * c_second);
    row("2026-05-14 10:21", "Europe/Berlin", "2026-05-14T08:21:00Z", 60 * c_second);
    row("2026-05-14T10:21:33", "Asia/Kathmandu", "2026-05-14T04:36:33Z", c_second);
    row("2026-05-14T10:21:33.5", "UTC", "2026-05-14T10:21:33.500Z", 1);
    row("2026-05-14T10:21Z", "Europe/Berlin", "2026-05-14T10:21:00Z", 60 * c_second);
    row("2026-05-14T10:21:33-05:00", "Europe/Berlin", "2026-05-14T15:21:33Z", c_second);
    row("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z", 60 * c_second); // was skipped by the clocks
    row("today", "UTC", "2026-05-14T00:00:00Z", day);
    row("today", "Europe/Berlin", "2026-05-14T22:00:00Z", day);
    row("Yesterday", "Europe/Berlin", "2026-05-13T22:00:00Z", day);
    row("today-46d", "Europe/Berlin", "2026-03-29T22:00:00Z", day);
    row("today-47d", "Europe/Berlin", "2026-03-28T23:00:00Z", 23 * hour);
    row("now", "Europe/Berlin", "2026-05-14T22:30:00.250Z", 1);
    row("now-2h", "Europe/Berlin", "2026-05-14T20:30:00.250Z", 1);
    row("NOW-1d", "UTC", "2026-05-13T22:30:00.250Z", 1);
    row("now-90", "UTC", "2026-05-14T22:28:30.250Z", 1);
}

void TimeValueTest::coversWhatItNames()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, begin);
    QFETCH(const qint64, microseconds);

    const auto now = readIsoText(u"2026-05-14T22:30:00.25Z", QTimeZone::utc());
    QVERIFY(now);
    const auto value = readTimeValue(text);
    QVERIFY(value);
    const TimeSpan span = resolve(*value, {QTimeZone(zone), now->time});
    QCOMPARE(toIsoText(span.begin, QTimeZone::utc()), begin);
    QCOMPARE(toMicroseconds(span.end) - toMicroseconds(span.begin), microseconds);
}

void TimeValueTest::refusesWhatIsNoTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "2026-13",
                             "2026-02-29",
                             "2026-5-1",
                             "26-05-14",
                             "1969",
                             "2201",
                             "2026-05-14T25:00",
                             "2026-05-14T10",
                             "2026-05-14T10:21+99:00",
                             "2026-05-14T10:21 Mars",
                             "tomorrow",
                             "now+2h",
                             "now-",
                             "now-2x",
                             "today-2h",
                             "today-99999d",
                             "2026-05-14\n",
                             "٢٠٢٦",
                             "1747217493"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TimeValueTest::refusesWhatIsNoTime()
{
    QFETCH(const QString, text);
    QVERIFY(!readTimeValue(text));
}

void TimeValueTest::endsADayWhereTheNextBegins()
{
    const FilterContext context{QTimeZone("Europe/Berlin"), Timestamp()};
    for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
        const auto today = readTimeValue(day.toString(Qt::ISODate));
        const auto next = readTimeValue(day.addDays(1).toString(Qt::ISODate));
        QVERIFY(today && next);
        QVERIFY(resolve(*today, context).end == resolve(*next, context).begin);
    }
}

QTEST_GUILESS_MAIN(TimeValueTest)
#include "tst_timevalue.moc"
