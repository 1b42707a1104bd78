// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/dialoguetexts.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array c_listingSpam = {
    caller(u"This is an important message about your business listing."),
    us(u"Who is calling, please?"),
    caller(u"Your listing expires today. Press one to keep it."),
    us(u"We are not interested. Please take us off your list."),
};

constexpr std::array c_loanSpam = {
    caller(u"Congratulations, your company qualifies for a loan of up to 250,000!"),
    us(u"Is this a recorded message?"),
    caller(u"Just tell me your bank and we can start right away."),
};

constexpr std::array c_pizza = {
    caller(u"Hi, one large pizza with olives, to go, please."),
    us(u"I think you have the wrong number, this is not a restaurant."),
    caller(u"Oh no, sorry! One digit off."),
    us(u"No harm done. Enjoy your meal!"),
};

constexpr std::array c_school = {
    caller(u"Good morning, my son is ill and won't come to school today."),
    us(u"I'm afraid you've reached a company, not the school."),
    caller(u"Sorry, I must have mixed up the numbers."),
};

constexpr std::array c_supplier = {
    caller(u"Hello, I have a parcel for you and nobody opens the door."),
    us(u"The entrance is around the corner, next to the bakery."),
    caller(u"Found it. I need a signature."),
    us(u"A colleague is coming down."),
};

constexpr std::array c_jobQuestion = {
    caller(u"Are you looking for help at the front desk? I saw the note in the window."),
    us(u"Yes, part time, mornings. Could you send us a few lines about yourself?"),
    caller(u"Sure, where to?"),
    us(u"To jobs at example dot com. Mention that {first} called."),
    caller(u"I will, thank you."),
};

constexpr std::array c_lostUmbrella = {
    caller(u"Did anyone find a green umbrella? I was at your place on {day}."),
    us(u"Let me check… There is one with a wooden handle."),
    caller(u"That's mine! I'll fetch it tomorrow."),
};

constexpr std::array c_dialogues = {
    Dialogue{Topic::Garage, Language::English, QLatin1StringView("spam"), QLatin1StringView("SPAM"),
             u"Robot, business listing", 0, 0, c_listingSpam},
    Dialogue{Topic::KitchenRemodel, Language::English, QLatin1StringView("spam"), QLatin1StringView("SPAM"),
             u"Loan robot", 0, 0, c_loanSpam},
    Dialogue{Topic::Hotel, Language::English, QLatin1StringView("wrong_number"), QLatin1StringView("OTHER"),
             u"Wanted pizza", 0, 0, c_pizza},
    Dialogue{Topic::DentalClinic, Language::English, QLatin1StringView("wrong_number"), QLatin1StringView("OTHER"),
             u"Wanted the school", 0, 0, c_school},
    Dialogue{Topic::DressShop, Language::English, QLatin1StringView("other"), QLatin1StringView("OTHER"),
             u"Courier at the door", 0, 0, c_supplier},
    Dialogue{Topic::Hotel, Language::English, QLatin1StringView("other"), QLatin1StringView("JOBS"),
             u"Applies for the front desk", 0, 0, c_jobQuestion},
    Dialogue{Topic::Garage, Language::English, QLatin1StringView("other"), QLatin1StringView("SUPPORT"),
             u"Green umbrella, will be fetched", 0, 0, c_lostUmbrella},
};

} // namespace

std::span<const Dialogue> strayDialogues()
{
    return c_dialogues;
}

} // namespace earshot
