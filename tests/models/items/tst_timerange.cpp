// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/timerange.h"

#include <QTest>

using namespace earshot;

namespace {

Timestamp utc(const QString &iso)
{
    return readIsoText(iso, QTimeZone::utc())->time;
}

std::optional<Timestamp> momentOf(const QString &iso)
{
    return iso.isEmpty() ? std::nullopt : std::optional(utc(iso));
}

} // namespace

class TimeRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversItsDays_data();
    void coversItsDays();
    void daysAreThoseOfTheZone_data();
    void daysAreThoseOfTheZone();
    void isKeptAsText_data();
    void isKeptAsText();
    void refusesWhatIsNoRange_data();
    void refusesWhatIsNoRange();
};

void TimeRangeTest::coversItsDays_data()
{
    QTest::addColumn<QString>("range");
    QTest::addColumn<QString>("from"); // empty: open
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("before"); // from when on the days before are
    const auto row = [](const char *range, const char *from, const char *until, const char *before) {
        QTest::newRow(range) << QString::fromLatin1(range) << QString::fromLatin1(from) << QString::fromLatin1(until)
                             << QString::fromLatin1(before);
    };
    row("today", "2026-03-05T00:00:00Z", "", "2026-03-04T00:00:00Z");
    row("yesterday", "2026-03-04T00:00:00Z", "2026-03-05T00:00:00Z", "2026-03-03T00:00:00Z");
    row("last-7-days", "2026-02-27T00:00:00Z", "", "2026-02-20T00:00:00Z");
    row("last-30-days", "2026-02-04T00:00:00Z", "", "2026-01-05T00:00:00Z");
    row("this-month", "2026-03-01T00:00:00Z", "", "2026-02-24T00:00:00Z");
    row("last-month", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-01-04T00:00:00Z");
    row("everything", "", "", "");
    row("2026-02-03..2026-02-04", "2026-02-03T00:00:00Z", "2026-02-05T00:00:00Z", "2026-02-01T00:00:00Z");
    row("2026-03-04..2026-03-05", "2026-03-04T00:00:00Z", "", "2026-03-02T00:00:00Z");
}

void TimeRangeTest::coversItsDays()
{
    QFETCH(QString, range);
    QFETCH(QString, from);
    QFETCH(QString, until);
    QFETCH(QString, before);
    const Timestamp now = utc(QStringLiteral("2026-03-05T12:00:00Z"));
    const TimeRange read = timeRangeFromText(range).value();
    const TimeInterval interval = intervalOf(read, QTimeZone::utc(), now);
    QCOMPARE(interval.from, momentOf(from));
    QCOMPARE(interval.until, momentOf(until));
    const auto earlier = intervalBefore(read, QTimeZone::utc(), now);
    QCOMPARE(earlier.has_value(), !before.isEmpty());
    if (earlier) {
        QCOMPARE(earlier->from, momentOf(before));
        QCOMPARE(earlier->until, interval.from);
    }
}

void TimeRangeTest::daysAreThoseOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::newRow("clocks go forward") << QByteArray("Europe/Berlin") << QStringLiteral("2026-03-30T08:00:00Z")
                                       << QStringLiteral("2026-03-28T23:00:00Z")
                                       << QStringLiteral("2026-03-29T22:00:00Z");
    QTest::newRow("clocks go back") << QByteArray("Europe/Berlin") << QStringLiteral("2026-10-26T08:00:00Z")
                                    << QStringLiteral("2026-10-24T22:00:00Z") << QStringLiteral("2026-10-25T23:00:00Z");
    QTest::newRow("a day without midnight")
        << QByteArray("America/Havana") << QStringLiteral("2026-03-09T12:00:00Z")
        << QStringLiteral("2026-03-08T05:00:00Z") << QStringLiteral("2026-03-09T04:00:00Z");
    QTest::newRow("a quarter of an hour off")
        << QByteArray("Asia/Kathmandu") << QStringLiteral("2026-05-14T18:20:00Z")
        << QStringLiteral("2026-05-13T18:15:00Z") << QStringLiteral("2026-05-14T18:15:00Z");
}

void TimeRangeTest::daysAreThoseOfTheZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(QString, from);
    QFETCH(QString, until);
    const TimeInterval yesterday = intervalOf({TimeRange::Kind::Yesterday, {}, {}}, QTimeZone(zone), utc(now));
    QCOMPARE(yesterday.from, momentOf(from));
    QCOMPARE(yesterday.until, momentOf(until));
}

void TimeRangeTest::isKeptAsText_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"today", "yesterday", "last-7-days", "last-30-days", "this-month", "last-month",
                             "everything", "2026-05-04..2026-05-08", "2026-05-04..2026-05-04"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TimeRangeTest::isKeptAsText()
{
    QFETCH(QString, text);
    const auto range = timeRangeFromText(text);
    QVERIFY(range);
    QCOMPARE(timeRangeText(*range), text);
}

void TimeRangeTest::refusesWhatIsNoRange_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "tomorrow", "2026-05-04", "2026-05-08..2026-05-04", "2026-05-04..", "x..y"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TimeRangeTest::refusesWhatIsNoRange()
{
    QFETCH(QString, text);
    QVERIFY(!timeRangeFromText(text));
}

QTEST_GUILESS_MAIN(TimeRangeTest)
#include "tst_timerange.moc"
