// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/optionwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr const char *c_context = "earshot::OptionWords";

QString translated(const char *text)
{
    return text == nullptr ? QString() : QCoreApplication::translate(c_context, text);
}

struct OptionRow {
    const char *option;
    const char *label;
    const char *hint;
};

constexpr std::array c_options = {
    OptionRow{"headers", QT_TRANSLATE_NOOP("earshot::OptionWords", "Header fields"),
              QT_TRANSLATE_NOOP("earshot::OptionWords",
                                "Sent with each request, besides Earshot's own. No place for secrets.")},
    OptionRow{"success", QT_TRANSLATE_NOOP("earshot::OptionWords", "Counts as sent"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "Statuses, as in 200-299 or 200,201.")},
    OptionRow{"accept_202", QT_TRANSLATE_NOOP("earshot::OptionWords", "202 counts as sent"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "It only promises that the record will be kept.")},
    OptionRow{"id_pointer", QT_TRANSLATE_NOOP("earshot::OptionWords", "Id in the answer"),
              QT_TRANSLATE_NOOP("earshot::OptionWords",
                                "A JSON pointer, as in /data/id. An answer without it does not count as sent.")},
    OptionRow{"match_pointer", QT_TRANSLATE_NOOP("earshot::OptionWords", "Value to check"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "A JSON pointer into the answer, as in /status.")},
    OptionRow{"match_value", QT_TRANSLATE_NOOP("earshot::OptionWords", "Must be"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "What must stand there, else it does not count as sent.")},
    OptionRow{"lookup_url", QT_TRANSLATE_NOOP("earshot::OptionWords", "Look-up address"),
              QT_TRANSLATE_NOOP("earshot::OptionWords",
                                "Asked after a lost answer whether the record is there; {key} stands for its key.")},
    OptionRow{"lookup_pointer", QT_TRANSLATE_NOOP("earshot::OptionWords", "Id in the look-up"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "A JSON pointer into what the look-up answers.")},
    OptionRow{"api_version", QT_TRANSLATE_NOOP("earshot::OptionWords", "API version"), nullptr},
    OptionRow{"portal_id", QT_TRANSLATE_NOOP("earshot::OptionWords", "Portal number"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "For links to records: the number in HubSpot's addresses.")},
    OptionRow{"app_url", QT_TRANSLATE_NOOP("earshot::OptionWords", "HubSpot's pages"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "For links to records: where HubSpot's pages begin.")},
    OptionRow{"phone_properties", QT_TRANSLATE_NOOP("earshot::OptionWords", "Phone properties"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "Contacts are looked for by these, parted by commas.")},
    OptionRow{"contact_key", QT_TRANSLATE_NOOP("earshot::OptionWords", "Contact's own phone property"),
              QT_TRANSLATE_NOOP("earshot::OptionWords",
                                "A property with unique values; with it a contact is never made twice.")},
    OptionRow{"record_key", QT_TRANSLATE_NOOP("earshot::OptionWords", "Record's own key property"),
              QT_TRANSLATE_NOOP("earshot::OptionWords",
                                "A property with unique values; with it a record is never written twice.")},
    OptionRow{"record_property", QT_TRANSLATE_NOOP("earshot::OptionWords", "Property that marks a record"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "Where the key is written and looked for otherwise.")},
    OptionRow{"assigned_user_id", QT_TRANSLATE_NOOP("earshot::OptionWords", "Assigned user"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "The id of whom calls are assigned to.")},
    OptionRow{"key_field", QT_TRANSLATE_NOOP("earshot::OptionWords", "Key field"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "A field of calls and meetings that holds Earshot's key.")},
    OptionRow{"database", QT_TRANSLATE_NOOP("earshot::OptionWords", "Database"), nullptr},
    OptionRow{"user", QT_TRANSLATE_NOOP("earshot::OptionWords", "User name"), nullptr},
    OptionRow{"app_url", QT_TRANSLATE_NOOP("earshot::OptionWords", "Address of the app"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "For links to records.")},
    OptionRow{
        "phone_properties", QT_TRANSLATE_NOOP("earshot::OptionWords", "Phone properties"),
        QT_TRANSLATE_NOOP("earshot::OptionWords", "Where a contact is looked for by phone; the first is written.")},
    OptionRow{"language", QT_TRANSLATE_NOOP("earshot::OptionWords", "Language"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "In which the server words its errors.")},
    OptionRow{"code_prefix", QT_TRANSLATE_NOOP("earshot::OptionWords", "Prefix of party codes"),
              QT_TRANSLATE_NOOP("earshot::OptionWords",
                                "Stands before the digits of the phone number in the code of a new party.")},
    OptionRow{
        "unknown_party", QT_TRANSLATE_NOOP("earshot::OptionWords", "Party of strangers"),
        QT_TRANSLATE_NOOP("earshot::OptionWords", "The code of the party that gets what nobody can be named for.")},
    OptionRow{"web_url", QT_TRANSLATE_NOOP("earshot::OptionWords", "Address of the web client"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "For links to records.")},
    OptionRow{"region", QT_TRANSLATE_NOOP("earshot::OptionWords", "Phone region"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "Of phone numbers that came without a country code.")},
    OptionRow{"rate", QT_TRANSLATE_NOOP("earshot::OptionWords", "Requests a second"),
              QT_TRANSLATE_NOOP("earshot::OptionWords", "At most; the rest waits.")},
    OptionRow{"concurrency", QT_TRANSLATE_NOOP("earshot::OptionWords", "Records at a time"), nullptr},
};

/** `my_option` as "My option". */
QString spelled(const QString &option)
{
    QString text = QString(option).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

OptionWords optionWords(const QString &option)
{
    const auto *const row = std::ranges::find_if(
        c_options, [option](const OptionRow &known) { return option == QLatin1StringView(known.option); });
    return row == c_options.end() ? OptionWords{spelled(option), {}}
                                  : OptionWords{translated(row->label), translated(row->hint)};
}

QString secretLabel(const QString &kind)
{
    if (kind == QLatin1StringView("hubspot"))
        return translated(QT_TRANSLATE_NOOP("earshot::OptionWords", "Access token"));
    if (kind == QLatin1StringView("espocrm"))
        return translated(QT_TRANSLATE_NOOP("earshot::OptionWords", "API key"));
    if (kind == QLatin1StringView("tryton"))
        return translated(QT_TRANSLATE_NOOP("earshot::OptionWords", "Password"));
    return translated(QT_TRANSLATE_NOOP("earshot::OptionWords", "Bearer token"));
}

QString secretHint(const QString &kind)
{
    if (kind == QLatin1StringView("hubspot"))
        return translated(QT_TRANSLATE_NOOP("earshot::OptionWords", "Of a private app, as HubSpot shows it."));
    if (kind == QLatin1StringView("espocrm"))
        return translated(QT_TRANSLATE_NOOP("earshot::OptionWords", "Of an API user with a role."));
    return {};
}

} // namespace earshot
