// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/conditionreader.h"

#include "models/filter/valuereader.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace earshot::filter {
namespace {

using Read = std::expected<Test, FilterError>;

constexpr QChar c_star = u'*';
constexpr QLatin1StringView c_dots("..");
constexpr qsizetype c_fewestSuffixDigits = 7; // with fewer, too many numbers end alike

template <typename T>
using ValueReader = std::optional<T> (*)(QStringView);

/** `a..b` as written, either end perhaps open; a single value is both of its ends. */
template <typename T>
struct Ends {
    std::optional<T> from;
    std::optional<T> to;
};

std::unexpected<FilterError> failAt(const Token &token, const QString &message)
{
    return std::unexpected(FilterError{message, token.position, token.length});
}

/** In the manner of `"dur>3x" is not a duration. Try 3m or 180s.` */
std::unexpected<FilterError> failValue(const Term &term, const QString &complaint)
{
    //: %1 is what was typed, %2 what is wrong with it, as in is not a duration
    const QString message = QCoreApplication::translate("earshot::Filter", "\"%1\" %2");
    return failAt(term.value, message.arg(term.text, complaint));
}

std::unexpected<FilterError> failBackwards(const Term &term, QStringView from, QStringView to)
{
    return failAt(
        term.value,
        QCoreApplication::translate("earshot::Filter", "\"%1\" runs backwards. Try %2..%3.").arg(term.text, to, from));
}

std::unexpected<FilterError> failNoOrder(const Term &term)
{
    return failAt(term.operatorToken,
                  QCoreApplication::translate("earshot::Filter", "\"%1\" cannot be compared by size. Try %2:%3.")
                      .arg(term.text, term.name, term.text.right(term.value.length)));
}

bool comparesBySize(const Term &term)
{
    return term.comparison != Comparison::Equal;
}

bool isRange(const Term &term)
{
    return term.value.type == Token::Type::Word && !comparesBySize(term) && term.value.text.contains(c_dots);
}

bool isBareWord(const Token &token, QLatin1StringView word)
{
    return token.type == Token::Type::Word && token.text.compare(word, Qt::CaseInsensitive) == 0;
}

std::optional<Presence> readPresence(const Term &term)
{
    if (comparesBySize(term))
        return std::nullopt;
    if (isBareWord(term.value, QLatin1StringView("none")))
        return Presence::Unknown;
    if (isBareWord(term.value, QLatin1StringView("any")) || isBareWord(term.value, QLatin1StringView("*")))
        return Presence::Known;
    return std::nullopt;
}

/** A star means something at the ends of an unquoted value only. */
TextPattern readPattern(const Token &token)
{
    TextPattern pattern{token.text, false, false};
    if (token.type == Token::Type::Quoted)
        return pattern;
    if (pattern.text.startsWith(c_star)) {
        pattern.openStart = true;
        pattern.text.remove(0, 1);
    }
    if (pattern.text.endsWith(c_star)) {
        pattern.openEnd = true;
        pattern.text.chop(1);
    }
    return pattern;
}

enum class Look { Whole, Inside }; ///< how a value without stars is compared

Read readText(const Term &term, Look look)
{
    if (comparesBySize(term))
        return failNoOrder(term);
    TextPattern pattern = readPattern(term.value);
    if (pattern.text.isEmpty())
        return failAt(term.value,
                      QCoreApplication::translate("earshot::Filter", "\"%1\" looks for nothing. Try %2:none or %2:any.")
                          .arg(term.text, term.name));
    if (look == Look::Inside && !pattern.openStart && !pattern.openEnd)
        pattern.openStart = pattern.openEnd = true;
    return pattern;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool standsInPhoneNumbers(QChar c)
{
    return isDigit(c) || QStringView(u" +-().+/").contains(c);
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::ranges::copy_if(text, std::back_inserter(digits), isDigit);
    return digits;
}

/** A number without `+` may lack its country code and have a trunk zero instead, so its end is compared. */
void dropCountry(TextPattern &digits)
{
    const auto significant = std::ranges::find_if(std::as_const(digits.text), [](QChar c) { return c != u'0'; });
    const qsizetype zeros = std::distance(digits.text.cbegin(), significant);
    if (digits.text.size() - zeros < c_fewestSuffixDigits)
        return;
    digits.text.remove(0, zeros);
    digits.openStart = true;
}

Read readPhone(const Term &term)
{
    const Read read = readText(term, Look::Whole);
    if (!read)
        return read;
    const auto &pattern = std::get<TextPattern>(*read);
    TextPattern digits{digitsOf(pattern.text), pattern.openStart, pattern.openEnd};
    if (digits.text.isEmpty() || !std::ranges::all_of(pattern.text, standsInPhoneNumbers))
        return read; // an address, or a word such as `anonymous`
    if (!digits.openStart && !digits.openEnd && !pattern.text.startsWith(u'+'))
        dropCountry(digits);
    return DigitsPattern{digits};
}

Read readBooleanTest(const Term &term)
{
    if (comparesBySize(term))
        return failNoOrder(term);
    const auto value = readBoolean(term.value.text);
    if (!value)
        return failValue(term,
                         QCoreApplication::translate("earshot::Filter", "is neither true nor false. Try yes or no."));
    return *value;
}

/** Nothing if an end is no T, or both are open. */
template <typename T>
std::optional<Ends<T>> readEnds(QStringView from, QStringView to, ValueReader<T> read)
{
    const Ends<T> ends{from.isEmpty() ? std::nullopt : read(from), to.isEmpty() ? std::nullopt : read(to)};
    const bool isUnreadable = (!from.isEmpty() && !ends.from) || (!to.isEmpty() && !ends.to);
    return isUnreadable || (!ends.from && !ends.to) ? std::nullopt : std::optional(ends);
}

template <typename T>
std::expected<Ends<T>, FilterError> readEnds(const Term &term, ValueReader<T> read, const QString &complaint)
{
    const QStringView text = term.value.text;
    const qsizetype dots = isRange(term) ? text.indexOf(c_dots) : -1;
    const QStringView from = dots < 0 ? text : text.left(dots);
    const QStringView to = dots < 0 ? text : text.mid(dots + c_dots.size());
    const auto ends = readEnds(from, to, read);
    if (!ends)
        return failValue(term, complaint);
    if constexpr (std::is_arithmetic_v<T>) { // which of two times is later may depend on zone and clock
        if (ends->from && ends->to && *ends->to < *ends->from)
            return failBackwards(term, from, to);
    }
    return *ends;
}

template <typename T>
Range<T> toRange(Comparison comparison, const Ends<T> &ends)
{
    const auto limit = [](const std::optional<T> &end, bool isInclusive) {
        return end ? std::optional(Limit<T>{*end, isInclusive}) : std::nullopt;
    };
    switch (comparison) {
    case Comparison::Equal:
        break;
    case Comparison::Less:
        return {std::nullopt, limit(ends.to, false)};
    case Comparison::LessOrEqual:
        return {std::nullopt, limit(ends.to, true)};
    case Comparison::Greater:
        return {limit(ends.from, false), std::nullopt};
    case Comparison::GreaterOrEqual:
        return {limit(ends.from, true), std::nullopt};
    }
    return {limit(ends.from, true), limit(ends.to, true)};
}

/** A named time covers a span: what is greater comes after its end, what is less before its begin. */
TimeRange toTimeRange(Comparison comparison, const Ends<TimeValue> &ends)
{
    const auto edge = [](const std::optional<TimeValue> &end, bool isItsEnd) {
        return end ? std::optional(TimeEdge{*end, isItsEnd}) : std::nullopt;
    };
    switch (comparison) {
    case Comparison::Equal:
        break;
    case Comparison::Less:
        return {std::nullopt, edge(ends.to, false)};
    case Comparison::LessOrEqual:
        return {std::nullopt, edge(ends.to, true)};
    case Comparison::Greater:
        return {edge(ends.from, true), std::nullopt};
    case Comparison::GreaterOrEqual:
        return {edge(ends.from, false), std::nullopt};
    }
    return {edge(ends.from, false), edge(ends.to, true)};
}

template <typename T>
Read readNumbers(const Term &term, ValueReader<T> read, const QString &complaint)
{
    const auto ends = readEnds(term, read, complaint);
    if (!ends)
        return std::unexpected(ends.error());
    return toRange(term.comparison, *ends);
}

Read readTimes(const Term &term)
{
    const auto ends =
        readEnds(term, &readTimeValue,
                 QCoreApplication::translate("earshot::Filter", "is not a time. Try 2026-05-14, today or now-2h."));
    if (!ends)
        return std::unexpected(ends.error());
    return toTimeRange(term.comparison, *ends);
}

/** A value inside JSON has the type that its platform gave it: numbers where a number must be meant, else text. */
Read readJsonValue(const Term &term)
{
    const QString complaint = QCoreApplication::translate("earshot::Filter", "is not a number. Try 10 or 2.5.");
    if (comparesBySize(term))
        return readNumbers(term, &readNumber, complaint);
    if (const QStringView text = term.value.text; isRange(term)) {
        const qsizetype dots = text.indexOf(c_dots);
        if (readEnds(text.left(dots), text.mid(dots + c_dots.size()), &readNumber))
            return readNumbers(term, &readNumber, complaint);
    }
    return readText(term, Look::Whole);
}

Read readTest(const Term &term)
{
    if (const auto presence = readPresence(term))
        return *presence;
    if (!term.path.isEmpty())
        return readJsonValue(term);
    switch (term.field->type) {
    case FieldType::Id:
    case FieldType::Word:
    case FieldType::List:
        break;
    case FieldType::Text:
    case FieldType::Object:
        return readText(term, Look::Inside);
    case FieldType::Phone:
        return readPhone(term);
    case FieldType::Integer:
        return readNumbers(term, &readInteger,
                           QCoreApplication::translate("earshot::Filter", "is not a whole number. Try 10 or 5..20."));
    case FieldType::Money:
        return readNumbers(
            term, &readMoney,
            QCoreApplication::translate("earshot::Filter", "is not an amount. Try 2500.00, or 250000 cents."));
    case FieldType::Duration:
        return readNumbers(term, &readDuration,
                           QCoreApplication::translate("earshot::Filter", "is not a duration. Try 3m or 180s."));
    case FieldType::Time:
        return readTimes(term);
    case FieldType::Boolean:
        return readBooleanTest(term);
    }
    return readText(term, Look::Whole);
}

} // namespace

std::expected<Condition, FilterError> readCondition(const Term &term)
{
    auto test = readTest(term);
    if (!test)
        return std::unexpected(test.error());
    return Condition{term.field, term.path, *std::move(test)};
}

std::expected<FreeText, FilterError> readFreeText(const Token &token)
{
    TextPattern pattern = readPattern(token);
    if (pattern.text.isEmpty())
        return failAt(token,
                      QCoreApplication::translate("earshot::Filter", "This text looks for nothing. Leave it out."));
    pattern.openStart = pattern.openEnd = true;
    return FreeText{pattern};
}

} // namespace earshot::filter
