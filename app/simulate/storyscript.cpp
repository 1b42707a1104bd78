// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/storyscript.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace earshot {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

enum class Purpose : quint64 { Script, Person, Platform };

/** Log-normal, as call durations are: half of the calls are shorter than the median, a few are very long. */
struct DurationModel {
    double medianSecondsOfATurn;
    double sigma;
    double longestSeconds;
};

constexpr DurationModel c_callDuration = {18, 0.6, 2400};
constexpr DurationModel c_chatDuration = {32, 0.7, 5400};
constexpr double c_shortestSeconds = 12;
constexpr seconds c_shortestRing(6);
constexpr seconds c_longestRing(45);

constexpr double c_testShare = 0.03;
constexpr double c_returningShare = 0.12;
constexpr double c_outboundShare = 0.25;

// In the order of Ending.
constexpr std::array<int, 5> c_callEndings = {75, 9, 9, 3, 4};
constexpr std::array<int, 5> c_chatEndings = {89, 7, 0, 0, 4};

struct OutcomeWeight {
    QLatin1StringView outcome;
    int weight;
};

constexpr std::array c_outcomes = {
    OutcomeWeight{QLatin1StringView("booked"), 37},    OutcomeWeight{QLatin1StringView("quoted"), 16},
    OutcomeWeight{QLatin1StringView("follow_up"), 16}, OutcomeWeight{QLatin1StringView("not_interested"), 12},
    OutcomeWeight{QLatin1StringView("spam"), 6},       OutcomeWeight{QLatin1StringView("wrong_number"), 5},
    OutcomeWeight{QLatin1StringView("other"), 8},
};
constexpr QLatin1StringView c_noAnswer("no_answer");

QLatin1StringView pickOutcome(StoryRandom &random)
{
    std::array<int, c_outcomes.size()> weights{};
    std::ranges::transform(c_outcomes, weights.begin(), &OutcomeWeight::weight);
    return c_outcomes[random.weighted(weights)].outcome;
}

seconds pickDuration(const DurationModel &model, qsizetype turns, StoryRandom &random)
{
    const double drawn = random.logNormal(model.medianSecondsOfATurn * double(turns), model.sigma);
    return seconds(std::llround(std::clamp(drawn, c_shortestSeconds, model.longestSeconds)));
}

/** The words that a dialogue leaves open, the same throughout a conversation. */
struct Blanks {
    QString name;
    QString first;
    QString day;
    QString time;
    QString price;
};

QString filledIn(QStringView text, const Blanks &blanks)
{
    QString filled = text.toString();
    filled.replace(QLatin1StringView("{name}"), blanks.name);
    filled.replace(QLatin1StringView("{first}"), blanks.first);
    filled.replace(QLatin1StringView("{day}"), blanks.day);
    filled.replace(QLatin1StringView("{time}"), blanks.time);
    filled.replace(QLatin1StringView("{price}"), blanks.price);
    return filled;
}

/** Prices people name: multiples of 5, of 100 where they are high. */
int pickPrice(const Dialogue &dialogue, StoryRandom &random)
{
    const auto price = static_cast<int>(random.between(dialogue.lowestPrice, dialogue.highestPrice));
    const int step = price >= 1000 ? 100 : 5;
    return price / step * step;
}

QStringView greeting(const StoryScript &script)
{
    const Business &ours = business(script.dialogue->topic);
    return script.direction == Direction::Outbound ? ours.greetingBack : ours.greeting;
}

/** Everything that would be said if nobody hung up; calls open with our greeting in English dialogues. */
QList<StoryTurn> wholeDialogue(const StoryScript &script, const Blanks &blanks)
{
    QList<StoryTurn> turns;
    if (script.isCall && script.dialogue->language == Language::English)
        turns.append({false, greeting(script).toString(), {}});
    for (const DialogueLine &line : script.dialogue->lines)
        turns.append({line.fromCaller, filledIn(line.text, blanks), {}});
    return turns;
}

