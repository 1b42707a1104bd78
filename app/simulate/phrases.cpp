// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/phrases.h"

#include "app/simulate/storyids.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

/** A name and how it is spelt in a mailbox. */
struct NamePart {
    QStringView text;
    QLatin1StringView ascii;
};

struct NameStock {
    std::span<const NamePart> given;
    std::span<const NamePart> family;
};

constexpr std::array c_englishGiven = {
    NamePart{u"Olivia", QLatin1StringView("olivia")},   NamePart{u"Marcus", QLatin1StringView("marcus")},
    NamePart{u"Grace", QLatin1StringView("grace")},     NamePart{u"Ethan", QLatin1StringView("ethan")},
    NamePart{u"Priya", QLatin1StringView("priya")},     NamePart{u"Siobhán", QLatin1StringView("siobhan")},
    NamePart{u"Kwame", QLatin1StringView("kwame")},     NamePart{u"Ruby", QLatin1StringView("ruby")},
    NamePart{u"Desmond", QLatin1StringView("desmond")}, NamePart{u"Mei", QLatin1StringView("mei")},
};
constexpr std::array c_englishFamily = {
    NamePart{u"Whitfield", QLatin1StringView("whitfield")},
    NamePart{u"O'Connell", QLatin1StringView("oconnell")},
    NamePart{u"Okafor", QLatin1StringView("okafor")},
    NamePart{u"Patel", QLatin1StringView("patel")},
    NamePart{u"Brannigan", QLatin1StringView("brannigan")},
    NamePart{u"Chen", QLatin1StringView("chen")},
    NamePart{u"Fairweather", QLatin1StringView("fairweather")},
    NamePart{u"Lund", QLatin1StringView("lund")},
    NamePart{u"Marsh", QLatin1StringView("marsh")},
    NamePart{u"Castellanos", QLatin1StringView("castellanos")},
};
constexpr std::array c_germanGiven = {
    NamePart{u"Jürgen", QLatin1StringView("juergen")},   NamePart{u"Käthe", QLatin1StringView("kaethe")},
    NamePart{u"Björn", QLatin1StringView("bjoern")},     NamePart{u"Annelie", QLatin1StringView("annelie")},
    NamePart{u"Günther", QLatin1StringView("guenther")}, NamePart{u"Mareike", QLatin1StringView("mareike")},
};
constexpr std::array c_germanFamily = {
    NamePart{u"Müller", QLatin1StringView("mueller")},     NamePart{u"Weiß", QLatin1StringView("weiss")},
    NamePart{u"Schröder", QLatin1StringView("schroeder")}, NamePart{u"Köhler", QLatin1StringView("koehler")},
    NamePart{u"Großmann", QLatin1StringView("grossmann")}, NamePart{u"Ruß-Brägger", QLatin1StringView("russ.braegger")},
};
constexpr std::array c_arabicGiven = {
    NamePart{u"ليلى", QLatin1StringView("layla")},   NamePart{u"أحمد", QLatin1StringView("ahmed")},
    NamePart{u"فاطمة", QLatin1StringView("fatima")}, NamePart{u"يوسف", QLatin1StringView("yousef")},
    NamePart{u"نور", QLatin1StringView("nour")},
};
constexpr std::array c_arabicFamily = {
    NamePart{u"الحسيني", QLatin1StringView("alhusseini")},
    NamePart{u"النجار", QLatin1StringView("alnajjar")},
    NamePart{u"خوري", QLatin1StringView("khoury")},
    NamePart{u"المنصوري", QLatin1StringView("almansouri")},
};
constexpr std::array c_widerGiven = {
    NamePart{u"Ayşe", QLatin1StringView("ayse")},    NamePart{u"Łukasz", QLatin1StringView("lukasz")},
    NamePart{u"Zoë", QLatin1StringView("zoe")},      NamePart{u"Ngọc", QLatin1StringView("ngoc")},
    NamePart{u"Søren", QLatin1StringView("soeren")}, NamePart{u"María José", QLatin1StringView("mariajose")},
};
constexpr std::array c_widerFamily = {
    NamePart{u"Çağlar", QLatin1StringView("caglar")},     NamePart{u"Wiśniewski", QLatin1StringView("wisniewski")},
    NamePart{u"Núñez", QLatin1StringView("nunez")},       NamePart{u"Nguyễn", QLatin1StringView("nguyen")},
    NamePart{u"Ødegård", QLatin1StringView("oedegaard")},
};
constexpr std::array c_longGiven = {
    NamePart{u"Maximiliane Friederike Charlotte", QLatin1StringView("mfc")},
    NamePart{u"Juan Carlos Alejandro", QLatin1StringView("jca")},
};
constexpr std::array c_longFamily = {
    NamePart{u"Freifrau von Hohenstein-Lichtenfels zu Altenburg", QLatin1StringView("hohenstein")},
    NamePart{u"Fernández-Santamaría y Hernández de la Cruz", QLatin1StringView("santamaria")},
};

enum class NameKind { English, German, Arabic, Wider, Long };
constexpr std::array<int, 5> c_nameWeights = {56, 18, 9, 14, 3};

NameStock names(NameKind kind)
{
    switch (kind) {
    case NameKind::English:
        return {c_englishGiven, c_englishFamily};
    case NameKind::German:
        return {c_germanGiven, c_germanFamily};
    case NameKind::Arabic:
        return {c_arabicGiven, c_arabicFamily};
    case NameKind::Wider:
        return {c_widerGiven, c_widerFamily};
    case NameKind::Long:
        return {c_longGiven, c_longFamily};
    }
    Q_UNREACHABLE();
}

