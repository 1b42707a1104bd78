// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/dialogues.h"

#include "app/simulate/dialoguetexts.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array<Business, c_topicCount> c_businesses = {{
    {u"Harbour Dental", u"Harbour Dental, good morning. How can we help?",
     u"Hello, this is Harbour Dental returning your call. How can we help?", u"New patient",
     QLatin1StringView("https://example.com/dental/check-up"), u"dentist near me"},
    {u"Oak & Stone Kitchens", u"Thanks for calling Oak & Stone Kitchens. What are you planning?",
     u"Hi, Oak & Stone Kitchens here, you asked us to call. What are you planning?", u"Kitchen estimate",
     QLatin1StringView("https://example.com/kitchens/remodel"), u"kitchen remodel cost"},
    {u"Millside Garage", u"Millside Garage, what can we do for you?",
     u"Hello, Millside Garage here about your message. What can we do for you?", u"Workshop appointment",
     QLatin1StringView("https://example.com/garage/service"), u"car service open today"},
    {u"Hotel Lindenhof", u"Hotel Lindenhof, reception. How may I help you?",
     u"Good afternoon, Hotel Lindenhof calling back. How may I help you?", u"Room request",
     QLatin1StringView("https://example.org/lindenhof/rooms"), u"hotel with parking old town"},
    {u"Atelier Rosa", u"Welcome to Atelier Rosa! Looking for something special?",
     u"Hello, Atelier Rosa here, you left us a message. Looking for something special?", u"Fitting request",
     QLatin1StringView("https://example.net/rosa/evening"), u"navy evening dress"},
}};

} // namespace

const Business &business(Topic topic)
{
    return c_businesses[static_cast<std::size_t>(topic)];
}

QList<const Dialogue *> allDialogues()
{
    QList<const Dialogue *> all;
    for (const auto dialogues : {careDialogues(), tradeDialogues(), strayDialogues(), abroadDialogues()}) {
        for (const Dialogue &dialogue : dialogues)
            all.append(&dialogue);
    }
    return all;
}

const Dialogue &pickDialogue(Language language, QLatin1StringView outcome, StoryRandom &random)
{
    static const QList<const Dialogue *> all = allDialogues();
    QList<const Dialogue *> fitting;
    for (const Language wanted : {language, Language::English}) {
        for (const Dialogue *dialogue : all) {
            if (dialogue->language == wanted && dialogue->outcome == outcome)
                fitting.append(dialogue);
        }
        if (!fitting.isEmpty())
            break;
    }
    Q_ASSERT(!fitting.isEmpty());
    return *random.pick(fitting);
}

} // namespace earshot
