// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/storyrandom.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <span>

namespace earshot {

/** The small businesses whose callers we make up. */
enum class Topic { DentalClinic, KitchenRemodel, Garage, Hotel, DressShop };
constexpr quint64 c_topicCount = 5;

enum class Language { English, German, Arabic };

/** A turn. Its text may hold the placeholders `{name}`, `{first}`, `{day}`, `{time}` and `{price}`. */
struct DialogueLine {
    bool fromCaller;
    QStringView text;
};

/** A conversation turn by turn, and what came of it. */
struct Dialogue {
    Topic topic;
    Language language;
    QLatin1StringView outcome; ///< Varda's outcome words
    QLatin1StringView intent; ///< in capitals, as Insighto names them
    QStringView note; ///< what a colleague would write down; may hold the placeholders too
    int lowestPrice; ///< whole currency units; 0 where no money is in sight
    int highestPrice;
    std::span<const DialogueLine> lines;
};

/** What stays the same in all conversations of a business. */
struct Business {
    QStringView name;
    QStringView greeting;
    QStringView greetingBack; ///< when we are the ones who call
    QStringView form; ///< its enquiry form
    QLatin1StringView landingPage;
    QStringView searchPhrase; ///< what people look for when they find it
};

const Business &business(Topic topic);

/** A dialogue with that outcome in @p language, or in English where there is none. Every outcome has one. */
const Dialogue &pickDialogue(Language language, QLatin1StringView outcome, StoryRandom &random);

/** Every dialogue there is. */
QList<const Dialogue *> allDialogues();

} // namespace earshot
