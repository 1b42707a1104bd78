// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httpdate.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace earshot {
namespace {

// With the day of the week left out: it follows from the date. asctime pads the day with a blank.
constexpr std::array c_formats = {
    u"dd MMM yyyy hh:mm:ss 'GMT'",
    u"dd-MMM-yy hh:mm:ss 'GMT'",
    u"MMM d hh:mm:ss yyyy",
};
constexpr int c_shortYearBase = 2000; // the form with two digits is of a time long past, but dates are of now

QString withoutWeekday(const QByteArray &text)
{
    const QString simplified = QString::fromLatin1(text).simplified();
    return simplified.section(QLatin1Char(' '), 1);
}

} // namespace

std::optional<Timestamp> readHttpDate(const QByteArray &text)
{
    const QString rest = withoutWeekday(text);
    for (const char16_t *format : c_formats) {
        QDateTime moment = QLocale::c().toDateTime(rest, QString::fromUtf16(format));
        if (!moment.isValid())
            continue;
        if (moment.date().year() < c_shortYearBase)
            moment = moment.addYears(100);
        moment.setTimeSpec(Qt::UTC);
        return fromMicroseconds(moment.toMSecsSinceEpoch() * 1000);
    }
    return std::nullopt;
}

} // namespace earshot
