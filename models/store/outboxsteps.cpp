// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/outboxsteps.h"

#include "models/store/binding.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr std::array c_stepWords = {u"contact", u"activity", u"link"};

std::optional<OutboxStep> stepFromText(QStringView text)
{
    const auto word = std::ranges::find(c_stepWords, text, [](const char16_t *known) { return QStringView(known); });
    return word == c_stepWords.end() ? std::nullopt : std::optional(OutboxStep(word - c_stepWords.begin()));
}

Result<void> change(const Database &database, const QString &sql, const QVariantList &values)
{
    const auto done = database.run(sql, values);
    return done ? Result<void>() : std::unexpected(done.error());
}

/** A member only for what is known. */
void insertKnown(QJsonObject &json, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, text);
}

QString textIn(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonValue value = json.value(name);
    return value.isString() ? value.toString() : QString();
}

} // namespace

QString outboxStepText(OutboxStep step)
{
    return QString::fromUtf16(c_stepWords[std::size_t(step)]);
}

namespace outboxsteps {

Result<StepStates> of(const Database &database, qint64 row)
{
    auto rows = database.run(QStringLiteral("SELECT \"step\", \"begun_at\", \"crm_id\", \"url\", \"done_at\" "
                                            "FROM outbox_step WHERE \"outbox\" = ?"),
                             {row});
    if (!rows)
        return std::unexpected(rows.error());
    StepStates states;
    while (rows->next()) {
        const auto step = stepFromText(rows->text(0));
        if (!step)
            continue;
        StepState state{fromMicroseconds(rows->integer(1)), rows->text(2), rows->text(3), std::nullopt};
        if (!rows->isNull(4))
            state.doneAt = fromMicroseconds(rows->integer(4));
        states.insert(*step, state);
    }
    const auto ended = rows->ended();
    return ended ? Result<StepStates>(states) : std::unexpected(ended.error());
}

Result<void> begin(const Database &database, qint64 row, OutboxStep step, Timestamp now)
{
    return change(database,
                  QStringLiteral("INSERT INTO outbox_step (\"outbox\", \"step\", \"begun_at\") VALUES (?, ?, ?) "
                                 "ON CONFLICT DO NOTHING"),
                  {row, outboxStepText(step), toMicroseconds(now)});
}

Result<void> finish(const Database &database, qint64 row, OutboxStep step, const QString &crmId, const QString &url,
                    Timestamp now)
{
    const qint64 moment = toMicroseconds(now);
    return change(database,
                  QStringLiteral("INSERT INTO outbox_step (\"outbox\", \"step\", \"begun_at\", \"crm_id\", \"url\", "
                                 "\"done_at\") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                                 "\"crm_id\" = excluded.\"crm_id\", \"url\" = excluded.\"url\", "
                                 "\"done_at\" = excluded.\"done_at\""),
                  {row, outboxStepText(step), moment, orNullIfEmpty(crmId), orNullIfEmpty(url), moment});
}

Result<void> forget(const Database &database, qint64 row, OutboxStep step)
{
    return change(database, QStringLiteral("DELETE FROM outbox_step WHERE \"outbox\" = ? AND \"step\" = ?"),
                  {row, outboxStepText(step)});
}

Result<std::optional<CrmPerson>> person(const Database &database, qint64 destination, const QString &contactKey)
{
    auto row = database.run(QStringLiteral("SELECT \"crm_id\", \"name\", \"url\" FROM crm_person "
                                           "WHERE \"destination\" = ? AND \"contact_key\" = ?"),
                            {destination, contactKey});
    if (!row)
        return std::unexpected(row.error());
    std::optional<CrmPerson> found;
    if (row->next())
        found = CrmPerson{row->text(0), row->text(1), {}, {}, row->text(2)};
    const auto ended = found ? Result<void>() : row->ended();
    return ended ? Result<std::optional<CrmPerson>>(found) : std::unexpected(ended.error());
}

Result<void> keepPerson(const Database &database, qint64 destination, const QString &contactKey,
                        const CrmPerson &person, Timestamp now)
{
    return change(database,
                  QStringLiteral("INSERT OR REPLACE INTO crm_person (\"destination\", \"contact_key\", \"crm_id\", "
                                 "\"name\", \"url\", \"found_at\") VALUES (?, ?, ?, ?, ?, ?)"),
                  {destination, notNull(contactKey), notNull(person.id), orNullIfEmpty(person.name),
                   orNullIfEmpty(person.url), toMicroseconds(now)});
}

Result<void> forgetPerson(const Database &database, qint64 destination, const QString &contactKey)
{
    return change(database, QStringLiteral("DELETE FROM crm_person WHERE \"destination\" = ? AND \"contact_key\" = ?"),
                  {destination, contactKey});
}

QJsonArray toJson(const QList<CrmPerson> &persons)
{
    QJsonArray all;
    for (const CrmPerson &person : persons) {
        QJsonObject json{{QStringLiteral("id"), person.id}};
        insertKnown(json, QLatin1StringView("name"), person.name);
        insertKnown(json, QLatin1StringView("phone"), person.phone);
        insertKnown(json, QLatin1StringView("email"), person.email);
        insertKnown(json, QLatin1StringView("url"), person.url);
        all.append(json);
    }
    return all;
}

QList<CrmPerson> personsFromJson(const QJsonArray &json)
{
    QList<CrmPerson> persons;
    for (const QJsonValue value : json) {
        const QJsonObject person = value.toObject();
        persons.append({textIn(person, QLatin1StringView("id")), textIn(person, QLatin1StringView("name")),
                        textIn(person, QLatin1StringView("phone")), textIn(person, QLatin1StringView("email")),
                        textIn(person, QLatin1StringView("url"))});
    }
    return persons;
}

} // namespace outboxsteps
} // namespace earshot
