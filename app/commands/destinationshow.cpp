// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/destinationshow.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/destinationjson.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "app/report/plaintext.h"
#include "models/store/destinationoptions.h"
#include "models/store/secrets.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace earshot {
namespace {

// ---- one destination

QString compact(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.sliced(1, wrapped.size() - 2));
}

Result<QJsonObject> shown(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto destination = destinations::byName(*database, line.positionals().first());
    if (!destination)
        return std::unexpected(destination.error());
    const auto listed = listedDestination(*database, *destination);
    if (!listed)
        return std::unexpected(listed.error());
    const auto secrets = Secrets::load(line.store().secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    const Secrets::Destination kept = secrets->destination(destination->key);
    QJsonObject json = toJson(*listed);
    json.insert(QStringLiteral("mapping"), jsonOrNull(destination->mapping));
    json.insert(QStringLiteral("mapping_version"), destination->mappingVersion);
    json.insert(QStringLiteral("has_token"), !kept.bearer.isEmpty());
    json.insert(QStringLiteral("has_signing_key"), !kept.signingKey.isEmpty());
    return json;
}

/** A line for each member, in a fixed order; options each on their own. */
QByteArray textOf(const QJsonObject &json)
{
    QList<QStringList> rows;
    for (const char *member :
         {"kind", "url", "method", "filter", "ca_file", "state", "reason", "breaker", "hold_until", "hold_reason",
          "has_token", "has_signing_key", "waiting", "sent", "parked", "asking", "discarded", "created_at"}) {
        const QJsonValue value = json.value(QLatin1StringView(member));
        if (!value.isNull())
            rows.append({QString::fromLatin1(member), compact(value)});
    }
    const QJsonObject options = json.value(QLatin1StringView("options")).toObject();
    for (auto option = options.begin(); option != options.end(); ++option)
        rows.append({QStringLiteral("option %1").arg(option.key()), compact(option.value())});
    QByteArray text = textTable({QStringLiteral("name"), json.value(QLatin1StringView("name")).toString()}, rows);
    const QString mapping = plaintext::block(json.value(QLatin1StringView("mapping")).toString().trimmed());
    if (!mapping.isEmpty())
        text += '\n' + mapping.toUtf8() + '\n';
    return text;
}

// ---- kinds

QJsonObject toJson(const DestinationKind &kind, const OptionField &field)
{
    const QJsonValue fallback = optionOf(kind, {}, QString(field.name));
    const QStringList words = QString(field.words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {
        {QStringLiteral("name"), field.name},
        {QStringLiteral("type"), optionTypeText(field.type)},
        {QStringLiteral("words"), words.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonArray::fromStringList(words)},
        {QStringLiteral("default"), fallback},
        {QStringLiteral("required"), field.isRequired}};
}

QJsonObject toJson(const DestinationKind &kind)
{
    QJsonArray options;
    for (const OptionField &field : optionFields(kind))
        options.append(toJson(kind, field));
    return {{QStringLiteral("kind"), kind.word},
            {QStringLiteral("title"), kind.title},
            {QStringLiteral("usual_url"), jsonOrNull(kind.usualUrl)},
            {QStringLiteral("has_contacts"), kind.hasContacts},
            {QStringLiteral("needs_token"), kind.needsToken},
            {QStringLiteral("options"), options}};
}

QByteArray kindsTable()
{
    QList<QStringList> rows;
    for (const DestinationKind &kind : destinationKinds())
        rows.append({kind.word, kind.title, kind.usualUrl,
                     kind.needsToken ? QStringLiteral("needed") : QStringLiteral("if it wants one")});
    return textTable(
        {QStringLiteral("Kind"), QStringLiteral("Product"), QStringLiteral("Usual address"), QStringLiteral("Token")},
        rows);
}

QByteArray optionsTable()
{
    QList<QStringList> rows;
    for (const DestinationKind &kind : destinationKinds()) {
        for (const OptionField &field : optionFields(kind)) {
            const QJsonValue fallback = optionOf(kind, {}, QString(field.name));
            rows.append({kind.word, field.name,
                         field.words.isEmpty() ? optionTypeText(field.type) : QString(field.words),
                         fallback.isNull() ? QString() : compact(fallback),
                         field.isRequired ? QStringLiteral("yes") : QString()});
        }
    }
    return textTable({QStringLiteral("Kind"), QStringLiteral("Option"), QStringLiteral("Holds"),
                      QStringLiteral("Default"), QStringLiteral("Needed")},
                     rows);
}

} // namespace

int showDestination(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination show"),
                     QStringLiteral("Prints a destination with its options and its mapping."));
    line.addPositional(QStringLiteral("NAME"), QStringLiteral("The destination."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto json = shown(line);
    if (!json)
        return line.failed(json.error());
    return line.wantsJson() ? line.printLine(*json) : line.print(textOf(*json));
}

int listDestinationKinds(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("destination kinds"),
                     QStringLiteral("Prints what there is to forward to, and the options of each."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    if (!line.wantsJson())
        return line.print(kindsTable() + '\n' + optionsTable());
    QJsonArray kinds;
    for (const DestinationKind &kind : destinationKinds())
        kinds.append(toJson(kind));
    return line.printLine(QJsonObject{{QStringLiteral("kinds"), kinds}});
}

} // namespace earshot
