// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/phonematch.h"

#include "models/platforms/phone.h"

namespace earshot {
namespace {

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit()) // also Arabic-Indic ones and their like
            digits.append(QChar(u'0' + c.digitValue()));
    }
    return digits;
}

QString withoutZeros(const QString &digits)
{
    qsizetype zeros = 0;
    while (zeros < digits.size() && digits.at(zeros) == QLatin1Char('0'))
        ++zeros;
    return digits.mid(zeros);
}

bool isInternational(const QString &phone)
{
    return phone.startsWith(QLatin1Char('+'));
}

} // namespace

QString nationalDigits(const QString &phone)
{
    const QString shown = displayPhone(phone);
    const qsizetype gap = shown.indexOf(QLatin1Char(' '));
    return isInternational(shown) && gap > 0 ? digitsOf(shown.mid(gap)) : QString();
}

QStringList phoneSpellings(const QString &phone)
{
    if (!isInternational(phone))
        return {phone};
    const QString digits = digitsOf(phone);
    const QString national = nationalDigits(phone);
    QStringList spellings{phone};
    if (!national.isEmpty())
        spellings.append(QLatin1Char('0') + national);
    spellings.append(QLatin1StringView("00") + digits);
    spellings.append(digits);
    spellings.append(displayPhone(phone));
    spellings.removeDuplicates();
    return spellings;
}

bool isSamePhone(const QString &held, const QString &phone)
{
    const QString wanted = digitsOf(phone);
    if (wanted.isEmpty())
        return false;
    QString written = held.trimmed();
    written.remove(QLatin1StringView("(0)")); // +33 (0)6 …
    const QString digits = digitsOf(written);
    if (digits == wanted)
        return true;
    if (isInternational(written))
        return false;
    if (written.startsWith(QLatin1StringView("00")))
        return withoutZeros(digits) == wanted;
    const QString national = nationalDigits(phone);
    return !national.isEmpty() && withoutZeros(digits) == withoutZeros(national);
}

} // namespace earshot
