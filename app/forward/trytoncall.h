// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <initializer_list>

namespace earshot {

/** A method of Tryton's server with its arguments, without the context that ends them. */
struct TrytonCall {
    QString purpose; ///< for the log of attempts
    QString method; ///< as in `model.ir.note.write`
    QJsonArray arguments;
    QJsonObject context = {}; ///< besides the language
};

/** How arguments are put together. */
namespace tryton {

/** A list of one. Braces around a list may also mean a copy of it. */
QJsonArray listOf(const QJsonValue &value);
QJsonArray names(std::initializer_list<QLatin1StringView> list);

/** `[field, operator, value]` of a search. */
QJsonArray clause(QLatin1StringView field, QLatin1StringView comparison, const QJsonValue &value);
/** Text that `like` takes literally. */
QString escaped(QString text);
/** The fields of at most so many records that fit, by id. */
TrytonCall search(const QString &purpose, const QString &model, const QJsonArray &domain, int most,
                  const QJsonArray &fields);

/** Its databases have true or 1. */
bool isTrue(const QJsonValue &value);

} // namespace tryton
} // namespace earshot
