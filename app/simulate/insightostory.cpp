// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/insightostory.h"

#include "app/simulate/storyids.h"
#include "app/simulate/storyjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

// A beat adds its place to ForBeat, so it comes last.
enum Purpose : quint64 {
    ForBeats,
    ForConversation,
    ForContact,
    ForForm,
    ForDevice,
    ForAttributes,
    ForAccount,
    ForBeat
};

constexpr QLatin1StringView c_formCreated("captured_form.created");
constexpr QLatin1StringView c_formUpdated("captured_form.updated");
constexpr QLatin1StringView c_intentCreated("captured_intent.created");
constexpr QLatin1StringView c_closed("conversation.closed");

bool isArticle(const StoryScript &script)
{
    return insightoGeneration(script) == InsightoGeneration::Article;
}

/** The older envelopes leave the underscore out. */
QString eventName(const StoryScript &script, QLatin1StringView event)
{
    QString name = event;
    return isArticle(script) ? name.remove(QLatin1Char('_')) : name;
}

/** `2024-04-05 22:26:08`, which is UTC, or `2026-05-14T10:21:33Z`. */
QString timeText(const StoryScript &script, Timestamp time)
{
    const QString iso = isoSeconds(time);
    return isArticle(script) ? iso.chopped(1).replace(QLatin1Char('T'), QLatin1Char(' ')) : iso;
}

/** An id of something made at @p time. The version 7 ones of Reference are ULIDs behind a prefix, as in `conv_01HX…`.
 */
QString idText(const StoryScript &script, QLatin1StringView prefix, Timestamp time, StoryRandom &random)
{
    return isArticle(script) ? uuidVersion7(time, random) : QString(prefix + ulid(time, random));
}

QString conversationId(const StoryScript &script, Timestamp start)
{
    StoryRandom random = platformRandom(script, ForConversation);
    return idText(script, QLatin1StringView("conv_"), start, random);
}

/** What a business has one of. */
enum class Belonging : quint64 { Assistant, Widget, Form, Intent };

/** An id that all conversations of a business share; an intent's also hangs on its name. */
QString accountId(const StoryScript &script, Belonging belonging)
{
    static constexpr std::array prefixes = {QLatin1StringView("asst_"), QLatin1StringView("wid_"),
                                            QLatin1StringView("form_"), QLatin1StringView("intent_")};
    const Timestamp made(std::chrono::sys_days(std::chrono::year(2026) / 1 / 12));
    quint64 seed = combinedSeed({script.number.seed, ForAccount, quint64(script.dialogue->topic), quint64(belonging)});
    if (belonging == Belonging::Intent) {
        for (const char letter : script.dialogue->intent)
            seed = combinedSeed({seed, quint64(letter)});
    }
    StoryRandom random(seed);
    return idText(script, prefixes[std::size_t(belonging)], made, random);
}

/** Older envelopes name a contact that they do not know with the text "None". */
QJsonValue contactId(const StoryScript &script, Timestamp start)
{
    StoryRandom random(combinedSeed({script.number.seed, ForContact, script.contactNumber}));
    const bool known = random.chance(0.75);
    if (!known)
        return isArticle(script) ? QJsonValue(QStringLiteral("None")) : QJsonValue();
    const Timestamp made = std::chrono::floor<std::chrono::days>(start);
    return idText(script, QLatin1StringView("cnt_"), made, random);
}

QString deviceType(const StoryScript &script)
{
    if (script.isCall)
        return QStringLiteral("phone");
    static const QStringList article = {QStringLiteral("desktop"), QStringLiteral("mobile"), QStringLiteral("tablet")};
    static const QStringList reference = {
        QStringLiteral("web"),      QStringLiteral("web"), QStringLiteral("whatsapp"), QStringLiteral("instagram"),
        QStringLiteral("telegram"), QStringLiteral("sms"), QStringLiteral("messenger")};
    StoryRandom random = platformRandom(script, ForDevice);
    return random.pick(isArticle(script) ? article : reference);
}

QJsonObject commonData(const StoryScript &script, Timestamp start)
{
    return {{QStringLiteral("conversation_id"), conversationId(script, start)},
            {QStringLiteral("assistant_id"), accountId(script, Belonging::Assistant)},
            {QStringLiteral("widget_id"), accountId(script, Belonging::Widget)}};
}

/** Free-form, with numbers as well as text. */
QJsonObject fieldValues(const StoryScript &script, bool corrected)
{
    const Person &person = script.person;
    QJsonObject values{{QStringLiteral("name"), person.name},
                       {QStringLiteral("phone"), person.phone},
                       {QStringLiteral("query"), firstWords(script)}};
    if (person.emailKnown || corrected)
        values.insert(QStringLiteral("email"), person.email);
    if (script.price > 0)
        values.insert(QStringLiteral("budget"), script.price);
    return values;
}

QJsonObject formData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    StoryRandom random = platformRandom(script, ForForm);
    QJsonObject data = commonData(script, start);
    data.insert(QStringLiteral("form_id"), accountId(script, Belonging::Form));
    data.insert(QStringLiteral("form_name"), business(script.dialogue->topic).form.toString());
    data.insert(QStringLiteral("captured_form_id"), idText(script, QLatin1StringView("cform_"), start, random));
    data.insert(QStringLiteral("field_values"), fieldValues(script, beat.event == c_formUpdated));
    return data;
}

