// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <span>

namespace earshot {

/** What an option of a destination holds. */
enum class OptionType {
    Text,
    Word, ///< one of a list
    Number,
    Boolean,
    Object, ///< a JSON object
};

/** Something that a kind of destination is told beyond its address: a member of Destination::options. */
struct OptionField {
    QLatin1StringView name;
    OptionType type = OptionType::Text;
    QLatin1StringView fallback = {}; ///< what counts where it is not set, as JSON's text without quotes
    QLatin1StringView words = {}; ///< of a Word, parted by blanks
    bool isRequired = false;
};

/** A kind of destination as a person chooses it and settings describe it. How it is talked to is app/forward's. */
struct DestinationKind {
    QLatin1StringView word; ///< as the store keeps it: webhook, hubspot, espocrm, tryton
    QLatin1StringView title; ///< the product's name
    QLatin1StringView usualUrl; ///< empty where each has its own
    bool hasContacts = false; ///< records hang on a contact, which is found or made first; then the mapping gives an
                              ///< envelope `{object, contact, record}`, else the body itself
    bool needsToken = false;
    std::span<const OptionField> options;
    QLatin1StringView mapping =
        {}; ///< resource of the jq program that counts where none is set; empty: the neutral record
    QLatin1StringView words = {}; ///< resource of the tables of words that it uses; empty for none
};

/** In the order in which they are offered. */
std::span<const DestinationKind> destinationKinds();

/** Null for a word that is none. */
const DestinationKind *destinationKind(QStringView word);

/** The jq program of that kind; null where it has none. */
QString presetMapping(const DestinationKind &kind);
/** Its tables of words: `{"outcome": {"booked": "…"}, …}`, which a program sees as `$words`. */
QJsonObject presetWords(const DestinationKind &kind);

/** The option as it counts: what is set, else its fallback. Null where there is neither. */
QJsonValue optionOf(const DestinationKind &kind, const QJsonObject &options, QStringView name);

} // namespace earshot
