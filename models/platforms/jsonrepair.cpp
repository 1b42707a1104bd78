// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/jsonrepair.h"

#include <QJsonArray>
#include <QJsonObject>

namespace earshot {
namespace {

bool isWhole(QStringView text)
{
    return text.isValidUtf16() && !text.contains(QChar::Null);
}

QJsonObject repairedObject(const QJsonObject &object, Warnings &warnings)
{
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member)
        result.insert(repaired(member.key(), warnings), repaired(QJsonValue(member.value()), warnings));
    return result;
}

QJsonArray repairedArray(const QJsonArray &array, Warnings &warnings)
{
    QJsonArray result;
    for (const QJsonValue &element : array)
        result.append(repaired(element, warnings));
    return result;
}

} // namespace

bool mayNeedRepair(QByteArrayView jsonText)
{
    return jsonText.contains('\0') || jsonText.contains("\\u0000") || jsonText.contains("\\ud")
           || jsonText.contains("\\uD");
}

QString repaired(const QString &text, Warnings &warnings)
{
    if (isWhole(text))
        return text;
    warnings.add(QLatin1StringView("text-repaired"), u"a character that cannot be kept is shown as U+FFFD");
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            result.append(text.at(i++));
        const bool whole = pair || (!text.at(i).isSurrogate() && !text.at(i).isNull());
        result.append(whole ? text.at(i) : QChar(QChar::ReplacementCharacter));
    }
    return result;
}

QJsonValue repaired(const QJsonValue &value, Warnings &warnings)
{
    if (value.isString())
        return repaired(value.toString(), warnings);
    if (value.isObject())
        return repairedObject(value.toObject(), warnings);
    if (value.isArray())
        return repairedArray(value.toArray(), warnings);
    return value;
}

} // namespace earshot