/** How many turns there were by @p offset. */
int turnsUntil(const StoryScript &script, milliseconds offset)
{
    return static_cast<int>(
        std::ranges::count_if(script.turns, [offset](const StoryTurn &turn) { return turn.offset <= offset; }));
}

QJsonObject intentData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    QJsonObject data = commonData(script, start);
    data.insert(QStringLiteral("intent_id"), accountId(script, Belonging::Intent));
    data.insert(QStringLiteral("intent_name"), QString(script.dialogue->intent));
    data.insert(QStringLiteral("chat_count"), turnsUntil(script, beat.offset));
    data.insert(QStringLiteral("device_type"), deviceType(script));
    return data;
}

QJsonArray transcript(const StoryScript &script, Timestamp start)
{
    QJsonArray turns;
    for (const StoryTurn &turn : script.turns) {
        turns.append(QJsonObject{
            {QStringLiteral("role"), turn.fromCaller ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), turn.text},
            {QStringLiteral("ts"), timeText(script, start + turn.offset)}});
    }
    return turns;
}

QJsonObject attributes(const StoryScript &script)
{
    StoryRandom random = platformRandom(script, ForAttributes);
    QJsonObject attributes;
    if (random.chance(0.6))
        attributes.insert(QStringLiteral("lead_score"), random.between(5, 98));
    if (!script.campaign)
        return attributes;
    attributes.insert(QStringLiteral("utm_source"), script.campaign->source);
    attributes.insert(QStringLiteral("utm_medium"), script.campaign->medium);
    attributes.insert(QStringLiteral("landing_page"), script.campaign->landingPage);
    if (!script.campaign->name.isEmpty())
        attributes.insert(QStringLiteral("utm_campaign"), script.campaign->name);
    if (!script.campaign->clickId.isEmpty())
        attributes.insert(QStringLiteral("gclid"), script.campaign->clickId);
    return attributes;
}

QJsonObject closedData(const StoryScript &script, Timestamp start)
{
    QJsonObject data = commonData(script, start);
    data.insert(QStringLiteral("device_type"), deviceType(script));
    data.insert(QStringLiteral("contact_id"), contactId(script, start));
    data.insert(QStringLiteral("chat_count"), script.turns.size());
    const QString first = firstWords(script);
    if (isArticle(script)) {
        data.insert(QStringLiteral("first_message"),
                    first.isEmpty() ? QJsonValue() : QJsonValue(QString(QLatin1StringView("User: ") + first)));
        return data;
    }
    data.insert(QStringLiteral("first_message"), textOrNull(first));
    data.insert(QStringLiteral("transcript"), transcript(script, start));
    data.insert(QStringLiteral("attributes"), attributes(script));
    return data;
}

QJsonObject beatData(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    if (beat.event == c_closed)
        return closedData(script, start);
    return beat.event == c_intentCreated ? intentData(script, beat, start) : formData(script, beat, start);
}

/** A chat is closed once nobody has written for a while, a call at once. */
milliseconds closeDelay(const StoryScript &script, StoryRandom &random)
{
    return script.isCall ? milliseconds(random.between(200, 2500)) : milliseconds(seconds(random.between(30, 240)));
}

} // namespace

InsightoGeneration insightoGeneration(const StoryScript &script)
{
    return script.number.index % 2 == 0 ? InsightoGeneration::Article : InsightoGeneration::Reference;
}

QList<StoryBeat> insightoBeats(const StoryScript &script)
{
    StoryRandom random = platformRandom(script, ForBeats);
    QList<StoryBeat> beats;
    const bool talked = script.turns.size() > 2;
    const milliseconds end = script.end;
    if (talked && random.chance(0.35))
        beats.append({c_intentCreated, end / 3});
    const bool leavesForm = talked && random.chance(0.4);
    if (leavesForm)
        beats.append({c_formCreated, end * 3 / 4});
    if (leavesForm && random.chance(0.15))
        beats.append({c_formUpdated, end * 4 / 5});
    if (script.ending != Ending::Ghost || beats.isEmpty()) // a ghost without a trace would be no story
        beats.append({c_closed, end + closeDelay(script, random)});
    return beats;
}

SimulatedRequest insightoRequest(const StoryScript &script, const StoryBeat &beat, Timestamp start)
{
    StoryRandom random = platformRandom(script, ForBeat + beat.place);
    const Timestamp now = start + beat.offset;
    SimulatedRequest request = jsonPost({{QStringLiteral("id"), idText(script, QLatin1StringView("evt_"), now, random)},
                                         {QStringLiteral("object"), QStringLiteral("event")},
                                         {QStringLiteral("event"), eventName(script, beat.event)},
                                         {QStringLiteral("created_at"), timeText(script, now)},
                                         {QStringLiteral("data"), beatData(script, beat, start)}});
    setHeader(request, QByteArrayLiteral("User-Agent"), simulatorUserAgent());
    return request;
}

} // namespace earshot
