// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/dialoguetexts.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array c_islandKitchen = {
    caller(u"Hi, we're buying a house and the kitchen has to go. Do you do the whole thing?"),
    us(u"We do: design, cabinets, plumbing and electrics. How large is the room, roughly?"),
    caller(u"About fourteen by twelve feet. We'd love an island."),
    us(u"With that size an island fits if the door stays where it is. Shall we come and measure?"),
    caller(u"Yes. When could you?"),
    us(u"{day} at {time}. The visit is free, and you get a drawing within a week."),
    caller(u"Works for us. {name}, I'll text you the address."),
    us(u"Great, {first}. See you {day}."),
};

constexpr std::array c_cabinetFronts = {
    caller(u"What would it cost to replace only the cabinet fronts? The frames are fine."),
    us(u"How many doors and drawers are there?"),
    caller(u"Eleven doors, six drawers. Painted, nothing fancy."),
    us(u"Painted maple with new hinges comes to about ${price}, fitted."),
    caller(u"Okay, that's more than I hoped, but less than a new kitchen."),
    us(u"I'll write it up with a cheaper variant in laminate, so you can compare."),
    caller(u"Good idea. I'll be in touch."),
};

constexpr std::array c_permit = {
    caller(u"Do I need a permit to take out the wall between kitchen and living room?"),
    us(u"If it carries the ceiling, yes. Do you have the plans of the house?"),
    caller(u"Somewhere in the basement, I think."),
    us(u"Send us photos of both sides and the plans if you find them. Our engineer has a look on {day}."),
    caller(u"I'll see what I can dig up."),
};

constexpr std::array c_diyKitchen = {
    caller(u"I only need someone to assemble cabinets I bought online."),
    us(u"I'm sorry, we only fit what we build ourselves, because of the warranty."),
    caller(u"Fair enough. Bye then."),
};

constexpr std::array c_brakes = {
    caller(u"My brakes squeal and the pedal feels soft. Should I still drive?"),
    us(u"With a soft pedal I would not. Where is the car now?"),
    caller(u"At home, two miles from you."),
    us(u"We'll pick it up with the trailer, {day} at {time}. Pads and discs are ${price} if nothing else is wrong."),
    caller(u"Okay, do that. It's the blue estate, the key is with me."),
    us(u"Got it, {first}. We call before we change anything beyond the brakes."),
};

constexpr std::array c_winterTyres = {
    caller(u"I'd like to have my winter tyres put on."),
    us(u"Are they stored with us?"),
    caller(u"Yes, since April, under {name}."),
    us(u"Found them. {day} at {time}? It takes half an hour and you can wait here."),
    caller(u"Can I bring it earlier and leave it?"),
    us(u"Any time after seven thirty. Drop the key into the box."),
    caller(u"Brilliant, see you then."),
};

constexpr std::array c_timingBelt = {
    caller(u"How much do you take for a timing belt with the water pump? It's at 90,000."),
    us(u"For that engine ${price}, parts and labour, and a day in the workshop."),
    caller(u"The dealer wanted a third more. Is that with original parts?"),
    us(u"Same manufacturer, other box. Two years of warranty."),
    caller(u"I'll check when I can do without the car and call again."),
};

constexpr std::array c_warningLight = {
    caller(u"There's an orange light on my dashboard that looks like a submarine."),
    us(u"That's the engine warning. Does the car run rough, or lose power?"),
    caller(u"No, it drives like always."),
    us(u"Then it can wait a few days. I'd read out the memory, but the tester is booked until {day}."),
    caller(u"Can you call me when there's a gap?"),
    us(u"I've put you on the list."),
};

constexpr std::array c_navyDress = {
    caller(u"Hi, is the navy evening dress in the window available in a ten?"),
    us(u"Yes, in navy and in wine red. Would you like to try it on?"),
    caller(u"I would! The ball is in three weeks, is that enough for alterations?"),
    us(u"Plenty, we need eight days. Can you come {day} at {time}?"),
    caller(u"I'll be there. {name}, but everyone calls me by my first name."),
    us(u"Then see you {day}, {first}. Bring the shoes you'll wear, for the hem."),
};

