// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/jsonreader.h"

#include "models/platforms/phone.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace earshot {
namespace {

constexpr qsizetype c_longestNumber = 40; // beyond that a text is no number, and reading it may take long
constexpr qsizetype c_longestTime = 64;
constexpr double c_exactIntegers = 9'007'199'254'740'992.0; // 2^53

bool isNullSpelling(QStringView text)
{
    constexpr std::array spellings = {u"", u"None", u"null", u"--"};
    return std::ranges::any_of(spellings, [&](const char16_t *spelling) { return text == QStringView(spelling); });
}

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined();
}

/** Whole numbers of up to 64 bits come out digit by digit, never as 1e+16. */
QString numberText(const QJsonValue &value)
{
    const double number = value.toDouble();
    const qint64 whole = value.toInteger();
    if (whole != 0 || number == 0)
        return QString::number(whole);
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

std::optional<double> numberOf(QStringView text)
{
    bool ok = false;
    const double number = text.size() > c_longestNumber ? 0 : text.trimmed().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QTimeZone zoneOf(const Source &source, Warnings &warnings)
{
    if (source.zone.isEmpty() || source.zone == QLatin1StringView("UTC"))
        return QTimeZone::utc();
    const QTimeZone zone(source.zone.toUtf8());
    if (zone.isValid())
        return zone;
    warnings.add(QLatin1StringView("zone-unknown"), source.zone);
    return QTimeZone::utc();
}

} // namespace

ReadingContext::ReadingContext(const Source &source, const Warnings &readWarnings)
    : region(source.region)
    , warnings(readWarnings)
{
    zone = zoneOf(source, warnings);
}

JsonReader::JsonReader(const QJsonObject &object, ReadingContext &context, const QString &path)
    : m_object(object)
    , m_context(context)
    , m_path(path)
{
}

bool JsonReader::has(QLatin1StringView name) const
{
    return !isNothing(m_object.value(name));
}

QString JsonReader::text(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble()) {
        if (value.toInteger() == 0 && std::abs(value.toDouble()) > c_exactIntegers)
            warn(QLatin1StringView("number-rounded"), name);
        return numberText(value);
    }
    if (!isNothing(value))
        warn(QLatin1StringView("wrong-type"), name);
    return {};
}

QString JsonReader::label(QLatin1StringView name) const
{
    const QString value = text(name);
    return value.isEmpty() ? QString() : value;
}

QString JsonReader::id(QLatin1StringView name) const
{
    const QString value = text(name);
    return isNullSpelling(value) ? QString() : value;
}

QString JsonReader::word(QLatin1StringView name) const
{
    const QString value = text(name).trimmed();
    return isNullSpelling(value) ? QString() : value.toLower();
}

QString JsonReader::phone(QLatin1StringView name) const
{
    const QString value = id(name);
    return value.isNull() ? value : normalizedPhone(value, m_context.region);
}

std::optional<qint64> JsonReader::integer(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (const qint64 exact = value.toInteger(); exact != 0)
        return exact;
    const std::optional<double> read = number(name);
    if (!read)
        return std::nullopt;
    if (std::abs(*read) > c_exactIntegers) {
        warn(QLatin1StringView("not-a-number"), name);
        return std::nullopt;
    }
    if (std::trunc(*read) != *read)
        warn(QLatin1StringView("number-rounded"), name);
    return std::llround(*read);
}

std::optional<qint64> JsonReader::nonNegative(QLatin1StringView name) const
{
    const std::optional<qint64> value = integer(name);
    if (!value || *value >= 0)
        return value;
    warn(QLatin1StringView("negative"), name);
    return std::nullopt;
}

std::optional<Timestamp> JsonReader::time(QLatin1StringView name) const
{
    const QString value = id(name);
    if (value.isNull())
        return std::nullopt;
    if (value.size() <= c_longestTime) {
        if (const auto read = readIsoText(value, m_context.zone)) {
            if (read->zoneAssumed)
                warn(QLatin1StringView("zone-assumed"), name);
            return read->time;
        }
    }
    const std::optional<double> epoch = numberOf(value);
    const std::optional<Timestamp> moment = epoch ? readEpoch(*epoch) : std::nullopt;
    if (!moment)
        warn(QLatin1StringView("not-a-date"), name);
    return moment;
}

std::optional<bool> JsonReader::boolean(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (value.isBool())
        return value.toBool();
    const QString spelled = word(name);
    if (spelled.isNull())
        return std::nullopt;
    const bool yes = spelled == QLatin1StringView("true") || spelled == QLatin1StringView("1");
    const bool no = spelled == QLatin1StringView("false") || spelled == QLatin1StringView("0");
    warn(QLatin1StringView(yes || no ? "text-as-boolean" : "wrong-type"), name);
    return yes || no ? std::optional(yes) : std::nullopt;
}

QJsonObject JsonReader::object(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject() && !isNothing(value))
        warn(QLatin1StringView("wrong-type"), name);
    return value.toObject();
}

QJsonArray JsonReader::array(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (!value.isArray() && !isNothing(value))
        warn(QLatin1StringView("wrong-type"), name);
    return value.toArray();
}

JsonReader JsonReader::inside(QLatin1StringView name) const
{
    return {object(name), m_context, pathOf(name)};
}

QString JsonReader::pathOf(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString(name) : m_path + QLatin1Char('.') + name;
}

void JsonReader::warn(QLatin1StringView code, QLatin1StringView name) const
{
    m_context.warnings.add(code, pathOf(name));
}

std::optional<double> JsonReader::number(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    if (value.isDouble())
        return value.toDouble();
    const QString spelled = value.isBool() ? text(name) : id(name);
    if (spelled.isNull())
        return std::nullopt;
    const std::optional<double> read = numberOf(spelled);
    warn(QLatin1StringView(read ? "number-as-text" : "not-a-number"), name);
    return read;
}

} // namespace earshot
