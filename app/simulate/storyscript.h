// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/phrases.h"
#include "models/domain/conversation.h"

#include <QList>

#include <chrono>
#include <optional>

namespace earshot {

/** Which story: a platform's, of a seed, by its number from 0. */
struct StoryNumber {
    quint64 platform = 0; ///< its place in simulatedPlatforms()
    quint64 seed = 0;
    quint64 index = 0;
};

/** How a conversation ends. */
enum class Ending {
    Finished, ///< both have said what they wanted
    Disconnected, ///< the contact leaves half-way
    Unanswered, ///< nobody picks up; calls only
    Failed, ///< the line or the machine breaks; calls only
    Ghost, ///< it ends, but no platform says so
};

/** Something said, counted from the start of the conversation. */
struct StoryTurn {
    bool fromCaller = true;
    QString text;
    std::chrono::milliseconds offset{};
};

/** What happens in a conversation, whichever platform reports it. All that is left to chance is drawn here; what a
 *  platform adds of its own (ids, fields that are null) is drawn from `seed`. */
struct StoryScript {
    StoryNumber number;
    quint64 seed = 0; ///< of what the platform draws
    quint64 contactNumber = 0; ///< the number of the story in which this contact first came; its own for a new one
    bool isCall = true;
    Direction direction = Direction::Inbound;
    Person person;
    const Dialogue *dialogue = nullptr; ///< never null
    int price = 0; ///< whole currency units; 0 where no money is in sight
    QString note;
    QList<StoryTurn> turns; ///< what was said before the end, in order
    Ending ending = Ending::Finished;
    std::chrono::seconds end{}; ///< when it ends, from the start
    std::chrono::seconds talked{}; ///< the same, but 0 for a call that was not answered
    QLatin1StringView outcome; ///< what a colleague would tag; null for a conversation that was cut short
    std::optional<Campaign> campaign;
    bool isTest = false;
};

/** The script of a story; @p callShare is the share of calls among all conversations of its platform. */
StoryScript writeScript(const StoryNumber &number, double callShare);

/** A source of chance for one @p purpose of a platform's own; another purpose draws other numbers. */
StoryRandom platformRandom(const StoryScript &script, quint64 purpose);

/** First thing the contact says; null if nothing was said. */
QString firstWords(const StoryScript &script);

} // namespace earshot
