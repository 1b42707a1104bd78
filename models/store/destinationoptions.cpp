// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/destinationoptions.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace earshot {
namespace {

constexpr int c_mostConcurrent = 32;
constexpr double c_highestRate = 1000;

constexpr OptionField c_region{QLatin1StringView("region")};
constexpr std::array c_common{
    OptionField{QLatin1StringView("rate"), OptionType::Number, QLatin1StringView("8")},
    OptionField{QLatin1StringView("concurrency"), OptionType::Number, QLatin1StringView("4")},
    OptionField{QLatin1StringView("words"), OptionType::Object},
};

std::unexpected<Error> badArgument(const QString &detail)
{
    return failure(ErrorCode::BadArgument, detail);
}

QStringList namesOf(const QList<OptionField> &fields)
{
    QStringList names;
    for (const OptionField &field : fields)
        names.append(field.name);
    return names;
}

Result<OptionField> fieldOf(const DestinationKind &kind, const QString &name)
{
    const QList<OptionField> fields = optionFields(kind);
    const auto known = std::ranges::find_if(fields, [&name](const OptionField &field) { return field.name == name; });
    if (known != fields.end())
        return *known;
    return badArgument(QStringLiteral("a destination of the kind %1 has no option \"%2\"; there are: %3")
                           .arg(kind.word, name, namesOf(fields).join(QLatin1StringView(", "))));
}

bool isOneOf(const OptionField &field, const QString &word)
{
    return QString(field.words).split(QLatin1Char(' '), Qt::SkipEmptyParts).contains(word);
}

bool hasItsType(const OptionField &field, const QJsonValue &value)
{
    switch (field.type) {
    case OptionType::Text:
        return value.isString();
    case OptionType::Word:
        return value.isString() && isOneOf(field, value.toString());
    case OptionType::Number:
        return value.isDouble();
    case OptionType::Boolean:
        return value.isBool();
    case OptionType::Object:
        return value.isObject();
    }
    Q_UNREACHABLE();
}

/** What a value of that type looks like. */
QString wantedFor(const OptionField &field)
{
    switch (field.type) {
    case OptionType::Text:
        return QStringLiteral("text");
    case OptionType::Word:
        return QStringLiteral("one of: %1")
            .arg(QString(field.words).replace(QLatin1Char(' '), QLatin1StringView(", ")));
    case OptionType::Number:
        return QStringLiteral("a number");
    case OptionType::Boolean:
        return QStringLiteral("true or false");
    case OptionType::Object:
        return QStringLiteral("a JSON object");
    }
    Q_UNREACHABLE();
}

std::unexpected<Error> notItsType(const OptionField &field)
{
    return badArgument(QStringLiteral("the option %1 is %2").arg(field.name, wantedFor(field)));
}

Result<void> checkWords(const QJsonObject &words)
{
    for (auto table = words.begin(); table != words.end(); ++table) {
        if (!table->isObject())
            return badArgument(QStringLiteral("the table of words \"%1\" is a JSON object, as in "
                                              "{\"outcome\": {\"booked\": \"Connected\"}}")
                                   .arg(table.key()));
        const QJsonObject entries = table->toObject();
        for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
            if (entry->isObject() || entry->isArray())
                return badArgument(QStringLiteral("\"%1\" in the table of words \"%2\" stands for a text, a number, "
                                                  "true, false or null")
                                       .arg(entry.key(), table.key()));
        }
    }
    return {};
}

Result<void> checkBounds(const OptionField &field, const QJsonValue &value)
{
    static const QRegularExpression region(QStringLiteral("^[A-Z]{2}$"));
    const double number = value.toDouble();
    if (field.name == QLatin1StringView("region") && !region.match(value.toString()).hasMatch())
        return badArgument(QStringLiteral("\"%1\" is no region; use a code such as DE").arg(value.toString()));
    if (field.name == QLatin1StringView("rate") && !(number > 0 && number <= c_highestRate))
        return badArgument(QStringLiteral("the rate is a number of requests a second, above 0 and at most 1000"));
    if (field.name == QLatin1StringView("concurrency")
        && !(number >= 1 && number <= c_mostConcurrent && number == std::floor(number)))
        return badArgument(QStringLiteral("the concurrency is a whole number of records under way, from 1 to %1")
                               .arg(c_mostConcurrent));
    return field.name == QLatin1StringView("words") ? checkWords(value.toObject()) : Result<void>();
}

Result<void> checkOption(const DestinationKind &kind, const QString &name, const QJsonValue &value)
{
    const auto field = fieldOf(kind, name);
    if (!field)
        return std::unexpected(field.error());
    if (value.isNull())
        return {};
    return hasItsType(*field, value) ? checkBounds(*field, value) : notItsType(*field);
}

bool isMissing(const OptionField &field, const QJsonObject &options)
{
    const QJsonValue value = options.value(field.name);
    return field.isRequired
           && (value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty()));
}

} // namespace

QList<OptionField> optionFields(const DestinationKind &kind)
{
    QList<OptionField> fields(kind.options.begin(), kind.options.end());
    const auto add = [&fields](const OptionField &field) {
        if (std::ranges::find(fields, field.name, &OptionField::name) == fields.end())
            fields.append(field);
    };
    if (kind.hasContacts)
        add(c_region);
    std::ranges::for_each(c_common, add);
    return fields;
}

Result<void> checkOptions(const DestinationKind &kind, const QJsonObject &options)
{
    for (auto option = options.begin(); option != options.end(); ++option) {
        if (const auto checked = checkOption(kind, option.key(), option.value()); !checked)
            return checked;
    }
    for (const OptionField &field : kind.options) {
        if (isMissing(field, options))
            return badArgument(
                QStringLiteral("a destination of the kind %1 needs the option %2").arg(kind.word, field.name));
    }
    return {};
}

Result<QJsonValue> optionFromText(const DestinationKind &kind, const QString &name, const QString &text)
{
    const auto field = fieldOf(kind, name);
    if (!field)
        return std::unexpected(field.error());
    QJsonValue value(text);
    bool isNumber = false;
    if (field->type == OptionType::Boolean && (text == QLatin1StringView("true") || text == QLatin1StringView("false")))
        value = text == QLatin1StringView("true");
    if (field->type == OptionType::Object)
        value = QJsonDocument::fromJson(text.toUtf8()).isObject() ? QJsonDocument::fromJson(text.toUtf8()).object()
                                                                  : QJsonValue();
    if (const double number = text.toDouble(&isNumber); field->type == OptionType::Number && isNumber)
        value = number;
    return hasItsType(*field, value) ? Result<QJsonValue>(value) : notItsType(*field);
}

QString optionTypeText(OptionType type)
{
    constexpr std::array words = {u"text", u"word", u"number", u"boolean", u"object"};
    return QString::fromUtf16(words[std::size_t(type)]);
}

} // namespace earshot
