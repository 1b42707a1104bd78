// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/isotimewriter.h"

#include <array>

namespace earshot {
namespace {

using namespace std::chrono;

/** The last @p count digits of @p number. */
void appendDigits(QByteArray &out, qint64 number, int count)
{
    std::array<char, 8> digits{};
    for (int i = count - 1; i >= 0; --i, number /= 10)
        digits[std::size_t(i)] = char('0' + number % 10);
    out.append(digits.data(), count);
}

void appendDate(QByteArray &out, year_month_day date)
{
    appendDigits(out, int(date.year()), 4);
    out.append('-');
    appendDigits(out, unsigned(date.month()), 2);
    out.append('-');
    appendDigits(out, unsigned(date.day()), 2);
}

void appendClock(QByteArray &out, hh_mm_ss<microseconds> clock)
{
    appendDigits(out, clock.hours().count(), 2);
    out.append(':');
    appendDigits(out, clock.minutes().count(), 2);
    out.append(':');
    appendDigits(out, clock.seconds().count(), 2);
    const qint64 fraction = clock.subseconds().count();
    if (fraction == 0)
        return;
    out.append('.');
    if (fraction % 1000 == 0)
        appendDigits(out, fraction / 1000, 3);
    else
        appendDigits(out, fraction, 6);
}

void appendOffset(QByteArray &out, seconds offset)
{
    const auto size = abs(duration_cast<minutes>(offset));
    out.append(offset < 0s ? '-' : '+');
    appendDigits(out, size.count() / 60, 2);
    out.append(':');
    appendDigits(out, size.count() % 60, 2);
}

} // namespace

IsoTimeWriter::IsoTimeWriter(const QTimeZone &zone)
    : m_offsets(zone)
    , m_isUtc(zone.id() == QByteArrayLiteral("UTC"))
{
}

void IsoTimeWriter::append(QByteArray &out, Timestamp time)
{
    const seconds offset = m_offsets.at(time);
    const Timestamp local = time + offset;
    const auto day = floor<days>(local);
    const year_month_day date(day);
    if (date.year() < year(1) || date.year() > year(9999)) { // no such moment is stored by us
        out.append(toIsoText(time, m_offsets.zone()).toLatin1());
        return;
    }
    appendDate(out, date);
    out.append('T');
    appendClock(out, hh_mm_ss<microseconds>(local - day));
    if (m_isUtc)
        out.append('Z');
    else
        appendOffset(out, offset);
}

} // namespace earshot
