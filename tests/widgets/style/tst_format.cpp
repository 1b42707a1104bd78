// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/format.h"

#include "widgets/style/tabular.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTest>

using namespace earshot;

namespace {

Timestamp at(const char *iso)
{
    return readIsoText(QString::fromLatin1(iso), QTimeZone::utc())->time;
}

ValueFormat format(const char *zone, const QLocale &locale = QLocale::c())
{
    return {locale, QTimeZone(QByteArray(zone)), TimeDisplay::Local};
}

const QLocale c_english(QLocale::English, QLocale::UnitedStates);
const QLocale c_german(QLocale::German, QLocale::Germany);

} // namespace

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreAsShortAsIsClear_data();
    void timesAreAsShortAsIsClear();
    void timesCanBeUtcOrRelative();
    void millisecondsAreKept();
    void aTooltipSaysAll();
    void durations_data();
    void durations();
    void money_data();
    void money();
    void counts();
    void shares();
    void sizes();
    void zones();
    void phones();
    void digitsStandUnderDigits();
};

void FormatTest::timesAreAsShortAsIsClear_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *time, const char *shown) {
        QTest::newRow(name) << QString::fromLatin1(time) << QString::fromLatin1(shown);
    };
    row("today", "2026-05-13T12:32:07Z", "14:32:07");
    row("today there, yesterday in UTC", "2026-05-12T22:30:00Z", "00:30:00");
    row("this week", "2026-05-12T12:32:07Z", "Tue 14:32");
    row("six days ago", "2026-05-07T12:32:07Z", "Thu 14:32");
    row("seven days ago", "2026-05-06T12:32:07Z", "6 May 14:32");
    row("this year", "2026-03-12T13:32:07Z", "12 Mar 14:32");
    row("another year", "2025-03-12T13:32:07Z", "2025-03-12 14:32");
    row("tomorrow", "2026-05-14T12:32:07Z", "14 May 14:32");
}

void FormatTest::timesAreAsShortAsIsClear()
{
    QFETCH(QString, time);
    QFETCH(QString, shown);
    const Timestamp now = at("2026-05-13T13:00:00Z");
    QCOMPARE(timeText(at(time.toLatin1().constData()), format("Europe/Berlin"), now), shown);
}

void FormatTest::timesCanBeUtcOrRelative()
{
    const Timestamp now = at("2026-05-13T13:00:00Z");
    ValueFormat shown = format("Europe/Berlin");
    shown.timeDisplay = TimeDisplay::Utc;
    QCOMPARE(timeText(at("2026-05-13T12:32:07Z"), shown, now), QStringLiteral("12:32:07"));
    shown.timeDisplay = TimeDisplay::Relative;
    QCOMPARE(timeText(at("2026-05-13T12:59:58Z"), shown, now), QStringLiteral("now"));
    QCOMPARE(timeText(at("2026-05-13T12:59:20Z"), shown, now), QStringLiteral("40 s ago"));
    QCOMPARE(timeText(at("2026-05-13T12:55:10Z"), shown, now), QStringLiteral("4 min ago"));
    QCOMPARE(timeText(at("2026-05-13T10:00:00Z"), shown, now), QStringLiteral("3 h ago"));
    QCOMPARE(timeText(at("2026-05-03T10:00:00Z"), shown, now), QStringLiteral("10 d ago"));
    QCOMPARE(timeText(at("2026-05-13T13:05:00Z"), shown, now), QStringLiteral("15:05:00")); // a clock is off
}

void FormatTest::millisecondsAreKept()
{
    const Timestamp now = at("2026-05-13T13:00:00Z");
    QCOMPARE(timeWithMillisecondsText(at("2026-05-13T12:32:07.123456Z"), format("Europe/Berlin"), now),
             QStringLiteral("14:32:07.123"));
    QCOMPARE(timeWithMillisecondsText(at("2026-05-11T12:32:07.123Z"), format("Europe/Berlin"), now),
             QStringLiteral("Mon 14:32:07.123"));
}

void FormatTest::aTooltipSaysAll()
{
    const Timestamp now = at("2026-05-13T13:00:00Z");
    QCOMPARE(timeTooltip(at("2026-05-13T12:32:07.123456Z"), format("Europe/Berlin"), now),
             QStringLiteral("2026-05-13 14:32:07.123456 Europe/Berlin\n2026-05-13 12:32:07.123456 UTC\n27 min ago"));
    QCOMPARE(dayText(at("2026-05-12T22:30:00Z"), format("Europe/Berlin", c_english)),
             QStringLiteral("Wednesday, May 13, 2026"));
}

