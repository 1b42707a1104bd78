// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/contactform.h"

namespace earshot {
namespace {

using L1 = QLatin1StringView;

/** The fields under lower-case names; of two that differ in case only, the first counts. */
QJsonObject withLowerCaseNames(const QJsonObject &fields)
{
    QJsonObject result;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QString name = field.key().toLower();
        if (!result.contains(name))
            result.insert(name, field.value());
    }
    return result;
}

QString nameIn(const JsonReader &fields)
{
    for (const L1 name : {L1("name"), L1("full_name")}) {
        const QString whole = fields.label(name);
        if (!whole.isNull())
            return whole;
    }
    const QString first = fields.label(L1("first_name"));
    const QString last = fields.label(L1("last_name"));
    const QString both = QString(first + QLatin1Char(' ') + last).trimmed();
    return both.isEmpty() ? QString() : both;
}

void setIfKnown(QString &member, const QString &value)
{
    if (!value.isNull())
        member = value;
}

} // namespace

void setContactFromForm(Conversation &patch, const QJsonObject &fieldValues, ReadingContext &context)
{
    const JsonReader fields(withLowerCaseNames(fieldValues), context, QStringLiteral("data.field_values"));
    setIfKnown(patch.contactName, nameIn(fields));
    setIfKnown(patch.contactEmail, fields.id(L1("email")));
    setIfKnown(patch.contactPhone, fields.phone(L1("phone")));
}

} // namespace earshot