/** Some of those who could do not speak their first language with us. */
Language languageOf(NameKind kind, StoryRandom &random)
{
    if (kind == NameKind::German && random.chance(0.7))
        return Language::German;
    if (kind == NameKind::Arabic && random.chance(0.5))
        return Language::Arabic;
    return Language::English;
}

QString paddedDigits(qint64 number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

/** Numbers that reach nobody: 555-0100 to 555-0199 in any North American area, Ofcom's 07700 900000 to 900999 and the
 *  Bundesnetzagentur's (0)30 23125 000 to 999 are kept for fiction. */
QString fictionalPhone(NameKind kind, StoryRandom &random)
{
    static constexpr std::array areas = {QLatin1StringView("212"), QLatin1StringView("303"), QLatin1StringView("415"),
                                         QLatin1StringView("512"), QLatin1StringView("617"), QLatin1StringView("808")};
    if (kind == NameKind::German)
        return QLatin1StringView("+493023125") + paddedDigits(random.between(0, 999), 3);
    if (random.chance(0.25))
        return QLatin1StringView("+447700900") + paddedDigits(random.between(0, 999), 3);
    const QLatin1StringView area = random.pick(areas);
    return QLatin1StringView("+1") + area + QLatin1StringView("55501") + paddedDigits(random.between(0, 99), 2);
}

struct CampaignKind {
    int weight;
    QLatin1StringView source;
    QLatin1StringView medium;
    QLatin1StringView name; // null: no campaign brought the visit
};

constexpr std::array c_campaigns = {
    CampaignKind{26, QLatin1StringView("google_ads"), QLatin1StringView("cpc"), QLatin1StringView("spring-sale")},
    CampaignKind{12, QLatin1StringView("google_ads"), QLatin1StringView("cpc"), QLatin1StringView("brand")},
    CampaignKind{14, QLatin1StringView("instagram_ads"), QLatin1StringView("paid_social"),
                 QLatin1StringView("reels-may")},
    CampaignKind{8, QLatin1StringView("bing_ads"), QLatin1StringView("cpc"), QLatin1StringView("local-search")},
    CampaignKind{10, QLatin1StringView("newsletter"), QLatin1StringView("email"), QLatin1StringView("may-offers")},
    CampaignKind{18, QLatin1StringView("google"), QLatin1StringView("organic"), {}},
    CampaignKind{12, QLatin1StringView("direct"), QLatin1StringView("none"), {}},
};

const CampaignKind &pickCampaign(StoryRandom &random)
{
    std::array<int, c_campaigns.size()> weights{};
    std::ranges::transform(c_campaigns, weights.begin(), &CampaignKind::weight);
    return c_campaigns[random.weighted(weights)];
}

} // namespace

Person makePerson(StoryRandom &random)
{
    static constexpr std::array domains = {QLatin1StringView("example.com"), QLatin1StringView("example.org"),
                                           QLatin1StringView("example.net")};
    const auto kind = static_cast<NameKind>(random.weighted(c_nameWeights));
    const NameStock stock = names(kind);
    const NamePart &given = random.pick(stock.given);
    const NamePart &family = random.pick(stock.family);

    Person person;
    person.firstName = given.text.toString();
    person.name = person.firstName + QLatin1Char(' ') + family.text.toString();
    const QString number = QString::number(random.between(1, 99));
    const QLatin1StringView domain = random.pick(domains);
    person.email = given.ascii + QLatin1Char('.') + family.ascii + number + QLatin1Char('@') + domain;
    person.phone = fictionalPhone(kind, random);
    person.language = languageOf(kind, random);
    person.nameKnown = random.chance(0.9);
    person.emailKnown = random.chance(0.7);
    return person;
}

std::optional<Campaign> makeCampaign(Topic topic, StoryRandom &random)
{
    static constexpr std::array devices = {QLatin1StringView("mobile"), QLatin1StringView("mobile"),
                                           QLatin1StringView("desktop"), QLatin1StringView("tablet")};
    if (random.chance(0.25))
        return std::nullopt;
    const CampaignKind &kind = pickCampaign(random);
    Campaign campaign;
    campaign.source = kind.source;
    campaign.medium = kind.medium;
    campaign.name = kind.name.isNull() ? QString() : QString(kind.name);
    campaign.landingPage = business(topic).landingPage;
    campaign.device = random.pick(devices);
    if (kind.source == QLatin1StringView("google_ads"))
        campaign.clickId = googleClickId(random);
    return campaign;
}

QString makeDay(Language language, StoryRandom &random)
{
    static const QStringList english = {QStringLiteral("Monday"),    QStringLiteral("Tuesday"),
                                        QStringLiteral("Wednesday"), QStringLiteral("Thursday"),
                                        QStringLiteral("Friday"),    QStringLiteral("Saturday")};
    static const QStringList german = {QStringLiteral("Montag"),   QStringLiteral("Dienstag"),
                                       QStringLiteral("Mittwoch"), QStringLiteral("Donnerstag"),
                                       QStringLiteral("Freitag"),  QStringLiteral("Samstag")};
    return random.pick(language == Language::German ? german : english);
}

QString makeTimeOfDay(StoryRandom &random)
{
    const qint64 hour = random.between(8, 17);
    const qint64 minute = 15 * random.between(0, 3);
    return paddedDigits(hour, 2) + QLatin1Char(':') + paddedDigits(minute, 2);
}

} // namespace earshot
