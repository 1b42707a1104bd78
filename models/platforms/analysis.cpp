// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/analysis.h"

#include <QJsonArray>
#include <QMap>

namespace earshot {
namespace {

constexpr qsizetype c_mostValues = 100;

using ValuesByName = QMap<QString, QJsonArray>;

void addMembers(ValuesByName &values, const QJsonObject &object, Warnings &warnings)
{
    for (auto member = object.begin(); member != object.end(); ++member) {
        QJsonArray &known = values[member.key()];
        if (known.size() >= c_mostValues)
            warnings.add(QLatin1StringView("analysis-cut"), member.key());
        else if (!known.contains(member.value()))
            known.append(member.value());
    }
}

} // namespace

QJsonObject mergedAnalysis(const QJsonValue &analysis, Warnings &warnings)
{
    ValuesByName values;
    const QJsonArray objects = analysis.isObject() ? QJsonArray{analysis} : analysis.toArray();
    for (const QJsonValue &object : objects) {
        if (object.isObject())
            addMembers(values, object.toObject(), warnings);
        else
            warnings.add(QLatin1StringView("wrong-type"), u"conversation_analysis[]");
    }
    if (!analysis.isArray() && !analysis.isObject() && !analysis.isNull() && !analysis.isUndefined())
        warnings.add(QLatin1StringView("wrong-type"), u"conversation_analysis");

    QJsonObject merged;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        merged.insert(value.key(), value->size() == 1 ? value->first() : QJsonValue(*value));
    return merged;
}

} // namespace earshot
