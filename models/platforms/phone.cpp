// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/phone.h"

#ifdef EARSHOT_HAS_PHONENUMBER

#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <optional>
#include <string>

namespace earshot {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

// The longest number has 15 digits (ITU-T E.164). libphonenumber needs many minutes for a megabyte of them.
constexpr qsizetype c_longestNumber = 64;
constexpr const char *c_noRegion = "ZZ"; // libphonenumber's word for "none"

/** The library's one instance, kept from writing numbers to standard output. */
const PhoneNumberUtil &phoneNumbers()
{
    static const PhoneNumberUtil *util = [] {
        PhoneNumberUtil *instance = PhoneNumberUtil::GetInstance();
        instance->SetLogger(new i18n::phonenumbers::NullLogger); // owned by the instance
        return instance;
    }();
    return *util;
}

std::optional<PhoneNumber> possibleNumber(const std::string &text, const std::string &region)
{
    PhoneNumber number;
    if (phoneNumbers().Parse(text, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR
        || phoneNumbers().IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE)
        return std::nullopt;
    return number;
}

QString inE164(const PhoneNumber &number)
{
    std::string text;
    phoneNumbers().Format(number, PhoneNumberUtil::E164, &text);
    return QString::fromStdString(text);
}

bool isDigitsOnly(QStringView text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return !text.isEmpty() && std::ranges::all_of(text, isDigit);
}

} // namespace

QString normalizedPhone(const QString &asSent, const QString &region)
{
    const QString trimmed = asSent.trimmed();
    // What has an @ is an address (sip:…), whose digits are no number.
    if (trimmed.isEmpty() || trimmed.size() > c_longestNumber || trimmed.contains(QLatin1Char('@')))
        return asSent;
    const std::string text = trimmed.toStdString();
    if (const auto number =
            possibleNumber(text, region.isEmpty() ? std::string(c_noRegion) : region.toUpper().toStdString()))
        return inE164(*number);
    if (!isDigitsOnly(trimmed))
        return asSent;
    const auto guess = possibleNumber('+' + text, c_noRegion);
    return guess && phoneNumbers().IsValidNumber(*guess) ? inE164(*guess) : asSent;
}

QString displayPhone(const QString &phone)
{
    if (phone.size() > c_longestNumber || !phone.startsWith(QLatin1Char('+'))
        || !isDigitsOnly(QStringView(phone).mid(1)))
        return phone;
    const std::optional<PhoneNumber> number = possibleNumber(phone.toStdString(), c_noRegion);
    if (!number)
        return phone;
    std::string text;
    phoneNumbers().Format(*number, PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

} // namespace earshot

#else

namespace earshot {

QString normalizedPhone(const QString &asSent, const QString & /*region*/)
{
    return asSent;
}

QString displayPhone(const QString &phone)
{
    return phone;
}

} // namespace earshot

#endif
