// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/trytoncall.h"

namespace earshot::tryton {

QJsonArray listOf(const QJsonValue &value)
{
    QJsonArray list;
    list.append(value);
    return list;
}

QJsonArray names(std::initializer_list<QLatin1StringView> list)
{
    QJsonArray array;
    for (const QLatin1StringView name : list)
        array.append(QString(name));
    return array;
}

QJsonArray clause(QLatin1StringView field, QLatin1StringView comparison, const QJsonValue &value)
{
    return {QString(field), QString(comparison), value};
}

QString escaped(QString text)
{
    text.replace(QLatin1StringView("\\"), QLatin1StringView("\\\\"));
    text.replace(QLatin1StringView("%"), QLatin1StringView("\\%"));
    text.replace(QLatin1StringView("_"), QLatin1StringView("\\_"));
    return text;
}

TrytonCall search(const QString &purpose, const QString &model, const QJsonArray &domain, int most,
                  const QJsonArray &fields)
{
    const QJsonArray order = listOf(QJsonArray{QStringLiteral("id"), QStringLiteral("ASC")});
    return {purpose, QStringLiteral("model.%1.search_read").arg(model), {domain, 0, most, order, fields}};
}

bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toInteger() != 0;
}

} // namespace earshot::tryton
