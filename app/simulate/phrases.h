// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/dialogues.h"
#include "app/simulate/storyrandom.h"

#include <QString>

#include <optional>

namespace earshot {

/** Someone who calls or writes. */
struct Person {
    QString name; ///< what they call themselves
    QString firstName;
    QString email; ///< at a domain set aside for examples (RFC 2606 section 3)
    QString phone; ///< E.164, from a range set aside for fiction
    Language language = Language::English; ///< what they speak with us
    bool nameKnown = true; ///< the platform has the name; it lacks it for some
    bool emailKnown = true;
};

Person makePerson(StoryRandom &random);

/** Where a visitor came from. */
struct Campaign {
    QString source;
    QString medium;
    QString name; ///< null for visits that no campaign brought
    QString clickId; ///< gclid; null unless an advertisement of Google's was clicked
    QString landingPage;
    QString device;
};

/** Null where nothing is known of the visit, as for one in four. */
std::optional<Campaign> makeCampaign(Topic topic, StoryRandom &random);

/** A day and a time of day as people say them. */
QString makeDay(Language language, StoryRandom &random);
QString makeTimeOfDay(StoryRandom &random);

} // namespace earshot
