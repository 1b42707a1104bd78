// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadreading.h"

#include "models/domain/fields.h"
#include "models/platforms/phone.h"

#include <QJsonArray>
#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr int c_mostRead = 300'000; // values; no platform sends a thousandth of it
constexpr qsizetype c_longestCompared = 4000; // characters of a text
constexpr qsizetype c_shortestTime = 10; // 2026-05-13
constexpr qsizetype c_longestTime = 40;
constexpr qsizetype c_fewestPhoneDigits = 7;
constexpr qsizetype c_mostPhoneCharacters = 24;
constexpr qsizetype c_tellingLength = 3; // a text so long says by itself which field it became

/** What the record has in a field. */
struct NeutralValue {
    QString field;
    FieldType type = FieldType::Text;
    QString text; ///< as a filter compares it
    QSet<QString> words; ///< of the field's name
    bool mustBeNamed = false; ///< many values look like this one: the names must have a word in common
};

/** `estimatedValue_cents` is estimated, value, cents. */
QSet<QString> wordsOf(const QString &name)
{
    QSet<QString> words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words.insert(word.toLower());
        word.clear();
    };
    for (const QChar c : name) {
        if (!c.isLetterOrNumber() || (c.isUpper() && !word.isEmpty() && word.back().isLower()))
            finish();
        if (c.isLetterOrNumber())
            word += c;
    }
    finish();
    return words;
}

bool looksNumeric(const QString &text)
{
    bool isNumber = false;
    static_cast<void>(text.toDouble(&isNumber));
    return isNumber;
}

/** The values of a record, found by what they are. */
class NeutralRecord
{
public:
    explicit NeutralRecord(const QList<Event> &events)
    {
        for (const Event &event : events)
            add(event);
    }

    /** The value of that text whose field's name is nearest to the words; null if none is it beyond doubt. */
    const NeutralValue *find(const QString &text, const QSet<QString> &words) const
    {
        const NeutralValue *best = nullptr;
        qsizetype mostShared = -1;
        for (auto it = m_byText.constFind(text.toLower()); it != m_byText.cend() && it.key() == text.toLower(); ++it) {
            const NeutralValue &value = m_values[*it];
            const qsizetype shared = QSet<QString>(value.words).intersect(words).size();
            if ((shared > 0 || !value.mustBeNamed) && shared >= mostShared) { // the hash gives the latest first
                best = &value;
                mostShared = shared;
            }
        }
        return best;
    }

private:
    void add(const Event &event)
    {
        if (event.conversation)
            add(QStringLiteral("conversation_id"), FieldType::Id, event.conversation->platformId);
        const QJsonObject patch = patchToJson(event.patch);
        for (const ConversationField &field : conversationFields()) {
            if (patch.contains(field.name))
                addField(field.name, field.type, patch.value(field.name));
        }
    }

    void addField(const QString &field, FieldType type, const QJsonValue &value)
    {
        if (value.isObject()) {
            const QJsonObject members = value.toObject();
            for (auto it = members.begin(); it != members.end(); ++it)
                addField(QString(field + QLatin1Char('.') + filterKey(it.key())), FieldType::Object, it.value());
        } else if (value.isBool()) {
            add(field, type, value.toBool() ? QStringLiteral("true") : QStringLiteral("false"));
        } else if (value.isDouble()) {
            add(field, type, numberText(value));
        } else if (value.isString()) {
            add(field, type, value.toString());
        }
    }

    /** Whole numbers digit by digit. */
    static QString numberText(const QJsonValue &value)
    {
        const qint64 whole = value.toInteger();
        return whole != 0 || value.toDouble() == 0 ? QString::number(whole)
                                                   : QString::number(value.toDouble(), 'g', 17);
    }

    /** Keys with anything but letters, digits and `_` stand in quotes, as filters want it. */
    static QString filterKey(const QString &key)
    {
        const auto isPlain = [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_'); };
        if (!key.isEmpty() && std::ranges::all_of(key, isPlain))
            return key;
        QString escaped = key;
        escaped.replace(QLatin1Char('\\'), QStringLiteral("\\\\")).replace(QLatin1Char('"'), QStringLiteral("\\\""));
        return QString(QLatin1Char('"') + escaped + QLatin1Char('"'));
    }

    void add(const QString &field, FieldType type, const QString &text)
    {
        if (text.isEmpty() || text.size() > c_longestCompared)
            return;
        NeutralValue value{field, type, text, wordsOf(field.section(QLatin1Char('.'), -1)), false};
        const bool isWord = text == QLatin1StringView("true") || text == QLatin1StringView("false");
        value.mustBeNamed = isWord || looksNumeric(text) || text.size() < c_tellingLength || type == FieldType::Object;
        m_byText.insert(text.toLower(), m_values.size());
        m_values.append(value);
    }

    QList<NeutralValue> m_values;
    QMultiHash<QString, qsizetype> m_byText; ///< numbers of m_values
};

bool namesMoney(const QString &name)
{
    return name.endsWith(QLatin1StringView("_cents")) || name.endsWith(QLatin1StringView("_minor"))
           || name.endsWith(QLatin1StringView("Cents"));
}

bool namesATime(const QSet<QString> &words)
{
    static const QSet<QString> telling = {QStringLiteral("at"),   QStringLiteral("time"), QStringLiteral("timestamp"),
                                          QStringLiteral("date"), QStringLiteral("ts"),   QStringLiteral("start"),
                                          QStringLiteral("end"),  QStringLiteral("epoch")};
    return words.intersects(telling);
}

bool namesAPhone(const QSet<QString> &words)
{
    static const QSet<QString> telling = {QStringLiteral("phone"),  QStringLiteral("mobile"), QStringLiteral("tel"),
                                          QStringLiteral("number"), QStringLiteral("from"),   QStringLiteral("to"),
                                          QStringLiteral("caller"), QStringLiteral("callee")};
    return words.intersects(telling);
}

/** Reads the values of one payload. */
class ValueReader
{
public:
    ValueReader(const QList<Event> &events, const Source &source)
        : m_record(events)
        , m_zone(zoneNamed(source.zone).value_or(QTimeZone::utc()))
        , m_region(source.region)
    {
    }

