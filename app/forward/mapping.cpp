// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/mapping.h"

#include <QJsonArray>

#include <qcorofuture.h>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr QLatin1StringView c_words("words");
constexpr QLatin1StringView c_options("options");

/** Options that are not for a mapping: what is for Earshot itself, and what may hold a secret. */
constexpr std::array c_keptBack{QLatin1StringView("headers"), QLatin1StringView("rate"),
                                QLatin1StringView("concurrency"), c_words};

QJsonObject overlaid(QJsonObject table, const QJsonObject &changes)
{
    for (auto word = changes.begin(); word != changes.end(); ++word) {
        if (word->isNull())
            table.remove(word.key());
        else
            table.insert(word.key(), *word);
    }
    return table;
}

QJsonObject mappingOptions(const Destination &destination)
{
    const auto isForMapping = [](QStringView name) {
        return std::ranges::none_of(c_keptBack, [name](QLatin1StringView kept) { return kept == name; });
    };
    QJsonObject options;
    for (auto option = destination.options.begin(); option != destination.options.end(); ++option) {
        if (isForMapping(option.key()))
            options.insert(option.key(), *option);
    }
    const DestinationKind *const kind = destinationKind(destination.kind);
    if (!kind)
        return options;
    for (const OptionField &field : kind->options) {
        if (isForMapping(QString(field.name)))
            options.insert(field.name, optionOf(*kind, destination.options, QString(field.name)));
    }
    return options;
}

/** A double holds no whole number beyond exactly, not even 2^53 + 1. */
bool isBeyondDouble(qint64 number)
{
    constexpr qint64 c_most = 1LL << 53;
    return number > c_most || number < -c_most;
}

QJsonValue safe(const QJsonValue &value)
{
    if (value.isObject())
        return mappingInput(value.toObject());
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &element : value.toArray())
            array.append(safe(element));
        return array;
    }
    if (!value.isDouble())
        return value;
    const QVariant number = value.toVariant(); // a QJsonValue itself does not tell whether it holds an integer
    const bool isInteger = number.typeId() == QMetaType::LongLong;
    return isInteger && isBeyondDouble(number.toLongLong()) ? QJsonValue(number.toString()) : value;
}

} // namespace

QString mappingOf(const Destination &destination)
{
    if (!destination.mapping.isEmpty())
        return destination.mapping;
    const DestinationKind *const kind = destinationKind(destination.kind);
    return kind ? presetMapping(*kind) : QString();
}

QJsonObject mappingWords(const Destination &destination)
{
    const DestinationKind *const kind = destinationKind(destination.kind);
    QJsonObject words = kind ? presetWords(*kind) : QJsonObject();
    const QJsonObject changes = destination.options.value(c_words).toObject();
    for (auto table = changes.begin(); table != changes.end(); ++table)
        words.insert(table.key(), overlaid(words.value(table.key()).toObject(), table->toObject()));
    return words;
}

QJsonObject mappingVariables(const Destination &destination)
{
    return {{c_words, mappingWords(destination)}, {c_options, mappingOptions(destination)}};
}

QJsonObject mappingInput(const QJsonObject &record)
{
    QJsonObject input;
    for (auto member = record.begin(); member != record.end(); ++member)
        input.insert(member.key(), safe(*member));
    return input;
}

QString mappingErrorText(const JqError &error)
{
    if (error.line == 0)
        return error.message;
    if (error.column == 0)
        return QStringLiteral("line %1: %2").arg(error.line).arg(error.message);
    return QStringLiteral("line %1, column %2: %3").arg(error.line).arg(error.column).arg(error.message);
}

QCoro::Task<Result<void>> checkMapping(JqRunner &runner, Destination destination)
{
    if (destination.mapping.isEmpty())
        co_return Result<void>();
    const QFuture<std::expected<void, JqError>> checking = runner.check(destination.mapping, {c_words, c_options});
    const std::expected<void, JqError> checked = co_await checking;
    if (checked)
        co_return Result<void>();
    const bool isItsFault = checked.error().kind != JqError::Kind::Unavailable;
    co_return failure(isItsFault ? ErrorCode::BadArgument : ErrorCode::FileFailed,
                      QStringLiteral("the mapping cannot be used: %1").arg(mappingErrorText(checked.error())));
}

} // namespace earshot
