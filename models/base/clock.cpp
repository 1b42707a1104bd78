// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/clock.h"

#include <QDateTime>
#include <QRegularExpression>

namespace earshot {
namespace {

constexpr qint64 c_firstYear = 1970;
constexpr qint64 c_lastYear = 2200;

/** Digits after the point as microseconds: "5" is 500000, "1234567" is 123456. */
qint64 fractionMicroseconds(QStringView digits)
{
    const QString six = digits.left(6).toString().leftJustified(6, QLatin1Char('0'));
    return six.toLongLong();
}

/** Seconds east of UTC for `Z`, `UTC`, `+02:00`, `+0200`, `-05`. */
std::optional<int> offsetSeconds(QStringView text)
{
    if (text.compare(QLatin1StringView("Z"), Qt::CaseInsensitive) == 0
        || text.compare(QLatin1StringView("UTC"), Qt::CaseInsensitive) == 0)
        return 0;
    const int hours = text.mid(1, 2).toInt();
    const QStringView rest = text.mid(3);
    const int minutes = rest.isEmpty() ? 0 : rest.right(2).toInt();
    if (hours > 18 || minutes > 59)
        return std::nullopt;
    const int seconds = hours * 3600 + minutes * 60;
    return text.front() == QLatin1Char('-') ? -seconds : seconds;
}

} // namespace

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::optional<QTimeZone> zoneNamed(const QString &name)
{
    const QByteArray id = name.toUtf8();
    if (id == "Etc/UTC") // what a system without a place calls its zone; Qt knows it only as UTC
        return QTimeZone::utc();
    if (!QTimeZone::isTimeZoneIdAvailable(id))
        return std::nullopt;
    const QTimeZone zone(id);
    return zone.isValid() ? std::optional(zone) : std::nullopt;
}

QString toIsoText(Timestamp time, const QTimeZone &zone)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const qint64 fraction = (time - seconds).count();
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(seconds.time_since_epoch().count(), zone);
    QString text = moment.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
    if (fraction != 0) {
        const QString six = QStringLiteral("%1").arg(fraction, 6, 10, QLatin1Char('0'));
        text += QLatin1Char('.') + (six.endsWith(QLatin1StringView("000")) ? six.left(3) : six);
    }
    const int offset = moment.offsetFromUtc();
    if (offset == 0 && zone.id() == QByteArrayLiteral("UTC"))
        return text + QLatin1Char('Z');
    const int minutes = std::abs(offset) / 60;
    return text
           + QStringLiteral("%1%2:%3")
                 .arg(QLatin1Char(offset < 0 ? '-' : '+'))
                 .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                 .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

std::optional<ReadTime> readIsoText(QStringView text, const QTimeZone &naiveZone)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?\s*(Z|z|UTC|[+-]\d{2}(?::?\d{2})?)?\s*$)"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;

    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    QString clock = match.captured(2);
    if (clock.size() == 5)
        clock += QLatin1StringView(":00");
    const bool leapSecond = clock.endsWith(QLatin1StringView(":60")); // RFC 3339 section 5.7
    if (leapSecond)
        clock.replace(clock.size() - 2, 2, QStringLiteral("59"));
    const QTime time = QTime::fromString(clock, QStringLiteral("HH:mm:ss"));
    if (!date.isValid() || !time.isValid() || date.year() < c_firstYear || date.year() > c_lastYear)
        return std::nullopt;

    const QString zoneText = match.captured(4);
    QDateTime moment;
    if (zoneText.isEmpty()) {
        moment = QDateTime(date, time, naiveZone);
    } else {
        const auto offset = offsetSeconds(zoneText);
        if (!offset)
            return std::nullopt;
        moment = QDateTime(date, time, Qt::OffsetFromUTC, *offset);
    }
    const qint64 seconds = moment.toSecsSinceEpoch() + (leapSecond ? 1 : 0);
    const qint64 fraction = fractionMicroseconds(match.capturedView(3));
    return ReadTime{fromMicroseconds(seconds * 1'000'000 + fraction), zoneText.isEmpty()};
}

std::optional<Timestamp> readEpoch(double number)
{
    constexpr double year2000 = 946'684'800e6;
    constexpr double year2100 = 4'102'444'800e6;
    const double microseconds = number < 1e11 ? number * 1e6 : number < 1e14 ? number * 1e3 : number;
    if (!(microseconds >= year2000 && microseconds < year2100))
        return std::nullopt;
    return fromMicroseconds(qint64(microseconds));
}

} // namespace earshot
