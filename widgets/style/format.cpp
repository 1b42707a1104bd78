// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/format.h"

#include "models/platforms/phone.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace earshot {
namespace {

/** Context of the translations. */
struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr qint64 c_secondsPerMinute = 60;
constexpr qint64 c_secondsPerHour = 3600;
constexpr qint64 c_secondsPerDay = 86'400;
constexpr qint64 c_minorPerUnit = 100;

QDateTime inZone(Timestamp time, const QTimeZone &zone)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time);
    return QDateTime::fromMSecsSinceEpoch(milliseconds.time_since_epoch().count(), zone);
}

QTimeZone shownZone(const ValueFormat &format)
{
    return format.timeDisplay == TimeDisplay::Utc ? QTimeZone::utc() : format.zone;
}

/** The day of @p moment as seen from @p now, as short as is clear; empty for today. */
QString shortDay(const QDateTime &moment, const QDateTime &now, const QLocale &locale)
{
    const qint64 daysAgo = moment.date().daysTo(now.date());
    if (daysAgo == 0)
        return {};
    if (daysAgo > 0 && daysAgo < 7)
        return locale.toString(moment.date(), QStringLiteral("ddd"));
    if (moment.date().year() == now.date().year())
        return locale.toString(moment.date(), QStringLiteral("d MMM"));
    return moment.date().toString(Qt::ISODate);
}

QString agoText(qint64 seconds)
{
    if (seconds < 5)
        //: The time of something that happened less than five seconds ago
        return Format::tr("now");
    if (seconds < c_secondsPerMinute)
        return Format::tr("%n s ago", nullptr, int(seconds));
    if (seconds < c_secondsPerHour)
        return Format::tr("%n min ago", nullptr, int(seconds / c_secondsPerMinute));
    if (seconds < c_secondsPerDay)
        return Format::tr("%n h ago", nullptr, int(seconds / c_secondsPerHour));
    return Format::tr("%n d ago", nullptr, int(std::min<qint64>(seconds / c_secondsPerDay, 1'000'000)));
}

qint64 secondsBetween(Timestamp from, Timestamp to)
{
    return std::chrono::floor<std::chrono::seconds>(to - from).count();
}

QString absoluteTimeText(Timestamp time, const ValueFormat &format, Timestamp now)
{
    const QTimeZone zone = shownZone(format);
    const QDateTime moment = inZone(time, zone);
    const QString day = shortDay(moment, inZone(now, zone), format.locale);
    if (day.isEmpty())
        return moment.toString(QStringLiteral("HH:mm:ss"));
    return QString(day % QLatin1Char(' ') % moment.toString(QStringLiteral("HH:mm")));
}

QString currencySign(const QString &currency, const QLocale &locale)
{
    if (currency == locale.currencySymbol(QLocale::CurrencyIsoCode))
        return locale.currencySymbol();
    constexpr std::array c_signs = {
        std::pair{QLatin1StringView("EUR"), u'\u20ac'}, std::pair{QLatin1StringView("USD"), u'$'},
        std::pair{QLatin1StringView("GBP"), u'\u00a3'}, std::pair{QLatin1StringView("INR"), u'\u20b9'},
        std::pair{QLatin1StringView("JPY"), u'\u00a5'},
    };
    const auto known = std::ranges::find(c_signs, currency, [](const auto &sign) { return sign.first; });
    return known != c_signs.end() ? QString(QChar(known->second)) : currency;
}

} // namespace

QString noneText()
{
    return QStringLiteral("\u2013");
}

QString timeText(Timestamp time, const ValueFormat &format, Timestamp now)
{
    const qint64 ago = secondsBetween(time, now);
    if (format.timeDisplay == TimeDisplay::Relative && ago >= 0)
        return agoText(ago);
    return absoluteTimeText(time, format, now);
}

QString timeWithMillisecondsText(Timestamp time, const ValueFormat &format, Timestamp now)
{
    const QTimeZone zone = shownZone(format);
    const QDateTime moment = inZone(time, zone);
    const QString clock = moment.toString(QStringLiteral("HH:mm:ss.zzz"));
    const QString day = shortDay(moment, inZone(now, zone), format.locale);
    return day.isEmpty() ? clock : QString(day % QLatin1Char(' ') % clock);
}

