// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/personkey.h"

#include "models/platforms/phone.h"

#include <algorithm>

namespace earshot {
namespace {

/** At most fifteen digits after the plus sign (ITU-T E.164), and enough of them to be somebody's. */
bool isE164(const QString &phone)
{
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    return phone.size() >= 8 && phone.size() <= 16 && phone.startsWith(QLatin1Char('+')) && phone[1] != QLatin1Char('0')
           && std::all_of(phone.cbegin() + 1, phone.cend(), isDigit);
}

QString orNullText(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

} // namespace

PersonKey personKeyOf(const Conversation &conversation, const Destination &destination)
{
    const QString region = destination.options.value(QLatin1StringView("region")).toString();
    PersonKey person;
    if (const QString phone = normalizedPhone(conversation.contactPhone, region); isE164(phone))
        person.phone = phone;
    person.email = orNullText(conversation.contactEmail.trimmed());
    person.name = orNullText(conversation.contactName.trimmed());
    return person;
}

QString contactKeyOf(const PersonKey &person)
{
    return orNullText(person.phone.isEmpty() ? person.email.toLower() : person.phone);
}

bool mayBeSame(const PersonKey &one, const PersonKey &other)
{
    const bool samePhone = !one.phone.isEmpty() && one.phone == other.phone;
    return samePhone || (!one.email.isEmpty() && one.email.compare(other.email, Qt::CaseInsensitive) == 0);
}

} // namespace earshot