    /** What is known of a value that is no container; a reading without anything if nothing is. */
    ValueReading read(const JsonOutline &outline, int index) const
    {
        const JsonNode &node = outline.node(index);
        const QString name = nameFor(outline, index);
        const QSet<QString> words = wordsOf(name);
        const QString text = outline.text(index, c_longestCompared).trimmed();
        ValueReading reading;
        if (text.isEmpty() || (node.type == JsonType::Keyword && text == QLatin1StringView("null")))
            return reading;
        reading.time = timeOf(node.type, text, words);
        reading.phone = phoneOf(text, words);
        const NeutralValue *became = find(reading, text, words);
        if (became != nullptr) {
            reading.field = became->field;
            reading.filterValue = filterValue(*became, reading);
        }
        const bool isMoney = namesMoney(name) || (became != nullptr && became->type == FieldType::Money);
        if (isMoney && !reading.time)
            reading.minor = minorOf(text);
        return reading;
    }

private:
    /** Its own, else that of the list it stands in. */
    static QString nameFor(const JsonOutline &outline, int index)
    {
        const QString own = outline.name(index);
        const int parent = outline.node(index).parent;
        return own.isNull() && parent >= 0 ? outline.name(parent) : own;
    }

    const NeutralValue *find(const ValueReading &reading, const QString &text, const QSet<QString> &words) const
    {
        if (reading.time) {
            const NeutralValue *moment = m_record.find(QString::number(toMicroseconds(*reading.time)), words);
            if (moment != nullptr && moment->type == FieldType::Time)
                return moment;
        }
        if (!reading.phone.isNull()) {
            if (const NeutralValue *phone = m_record.find(reading.phone, words))
                return phone;
        }
        return m_record.find(text, words);
    }

    static QString filterValue(const NeutralValue &value, const ValueReading &reading)
    {
        return value.type == FieldType::Time && reading.time ? toIsoText(*reading.time, QTimeZone::utc()) : value.text;
    }

    std::optional<Timestamp> timeOf(JsonType type, const QString &text, const QSet<QString> &words) const
    {
        if (text.size() < c_shortestTime || text.size() > c_longestTime || !text.front().isDigit())
            return std::nullopt;
        if (type == JsonType::Text && text.contains(QLatin1Char('-'))) {
            const auto read = readIsoText(text, m_zone);
            return read ? std::optional(read->time) : std::nullopt;
        }
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber && namesATime(words) ? readEpoch(number) : std::nullopt;
    }

    QString phoneOf(const QString &text, const QSet<QString> &words) const
    {
        if (text.size() > c_mostPhoneCharacters || (!text.startsWith(QLatin1Char('+')) && !namesAPhone(words)))
            return {};
        const auto digits = std::ranges::count_if(text, [](QChar c) { return c.isDigit(); });
        const bool isNumber = std::ranges::none_of(text, [](QChar c) { return c.isLetter(); });
        if (digits < c_fewestPhoneDigits || !isNumber)
            return {};
        const QString number = normalizedPhone(text, m_region);
        return number.startsWith(QLatin1Char('+')) ? number : QString();
    }

    static std::optional<qint64> minorOf(const QString &text)
    {
        bool isWhole = false;
        const qint64 minor = text.toLongLong(&isWhole);
        return isWhole ? std::optional(minor) : std::nullopt;
    }

    NeutralRecord m_record;
    QTimeZone m_zone;
    QString m_region;
};

QString currencyOf(const QList<Event> &events, const Source &source)
{
    for (const Event &event : events) {
        if (!event.patch.currency.isEmpty())
            return event.patch.currency;
    }
    return source.currency;
}

} // namespace

PayloadReadings readingsOf(const JsonOutline &outline, const QList<Event> &events, const Source &source)
{
    PayloadReadings readings;
    readings.currency = currencyOf(events, source);
    const ValueReader reader(events, source);
    for (int index = 0; index < std::min(outline.size(), c_mostRead); ++index) {
        const JsonType type = outline.node(index).type;
        if (type == JsonType::Object || type == JsonType::Array)
            continue;
        const ValueReading reading = reader.read(outline, index);
        if (!reading.field.isNull() || reading.time || reading.minor || !reading.phone.isNull())
            readings.byNode.insert(index, reading);
    }
    return readings;
}

} // namespace earshot
