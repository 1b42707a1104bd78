// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/dialoguetexts.h"

#include <array>

namespace earshot {
namespace {

constexpr std::array c_inspectionGerman = {
    caller(u"Guten Tag, mein Auto müsste zur Hauptuntersuchung. Geht das bei Ihnen?"),
    us(u"Ja, der Prüfer ist zweimal in der Woche bei uns. Passt es Ihnen am {day} um {time}?"),
    caller(u"Das passt. Muss ich dabeibleiben?"),
    us(u"Nein, stellen Sie den Wagen einfach ab. Auf welchen Namen, bitte?"),
    caller(u"{name}. Den Fahrzeugschein lege ich ins Handschuhfach."),
    us(u"Sehr gut, dann bis {day}. Rechnen Sie mit etwa {price} Euro."),
};

constexpr std::array c_roomGerman = {
    caller(u"Grüß Gott, haben Sie am {day} noch ein Einzelzimmer frei?"),
    us(u"Einen Augenblick … ja, für {price} Euro mit Frühstück."),
    caller(u"Hätten Sie auch etwas Ruhiges nach hinten hinaus?"),
    us(u"Das wäre das Zimmer zum Garten, gleicher Preis."),
    caller(u"Dann nehme ich das. Für {name}, bitte."),
    us(u"Vielen Dank, ist notiert. Wir freuen uns auf Sie!"),
};

constexpr std::array c_kitchenGerman = {
    caller(u"Hallo, was kostet bei Ihnen eine Küchenzeile für drei Meter, ohne Geräte?"),
    us(u"Je nach Front ab {price} Euro, geliefert und aufgebaut. Haben Sie schon ein Maß genommen?"),
    caller(u"Nur ungefähr, die Wand ist ziemlich schief."),
    us(u"Dann schicke ich Ihnen ein Angebot mit Aufmaß, das wird später verrechnet."),
    caller(u"Gern, größtenteils sind wir uns schon einig."),
};

constexpr std::array c_callBackGerman = {
    caller(u"Ich wollte fragen, ob mein Zahnersatz schon aus dem Labor zurück ist."),
    us(u"Noch nicht, wir erwarten ihn am {day}. Dürfen wir Sie zurückrufen?"),
    caller(u"Ja, am besten nachmittags."),
};

constexpr std::array c_cleaningArabic = {
    caller(u"مرحباً، أريد موعداً لتنظيف الأسنان."),
    us(u"أهلاً وسهلاً. هل زرت عيادتنا من قبل؟"),
    caller(u"لا، هذه أول مرة."),
    us(u"لدينا موعد متاح الساعة {time}. هل يناسبك؟"),
    caller(u"نعم، ممتاز. الاسم {name}."),
    us(u"شكراً لك، تم الحجز. نراك قريباً."),
};

constexpr std::array c_roomArabic = {
    caller(u"السلام عليكم، كم سعر الغرفة المزدوجة لليلة واحدة؟"),
    us(u"وعليكم السلام. السعر {price} مع الإفطار."),
    caller(u"هل يوجد موقف سيارات؟"),
    us(u"نعم، مقابل رسم بسيط. هل أرسل لك العرض؟"),
    caller(u"نعم من فضلك، وسأقرر غداً."),
};

constexpr std::array c_dialogues = {
    Dialogue{Topic::Garage, Language::German, QLatin1StringView("booked"), QLatin1StringView("APPOINTMENT"),
             u"Hauptuntersuchung {day} {time}, Fahrzeugschein im Handschuhfach", 140, 180, c_inspectionGerman},
    Dialogue{Topic::Hotel, Language::German, QLatin1StringView("booked"), QLatin1StringView("RESERVATION"),
             u"Einzelzimmer zum Garten, {day}", 85, 130, c_roomGerman},
    Dialogue{Topic::KitchenRemodel, Language::German, QLatin1StringView("quoted"), QLatin1StringView("PRICE_QUESTION"),
             u"Küchenzeile 3 m, schiefe Wand, Angebot mit Aufmaß", 3'200, 6'900, c_kitchenGerman},
    Dialogue{Topic::DentalClinic, Language::German, QLatin1StringView("follow_up"), QLatin1StringView("SUPPORT"),
             u"Zahnersatz noch im Labor, Rückruf nachmittags", 300, 900, c_callBackGerman},
    Dialogue{Topic::DentalClinic, Language::Arabic, QLatin1StringView("booked"), QLatin1StringView("APPOINTMENT"),
             u"تنظيف أسنان، مريض جديد", 90, 160, c_cleaningArabic},
    Dialogue{Topic::Hotel, Language::Arabic, QLatin1StringView("quoted"), QLatin1StringView("PRICE_QUESTION"),
             u"غرفة مزدوجة، إرسال العرض", 110, 190, c_roomArabic},
};

} // namespace

std::span<const Dialogue> abroadDialogues()
{
    return c_dialogues;
}

} // namespace earshot