QString timeTooltip(Timestamp time, const ValueFormat &format, Timestamp now)
{
    const auto microseconds = (time - std::chrono::floor<std::chrono::seconds>(time)).count();
    const QString fraction = QStringLiteral("%1").arg(microseconds, 6, 10, QLatin1Char('0'));
    const auto line = [&](const QTimeZone &zone, const QString &name) {
        const QString moment = inZone(time, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        return QString(moment % QLatin1Char('.') % fraction % QLatin1Char(' ') % name);
    };
    QStringList lines;
    if (format.zone != QTimeZone::utc())
        lines += line(format.zone, QString::fromUtf8(format.zone.id()));
    lines += line(QTimeZone::utc(), QStringLiteral("UTC"));
    const qint64 ago = secondsBetween(time, now);
    if (ago >= 0)
        lines += agoText(ago);
    return lines.join(QLatin1Char('\n'));
}

QString dayText(Timestamp time, const ValueFormat &format)
{
    return format.locale.toString(inZone(time, shownZone(format)).date(), QLocale::LongFormat);
}

QString durationText(qint64 seconds)
{
    const qint64 whole = std::max<qint64>(seconds, 0);
    const auto two = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const qint64 hours = whole / c_secondsPerHour;
    const qint64 minutes = whole / c_secondsPerMinute % 60;
    const QString end = QString(QLatin1Char(':') % two(whole % 60));
    if (hours == 0)
        return QString(QString::number(minutes) % end);
    return QString(QString::number(hours) % QLatin1Char(':') % two(minutes) % end);
}

QString durationSentence(qint64 seconds)
{
    const qint64 whole = std::max<qint64>(seconds, 0);
    QStringList parts;
    if (whole >= c_secondsPerHour)
        //: Part of a duration: hours
        parts += Format::tr("%1 h").arg(whole / c_secondsPerHour);
    if (const qint64 minutes = whole / c_secondsPerMinute % 60; minutes > 0)
        //: Part of a duration: minutes
        parts += Format::tr("%1 min").arg(minutes);
    if (whole % 60 > 0 || parts.isEmpty())
        //: Part of a duration: seconds
        parts += Format::tr("%1 s").arg(whole % 60);
    return parts.join(QLatin1Char(' '));
}

QString estimatedText(const QString &text)
{
    return QString(QStringLiteral("\u2248 ") % text);
}

QString moneyText(qint64 minor, const QString &currency, const QLocale &locale, bool whole)
{
    constexpr qint64 c_wholeFrom = 1'000 * c_minorPerUnit;
    const int places = whole && std::abs(minor) >= c_wholeFrom ? 0 : 2;
    const double value = double(minor) / double(c_minorPerUnit);
    if (currency.isEmpty())
        return locale.toString(value, 'f', places);
    return locale.toCurrencyString(value, currencySign(currency, locale), places);
}

QString phoneText(const QString &phone)
{
    return displayPhone(phone);
}

QString countText(qint64 count, const QLocale &locale)
{
    constexpr qint64 c_million = 1'000'000;
    if (std::abs(count) < 10 * c_million)
        return locale.toString(count);
    //: A large number in millions, as in "12.3 M"
    return Format::tr("%1 M").arg(locale.toString(double(count) / double(c_million), 'f', 1));
}

QString shareText(qint64 part, qint64 whole, const QLocale &locale)
{
    if (whole <= 0)
        return noneText();
    const double percent = 100 * double(part) / double(whole);
    return QString(locale.toString(percent, 'f', 1) % QLatin1Char(' ') % locale.percent());
}

QString sizeText(qint64 bytes, const QLocale &locale)
{
    constexpr std::array c_units = {"B", "kB", "MB", "GB", "TB"};
    double value = double(bytes);
    std::size_t unit = 0;
    while (value >= 999.95 && unit + 1 < c_units.size()) {
        value /= 1'000;
        ++unit;
    }
    const QString number = unit == 0 ? locale.toString(bytes) : locale.toString(value, 'f', 1);
    return QString(number % QLatin1Char(' ') % QLatin1StringView(c_units[unit]));
}

QString zoneText(const QTimeZone &zone, Timestamp now)
{
    const QString name = QString::fromUtf8(zone.id());
    const int minutes = zone.offsetFromUtc(inZone(now, QTimeZone::utc())) / 60;
    if (zone == QTimeZone::utc() || name == QLatin1StringView("UTC"))
        return QStringLiteral("UTC");
    const QChar sign = minutes < 0 ? u'\u2212' : u'+';
    const QString hours = QString::number(std::abs(minutes) / 60);
    const QString offset =
        std::abs(minutes) % 60 == 0
            ? hours
            : QString(hours % QStringLiteral(":%1").arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0')));
    return QString(name % QStringLiteral(", UTC") % sign % offset);
}

} // namespace earshot