constexpr std::array c_bridesmaids = {
    caller(u"We're five bridesmaids and all of us have different sizes. Could you dress us alike?"),
    us(u"Same fabric, five cuts: we do that often. When is the wedding?"),
    caller(u"In September. What would it be per dress?"),
    us(u"About ${price} each, alterations included, with ten percent off from five."),
    caller(u"I'll ask the others, they'll want to see pictures."),
    us(u"I'm sending you a link with three fabrics."),
    caller(u"Wonderful, thank you!"),
};

constexpr std::array c_returnDress = {
    caller(u"The dress I ordered is lovely, but it's too long even with heels."),
    us(u"We can shorten it, or you send it back. What do you prefer?"),
    caller(u"Shortening, if it's done before the weekend."),
    us(u"I need to ask the seamstress. May I write to you by {day}?"),
    caller(u"Sure, e-mail is best."),
};

constexpr std::array c_mensSuits = {
    caller(u"Do you also have suits for men?"),
    us(u"Only dresses and coats, I'm sorry. The tailor next door makes good suits."),
    caller(u"Ah, thanks for the tip."),
};

constexpr std::array c_dialogues = {
    Dialogue{Topic::KitchenRemodel, Language::English, QLatin1StringView("booked"), QLatin1StringView("SALES"),
             u"Kitchen remodel with island, measuring on {day}", 18'000, 46'000, c_islandKitchen},
    Dialogue{Topic::KitchenRemodel, Language::English, QLatin1StringView("quoted"), QLatin1StringView("PRICE_QUESTION"),
             u"New fronts only, 11 doors and 6 drawers", 3'800, 7'200, c_cabinetFronts},
    Dialogue{Topic::KitchenRemodel, Language::English, QLatin1StringView("follow_up"), QLatin1StringView("ADVICE"),
             u"Load-bearing wall? Waiting for plans and photos", 9'000, 30'000, c_permit},
    Dialogue{Topic::KitchenRemodel, Language::English, QLatin1StringView("not_interested"), QLatin1StringView("ADVICE"),
             u"Wants foreign cabinets assembled", 0, 0, c_diyKitchen},
    Dialogue{Topic::Garage, Language::English, QLatin1StringView("booked"), QLatin1StringView("REPAIR"),
             u"Brakes, pick up with the trailer {day} {time}", 320, 690, c_brakes},
    Dialogue{Topic::Garage, Language::English, QLatin1StringView("booked"), QLatin1StringView("APPOINTMENT"),
             u"Winter tyres {day}, key in the box", 60, 95, c_winterTyres},
    Dialogue{Topic::Garage, Language::English, QLatin1StringView("quoted"), QLatin1StringView("PRICE_QUESTION"),
             u"Timing belt and water pump", 640, 980, c_timingBelt},
    Dialogue{Topic::Garage, Language::English, QLatin1StringView("follow_up"), QLatin1StringView("REPAIR"),
             u"Engine light, call when the tester is free", 60, 400, c_warningLight},
    Dialogue{Topic::DressShop, Language::English, QLatin1StringView("booked"), QLatin1StringView("SALES"),
             u"Navy dress, size 10, fitting {day} {time}", 260, 540, c_navyDress},
    Dialogue{Topic::DressShop, Language::English, QLatin1StringView("quoted"), QLatin1StringView("SALES"),
             u"Five bridesmaids, September, sent fabrics", 190, 330, c_bridesmaids},
    Dialogue{Topic::DressShop, Language::English, QLatin1StringView("follow_up"), QLatin1StringView("SUPPORT"),
             u"Shorten before the weekend? Ask the seamstress", 25, 60, c_returnDress},
    Dialogue{Topic::DressShop, Language::English, QLatin1StringView("not_interested"), QLatin1StringView("SALES"),
             u"Looking for a man's suit", 0, 0, c_mensSuits},
};

} // namespace

std::span<const Dialogue> tradeDialogues()
{
    return c_dialogues;
}

} // namespace earshot
