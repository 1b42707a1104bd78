// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/valuereader.h"

#include <QRegularExpression>

namespace earshot::filter {
namespace {

constexpr qint64 c_longestDuration = 100LL * 366 * 86'400;

template <typename T>
std::optional<T> ifOk(T value, bool ok)
{
    return ok ? std::optional<T>(value) : std::nullopt;
}

/** The number in @p group, 0 where the text has none. The patterns below allow at most nine digits. */
qint64 captured(const QRegularExpressionMatch &match, int group)
{
    return match.capturedView(group).toLongLong();
}

/** `1:02:45` and `4:05`. */
std::optional<qint64> readClockDuration(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A(?:([0-9]{1,6}):)?([0-9]{1,2}):([0-9]{2})\z)"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || captured(match, 2) > 59 || captured(match, 3) > 59)
        return std::nullopt;
    return captured(match, 1) * 3600 + captured(match, 2) * 60 + captured(match, 3);
}

/** `1h30m`, each unit at most once, the longest first. */
std::optional<qint64> readUnitDuration(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?(?:([0-9]{1,9})s?)?\z)"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return std::nullopt;
    return captured(match, 1) * 86'400 + captured(match, 2) * 3600 + captured(match, 3) * 60 + captured(match, 4);
}

} // namespace

std::optional<qint64> readInteger(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A[+-]?[0-9]+\z)"));
    if (!pattern.match(text).hasMatch())
        return std::nullopt;
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ifOk(value, ok);
}

std::optional<double> readNumber(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\A[+-]?[0-9]+(?:\.[0-9]+)?\z)"));
    if (!pattern.match(text).hasMatch())
        return std::nullopt;
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ifOk(value, ok);
}

std::optional<qint64> readMoney(QStringView text)
{
    static const QRegularExpression major(QStringLiteral(R"(\A([+-]?[0-9]+)\.([0-9]{2})\z)"));
    const QRegularExpressionMatch match = major.match(text);
    return readInteger(match.hasMatch() ? QString(match.captured(1) + match.captured(2)) : text.toString());
}

std::optional<qint64> readDuration(QStringView text)
{
    const auto clock = readClockDuration(text);
    const auto seconds = clock ? clock : readUnitDuration(text);
    return seconds && *seconds <= c_longestDuration ? seconds : std::nullopt;
}

std::optional<bool> readBoolean(QStringView text)
{
    const QString word = text.toString().toLower();
    if (word == QLatin1StringView("true") || word == QLatin1StringView("yes") || word == QLatin1StringView("1"))
        return true;
    if (word == QLatin1StringView("false") || word == QLatin1StringView("no") || word == QLatin1StringView("0"))
        return false;
    return std::nullopt;
}

} // namespace earshot::filter
