// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/dialoguetexts.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array c_toothache = {
    caller(u"Hi, I've had a bad toothache since last night. Could someone look at it?"),
    us(u"I'm sorry to hear that. Is there any swelling, or pain when you bite down?"),
    caller(u"No swelling, but it hurts with anything cold."),
    us(u"We keep two urgent slots a day. The next one is {day} at {time}. Would that work?"),
    caller(u"Yes, please. It's {name}."),
    us(u"Thank you, {first}. You're down for {day} at {time}. Please come ten minutes early for the forms."),
    caller(u"Perfect, thanks so much."),
};

constexpr std::array c_checkUp = {
    caller(u"Hello, I'd like a check-up and a cleaning for me and my daughter."),
    us(u"Of course. Have you been with us before?"),
    caller(u"I have, she hasn't. She's seven."),
    us(u"Then I'd put you back to back. {day} at {time}, with Dr. Osei?"),
    caller(u"That's during school. Anything later in the day?"),
    us(u"The same day after four is free as well. Shall I book 4:15 and 4:45?"),
    caller(u"Great, take those. The name is {name}."),
    us(u"Booked, and you'll get a reminder the day before."),
};

constexpr std::array c_whitening = {
    caller(u"How much is whitening at your practice?"),
    us(u"In-office whitening is ${price}, and that includes the check beforehand. Home trays are about half of that."),
    caller(u"And how long does it last?"),
    us(u"Usually one to two years, less with a lot of coffee."),
    caller(u"I'll talk it over and let you know."),
    us(u"Sure. Shall I send you the price list by e-mail?"),
    caller(u"Yes, please do."),
};

constexpr std::array c_insurance = {
    caller(u"Do you take insurance from outside the country? I'm only here until June."),
    us(u"We bill you directly and give you a statement for your insurer. May I ask which one it is?"),
    caller(u"I'd have to look it up, the card is at home."),
    us(u"No problem. If you send us a photo of it, our billing desk will check what is covered."),
    caller(u"I'll do that tonight."),
    us(u"Good. Someone will get back to you on {day}."),
};

constexpr std::array c_tooFar = {
    caller(u"Is your practice the one at the main station?"),
    us(u"No, we are at the harbour, about twenty minutes from there by tram."),
    caller(u"Oh. That's too far for my mother, she can't take the tram."),
    us(u"I understand. There is a practice at the station, I can give you their name."),
    caller(u"No need, I'll find it. Thanks anyway."),
};

constexpr std::array c_doubleRoom = {
    caller(u"Good evening, do you still have a double room for {day}, two nights?"),
    us(u"Let me look. Yes, a double facing the courtyard at ${price} for both nights, breakfast included."),
    caller(u"Is there parking? We're coming by car."),
    us(u"We have a garage, twelve a night. Shall I keep a place for you?"),
    caller(u"Yes, please. And we'd arrive late, around eleven."),
    us(u"That's fine, the door code comes by text message. On what name may I book?"),
    caller(u"{name}."),
    us(u"Thank you. The room and the parking space are reserved."),
};

constexpr std::array c_anniversary = {
    caller(u"We'd like to celebrate our tenth anniversary with you. Do you have something with a view?"),
    us(u"Congratulations! The corner suite looks over the river. It is free on {day}."),
    caller(u"That sounds lovely. What does it cost?"),
    us(u"${price} for the night, with breakfast in the room."),
    caller(u"Let's do it. Could you put some flowers in the room?"),
    us(u"With pleasure. Any colour she likes?"),
    caller(u"Yellow. And please don't mention it on the phone if she calls."),
    us(u"Our lips are sealed. You'll get the confirmation by e-mail only."),
};

constexpr std::array c_seminar = {
    caller(u"I'm looking for a seminar room for about twenty people, with lunch."),
    us(u"Our garden room seats up to twenty-four. Is it for one day?"),
    caller(u"One and a half. And eight of them would stay overnight."),
    us(u"Then I'd offer the room, lunch on both days and eight singles for ${price} altogether."),
    caller(u"Can you put that in writing? I need two more quotes to compare."),
    us(u"You'll have it this afternoon. It holds until {day}."),
};

constexpr std::array c_dog = {
    caller(u"Do you allow dogs? A rather large one, to be honest."),
    us(u"Dogs are welcome on the ground floor. How large is rather large?"),
    caller(u"A Leonberger. Seventy kilos."),
    us(u"Let me ask the housekeeper about the garden room, I don't want to promise too much."),
    caller(u"Thanks, I'd appreciate a call back."),
    us(u"You'll hear from us by {day}, {time} at the latest."),
};

constexpr std::array c_noPool = {
    caller(u"Hi, does the hotel have a pool?"),
    us(u"I'm afraid not. There is a sauna, and the lake is ten minutes on foot."),
    caller(u"The kids really want a pool. Then we'll look elsewhere."),
    us(u"Of course. Have a good holiday!"),
};

constexpr std::array c_dialogues = {
    Dialogue{Topic::DentalClinic, Language::English, QLatin1StringView("booked"), QLatin1StringView("APPOINTMENT"),
             u"Toothache, urgent slot {day} {time}", 90, 240, c_toothache},
    Dialogue{Topic::DentalClinic, Language::English, QLatin1StringView("booked"), QLatin1StringView("APPOINTMENT"),
             u"Check-up for two, daughter is new", 120, 220, c_checkUp},
    Dialogue{Topic::DentalClinic, Language::English, QLatin1StringView("quoted"), QLatin1StringView("PRICE_QUESTION"),
             u"Whitening, sent the price list", 280, 420, c_whitening},
    Dialogue{Topic::DentalClinic, Language::English, QLatin1StringView("follow_up"), QLatin1StringView("INSURANCE"),
             u"Foreign insurance, sends a photo of the card", 80, 400, c_insurance},
    Dialogue{Topic::DentalClinic, Language::English, QLatin1StringView("not_interested"), QLatin1StringView("LOCATION"),
             u"Too far away for the patient", 0, 0, c_tooFar},
    Dialogue{Topic::Hotel, Language::English, QLatin1StringView("booked"), QLatin1StringView("RESERVATION"),
             u"Double room, two nights, parking, late arrival", 190, 340, c_doubleRoom},
    Dialogue{Topic::Hotel, Language::English, QLatin1StringView("booked"), QLatin1StringView("RESERVATION"),
             u"Anniversary, corner suite, yellow flowers. A surprise: e-mail only!", 240, 460, c_anniversary},
    Dialogue{Topic::Hotel, Language::English, QLatin1StringView("quoted"), QLatin1StringView("EVENT"),
             u"Seminar for 20, quote in writing, valid until {day}", 2400, 4800, c_seminar},
    Dialogue{Topic::Hotel, Language::English, QLatin1StringView("follow_up"), QLatin1StringView("HOUSE_RULES"),
             u"Large dog, ask housekeeping and call back", 110, 300, c_dog},
    Dialogue{Topic::Hotel, Language::English, QLatin1StringView("not_interested"), QLatin1StringView("HOUSE_RULES"),
             u"Wants a pool", 0, 0, c_noPool},
};

} // namespace

std::span<const Dialogue> careDialogues()
{
    return c_dialogues;
}

} // namespace earshot
