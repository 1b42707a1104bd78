// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/logrules.h"

#include <QStringList>

namespace earshot {
namespace {

constexpr QLatin1StringView c_prefix("earshot.");

const QStringList &knownCategories()
{
    static const QStringList categories{QStringLiteral("app"),     QStringLiteral("forward"), QStringLiteral("project"),
                                        QStringLiteral("receive"), QStringLiteral("store"),   QStringLiteral("all")};
    return categories;
}

Result<QString> ruleOf(const QString &word)
{
    if (word.contains(QLatin1Char('=')))
        return word;
    const QString category = word.startsWith(c_prefix) ? word.mid(c_prefix.size()) : word;
    if (!knownCategories().contains(category))
        return failure(ErrorCode::BadArgument, QStringLiteral("--log knows no category \"%1\"; there are %2")
                                                   .arg(word, knownCategories().join(QStringLiteral(", "))));
    const QString pattern = category == QLatin1StringView("all") ? QStringLiteral("*") : category;
    return QStringLiteral("%1%2=true").arg(c_prefix, pattern);
}

} // namespace

Result<QString> logRules(const QString &categories)
{
    QStringList rules;
    for (const QString &word : categories.split(QLatin1Char(','))) {
        const auto rule = ruleOf(word.trimmed());
        if (!rule)
            return rule;
        rules.append(*rule);
    }
    return rules.join(QLatin1Char('\n'));
}

} // namespace earshot