void FormatTest::durations_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("sentence");
    const auto row = [](qint64 seconds, const char *figure, const char *sentence) {
        QTest::addRow("%lld", static_cast<long long>(seconds))
            << seconds << QString::fromLatin1(figure) << QString::fromLatin1(sentence);
    };
    row(0, "0:00", "0 s");
    row(8, "0:08", "8 s");
    row(60, "1:00", "1 min");
    row(245, "4:05", "4 min 5 s");
    row(3765, "1:02:45", "1 h 2 min 45 s");
    row(7200, "2:00:00", "2 h");
    row(360'000, "100:00:00", "100 h");
    row(-5, "0:00", "0 s");
}

void FormatTest::durations()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, figure);
    QFETCH(QString, sentence);
    QCOMPARE(durationText(seconds), figure);
    QCOMPARE(durationSentence(seconds), sentence);
    QCOMPARE(estimatedText(figure), QString(QStringLiteral("\u2248 ") + figure));
}

void FormatTest::money_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("english");
    const auto row = [](qint64 minor, const char *currency, bool whole, const char *english) {
        QTest::addRow("%lld %s %d", static_cast<long long>(minor), currency, int(whole))
            << minor << QString::fromLatin1(currency) << whole << QString::fromUtf8(english);
    };
    row(250'000, "USD", false, "$2,500.00");
    row(250'000, "USD", true, "$2,500");
    row(99'999, "USD", true, "$999.99");
    row(100'000, "USD", true, "$1,000");
    row(1'050, "EUR", false, "€10.50");
    row(1'050, "CHF", false, "CHF10.50");
    row(1'050, "", false, "10.50");
    row(0, "USD", false, "$0.00");
}

void FormatTest::money()
{
    QFETCH(qint64, minor);
    QFETCH(QString, currency);
    QFETCH(bool, whole);
    QFETCH(QString, english);
    QCOMPARE(moneyText(minor, currency, c_english, whole), english);
}

void FormatTest::counts()
{
    QCOMPARE(countText(1284, c_english), QStringLiteral("1,284"));
    QCOMPARE(countText(1284, c_german), QStringLiteral("1.284"));
    QCOMPARE(countText(9'999'999, c_english), QStringLiteral("9,999,999"));
    QCOMPARE(countText(12'345'678, c_english), QStringLiteral("12.3 M"));
}

void FormatTest::shares()
{
    QCOMPARE(shareText(8'399, 47'506, c_english), QStringLiteral("17.7 %"));
    QCOMPARE(shareText(1, 3, c_german), QStringLiteral("33,3 %"));
    QCOMPARE(shareText(0, 0, c_english), noneText());
}

void FormatTest::sizes()
{
    QCOMPARE(sizeText(0, c_english), QStringLiteral("0 B"));
    QCOMPARE(sizeText(742, c_english), QStringLiteral("742 B"));
    QCOMPARE(sizeText(8'412, c_english), QStringLiteral("8.4 kB"));
    QCOMPARE(sizeText(999'999, c_english), QStringLiteral("1.0 MB"));
    QCOMPARE(sizeText(1'200'000'000, c_english), QStringLiteral("1.2 GB"));
}

void FormatTest::zones()
{
    const Timestamp summer = at("2026-07-01T00:00:00Z");
    QCOMPARE(zoneText(QTimeZone("Europe/Berlin"), summer), QStringLiteral("Europe/Berlin, UTC+2"));
    QCOMPARE(zoneText(QTimeZone("Asia/Kathmandu"), summer), QStringLiteral("Asia/Kathmandu, UTC+5:45"));
    QCOMPARE(zoneText(QTimeZone("America/St_Johns"), summer), QStringLiteral("America/St_Johns, UTC\u22122:30"));
    QCOMPARE(zoneText(QTimeZone::utc(), summer), QStringLiteral("UTC"));
}

void FormatTest::phones()
{
    QCOMPARE(phoneText(QStringLiteral("anonymous")), QStringLiteral("anonymous"));
    QVERIFY(phoneText(QStringLiteral("+4930901820")).startsWith(QStringLiteral("+49")));
}

void FormatTest::digitsStandUnderDigits()
{
    const QFont font(QStringLiteral("Inter"), 10);
    QCOMPARE(tabularWidth(font, QStringLiteral("11:11:11")), tabularWidth(font, QStringLiteral("00:00:00")));
    QImage image(200, 30, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(font);
    drawTabular(painter, QRectF(0, 0, 200, 30), Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("1:11"));
    painter.end();
    int left = 200;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0)
                left = std::min(left, x);
        }
    }
    QVERIFY(left >= 200 - int(tabularWidth(font, QStringLiteral("1:11"))) - 1);
    QVERIFY(left < 200);
}

QTEST_MAIN(FormatTest)
#include "tst_format.moc"