/** Spreads the turns over the duration: each takes time by its length, with a pause that nobody foresees. */
void timeTurns(QList<StoryTurn> &turns, seconds duration, StoryRandom &random)
{
    constexpr double lettersOfAPause = 40;
    QList<double> shares;
    for (const StoryTurn &turn : std::as_const(turns))
        shares.append(random.logNormal(lettersOfAPause, 0.5) + static_cast<double>(turn.text.size()));
    const double total = std::accumulate(shares.cbegin(), shares.cend(), 0.0);
    double before = 0;
    for (qsizetype i = 0; i < turns.size(); ++i) {
        turns[i].offset = std::chrono::round<milliseconds>(duration * (before / total));
        before += shares.at(i);
    }
}

/** Leaves what was said before the contact hung up: the first turn at least, the last one never. */
void cutShort(StoryScript &script, StoryRandom &random)
{
    const qsizetype kept = random.between(1, std::max<qsizetype>(1, script.turns.size() - 1));
    if (kept >= script.turns.size())
        return;
    script.end = std::chrono::ceil<seconds>(script.turns.at(kept).offset);
    script.turns.resize(kept);
}

void writeTurns(StoryScript &script, StoryRandom &random)
{
    const Language language = script.dialogue->language;
    const Blanks blanks = {script.person.name, script.person.firstName, makeDay(language, random),
                           makeTimeOfDay(random), QString::number(script.price)};
    script.note = filledIn(script.dialogue->note, blanks);
    if (script.ending == Ending::Unanswered || script.ending == Ending::Failed) {
        script.end = seconds(random.between(c_shortestRing.count(), c_longestRing.count()));
        return;
    }
    script.turns = wholeDialogue(script, blanks);
    script.end = pickDuration(script.isCall ? c_callDuration : c_chatDuration, script.turns.size(), random);
    timeTurns(script.turns, script.end, random);
    if (script.ending == Ending::Disconnected)
        cutShort(script, random);
    script.talked = script.end;
}

QLatin1StringView outcomeOf(const StoryScript &script)
{
    if (script.ending == Ending::Unanswered)
        return c_noAnswer;
    return script.ending == Ending::Finished ? script.dialogue->outcome : QLatin1StringView();
}

/** A contact that was here before keeps name, number and number of their first story. */
void meetContact(StoryScript &script, StoryRandom &random)
{
    const StoryNumber &number = script.number;
    script.contactNumber = number.index;
    if (number.index > 0 && random.chance(c_returningShare))
        script.contactNumber = static_cast<quint64>(random.between(0, static_cast<qint64>(number.index) - 1));
    StoryRandom personRandom(
        combinedSeed({number.seed, number.platform, script.contactNumber, quint64(Purpose::Person)}));
    script.person = makePerson(personRandom);
}

} // namespace

StoryScript writeScript(const StoryNumber &number, double callShare)
{
    StoryRandom random(combinedSeed({number.seed, number.platform, number.index, quint64(Purpose::Script)}));
    StoryScript script;
    script.number = number;
    script.seed = random.bits();
    meetContact(script, random);
    script.isCall = random.chance(callShare);
    script.direction = script.isCall && random.chance(c_outboundShare) ? Direction::Outbound : Direction::Inbound;
    script.ending = static_cast<Ending>(random.weighted(script.isCall ? c_callEndings : c_chatEndings));
    script.dialogue = &pickDialogue(script.person.language, pickOutcome(random), random);
    script.price = pickPrice(*script.dialogue, random);
    writeTurns(script, random);
    script.outcome = outcomeOf(script);
    script.campaign = makeCampaign(script.dialogue->topic, random);
    script.isTest = random.chance(c_testShare);
    return script;
}

StoryRandom platformRandom(const StoryScript &script, quint64 purpose)
{
    return StoryRandom(combinedSeed({script.seed, quint64(Purpose::Platform), purpose}));
}

QString firstWords(const StoryScript &script)
{
    for (const StoryTurn &turn : script.turns) {
        if (turn.fromCaller)
            return turn.text;
    }
    return {};
}

} // namespace earshot
