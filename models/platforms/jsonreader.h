// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/domain/source.h"
#include "models/platforms/warnings.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace earshot {

/** What all readers of one delivery share. */
struct ReadingContext {
    /** Warns where the source's zone is unknown; UTC is then assumed. */
    explicit ReadingContext(const Source &source, const Warnings &warnings = {});

    QTimeZone zone; ///< of times that name none
    QString region; ///< of phone numbers without a country code
    Warnings warnings;
};

/** Reads members of a JSON object as a lenient receiver: what is missing or of the wrong type is null and warned of
 * with its dotted path, numbers as text are read, texts given as numbers too.
 *
 *  For ids, words, numbers, times and phones the spellings "", "None", "null" and "--" are null like JSON's own; in
 * free text they are what they are. */
class JsonReader
{
public:
    /** @p context must outlive the reader; @p path is the object's own, empty for the top. */
    JsonReader(const QJsonObject &object, ReadingContext &context, const QString &path = {});

    /** True where there is a member that is not JSON's null. */
    bool has(QLatin1StringView name) const;

    /** Free text as it is, also an empty one. */
    QString text(QLatin1StringView name) const;

    /** A name or title: free text, but an empty one says nothing. */
    QString label(QLatin1StringView name) const;

    /** What names a thing. Numbers keep all their digits. */
    QString id(QLatin1StringView name) const;

    /** A word of a set: an id in lower case, without white space around it. */
    QString word(QLatin1StringView name) const;

    /** A phone number, see normalizedPhone(). */
    QString phone(QLatin1StringView name) const;

    /** A whole number; fractions are rounded. */
    std::optional<qint64> integer(QLatin1StringView name) const;

    /** A whole number; a negative one is null. */
    std::optional<qint64> nonNegative(QLatin1StringView name) const;

    /** ISO 8601 or an epoch number. */
    std::optional<Timestamp> time(QLatin1StringView name) const;

    std::optional<bool> boolean(QLatin1StringView name) const;
    QJsonObject object(QLatin1StringView name) const;
    QJsonArray array(QLatin1StringView name) const;

    /** A reader of an object inside; of an empty one where there is none. */
    JsonReader inside(QLatin1StringView name) const;

    const QJsonObject &json() const { return m_object; }

    /** The dotted path of a member. */
    QString pathOf(QLatin1StringView name) const;

    /** Adds a warning about a member. */
    void warn(QLatin1StringView code, QLatin1StringView name) const;

private:
    std::optional<double> number(QLatin1StringView name) const;

    QJsonObject m_object;
    ReadingContext &m_context;
    QString m_path;
};

} // namespace earshot
